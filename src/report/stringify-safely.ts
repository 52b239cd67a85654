/** JSON for files and terminals: indented, ended by a line break, and with everything invisible or steering written as an escape. */
import { replaceUnsafe } from '../core/show.ts'

export function stringifySafely(value: unknown): string {
  const text = `${JSON.stringify(value, null, 2)}\n`
  // What is left of control characters after JSON's own escaping is the layout's line breaks; the rest stands in strings.
  return replaceUnsafe(text, (character) => (character === '\n' ? character : escapeUnits(character)))
}

function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
