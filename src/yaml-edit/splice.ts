/** A replaced stretch of a text. */

export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** They do not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let changed = text
  for (const splice of [...splices].sort((one, other) => other.start - one.start)) {
    changed = changed.slice(0, splice.start) + splice.text + changed.slice(splice.end)
  }
  return changed
}
