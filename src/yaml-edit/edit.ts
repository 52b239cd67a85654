/** A change to a practice description, before anybody knows where in the text it lands. */
import type { Path } from '../types/document.ts'

/**
 * Sets what stands at `path`, making the keys above it where they are missing; `undefined` takes the entry away. A mapping
 * set where one stands changes it key by key: what is the same in both stays untouched, what is not in the new one goes.
 * An empty mapping so takes all keys away and leaves the name and the comments, which suits an answer taken back.
 */
export interface Edit {
  /** Keys from the root, such as `['practices', '4.1.2', 'level']`; a position one past the end of a list appends. */
  readonly path: Path
  readonly value: EditValue | undefined
  /**
   * The names in the mapping where a new key is made, in the order in which they should stand. Left out, keys of the format
   * stand as the schema lists them and clause numbers by number. Where the file keeps another order, a new key goes last.
   */
  readonly order?: readonly string[]
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
