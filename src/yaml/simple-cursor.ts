/** Where the reader of plain YAML stands, and the smallest things it makes. */
import type { ScalarNode, Source } from '../types/document.ts'
import { scalarValue } from './scalar-value.ts'

export interface Cursor {
  readonly source: Source
  readonly text: string
  at: number
  lineStart: number
  /** Of the line the cursor stands on; -1 at the end of the text. */
  indent: number
}

/** A plain scalar, read as number, boolean or null where it is one. */
export function makeScalar(cursor: Cursor, start: number, end: number): ScalarNode {
  const { source } = cursor
  const text = cursor.text.slice(start, end)
  return { kind: 'scalar', source, start, end, text, plain: true, value: scalarValue(text) }
}

/** Whether nothing but blanks and perhaps a comment stands from here to the end of the line. */
export function restIsBlank(text: string, from: number): boolean {
  let at = from
  while (text[at] === ' ') at++
  return at === text.length || text[at] === '\n' || (text[at] === '#' && at > from)
}
