/** Turns the short form of a criterion (`2a: statement`) into the long one (`2a: { text: statement }`), keeping places. */
import type { DocumentNode, MappingNode } from '../types/document.ts'

export function spellOutCriteria(root: MappingNode): MappingNode {
  return changeEntry(root, 'elements', (elements) =>
    changeAll(elements, (element) =>
      changeEntry(element, 'criteria', (criteria) => changeAll(criteria, longForm)),
    ),
  ) as MappingNode
}

function longForm(node: DocumentNode): DocumentNode {
  if (node.kind !== 'scalar') return node
  const key = { ...node, end: node.start, text: 'text', plain: true, value: 'text' }
  return {
    kind: 'mapping',
    source: node.source,
    start: node.start,
    end: node.end,
    entries: [{ name: 'text', key, value: node }],
  }
}

type Change = (node: DocumentNode) => DocumentNode

function changeAll(node: DocumentNode, change: Change): DocumentNode {
  if (node.kind !== 'mapping') return node
  return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: change(entry.value) })) }
}

function changeEntry(node: DocumentNode, name: string, change: Change): DocumentNode {
  if (node.kind !== 'mapping') return node
  return {
    ...node,
    entries: node.entries.map((entry) =>
      entry.name === name ? { ...entry, value: change(entry.value) } : entry,
    ),
  }
}
