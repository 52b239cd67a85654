/** Lines of a text: where the one around an offset begins, its column, and whether it is blank or a comment. */
import { isBreak, lineEnd, nextLine } from '../yaml/skip-blank.ts'

export function lineStart(text: string, at: number): number {
  let start = at
  while (start > 0 && !isBreak(text[start - 1])) start--
  return start
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at)
}

/** The start of the line above the one that starts at `start`, which is not the first. */
export function lineAbove(text: string, start: number): number {
  return lineStart(text, text[start - 1] === '\n' && text[start - 2] === '\r' ? start - 2 : start - 1)
}

export function lineAt(text: string, start: number): string {
  return text.slice(start, lineEnd(text, start))
}

/** After the line break that ends the line `at` is in, or the end of the text. */
export function lineBelow(text: string, at: number): number {
  return nextLine(text, lineEnd(text, at))
}

export function isBlankLine(line: string): boolean {
  return /^[ \t]*$/.test(line)
}

export function isCommentLine(line: string): boolean {
  return /^[ \t]*#/.test(line)
}

/** How the line around `at` ends, else the line above, else LF. */
export function lineBreakNear(text: string, at: number): string {
  const end = lineEnd(text, at)
  const own = text.slice(end, nextLine(text, end))
  if (own !== '') return own
  const start = lineStart(text, at)
  return text[start - 1] === '\n' && text[start - 2] === '\r' ? '\r\n' : start > 0 ? text[start - 1]! : '\n'
}

/** Whether a blank line stands between two offsets. */
export function hasBlankLine(text: string, from: number, to: number): boolean {
  return /(?:\r\n|\r|\n)[ \t]*(?:\r|\n)/.test(text.slice(from, to).replaceAll('\r\n', '\n'))
}
