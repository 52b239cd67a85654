/** A change to a practice description, before anybody knows where in the text it lands. */
import type { Path } from '../core/document.ts'

/** Sets what stands at `path`, making the keys above it where they are missing; `undefined` takes the entry away. */
export interface Edit {
  /** Keys from the root, such as `['practices', '4.1.2', 'level']`; a position one past the end of a list appends. */
  readonly path: Path
  readonly value: EditValue | undefined
}

/** Plain data: what JSON holds, without null. Texts are written so that they read back as the same text. */
export type EditValue =
  | string
  | number
  | boolean
  | readonly EditValue[]
  | { readonly [key: string]: EditValue }

export interface Edited {
  readonly text: string
  /** `spliced`: only lines of the answer changed. `rewritten`: that could not be proven, and comments or layout may have moved. */
  readonly how: 'spliced' | 'rewritten'
}
