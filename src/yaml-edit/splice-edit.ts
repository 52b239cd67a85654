/** Finds the stretch of text that one edit changes. */

import { descriptionSchema } from '../schema/description-schema.ts'
import { schemaAt } from '../schema/schema.ts'
import type { DocumentNode, MappingEntry, MappingNode, Path, SequenceNode } from '../types/document.ts'
import { lineEnd } from '../yaml/skip-blank.ts'
import type { Example } from './draft-examples.ts'
import type { Edit, EditValue } from './edit.ts'
import { layoutAt } from './layout.ts'
import { columnOf, hasBlankLine, lineBelow, lineBreakNear, lineStart } from './lines.ts'
import { isList } from './plain-data.ts'
import { removeSpot } from './remove-spot.ts'
import { replaceValue } from './replace-value.ts'
import { headingOf, type Slot, slotsOf, withCommentsAbove } from './slots.ts'
import type { Splice } from './splice.ts'
import { isFlow, isNothingYet, isNotWritten, type Spot, walk } from './spot.ts'
import {
  type Compound,
  isCompact,
  isScalar,
  writeEntry,
  writeFlow,
  writeItem,
  writePair,
} from './write-value.ts'

/**
 * The position of the name it goes behind; -1: before the name at the first position; `undefined`: wherever new keys go,
 * since the order says nothing or the names keep another one.
 */
function placeForKey(
  key: string,
  names: readonly string[],
  path: Path,
  order: readonly string[] | undefined,
): number | undefined {
  const known = order?.includes(key) ? order : Object.keys(schemaAt(descriptionSchema, path).properties ?? {})
  const rank = known.includes(key) ? rankIn(known) : isNumber(key) ? numbered : undefined
  if (!rank) return undefined
  const ranked = names.map((name, index) => ({ name, index })).filter(({ name }) => rank(name, name) === 0)
  if (ranked.length === 0) return undefined
  for (const [index, { name }] of ranked.entries()) {
    const before = ranked[index - 1]
    if (before && rank(before.name, name)! > 0) return undefined
  }
  const above = ranked.filter(({ name }) => rank(name, key)! < 0)
  return above.length > 0 ? above[above.length - 1]!.index : ranked[0]!.index - 1
}

/** Below 0: the first goes first. `undefined`: one of them has no place in the order. */
type Rank = (one: string, other: string) => number | undefined

function rankIn(order: readonly string[]): Rank {
  const positions = new Map(order.map((name, position) => [name, position]))
  return (one, other) => {
    const [first, second] = [positions.get(one), positions.get(other)]
    return first === undefined || second === undefined ? undefined : first - second
  }
}

/** `4.1.2`, and `1a` as criteria are named. */
function isNumber(name: string): boolean {
  return /^\d+(?:\.\d+)*[a-z]?$/.test(name)
}

const numbered: Rank = (one, other) => {
  if (!isNumber(one) || !isNumber(other)) return undefined
  const [first, second] = [one.split('.'), other.split('.')]
  for (let index = 0; index < Math.max(first.length, second.length); index++) {
    const [a = '', b = ''] = [first[index], second[index]]
    const difference = (Number.parseInt(a, 10) || -1) - (Number.parseInt(b, 10) || -1)
    if (difference !== 0) return difference
    if (a !== b) return a < b ? -1 : 1
  }
  return 0
}

/** One line in brackets is not longer than this. */
const width = 120

/** `undefined` where the list stands in brackets of another one, without any of its own. */
function appendItem(spot: Spot, value: EditValue): Splice[] | undefined {
  const node = spot.node as SequenceNode
  if (isFlow(node)) return appendInFlow(spot, node, value)
  if (spot.inFlow) return undefined
  const { items, source, start } = node
  const { text } = source
  const last = items[items.length - 1]!
  const before = items[items.length - 2]
  const at = lineEnd(text, last.end)
  const lineBreak = lineBreakNear(text, at)
  const path = [...spot.path, items.length]
  const column = columnOf(text, start)
  const inBrackets = isFlow(last) && !isScalar(value) && column + writeFlow(value, path).length <= width
  const lines = writeItem(value, path, column, layoutAt(spot, lineBreak), inBrackets)
  const setOff = before !== undefined && hasBlankLine(text, before.end, last.start)
  return [{ start: at, end: at, text: [...(setOff ? [''] : []), '', ...lines].join(lineBreak) }]
}

/** `undefined` where no stretch is safe. Whether the result reads as meant is for the caller to prove. */
export function spliceEdit(root: DocumentNode, { path, value, order }: Edit): Splice[] | undefined {
  const { spot, rest } = walk(root, path)
  const [step, ...deeper] = rest
  if (value === undefined) return step === undefined ? removeSpot(spot) : []
  if (step === undefined) return replaceValue(spot, value)
  const made = nest(deeper, value)
  const { node } = spot
  if (isNothingYet(node) || isEmpty(node)) {
    const whole = nest(rest, value)
    const opens = isNotWritten(node) && spot.entry && !spot.inFlow && typeof step === 'string'
    return opens && !isCompact(whole as Compound, spot.path, 0)
      ? insertFirstEntry(spot, step, made, order)
      : replaceValue(spot, whole)
  }
  return node.kind === 'mapping' ? insertEntry(spot, String(step), made, order) : appendItem(spot, made)
}

function isEmpty(node: DocumentNode): boolean {
  return (
    (node.kind === 'mapping' && node.entries.length === 0) ||
    (node.kind === 'sequence' && node.items.length === 0)
  )
}

/** The value below the keys and positions that lead to it. */
export function nest(path: Path, value: EditValue): EditValue {
  return path.reduceRight<EditValue>(
    (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
    value,
  )
}

/** `undefined` where the mapping is written in a way that nothing can be put in safely. */
function insertEntry(spot: Spot, key: string, value: EditValue, order: Edit['order']): Splice[] | undefined {
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
function insertFirstEntry(spot: Spot, key: string, value: EditValue, order: Edit['order']): Splice[] {
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

/** Puts a new pair or item between brackets. */
function insertPair(
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

function appendInFlow({ path }: Spot, node: SequenceNode, value: EditValue): Splice[] {
  const { items, start, end } = node
  const item = writeFlow(value, [...path, items.length])
  const last = items[items.length - 1]
  if (!last) return [{ start, end, text: `[${item}]` }]
  return [{ start: last.end, end: last.end, text: `, ${item}` }]
}

/** Puts an answer where a drafted description shows an example of it: the example goes, its remark stays in its column. */
interface ExampleSlot {
  readonly start: number
  readonly example: Example
}

/** Examples on the lines below that are answered, too, are written over one by one. */
function overExample(insertion: Insertion, slot: ExampleSlot): Splice[] {
  const { spot, key, value } = insertion
  const { text } = spot.node.source
  const layout = layoutAt(spot, lineBreakNear(text, slot.start))
  const column = insertion.column + layout.step
  const below = slotsOf(text, [], column, lineBelow(text, slot.start))
  const opened: Splice[] = []
  const others: string[] = []
  for (const [inner, part] of isScalar(value) || isList(value) ? [] : Object.entries(value)) {
    const lines = writeEntry(inner, part, [...spot.path, key, inner], column, layout)
    const { start, example } = below.find(({ name }) => name === inner) ?? {}
    if (start === undefined || !example) others.push(...lines)
    else opened.push(uncomment(text, { start, example }, lines, layout.lineBreak))
  }
  const own = `${' '.repeat(insertion.column)}${key}:`
  const lines = opened.length === 0 ? linesOf(insertion, layout.lineBreak) : [own, ...others]
  return [uncomment(text, slot, lines, layout.lineBreak), ...opened]
}

function uncomment(
  text: string,
  { start, example: { remark, remarkColumn } }: ExampleSlot,
  [line = '', ...others]: readonly string[],
  lineBreak: string,
): Splice {
  const first = remark === '' ? line : `${line.padEnd(remarkColumn - 1)} ${remark}`
  return { start, end: lineEnd(text, start), text: [first, ...others].join(lineBreak) }
}

/** A key that is about to be put into a block mapping, and the lines it will stand on. */
interface Insertion {
  /** Of the mapping, or of the value not yet written that becomes one. */
  readonly spot: Spot
  readonly key: string
  readonly value: EditValue
  readonly order: Edit['order']
  /** Of the keys. */
  readonly column: number
  /** The start of the first line that may belong to the mapping. */
  readonly opens: number
  readonly slots: readonly Slot[]
  /** Whether a line of its own can stand above the first key: not where that one follows a dash. */
  readonly mayGoFirst: boolean
}

/** Without line breaks. */
function linesOf({ spot, key, value, column }: Insertion, lineBreak: string): string[] {
  const { node } = spot
  const mark = node.kind === 'mapping' ? commonQuote(node.entries) : ''
  return writeEntry(key, value, [...spot.path, key], column, layoutAt(spot, lineBreak), mark)
}

/** The quotes all keys stand in; empty where they stand in none or in different ones. */
function commonQuote(entries: readonly MappingEntry[]): '' | '"' | "'" {
  const [first = '', ...others] = new Set(entries.map(({ key }) => key.source.text[key.start]))
  return others.length === 0 && (first === '"' || first === "'") ? first : ''
}
