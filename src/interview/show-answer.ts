/** How an answer reads in one short line. */
import { quote, showSafely } from '../util/show.ts'

/** `value`: plain data out of a description. */
export function showAnswer(value: unknown): string {
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string')
      ? value.map(showSafely).join(', ')
      : `${value.length} ${value.length === 1 ? 'piece' : 'pieces'}`
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => `${showSafely(key)} ${showAnswer(inner)}`)
      .join(', ')
  return typeof value === 'string' && !/^[\w-]{1,20}$/.test(value) ? quote(value) : String(value)
}
