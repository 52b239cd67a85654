/** Where in a tree a path leads: the node, what holds it, and whether it stands within brackets. */
import type { DocumentNode, MappingEntry, Path } from '../types/document.ts'

export interface Spot {
  readonly node: DocumentNode
  /** From the root. */
  readonly path: Path
  readonly parent?: Spot
  /** Where the parent is a mapping. */
  readonly entry?: MappingEntry
  /** Position among the children of the parent. */
  readonly index: number
  /** Whether a bracket is open around it. */
  readonly inFlow: boolean
}

/** The last spot on the way that exists, and the steps that remain. */
export function walk(root: DocumentNode, path: Path): { readonly spot: Spot; readonly rest: Path } {
  let spot: Spot = { node: root, path: [], index: 0, inFlow: false }
  for (const [position, step] of path.entries()) {
    const next = below(spot, step)
    if (!next) return { spot, rest: path.slice(position) }
    spot = next
  }
  return { spot, rest: [] }
}

function below(parent: Spot, step: string | number): Spot | undefined {
  const { node, path } = parent
  const inFlow = parent.inFlow || isFlow(node)
  if (node.kind === 'sequence' && typeof step === 'number') {
    const item = node.items[step]
    return item && { node: item, path: [...path, step], parent, index: step, inFlow }
  }
  if (node.kind !== 'mapping') return undefined
  const name = String(step)
  const index = node.entries.findIndex((entry) => entry.name === name)
  const entry = node.entries[index]
  return entry && { node: entry.value, path: [...path, name], parent, entry, index, inFlow }
}

/** Whether a collection is written with brackets. */
export function isFlow({ kind, source, start }: DocumentNode): boolean {
  return kind !== 'scalar' && /[[{]/.test(source.text[start] ?? '')
}

/** A key without a value, or with one that says so. */
export function isNothingYet(node: DocumentNode): boolean {
  return node.kind === 'scalar' && node.plain && node.value === null
}

/** A key with nothing behind it. */
export function isNotWritten(node: DocumentNode): boolean {
  return isNothingYet(node) && node.end === node.start
}

/** Whether the blank lines below belong to it: a block text whose head says so (`|+`) is its last value. */
export function keepsBlankLines(node: DocumentNode): boolean {
  const { source, start } = node
  if (node.kind === 'scalar') return /^[|>]\d?\+/.test(source.text.slice(start, start + 3))
  const values = node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.items
  const last = values[values.length - 1]
  return last !== undefined && keepsBlankLines(last)
}
