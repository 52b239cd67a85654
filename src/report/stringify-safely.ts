/** JSON for files and terminals: indented, ended by a line break, and with everything invisible or steering written as an escape. */
import { logCommands, withoutCommands } from '../util/log-commands.ts'
import { replaceUnsafe } from '../util/show.ts'

/** Commands for systems that run builds are escaped too. `indent` 0 writes everything on one line. */
export function stringifySafely(value: unknown, indent = 2): string {
  const text = `${JSON.stringify(value, null, indent)}\n`
  // JSON escapes control characters itself, and the line breaks left are the layout's: only what is not ASCII is looked at.
  const visible = text.replace(/[^\n -~]+/g, (characters) => replaceUnsafe(characters, escapeUnits))
  return withoutCommands(visible, escapeUnits, logCommands)
}

function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
