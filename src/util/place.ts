/** Which characters of a file a diagnostic points at: the key where the key is wrong, the value where the value is. */
import type { Span } from '../diagnostics/diagnose.ts'
import { type DocumentNode, entryOf, type MappingEntry, nodeAt, type Path } from '../types/document.ts'

/** The key of the entry a path leads to; for an entry of a list or the top, its first key. */
export function keySpan(root: DocumentNode, path: Path): Span {
  return entryAt(root, path)?.key ?? startOf(nearest(root, path))
}

/** The value a path leads to where it is a single one with characters of its own, else the key it stands under. */
export function valueSpan(root: DocumentNode, path: Path): Span {
  const node = nearest(root, path)
  return node.kind === 'scalar' && node.end > node.start ? node : keySpan(root, path)
}

function entryAt(root: DocumentNode, path: Path): MappingEntry | undefined {
  const last = path[path.length - 1]
  return typeof last === 'string' ? entryOf(nodeAt(root, path.slice(0, -1)), last) : undefined
}

function nearest(root: DocumentNode, path: Path): DocumentNode {
  for (let length = path.length; length > 0; length--) {
    const node = nodeAt(root, path.slice(0, length))
    if (node) return node
  }
  return root
}

function startOf(node: DocumentNode): Span {
  if (node.kind === 'mapping' && node.entries[0]) return node.entries[0].key
  return { source: node.source, start: node.start, end: Math.min(node.end, node.start + 1) }
}
