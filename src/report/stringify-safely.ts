/** JSON for files and terminals: indented, ended by a line break, and with everything invisible or steering written as an escape. */
import { replaceUnsafe } from '../util/show.ts'

/**
 * Machines that run builds take `##[` for a command wherever in a line it stands; in JSON it can only stand in texts.
 * `indent` 0 writes everything on one line.
 */
export function stringifySafely(value: unknown, indent = 2): string {
  const text = `${JSON.stringify(value, null, indent)}\n`
  // JSON escapes control characters itself, and the line breaks left are the layout's: only what is not ASCII is looked at.
  return text
    .replace(/[^\n -~]+/g, (characters) => replaceUnsafe(characters, escapeUnits))
    .replaceAll('##[', '#\\u0023[')
}

function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
