/** Tables in a terminal: as wide as their content, never wider than the page, and a few lines a row where nothing else fits. */
import CliTable from 'cli-table3'
import { type Cell, type Column, cellText, plainText, type Text } from '../document.ts'
import { cutToWidth, displayWidth } from './display-width.ts'
import type { Page } from './page.ts'
import type { Paint } from './palette.ts'

/** One physical line of a table: plain text and what colours it. */
interface Part {
  readonly text: string
  readonly paint: Paint
}

/** Wrapped text columns are at least this wide, and cut ones too. */
const least = 14

export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  page: Page,
  compact = false,
): string[] {
  const kept = fittingColumns(columns, rows, page)
  if (kept === undefined) return stackedLines(columns, rows, page)
  const shown = rows.map((row) => kept.columns.map((index) => row[index] ?? null))
  return drawLines(
    kept.columns.map((index) => columns[index]!),
    shown,
    kept.widths,
    page,
    compact,
  )
}

const gap = 2

/** Which columns fit at which widths: optional ones are dropped first; undefined where not even the others fit. */
function fittingColumns(columns: readonly Column[], rows: readonly (readonly Cell[])[], page: Page) {
  const natural = columns.map(({ head, type }, index) =>
    Math.max(
      displayWidth(head),
      ...rows.map((row) => displayWidth(cellString(row[index] ?? null, type, page))),
    ),
  )
  const minimum = columns.map(({ head, type }, index) =>
    type === 'text' ? Math.max(displayWidth(head), Math.min(natural[index]!, least)) : natural[index]!,
  )
  let kept = columns.map((_, index) => index)
  const total = (widths: readonly number[]) => kept.reduce((sum, index) => sum + widths[index]! + gap, -gap)
  while (total(minimum) > page.width) {
    const [drop] = kept
      .filter((index) => columns[index]!.optional !== undefined)
      .sort((a, b) => columns[b]!.optional! - columns[a]!.optional!)
    if (drop === undefined) return undefined
    kept = kept.filter((index) => index !== drop)
  }
  const widths = [...natural]
  // The column furthest above its share gives way: every text column keeps about the same part of its text.
  const part = (index: number) => widths[index]! / natural[index]!
  while (total(widths) > page.width) {
    const [widest] = kept
      .filter((index) => widths[index]! > minimum[index]!)
      .sort((a, b) => part(b) - part(a))
    widths[widest!]!--
  }
  return { columns: kept, widths: kept.map((index) => widths[index]!) }
}

function cellString(cell: Cell, type: Column['type'], page: Page): string {
  return page.text(plainText(cellText(cell, type)))
}

/** Of a cell with several parts only the first is painted, and only where it is whole. */
function paintOf(text: Text, page: Page): Paint {
  const [first, ...rest] = typeof text === 'string' ? [] : text
  if (first === undefined || typeof first === 'string') return (value) => value
  const paint = page.paintOf(first)
  if (rest.length === 0) return paint
  const begin = page.text(first.text)
  return (value) => (value.startsWith(begin) ? paint(begin) + value.slice(begin.length) : value)
}

function drawLines(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  page: Page,
  compact: boolean,
): string[] {
  const body = rows.flatMap((row) =>
    physicalLines(
      row.map((cell, index): Part[] => {
        const { type, cut } = columns[index]!
        const width = widths[index]!
        const paint = paintOf(cellText(cell, type), page)
        const text = cellString(cell, type, page)
        const lines = cut
          ? [cutToWidth(text, width, page.glyphs.ellipsis)]
          : type === 'text'
            ? page.wrapTo(text, width)
            : [text]
        return lines.map((line) => ({ text: line, paint }))
      }),
    ),
  )
  const head = columns.map((column): Part => ({ text: page.text(column.head), paint: page.paint.bold }))
  const rule = widths.map((width): Part => ({ text: page.glyphs.rule.repeat(width), paint: page.paint.dim }))
  const hasHead = columns.some((column) => column.head !== '')
  const lines = hasHead ? [head, ...(compact ? [] : [rule]), ...body] : body
  // cli-table3 compares every cell with every other, so long tables go in pieces.
  const pieces = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) =>
    lines.slice(index * 100, (index + 1) * 100),
  )
  return pieces.flatMap((piece) => pad(piece, columns, widths))
}

/** A row as the lines it takes; shorter cells are empty on the further lines. */
function physicalLines(cells: readonly (readonly Part[])[]): Part[][] {
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells.map((lines) => lines[line] ?? { text: '', paint: (value: string) => value }),
  )
}

/** Stand-ins of the same width: cli-table3 measures emoji and combining characters in its own, older way. */
const standIn = { first: '\ue100', next: '\ue101' }
const standIns = /\ue100\ue101*/g

function pad(
  lines: readonly (readonly Part[])[],
  columns: readonly Column[],
  widths: readonly number[],
): string[] {
  const painted: string[] = []
  const table = new CliTable({
    chars: {
      ...{
        top: '',
        'top-mid': '',
        'top-left': '',
        'top-right': '',
        mid: '',
        'mid-mid': '',
        'left-mid': '',
        'right-mid': '',
      },
      ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '', left: '', right: '' },
      middle: ' '.repeat(gap),
    },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: [...widths],
    colAligns: columns.map(({ type }) => (type === 'text' || type === 'date' ? 'left' : 'right')),
  })
  for (const line of lines) {
    table.push(
      line.map(({ text, paint }) => {
        const width = displayWidth(text)
        if (width === 0) return ''
        painted.push(paint(text))
        return standIn.first + standIn.next.repeat(width - 1)
      }),
    )
  }
  let next = 0
  return table
    .toString()
    .replace(standIns, () => painted[next++]!)
    .split('\n')
    .map((line) => line.trimEnd())
}

/** A row as its first cell and, below it, the others with their heads. */
function stackedLines(columns: readonly Column[], rows: readonly (readonly Cell[])[], page: Page): string[] {
  const [opening, ...others] = columns
  return rows.flatMap((row) => {
    const facts = others.flatMap(({ head, type }, index) => {
      const text = cellString(row[index + 1] ?? null, type, page)
      return text === '' || text === '-'
        ? []
        : [`${head.charAt(0).toLowerCase()}${head.slice(1)} ${text}`.trim()]
    })
    const name = cellString(row[0] ?? null, opening!.type, page)
    return [
      ...(name === '' ? [] : page.wrap(name).map(page.paint.bold)),
      ...(facts.length === 0 ? [] : page.wrap(facts.join(', '), '  ')),
    ]
  })
}
