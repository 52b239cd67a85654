/** Reads block texts (`|` and `>`) in their simple forms: evenly indented lines, folded ones without blank lines. */
import type { ScalarNode } from '../types/document.ts'
import type { Cursor } from './simple-cursor.ts'

const header = / *([|>])(-?)\n/y

/**
 * `indent`: of the key it belongs to. `undefined` where there is no block text, `null` where it is not simple. Leaves the
 * cursor at the start of the line after it.
 */
export function readSimpleBlockText(cursor: Cursor, indent: number): ScalarNode | undefined | null {
  const { source, text } = cursor
  const first = text[cursor.at + indentOf(text, cursor.at)]
  if (first !== '|' && first !== '>') return undefined
  header.lastIndex = cursor.at
  const [whole, style, chomp] = header.exec(text) ?? []
  if (whole === undefined) return null
  const start = cursor.at + whole.indexOf(style!)
  const lines: string[] = []
  let lineStart = cursor.at + whole.length
  let margin = 0
  let end = lineStart
  let blank = 0
  for (;;) {
    const lineEnd = text.indexOf('\n', lineStart)
    if (lineStart < text.length && lineEnd === -1) return null
    const column = indentOf(text, lineStart)
    const isBlank = lineStart + column === lineEnd
    if (isBlank && column > 0) return null
    if (isBlank && lineStart < text.length) {
      blank++
      lineStart = lineEnd + 1
      continue
    }
    if (lines.length === 0) {
      if (blank > 0 || column <= indent) return null
      margin = column
    }
    if (column < margin || lineStart >= text.length) {
      if (column > indent && lineStart < text.length) return null
      break
    }
    if (style === '>' && (blank > 0 || column > margin)) return null
    for (; blank > 0; blank--) lines.push('')
    lines.push(text.slice(lineStart + margin, lineEnd))
    end = lineEnd
    lineStart = lineEnd + 1
  }
  cursor.at = lineStart
  const value = lines.join(style === '|' ? '\n' : ' ') + (chomp === '-' ? '' : '\n')
  return { kind: 'scalar', source, start, end, text: value, plain: false, value }
}

function indentOf(text: string, from: number): number {
  let at = from
  while (text[at] === ' ') at++
  return at - from
}
