/** Reserializes a whole text with one edit in it, by a parser that keeps comments. */
import { type Document, isMap, isSeq, parseDocument, Scalar } from 'yaml'
import type { Path } from '../types/document.ts'
import type { Edit, EditValue } from './edit.ts'
import { isList } from './plain-data.ts'
import { nest } from './splice-edit.ts'
import { writeScalar } from './write-scalar.ts'

/** Whether it reads as meant is for the caller to prove. */
export function rewriteText(text: string, { path, value }: Edit): string {
  // Without resolving anything, every value is printed with the characters it was written with.
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' })
  if (document.errors.length > 0) return ''
  if (value === undefined) document.deleteIn(path)
  else set(document, path, value)
  const written = document.toString({ lineWidth: 0 })
  const ends = /\n$/.test(text) ? written : written.replace(/\n$/, '')
  return /\r\n/.test(text) ? ends.replace(/\r?\n/g, '\r\n') : ends
}

/** Keys above that hold nothing yet become mappings. */
function set(document: Document, path: Path, value: EditValue): void {
  let depth = 0
  while (depth < path.length) {
    const node = document.getIn(path.slice(0, depth), true)
    if (!isMap(node) && !isSeq(node)) break
    depth++
  }
  const above = document.getIn(path.slice(0, depth), true)
  const holds = isMap(above) || isSeq(above)
  const at = holds ? path : path.slice(0, depth)
  document.setIn(at, nodeOf(document, nest(path.slice(at.length), value), at))
}

function nodeOf(document: Document, value: EditValue, path: Path): unknown {
  if (typeof value !== 'object') {
    const scalar = new Scalar(String(value))
    const written = writeScalar(value, path, true)
    scalar.type = written.startsWith('"') ? 'QUOTE_DOUBLE' : 'PLAIN'
    return scalar
  }
  if (isList(value)) {
    const list = document.createNode([])
    for (const [index, item] of value.entries())
      list.items.push(nodeOf(document, item, [...path, index]) as never)
    return list
  }
  const mapping = document.createNode({})
  for (const [key, inner] of Object.entries(value))
    mapping.items.push(document.createPair(key, nodeOf(document, inner, [...path, key])) as never)
  return mapping
}
