/** A table without frame: columns as wide as what stands in them, lines ending where their text does. */
import Table from 'cli-table3'
import { displayWidth } from './display-width.ts'

export interface Column {
  readonly head: string
  readonly align: 'left' | 'right'
}

/** A row of cells, or one text that runs across all columns. Cells may be coloured and must be safe to print. */
export type Row = readonly string[] | string

/** Two spaces between columns. A text across all columns stands as it is given. */
export function renderColumns(columns: readonly Column[], rows: readonly Row[], rule: string): string[] {
  const cells = [columns.map(({ head }) => head), ...rows.filter((row) => typeof row !== 'string')]
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => displayWidth(row[index] ?? ''))))
  const total = widths.reduce((sum, width) => sum + width + 2, -2)
  const lines = layOut(columns, cells, widths)
  const [head = '', ...body] = lines
  let next = 0
  return [
    head,
    rule.repeat(total),
    ...rows.map((row) => (typeof row === 'string' ? row : (body[next++] ?? ''))),
  ]
}

/**
 * The table library counts columns its own way, which differs for some scripts and emoji. So it lays out stand-ins of
 * the right width, which then give way to the texts in the order they were put in.
 */
function layOut(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): string[] {
  const last = columns.length - 1
  const table = new Table({
    chars: noFrame,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2, compact: true },
    colWidths: widths.map((width) => width + 2),
    colAligns: columns.map(({ align }) => align),
  })
  table.push(...rows.map((row) => widths.map((_, index) => standIn.repeat(displayWidth(row[index] ?? '')))))
  const texts = rows.flatMap((row) => row.slice(0, last + 1)).filter((text) => displayWidth(text) > 0)
  let next = 0
  return table
    .toString()
    .replace(standIns, () => texts[next++] ?? '')
    .split('\n')
    .map((line) => line.trimEnd())
}

const standIn = '\ue000'
const standIns = /\ue000+/g
const noFrame = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
  ].map((name) => [name, '']),
)
