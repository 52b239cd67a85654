/** Where a text has had more separators than any file within the limits: found before parsing, which keeps everything in memory. */
import { limits } from './limits.ts'
import { isGap } from './skip-blank.ts'

/** The offset of the first separator beyond the limit; the length of the text where there is none. */
export function lastSeparator(text: string): number {
  if (text.length <= limits.separators) return text.length
  let separators = 0
  for (let at = 0; at < text.length; at++) {
    if (isSeparator(text, at) && ++separators > limits.separators) return at
  }
  return text.length
}

/** Comma, colon, question mark, opening brackets, and a dash that is not part of a word or date. */
function isSeparator(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === dash) return isGap(text[at + 1])
  return code === 44 || code === 58 || code === 63 || code === 91 || code === 123
}

const dash = 45
