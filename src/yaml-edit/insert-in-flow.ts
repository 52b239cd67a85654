/** Puts a new pair or item between brackets. */
import type { MappingNode, SequenceNode } from '../types/document.ts'
import type { Edit, EditValue } from './edit.ts'
import { commonQuote } from './insertion.ts'
import { placeForKey } from './key-order.ts'
import type { Splice } from './splice.ts'
import type { Spot } from './spot.ts'
import { writeFlow, writePair } from './write-value.ts'

export function insertPair(
  { path }: Spot,
  node: MappingNode,
  key: string,
  value: EditValue,
  order: Edit['order'],
): Splice[] {
  const { entries, start, end } = node
  const first = entries[0]?.key
  const pair = writePair(key, value, [...path, key], commonQuote(entries))
  if (!first) return [{ start, end, text: `{ ${pair} }` }]
  const names = entries.map(({ name }) => name)
  const after = placeForKey(key, names, path, order) ?? entries.length - 1
  if (after === -1) return [{ start: first.start, end: first.start, text: `${pair}, ` }]
  const at = Math.max(entries[after]!.key.end, entries[after]!.value.end)
  return [{ start: at, end: at, text: `, ${pair}` }]
}

export function appendInFlow({ path }: Spot, node: SequenceNode, value: EditValue): Splice[] {
  const { items, start, end } = node
  const item = writeFlow(value, [...path, items.length])
  const last = items[items.length - 1]
  if (!last) return [{ start, end, text: `[${item}]` }]
  return [{ start: last.end, end: last.end, text: `, ${item}` }]
}
