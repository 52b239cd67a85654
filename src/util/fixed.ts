/** A score as every text shows it: with two decimals, in a sentence as in a table. */

/** `2.31`; a dash where there is no number. */
export function fixed(value: number | null): string {
  return value === null ? '-' : value.toFixed(2)
}
