/** Small phrases that every report for people shares. */
import type { Assessment } from '../types/assessment.ts'
import type { Location } from '../types/location.ts'

/** `1 element`, `3 elements`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** `org.yaml:41:5` */
export function placeText({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`
}

/** `2.31`; a dash where there is no number. For comparisons, whose parts have to add up; elsewhere one decimal is enough. */
export function fixed(value: number | null): string {
  return value === null ? '-' : value.toFixed(2)
}

/** `8.1 Operational planning` for an id; the id alone where it is unknown. */
export function elementNames({ scores }: Assessment): (id: string) => string {
  const titles = new Map(scores.elements.map(({ id, title }) => [id, title]))
  return (id) => (titles.has(id) ? `${id} ${titles.get(id)}` : id)
}

/** Text with a full stop, unless it ends a sentence already. */
export function sentence(text: string): string {
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`
}

/** A word as it begins a heading or a column. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
