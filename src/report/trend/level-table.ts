/** The levels of every principle at every version, as a table for a terminal. */
import type { Score } from '../../types/assessment.ts'
import type { Trend, TrendPoint } from '../../types/trend.ts'
import { fixed } from '../phrases.ts'
import { type Column, type Row, renderColumns } from '../terminal/columns.ts'
import { displayWidth } from '../terminal/display-width.ts'
import type { Page } from '../terminal/page.ts'

type ScoreOf = (point: TrendPoint) => Score | null | undefined

/** The principles in order, and the whole. */
export function rowsOf({ principles }: Trend): { title: string; scoreOf: ScoreOf }[] {
  return [
    ...principles.map(({ id, title }) => ({
      title,
      scoreOf: (point: TrendPoint) => point.principles.find((each) => each.id === id)?.score,
    })),
    { title: 'Overall', scoreOf: ({ overall }: TrendPoint) => overall },
  ]
}

/** The level, or where it is withheld what it can be. */
export function levelText({ level, lowest, highest }: Score, page: Page): string {
  return level === null && lowest !== null
    ? `${fixed(lowest)}${page.glyphs.dash}${fixed(highest)}`
    : fixed(level)
}

/** A column per version where all of them fit, else one per principle, by number. */
export function levelTable(trend: Trend, shown: readonly TrendPoint[], page: Page): string[] {
  const scored = shown.filter(({ overall }) => overall !== null)
  if (scored.length === 0 || page.narrow) return []
  const fits = (lines: readonly string[]) => lines.every((line) => displayWidth(line) <= page.width)
  const byDate = columnPerVersion(trend, scored, page)
  if (fits(byDate)) return byDate
  const byNumber = columnPerPrinciple(trend, scored, page)
  if (!fits(byNumber))
    return page.wrap('There is no room for a column per principle; --format csv and json have them all.')
  const legend = trend.principles.map(({ title }, index) => `${index + 1} ${page.text(title, 60)}`).join(', ')
  return [...byNumber, ...page.wrap(legend).map(page.paint.dim)]
}

/** Month and day head the columns; the year stands above the first of each. */
function columnPerVersion(trend: Trend, points: readonly TrendPoint[], page: Page): string[] {
  const columns: Column[] = [
    { head: 'Principle', align: 'left' },
    ...points.map(({ date }): Column => ({ head: date.slice(5), align: 'right' })),
  ]
  const yearOf = (point: TrendPoint | undefined) => point?.date.slice(0, 4)
  const years = points.map((point, index) =>
    yearOf(point) === yearOf(points[index - 1]) ? '' : yearOf(point)!,
  )
  const rows = rowsOf(trend).map(
    ({ title, scoreOf }): Row => [
      page.text(title, 26),
      ...points.map((point) => levelText(scoreOf(point)!, page)),
    ],
  )
  const [heads = '', rule = '', above = '', ...lines] = renderColumns(
    columns,
    [['', ...years], ...rows],
    page.glyphs.rule,
  )
  return [above, heads, rule, ...lines]
}

function columnPerPrinciple({ principles }: Trend, points: readonly TrendPoint[], page: Page): string[] {
  const columns: Column[] = [
    { head: 'Date', align: 'left' },
    ...principles.map((_, index): Column => ({ head: String(index + 1), align: 'right' })),
  ]
  const rows = points.map(
    (point): Row => [point.date, ...point.principles.map(({ score }) => levelText(score, page))],
  )
  return renderColumns(columns, rows, page.glyphs.rule)
}
