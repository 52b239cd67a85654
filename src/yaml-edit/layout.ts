/** How a file is laid out where something new has to look like it: how far it indents, and where its lists stand. */
import type { DocumentNode } from '../types/document.ts'
import { columnOf } from './lines.ts'
import { isFlow, type Spot } from './spot.ts'

export interface Layout {
  /** Columns from a key to the keys below it. */
  readonly step: number
  /** Columns from a key to the dashes below it. */
  readonly listStep: number
  readonly lineBreak: string
}

/** For what will stand below `spot`: what is near goes before the rest of the file. */
export function layoutAt(spot: Spot, lineBreak: string): Layout {
  const around = [spot.node]
  for (let above = spot.parent; above; above = above.parent) around.push(above.node)
  const step = first(around, (node) => stepIn(node, 'mapping')) ?? stepBelow(around.at(-1)!, 'mapping') ?? 2
  return { step, listStep: first(around, (node) => stepBelow(node, 'sequence')) ?? step, lineBreak }
}

function first<Found>(
  nodes: readonly DocumentNode[],
  find: (node: DocumentNode) => Found | undefined,
): Found | undefined {
  for (const node of nodes) {
    const found = find(node)
    if (found !== undefined) return found
  }
  return undefined
}

/** Between the keys of a block mapping and the first block below one of them. */
function stepIn(node: DocumentNode, kind: 'mapping' | 'sequence'): number | undefined {
  if (node.kind !== 'mapping' || isFlow(node)) return undefined
  for (const { key, value } of node.entries) {
    if (value.kind !== kind || isFlow(value)) continue
    return columnOf(value.source.text, value.start) - columnOf(key.source.text, key.start)
  }
  return undefined
}

function stepBelow(node: DocumentNode, kind: 'mapping' | 'sequence'): number | undefined {
  const own = stepIn(node, kind)
  if (own !== undefined || node.kind === 'scalar') return own
  for (const child of node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.items) {
    const found = stepBelow(child, kind)
    if (found !== undefined) return found
  }
  return undefined
}
