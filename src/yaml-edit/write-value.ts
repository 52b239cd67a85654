/** Writes a value as it stands after a key or a dash: what goes on the same line, and the lines below. */

import { descriptionSchema } from '../schema/description-schema.ts'
import { schemaAt, wantedBy } from '../schema/schema.ts'
import type { Path } from '../types/document.ts'
import type { EditValue } from './edit.ts'
import type { Layout } from './layout.ts'
import { isList } from './plain-data.ts'
import { type Scalar, writeKey, writeScalar } from './write-scalar.ts'

export interface Written {
  /** Follows the colon or the dash, with a blank before it; empty where the value begins on the next line. */
  readonly first: string
  readonly below: readonly string[]
}

export type Compound = Exclude<EditValue, Scalar>

/** A line in brackets is not longer than this, counted from its first column. */
const width = 110

/** `column`: of the key or dash it belongs to. */
export function writeValue(
  value: EditValue,
  path: Path,
  column: number,
  layout: Layout,
  owner: 'key' | 'dash' = 'key',
): Written {
  if (isScalar(value)) return writeText(value, path, column, layout)
  if (isCompact(value, path, column) || (isList(value) && owner === 'dash'))
    return { first: ` ${writeFlow(value, path)}`, below: [] }
  if (isList(value)) {
    return { first: '', below: writeItems(value, path, column + layout.listStep, layout) }
  }
  const lines = writeEntries(value, path, column + (owner === 'dash' ? 2 : layout.step), layout)
  return owner === 'key'
    ? { first: '', below: lines }
    : { first: ` ${lines[0]!.trimStart()}`, below: lines.slice(1) }
}

export function writeEntry(
  key: string,
  value: EditValue,
  path: Path,
  column: number,
  layout: Layout,
  quote = '',
): string[] {
  const { first, below } = writeValue(value, path, column, layout)
  return [`${' '.repeat(column)}${writeKey(key, quote)}:${first}`, ...below]
}

function writeEntries(
  value: Readonly<Record<string, EditValue>>,
  path: Path,
  column: number,
  layout: Layout,
): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    writeEntry(key, inner, [...path, key], column, layout),
  )
}

function writeItems(items: readonly EditValue[], path: Path, column: number, layout: Layout): string[] {
  return items.flatMap((item, index) => writeItem(item, [...path, index], column, layout))
}

/** With `inBrackets` a mapping stands on one line. */
export function writeItem(
  item: EditValue,
  path: Path,
  column: number,
  layout: Layout,
  inBrackets = false,
): string[] {
  const { first, below } = inBrackets
    ? { first: ` ${writeFlow(item, path)}`, below: [] }
    : writeValue(item, path, column, layout, 'dash')
  return [`${' '.repeat(column)}-${first}`, ...below]
}

export function writeFlow(value: EditValue, path: Path): string {
  if (isScalar(value)) return writeScalar(value, path, true)
  if (isList(value)) return `[${value.map((item, index) => writeFlow(item, [...path, index])).join(', ')}]`
  const pairs = Object.entries(value).map(([key, inner]) => writePair(key, inner, [...path, key]))
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

export function writePair(key: string, value: EditValue, path: Path, quote = ''): string {
  return `${writeKey(key, quote)}: ${writeFlow(value, path)}`
}

export function isScalar(value: EditValue): value is Scalar {
  return typeof value !== 'object'
}

/** Several lines stand as they are, where the text lets them. */
function writeText(value: Scalar, path: Path, column: number, { step }: Layout): Written {
  if (typeof value !== 'string' || !isBlockText(value))
    return { first: ` ${writeScalar(value, path, false)}`, below: [] }
  const ends = value.endsWith('\n')
  const lines = (ends ? value.slice(0, -1) : value).split('\n')
  const indent = ' '.repeat(column + step)
  return {
    first: ends ? ' |' : ' |-',
    below: lines.map((line) => (line === '' ? '' : indent + line)),
  }
}

/** No blank at the start of the first line nor at the end of any, one line break at most at the end, nothing invisible. */
function isBlockText(text: string): boolean {
  return (
    /\n(?!$)/.test(text) &&
    /^[^ \t\n]/.test(text) &&
    !/[ \t](?:\n|$)|\n\n$/.test(text) &&
    !/[^\P{C}\n\t\u200c\u200d]|[\u2028\u2029]/u.test(text)
  )
}

/** Lists of short texts, and mappings whose keys are answers rather than fields, stand in brackets where they fit. */
export function isCompact(value: Compound, path: Path, column: number): boolean {
  const values = isList(value) ? value : Object.values(value)
  if (values.length === 0) return true
  if (!values.every(isScalar)) return false
  if (!isList(value)) {
    const { properties, additionalProperties } = schemaAt(descriptionSchema, path)
    const inner = typeof additionalProperties === 'object' && additionalProperties
    if (properties || !inner || wantedBy(inner) === 'object') return false
  }
  const last = String(path[path.length - 1] ?? '')
  return column + last.length + 2 + writeFlow(value, path).length <= width
}
