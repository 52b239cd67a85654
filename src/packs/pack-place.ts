/** Finds the place of something in a merged pack: the value a path leads to, or the key where the key is what is wrong. */
import type { Span } from '../diagnostics/diagnose.ts'
import { entryOf, type MappingNode, nodeAt, type Path } from '../types/document.ts'

/** The node at the path, or at its nearest ancestor that exists. */
export function valueSpan(root: MappingNode, path: Path): Span {
  for (let length = path.length; length > 0; length--) {
    const node = nodeAt(root, path.slice(0, length))
    if (node)
      return node.kind === 'scalar' ? node : { source: node.source, start: node.start, end: node.start + 1 }
  }
  return root
}

/** The key that ends the path, or the nearest place to it. */
export function keySpan(root: MappingNode, path: Path): Span {
  const last = path[path.length - 1]
  const entry = typeof last === 'string' ? entryOf(nodeAt(root, path.slice(0, -1)), last) : undefined
  return entry?.key ?? valueSpan(root, path)
}
