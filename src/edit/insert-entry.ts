/** Puts a new key into a mapping: into its place in the order, looking like its neighbours. */
import type { MappingNode } from '../core/document.ts'
import { lineEnd, nextLine } from '../source/skip-blank.ts'
import type { Example } from './draft-examples.ts'
import type { Edit, EditValue } from './edit.ts'
import { insertPair } from './insert-in-flow.ts'
import { placeForKey } from './key-order.ts'
import { layoutAt } from './layout.ts'
import { columnOf, hasBlankLine, lineBelow, lineBreakNear, lineStart } from './lines.ts'
import { isList } from './plain-data.ts'
import { type Slot, slotsOf, withCommentsAbove } from './slots.ts'
import type { Splice } from './splice.ts'
import { isFlow, type Spot } from './spot.ts'
import { isScalar, writeEntry } from './write-value.ts'

type Order = Edit['order']

/** `undefined` where the mapping is written in a way that nothing can be put in safely. */
export function insertEntry(spot: Spot, key: string, value: EditValue, order: Order): Splice[] | undefined {
  const node = spot.node as MappingNode
  if (isFlow(node)) return insertPair(spot, node, key, value, order)
  const { text } = node.source
  const column = columnOf(text, node.start)
  const atLineStart = node.entries.map((entry) =>
    /^ *$/.test(text.slice(lineStart(text, entry.key.start), entry.key.start)),
  )
  if (spot.inFlow || !atLineStart.every((is, index) => is || index === 0)) return undefined
  const opens = atLineStart[0] ? startBelowOwner(spot) : lineStart(text, node.start)
  const slots = slotsOf(text, node.entries, column, opens)
  return place({ spot, key, value, order, column, opens, slots, mayGoFirst: atLineStart[0]! })
}

/** Below a key that has no value yet. */
export function insertFirstEntry(spot: Spot, key: string, value: EditValue, order: Order): Splice[] {
  const { text } = spot.node.source
  const owner = spot.entry!.key
  const column = columnOf(text, owner.start) + layoutAt(spot.parent!, '').step
  const opens = startBelowOwner(spot)
  return place({
    spot,
    key,
    value,
    order,
    column,
    opens,
    slots: slotsOf(text, [], column, opens),
    mayGoFirst: true,
  })
}

function startBelowOwner({ node, entry }: Spot): number {
  return entry ? lineBelow(node.source.text, entry.key.end) : 0
}

interface Insertion {
  readonly spot: Spot
  readonly key: string
  readonly value: EditValue
  readonly order: Order
  readonly column: number
  /** The start of the first line that may belong to the mapping. */
  readonly opens: number
  readonly slots: readonly Slot[]
  readonly mayGoFirst: boolean
}

function place(insertion: Insertion): Splice[] {
  const { spot, key, order, slots, opens, mayGoFirst } = insertion
  const { text } = spot.node.source
  const example = slots.find((slot) => slot.example && slot.name === key)
  if (example) return overExample(insertion, example)
  if (slots.length === 0) return [below(insertion, spot.entry!.key.end, false)]
  const found = placeForKey(
    key,
    slots.map(({ name }) => name),
    spot.path,
    order,
  )
  const entries = slots.filter((slot) => !slot.example)
  const after = found === undefined ? (entries[entries.length - 1] ?? slots[0]!) : slots[found]
  if (after && !(found === undefined && entries.length === 0)) {
    return [below(insertion, after.end, isSetOff(text, slots, slots.indexOf(after)))]
  }
  const [first] = slots
  if (!mayGoFirst) return [below(insertion, first!.end, false)]
  return [above(insertion, first!, withCommentsAbove(text, first!.start, opens))]
}

function write({ spot, key, value, column }: Insertion, lineBreak: string): string[] {
  const node = spot.node.kind === 'mapping' ? spot : spot.parent!
  const quotes = new Set(
    node.node.kind === 'mapping'
      ? node.node.entries.map(({ key: sibling }) => sibling.source.text[sibling.start]!)
      : [],
  )
  const [quote = ''] = quotes.size === 1 && spot.node.kind === 'mapping' ? quotes : []
  const isQuote = quote === '"' || quote === "'"
  return writeEntry(key, value, [...spot.path, key], column, layoutAt(spot, lineBreak), isQuote ? quote : '')
}

function below(insertion: Insertion, end: number, setOff: boolean): Splice {
  const { text } = insertion.spot.node.source
  const at = lineEnd(text, end)
  const lineBreak = lineBreakNear(text, at)
  const lines = write(insertion, lineBreak).map((line) => lineBreak + line)
  return { start: at, end: at, text: (setOff ? lineBreak : '') + lines.join('') }
}

function above(insertion: Insertion, first: Slot, at: number): Splice {
  const { text } = insertion.spot.node.source
  const lineBreak = lineBreakNear(text, first.start)
  const setOff = isSetOff(text, insertion.slots, 0) ? lineBreak : ''
  const lines = write(insertion, lineBreak).map((line) => line + lineBreak)
  return { start: at, end: at, text: lines.join('') + setOff }
}

/** In place of the commented-out example, its remark kept in its column; so are the examples below it that are answered. */
function overExample(insertion: Insertion, { start, example }: Slot): Splice[] {
  const { value, path, layout } = { ...insertion, ...contextOf(insertion, start) }
  const { text } = insertion.spot.node.source
  const end = lineEnd(text, start)
  const column = insertion.column + layout.step
  const below = slotsOf(text, [], column, nextLine(text, end)).filter((slot) => slot.example)
  const parts = isScalar(value) || isList(value) ? [] : Object.entries(value)
  const answered = parts.flatMap(([key, inner]) => {
    const slot = below.find(({ name }) => name === key)
    return slot ? [{ slot, key, lines: writeEntry(key, inner, [...path, key], column, layout) }] : []
  })
  const others = parts.filter(([key]) => !answered.some((part) => part.key === key))
  const lines =
    answered.length === 0
      ? write(insertion, layout.lineBreak)
      : [
          ...write({ ...insertion, value: {} }, layout.lineBreak).map((line) => line.replace(/ \{\}$/, '')),
          ...others.flatMap(([key, inner]) => writeEntry(key, inner, [...path, key], column, layout)),
        ]
  return [
    uncomment(text, { start, example: example! }, lines, layout.lineBreak),
    ...answered.map(({ slot, lines: own }) =>
      uncomment(text, { start: slot.start, example: slot.example! }, own, layout.lineBreak),
    ),
  ]
}

function contextOf({ spot, key }: Insertion, at: number) {
  const layout = layoutAt(spot, lineBreakNear(spot.node.source.text, at))
  return { layout, path: [...spot.path, key] }
}

function uncomment(
  text: string,
  { start, example }: { readonly start: number; readonly example: Example },
  [line = '', ...others]: readonly string[],
  lineBreak: string,
): Splice {
  const { remark, remarkColumn } = example
  const first = remark === '' ? line : `${line.padEnd(remarkColumn - 1)} ${remark}`
  return { start, end: lineEnd(text, start), text: [first, ...others].join(lineBreak) }
}

/** Whether neighbours are set apart by a blank line: the slot and the next one, for the last slot the one before. */
function isSetOff(text: string, slots: readonly Slot[], index: number): boolean {
  const [slot, next] =
    index + 1 < slots.length ? [slots[index], slots[index + 1]] : [slots[index - 1], slots[index]]
  return slot !== undefined && next !== undefined && hasBlankLine(text, slot.end, next.start)
}
