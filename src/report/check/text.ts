/** Text within the limits of a service, and escaped for XML. */
import { withoutCommands } from '../../util/log-commands.ts'
import { showSafely } from '../../util/show.ts'
import { oneLine } from '../wrap-text.ts'

/** `limit` in UTF-16 units; what is left out leaves an ellipsis, and no character is cut in half. */
export function cut(text: string, limit: number): string {
  const line = oneLine(text.slice(0, limit * 2))
  return line.length <= limit ? line : `${line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

const encoder = new TextEncoder()

export function utf8Length(text: string): number {
  return encoder.encode(text).length
}

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
