/** What a compiled condition can do: say whether it holds, and say what it read. */
import type { Description, RegisterItem, Standing } from '../types/description.ts'
import type { Path } from '../types/document.ts'
import type { ElementId } from '../types/framework.ts'
import type { Truth } from './truth.ts'

/** What a condition is asked about. One context serves a whole run: `self` and `item` move on. */
export interface Context {
  readonly description: Description
  /** By pack position. */
  readonly standings: readonly Standing[]
  /** Position of the element that `this` stands for; -1 where there is none. */
  self: number
  item: RegisterItem | null
}

export interface Condition {
  /** Fast: allocates nothing, except where different values have to be counted. */
  truth(context: Context): Truth
  /** Adds what made the verdict, in the order of the rule; with `everything` also what did not matter. */
  read(context: Context, into: Reading[], everything: boolean): void
}

/** One input that was read. */
export interface Reading {
  /** Leads to what was found; where `found` is null, to where it would stand. */
  readonly path: Path
  /** What a sound practice would show, in words; the same whether the rule asks for it or for its absence. */
  readonly expected: string
  readonly found: string | number | boolean | null
  /** The element the input belongs to, if any. */
  readonly element: ElementId | null
  readonly state: 'met' | 'unmet' | 'missing' | 'not-applicable'
  /** What has to be stated for the input to be known, such as `9.1.1` or `5.1.4.reviewed`. */
  readonly missing: string
}
