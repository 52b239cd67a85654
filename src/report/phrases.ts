/** Small wordings that every report for people shares: numbers, counts, places, element names. */
import type { Assessment } from '../core/assessment.ts'
import type { Location } from '../core/location.ts'

/** `2.31`; a dash where there is no number. */
export function fixed(value: number | null): string {
  return value === null ? '-' : value.toFixed(2)
}

/** `1 element`, `3 elements`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** `org.yaml:41:5` */
export function placeText({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`
}

/** Levels still missing to the target: the difference of the two printed numbers, 0 where nothing is missing. */
export function gapText(level: number | null, target: number | null): string {
  return level === null || target === null ? '-' : fixed(Math.max(0, Number((target - level).toFixed(2))))
}

/** `8.1 Operational planning` for an id; the id alone where it is unknown. */
export function elementNames({ scores }: Assessment): (id: string) => string {
  const titles = new Map(scores.elements.map(({ id, title }) => [id, title]))
  return (id) => (titles.has(id) ? `${id} ${titles.get(id)}` : id)
}
