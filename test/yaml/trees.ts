/** Walks the trees that `source/` reads: as plain data, and as nodes with the text they stand for. */
import type { DocumentNode } from '../../src/types/document.ts'

/** Keys as written; where one is a duplicate, the last wins. */
export function plainData(node: DocumentNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'sequence') return node.items.map(plainData)
  return Object.fromEntries(node.entries.map(({ name, value }) => [name, plainData(value)]))
}

export function* slicesOf(node: DocumentNode): Iterable<{ node: DocumentNode; slice: string }> {
  if (node.start < node.end) yield { node, slice: node.source.text.slice(node.start, node.end) }
  if (node.kind === 'sequence') for (const item of node.items) yield* slicesOf(item)
  if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) {
      yield* slicesOf(key)
      yield* slicesOf(value)
    }
  }
}
