/** A key that is about to be put into a block mapping, and the lines it will stand on. */
import type { MappingEntry } from '../types/document.ts'
import type { Edit, EditValue } from './edit.ts'
import { layoutAt } from './layout.ts'
import type { Slot } from './slots.ts'
import type { Spot } from './spot.ts'
import { writeEntry } from './write-value.ts'

export interface Insertion {
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
export function linesOf({ spot, key, value, column }: Insertion, lineBreak: string): string[] {
  const { node } = spot
  const mark = node.kind === 'mapping' ? commonQuote(node.entries) : ''
  return writeEntry(key, value, [...spot.path, key], column, layoutAt(spot, lineBreak), mark)
}

/** The quotes all keys stand in; empty where they stand in none or in different ones. */
export function commonQuote(entries: readonly MappingEntry[]): '' | '"' | "'" {
  const [first = '', ...others] = new Set(entries.map(({ key }) => key.source.text[key.start]))
  return others.length === 0 && (first === '"' || first === "'") ? first : ''
}
