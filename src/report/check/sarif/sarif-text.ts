/** Text as a message of SARIF: one sentence on one line, in which nothing is taken for a placeholder or a link. */
import { showSafely } from '../../../util/show.ts'
import { cut } from '../cut.ts'

/** `limit` holds before escaping. A message may not be empty, and ends with a full stop. */
export function sarifText(text: string, limit = 1000): string {
  const line = showSafely(cut(text, limit)) || '-'
  return `${inert(line)}${/[.!?…]$/.test(line) ? '' : '.'}`
}

/** Braces hold placeholders; square brackets before a round one open a link. */
function inert(text: string): string {
  const bare = text.replace(/[{}]/g, '$&$&')
  return bare.includes('](') ? bare.replace(/[\\[\]]/g, '\\$&') : bare
}
