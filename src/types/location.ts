/** Where something stands in a file, in the numbers editors, SARIF and JSON share. */
import { type DocumentNode, entryOf, nodeAt, type Path, type Source } from './document.ts'

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Location {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Turns a range of offsets into a location. Offsets past the end of the text count as its end. */
export function locate(source: Source, start: number, end: number): Location {
  const from = position(source, start)
  const to = position(source, Math.max(start, end))
  return { file: source.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

export function locateNode(node: DocumentNode): Location {
  return locate(node.source, node.start, node.end)
}

/**
 * The place of the entry a path leads to, from its key to the end of its value on one line, or of its
 * nearest ancestor that exists. `undefined` only when there is no document.
 */
export function locatePath(root: DocumentNode | undefined, path: Path): Location | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent = nodeAt(root, path.slice(0, length - 1))
    const last = path[length - 1]!
    const entry = typeof last === 'string' ? entryOf(parent, last) : undefined
    if (entry) {
      const scalar =
        entry.value.kind === 'scalar' &&
        !entry.key.source.text.slice(entry.key.start, entry.value.end).includes('\n')
      return locate(entry.key.source, entry.key.start, scalar ? entry.value.end : entry.key.end)
    }
    const node = nodeAt(parent, [last])
    if (node)
      return node.kind === 'scalar' ? locateNode(node) : locate(node.source, node.start, node.start + 1)
  }
  return root && locate(root.source, root.start, root.start + 1)
}

function position(source: Source, offset: number): { line: number; column: number } {
  const at = Math.min(offset, source.text.length)
  let low = 0
  let high = source.lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (source.lineStarts[middle]! <= at) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: at - source.lineStarts[low]! + 1 }
}
