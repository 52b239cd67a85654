/** A trend as a table for spreadsheets: one row per version, a column per number. RFC 4180, UTF-8 without byte order mark. */
import type { Score } from '../../types/assessment.ts'
import type { Trend, TrendPoint } from '../../types/trend.ts'
import { escapeCsv } from '../escape-csv.ts'

type Cell = (point: TrendPoint) => string | number

const overall =
  (name: Exclude<keyof Score, 'withheld'>): Cell =>
  ({ overall: score }) =>
    score?.[name] ?? ''

const fixedColumns: readonly (readonly [name: string, cell: Cell])[] = [
  ['date', ({ date }) => date],
  ['commit', ({ commit }) => commit ?? ''],
  ['path', ({ path }) => path],
  ['status', ({ status }) => status],
  ['problem', ({ problem }) => problem ?? ''],
  ['asOf', ({ asOf }) => asOf ?? ''],
  ['assessed', overall('assessed')],
  ['inScope', overall('inScope')],
  ['level', overall('level')],
  ['lowest', overall('lowest')],
  ['highest', overall('highest')],
  ['evidenced', overall('evidenced')],
  ['target', overall('target')],
  ['percentToTarget', overall('percentToTarget')],
  ['changed', ({ changed }) => changed.join('; ')],
]

/** Where a version has no number, the cell is empty: never 0. */
export function renderTrendCsv({ evidence, principles, points }: Trend): string {
  const columns = [
    ...fixedColumns,
    ['evidence', ({ overall: score }: TrendPoint) => (score ? evidence : '')] as const,
    ...principles.flatMap(({ id }) =>
      (['level', 'lowest', 'highest'] as const).map((name): readonly [string, Cell] => [
        `${id}.${name}`,
        (point) => point.principles.find((each) => each.id === id)?.score[name] ?? '',
      ]),
    ),
  ]
  const rows = [
    columns.map(([name]) => name),
    ...points.map((point) => columns.map(([, cell]) => cell(point))),
  ]
  return rows.map((row) => `${row.map(escapeCsv).join(',')}\r\n`).join('')
}
