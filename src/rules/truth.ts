/** The four truth values and how they combine. Numbers, so that "all of" is simply the smaller one. */

export type Truth = 0 | 1 | 2 | 3

export const FALSE = 0
export const NOT_APPLICABLE = 1
export const UNKNOWN = 2
export const TRUE = 3

/** Any false is false, else any not-applicable, else any unknown, else true. `TRUE` is where a fold starts. */
export function bothOf(a: Truth, b: Truth): Truth {
  return a < b ? a : b
}

/** True before unknown before false; not-applicable is left out. `NOT_APPLICABLE` is where a fold starts. */
export function eitherOf(a: Truth, b: Truth): Truth {
  if (a === NOT_APPLICABLE) return b
  if (b === NOT_APPLICABLE) return a
  return a > b ? a : b
}

export function opposite(truth: Truth): Truth {
  if (truth === TRUE) return FALSE
  return truth === FALSE ? TRUE : truth
}

/** Whether a number known to lie from `lowest` to `highest` lies from `from` to `to`. */
export function within(lowest: number, highest: number, from: number, to: number): Truth {
  if (highest < from || lowest > to || from > to) return FALSE
  return lowest >= from && highest <= to ? TRUE : UNKNOWN
}
