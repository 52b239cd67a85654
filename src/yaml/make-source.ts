/** Prepares a text for finding lines and columns in it. */
import type { Source } from '../types/document.ts'

/** A line ends at LF, CR LF or a lone CR, as in YAML and in editors. */
export function makeSource(file: string, text: string): Source {
  const lineStarts = [0]
  const hasReturns = text.includes('\r')
  let at = text.indexOf('\n')
  if (!hasReturns) {
    for (; at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
    return { file, text, lineStarts }
  }
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) lineStarts.push(index + 1)
  }
  return { file, text, lineStarts }
}
