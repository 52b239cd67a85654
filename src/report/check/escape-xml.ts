/** Text as XML 1.0, in an element or in an attribute with double quotes: no markup, no character that XML cannot hold. */
import { withoutCommands } from '../../util/log-commands.ts'
import { showSafely } from '../../util/show.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Line breaks stay: attributes want text on one line. */
export function escapeXml(text: string): string {
  const escaped = text
    .split('\n')
    .map((line) => showSafely(line).replace(/[&<>"']/g, (character) => entities[character]!))
    .join('\n')
  return withoutCommands(escaped, (character) => `&#${character.charCodeAt(0)};`)
}
