/**
 * A report as data. Each sentence of a report is written once, in a document; a writer turns the document into a format. Texts
 * are unescaped, may come from files, and may use typographic marks: escaping and substitution are the writer's work.
 */
import type { Severity } from '../types/framework.ts'

/** How a text should look where a format has colours; the words must say the same. */
export type Tone = 'good' | 'middling' | 'bad' | 'muted' | Severity

export type Inline =
  | string
  /** `code`: an id, path or command, never broken across lines. */
  | { readonly type: 'strong' | 'code'; readonly text: string }
  | { readonly type: 'toned'; readonly tone: Tone; readonly text: string }
  /** A link to what is said about an element or a rule. */
  | { readonly type: 'element' | 'rule'; readonly id: string; readonly text: string }

export type Text = string | readonly Inline[]

export type ColumnType = 'text' | 'number' | 'level' | 'percent' | 'days' | 'date'

export interface Column {
  readonly head: string
  /** Text and dates are aligned left, everything else right. */
  readonly type: ColumnType
  /** Cut text that is too wide to one line instead of wrapping it. */
  readonly cut?: true
  /** Left out where the page is too narrow; the highest number goes first. */
  readonly optional?: number
}

/** Numbers are formatted by the type of their column; null is a dash. */
export type Cell = Text | number | null

/** A level with what it can still become, 0 to 5. */
export interface LevelRange {
  readonly level: number | null
  readonly lowest: number | null
  readonly highest: number | null
  readonly target: number | null
}

export interface LevelRow extends LevelRange {
  readonly label: string
  /** 0 to 100. */
  readonly percent: number | null
}

/** One line of a chart over time; null: no level stated, `broken`: the version could not be assessed. */
export interface Series {
  readonly label: string
  readonly values: readonly (number | null | 'broken')[]
}

export type Chart =
  | { readonly kind: 'levels'; readonly rows: readonly LevelRow[] }
  | { readonly kind: 'over-time'; readonly series: readonly Series[] }

export type Block =
  | { readonly type: 'paragraph'; readonly text: Text; readonly tone?: 'lead' | 'note' }
  | {
      readonly type: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly Cell[])[]
      /** Without a line under the head. */
      readonly compact?: true
    }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly Item[] }
  | { readonly type: 'definitions'; readonly items: readonly (readonly [term: string, text: Text])[] }
  | { readonly type: 'callout'; readonly label: string; readonly text: Text }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'chart'; readonly chart: Chart }
  /** A table of contents, where the format has links. */
  | { readonly type: 'contents' }
  | Section

export interface Item {
  readonly text: Text
  readonly blocks?: readonly Block[]
}

export interface Section {
  readonly type: 'section'
  readonly heading: string
  /** The file or organization that the section is about, after the heading. */
  readonly subject?: string
  readonly blocks: readonly Block[]
}

export interface Document {
  /** Null where the format starts with the first block, as in a terminal. */
  readonly title: string | null
  readonly blocks: readonly Block[]
}

export const strong = (text: string): Inline => ({ type: 'strong', text })
export const code = (text: string): Inline => ({ type: 'code', text })
export const toned = (tone: Tone, text: string): Inline => ({ type: 'toned', tone, text })
export const elementLink = (id: string, text = id): Inline => ({ type: 'element', id, text })
export const ruleLink = (id: string, text = id): Inline => ({ type: 'rule', id, text })

/** No block where there is no text. */
export function paragraph(text: Text, tone?: 'lead' | 'note'): Block[] {
  return text.length === 0 ? [] : [{ type: 'paragraph', text, ...(tone && { tone }) }]
}

/** No block where there is no item. */
export function list(items: readonly (Text | Item)[], ordered = false): Block[] {
  if (items.length === 0) return []
  return [{ type: 'list', ordered, items: items.map((item) => (isItem(item) ? item : { text: item })) }]
}

function isItem(item: Text | Item): item is Item {
  return typeof item === 'object' && 'text' in item
}

/** Terms without a text are left out. */
export function definitions(items: readonly (readonly [term: string, text: Text])[]): Block[] {
  const filled = items.filter(([, text]) => text.length > 0)
  return filled.length === 0 ? [] : [{ type: 'definitions', items: filled }]
}

/** No table where there is no row. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  compact = false,
): Block[] {
  return rows.length === 0 ? [] : [{ type: 'table', columns, rows, ...(compact && { compact }) }]
}

/** No section where it would be empty. */
export function section(heading: string, blocks: readonly Block[], subject?: string): Block[] {
  return blocks.length === 0
    ? []
    : [{ type: 'section', heading, blocks, ...(subject !== undefined && { subject }) }]
}

/** `What changed: Harbour Pumps` */
export function headingText({ heading, subject }: Section): string {
  return subject === undefined ? heading : `${heading}: ${subject}`
}

/** The words of a text, without their markup. */
export function plainText(text: Text): string {
  if (typeof text === 'string') return text
  return text.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('')
}

/** A cell as every format shows it: levels with one decimal, whole percent, whole days. */
export function cellText(cell: Cell, type: ColumnType): Text {
  if (cell === null) return '-'
  if (typeof cell !== 'number') return cell
  if (type === 'level') return levelText(cell)
  if (type === 'percent') return percentText(cell)
  return type === 'days' ? daysText(cell) : String(cell)
}

/** `2.3`; a dash where there is no number. */
export function levelText(level: number | null): string {
  return level === null ? '-' : (Math.round(level * 10) / 10).toFixed(1)
}

/** `1.9–3.1`; `exact` where nothing is open. */
export function rangeText({ lowest, highest }: Pick<LevelRange, 'lowest' | 'highest'>): string {
  if (lowest === null) return '-'
  return lowest === highest ? 'exact' : `${levelText(lowest)}–${levelText(highest)}`
}

/** `67 %`; never 100 while something is missing, never 0 while there is something. */
export function percentText(percent: number): string {
  const whole = percent > 99 && percent < 100 ? 99 : percent > 0 && percent < 1 ? 1 : Math.round(percent)
  return `${whole} %`
}

/** Whole days. */
export function daysText(days: number): string {
  return days > 0 && days < 1 ? '<1' : String(Math.round(days))
}
