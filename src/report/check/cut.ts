/** Text on one line and no longer than a service takes. */
import { oneLine } from '../wrap-text.ts'

/** `limit` in UTF-16 units; what is left out leaves an ellipsis, and no character is cut in half. */
export function cut(text: string, limit: number): string {
  const line = oneLine(text.slice(0, limit * 2))
  return line.length <= limit ? line : `${line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
