/** Lays one tree of YAML nodes over another, by key, keeping every node's own place. */
import type { DocumentNode, MappingEntry, MappingNode, ScalarNode } from '../types/document.ts'

/** A key that would remove something which is not there. */
export interface UselessRemoval {
  readonly key: ScalarNode
  readonly known: readonly string[]
}

/**
 * Mappings are merged key by key, anything else is replaced, a blank value or `null` removes the entry.
 * New keys come last. What removes nothing is handed to `onUseless`.
 */
export function mergeNodes(
  base: DocumentNode | undefined,
  over: DocumentNode,
  onUseless: (removal: UselessRemoval) => void,
): DocumentNode {
  if (over.kind !== 'mapping') return over
  const entries = new Map<string, MappingEntry>(
    base?.kind === 'mapping' ? base.entries.map((entry) => [entry.name, entry]) : [],
  )
  for (const entry of over.entries) {
    const present = entries.get(entry.name)
    if (isNull(entry.value)) {
      if (!present) onUseless({ key: entry.key, known: [...entries.keys()] })
      entries.delete(entry.name)
    } else {
      entries.set(entry.name, { ...entry, value: mergeNodes(present?.value, entry.value, onUseless) })
    }
  }
  return { ...over, entries: [...entries.values()] }
}

/** Several mappings as one; `onTwice` hears of keys that stand in more than one of them. */
export function joinMappings(
  nodes: readonly MappingNode[],
  onTwice: (first: ScalarNode, second: ScalarNode) => void,
): MappingNode | undefined {
  const [first] = nodes
  if (!first || nodes.length === 1) return first
  const entries = new Map<string, MappingEntry>()
  for (const entry of nodes.flatMap((node) => node.entries)) {
    const earlier = entries.get(entry.name)
    if (earlier) onTwice(earlier.key, entry.key)
    else entries.set(entry.name, entry)
  }
  return { ...first, entries: [...entries.values()] }
}

function isNull(node: DocumentNode): boolean {
  return node.kind === 'scalar' && node.plain && node.value === null
}
