/** Person-days as a person would say them: an estimate of weeks is not told to the tenth of a day. */

/** `1.4`, and from ten on whole days. */
export function showDays(days: number): string {
  return String(days < 10 ? days : Math.round(days))
}

/** `1 person-day`, `33 person-days`. */
export function personDays(days: number): string {
  return `${showDays(days)} ${days === 1 ? 'person-day' : 'person-days'}`
}
