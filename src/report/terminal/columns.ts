/** A table without frame: columns as wide as what stands in them, lines ending where their text does. */
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

/** Pads every cell to the width of its column; the last column, or what is empty at the end of a line, leaves no blanks. */
function layOut(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): string[] {
  return rows.map((row) =>
    columns
      .map(({ align }, index) => {
        const cell = row[index] ?? ''
        const blanks = ' '.repeat(widths[index]! - displayWidth(cell))
        return align === 'right' ? blanks + cell : cell + blanks
      })
      .join('  ')
      .trimEnd(),
  )
}
