/** Puts a new key into a mapping: into its place in the order, looking like its neighbours. */
import type { MappingNode } from '../types/document.ts'
import { lineEnd } from '../yaml/skip-blank.ts'
import type { Edit, EditValue } from './edit.ts'
import { insertPair } from './insert-in-flow.ts'
import { type Insertion, linesOf } from './insertion.ts'
import { placeForKey } from './key-order.ts'
import { layoutAt } from './layout.ts'
import { columnOf, hasBlankLine, lineBelow, lineBreakNear, lineStart } from './lines.ts'
import { overExample } from './over-example.ts'
import { headingOf, type Slot, slotsOf, withCommentsAbove } from './slots.ts'
import type { Splice } from './splice.ts'
import { isFlow, type Spot } from './spot.ts'

/** `undefined` where the mapping is written in a way that nothing can be put in safely. */
export function insertEntry(
  spot: Spot,
  key: string,
  value: EditValue,
  order: Edit['order'],
): Splice[] | undefined {
  const node = spot.node as MappingNode
  if (isFlow(node)) return insertPair(spot, node, key, value, order)
  const { text } = node.source
  const column = columnOf(text, node.start)
  const startsLine = node.entries.map((entry) =>
    /^ *$/.test(text.slice(lineStart(text, entry.key.start), entry.key.start)),
  )
  const [mayGoFirst = false, ...others] = startsLine
  if (spot.inFlow || others.includes(false)) return undefined
  const opens = mayGoFirst ? startBelowOwner(spot) : lineStart(text, node.start)
  const slots = slotsOf(text, node.entries, column, opens)
  return place({ spot, key, value, order, column, opens, slots, mayGoFirst })
}

/** Below a key that has no value yet. */
export function insertFirstEntry(spot: Spot, key: string, value: EditValue, order: Edit['order']): Splice[] {
  const { text } = spot.node.source
  const column = columnOf(text, spot.entry!.key.start) + layoutAt(spot.parent!, '').step
  const opens = startBelowOwner(spot)
  const slots = slotsOf(text, [], column, opens)
  return place({ spot, key, value, order, column, opens, slots, mayGoFirst: true })
}

function startBelowOwner({ node, entry }: Spot): number {
  return entry ? lineBelow(node.source.text, entry.key.end) : 0
}

function place(insertion: Insertion): Splice[] {
  const { spot, key, order, column, slots, opens, mayGoFirst } = insertion
  const { text } = spot.node.source
  for (const { name, start, example } of slots)
    if (example && name === key) return overExample(insertion, { start, example })
  const names = slots.map(({ name }) => name)
  const found = placeForKey(key, names, spot.path, order)
  const entries = slots.filter((slot) => !slot.example)
  const after = found === undefined ? entries[entries.length - 1] : slots[found]
  const heading = headingOf(text, key, column, after ? lineBelow(text, after.end) : opens)
  if (heading !== undefined) return [below(insertion, heading, false)]
  if (after) return [below(insertion, after.end, isSetOff(text, slots, slots.indexOf(after)))]
  const [first] = slots
  if (!first || (found === undefined && spot.entry)) return [below(insertion, spot.entry!.key.end, false)]
  if (!mayGoFirst) return [below(insertion, first.end, false)]
  return [above(insertion, first, withCommentsAbove(text, first.start, opens))]
}

function below(insertion: Insertion, end: number, setOff: boolean): Splice {
  const { text } = insertion.spot.node.source
  const at = lineEnd(text, end)
  const lineBreak = lineBreakNear(text, at)
  const lines = linesOf(insertion, lineBreak).map((line) => lineBreak + line)
  return { start: at, end: at, text: (setOff ? lineBreak : '') + lines.join('') }
}

function above(insertion: Insertion, first: Slot, at: number): Splice {
  const { text } = insertion.spot.node.source
  const lineBreak = lineBreakNear(text, first.start)
  const setOff = isSetOff(text, insertion.slots, 0) ? lineBreak : ''
  const lines = linesOf(insertion, lineBreak).map((line) => line + lineBreak)
  return { start: at, end: at, text: lines.join('') + setOff }
}

/** Whether neighbours are set apart by a blank line: the slot and the next one, for the last slot the one before. */
function isSetOff(text: string, slots: readonly Slot[], index: number): boolean {
  const at = index + 1 < slots.length ? index : index - 1
  const [slot, next] = [slots[at], slots[at + 1]]
  return slot !== undefined && next !== undefined && hasBlankLine(text, slot.end, next.start)
}
