/** A trend for a person at a terminal: a row of bars per principle, and the versions one by one. */

import type { Score } from '../../types/assessment.ts'
import type { Trend, TrendPoint } from '../../types/trend.ts'
import { causeNames, fromTo, signed } from '../comparison/comparison-phrases.ts'
import { arrowOf } from '../comparison/moved-lines.ts'
import { declaredText } from '../coverage-phrases.ts'
import { counted, fixed } from '../phrases.ts'
import { type Column, type Row, renderColumns } from '../terminal/columns.ts'
import { displayWidth } from '../terminal/display-width.ts'
import type { Glyphs } from '../terminal/glyphs.ts'
import { type Page, pageFor } from '../terminal/page.ts'

export interface TrendOptions {
  readonly width: number
  readonly color: boolean
  readonly unicode: boolean
  /** Every version, however many. */
  readonly all: boolean
}

/** Versions shown where not all are. */
const most = 24

export function renderTrendTerminal(trend: Trend, options: TrendOptions): string {
  const page = pageFor(options)
  const shown = options.all ? trend.points : trend.points.slice(-most)
  const sections: (readonly [string | null, readonly string[]])[] = [
    [null, openingLines(trend, page)],
    ['Levels', levelLines(trend, page)],
    ['Versions', versionLines(trend, shown, page)],
    ['Levels by version', levelTable(trend, shown, page)],
  ]
  return `${sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) =>
      [...(heading === null ? [] : [page.paint.heading(heading.toUpperCase())]), ...lines].join('\n'),
    )
    .join('\n\n')}\n`
}

function openingLines({ file, framework, every, points }: Trend, page: Page): string[] {
  if (points.length === 0) return page.wrap(page.text(`There is no version of ${file} in that time.`))
  const [first, last] = [points[0]!, points.at(-1)!]
  const which = every === 'commit' ? '' : `, the last of each ${every}`
  const days = first.date === last.date ? first.date : `${first.date} to ${last.date}`
  const broken = points.filter(({ status }) => status !== 'assessed').length
  const text = `${file.slice(0, 300)}: ${counted(points.length, 'version')}${which}, ${days}.`
  const method = `All are measured with ${framework.title}, version ${framework.packVersion}, each at its own day.`
  const breaks =
    broken === 0
      ? ''
      : ` ${broken === 1 ? '1 version could' : `${broken} versions could`} not be assessed; the line is broken there.`
  return [
    ...page.wrap(page.text(text)).map(page.paint.bold),
    ...page.wrap(page.text(`${method}${breaks}`)).map(page.paint.dim),
    ...page.wrap(declaredText).map(page.paint.dim),
  ]
}

/** First and last level stated, and the bars between; the newest bars where there is no room for all. */
function levelLines(trend: Trend, page: Page): string[] {
  const scale = scaleOf(trend)
  if (!scale) return []
  const titles = page.narrow ? page.width * 3 : 26
  const room = page.narrow ? page.width - 16 : page.width - titles - 26
  const points = trend.points.slice(-room)
  const rows = rowsOf(trend).map(({ title, scoreOf }): Row => {
    const levels = trend.points.flatMap((point) => scoreOf(point)?.level ?? [])
    const [first = null, last = null] = [levels[0], levels.at(-1)]
    const change = first === null || last === null ? null : Math.round((last - first) * 100) / 100
    return [
      page.text(title, titles),
      fromTo(fixed(first), fixed(last), arrowOf(page)),
      signed(change),
      sparkline(points, scoreOf, scale, page.glyphs),
    ]
  })
  const { bars, withheld, broken } = page.glyphs
  const legend = `${bars[0]} ${fixed(scale.lowest)}, ${bars.at(-1)} ${fixed(scale.highest)}; ${withheld} not enough data for a level, ${broken} not assessed`
  if (page.narrow)
    return [
      ...rows.flatMap((row) => [...page.wrapTo(row[0]!, page.width), `  ${row[1]} ${row[3]}`]),
      ...page.wrap(legend).map(page.paint.dim),
    ]
  const columns: Column[] = [
    { head: 'Principle', align: 'left' },
    { head: 'Level', align: 'right' },
    { head: 'Change', align: 'right' },
    { head: '', align: 'left' },
  ]
  return [...renderColumns(columns, rows, page.glyphs.rule), ...page.wrap(legend).map(page.paint.dim)]
}

function versionLines({ points }: Trend, shown: readonly TrendPoint[], page: Page): string[] {
  if (shown.length === 0) return []
  const isCompact = page.width < 80
  const columns: Column[] = [
    { head: 'Date', align: 'left' },
    { head: 'Commit', align: 'left' },
    { head: 'As of', align: 'left' },
    { head: 'Level', align: 'right' },
    { head: 'Evidenced', align: 'right' },
    { head: 'To target', align: 'right' },
    { head: 'Assessed', align: 'right' },
  ]
  const rows = shown.flatMap((point): Row[] => {
    const { date, commit, asOf, overall, problem } = point
    const name = commit === null ? 'uncommitted' : commit.slice(0, 7)
    if (!overall) {
      const reason = `not assessed: ${page.text(problem ?? '', 300)}`
      const lines = isCompact
        ? page.wrapTo(`${date} ${name}: ${reason}`, page.width, '  ')
        : page.wrapTo(reason, page.width, `${date}  ${name}  `, '  ')
      return lines.map((text): Row => page.paint.middling(text))
    }
    const note = differencesText(point)
    const row = [
      date,
      name,
      asOf ?? '',
      levelText(overall, page),
      fixed(overall.evidenced),
      fixed(overall.percentToTarget),
      `${overall.assessed}/${overall.inScope}`,
    ]
    return isCompact
      ? page.wrapTo(`${narrowText(row)}${note === '' ? '' : `; differs in: ${note}`}`, page.width, '  ')
      : [
          row,
          ...(note === ''
            ? []
            : page.wrapTo(`differs from the one before in: ${note}`, page.prose, '  ').map(page.paint.dim)),
        ]
  })
  const hidden = points.length - shown.length
  return [
    ...(isCompact ? rows.map(String) : renderColumns(columns, rows, page.glyphs.rule)),
    ...(hidden === 0 ? [] : [`${page.glyphs.ellipsis} and ${counted(hidden, 'earlier version')} (--all)`]),
  ]
}

function narrowText([date, name, , level, evidenced, percent, assessed]: readonly string[]): string {
  return `${date} ${name}: level ${level}, evidenced ${evidenced}, ${percent} % to target, ${assessed} assessed`
}

/** Which answers came, went or were withdrawn, and what is in scope, is not seen in a level. */
function differencesText({ differences }: TrendPoint): string {
  return differences
    .map(({ cause, text }) => {
      const name = causeNames[cause].toLowerCase()
      if (cause !== 'answers' && cause !== 'scope') return name
      return `${name} (${text.replace(/^\d+ answers: /, '').replace(/^(\d+) answers? /, '$1 ')})`
    })
    .join(', ')
}

/** The levels of every principle at every version, as a table for a terminal. */
type ScoreOf = (point: TrendPoint) => Score | null | undefined

/** The principles in order, and the whole. */
function rowsOf({ principles }: Trend): { title: string; scoreOf: ScoreOf }[] {
  return [
    ...principles.map(({ id, title }) => ({
      title,
      scoreOf: (point: TrendPoint) => point.principles.find((each) => each.id === id)?.score,
    })),
    { title: 'Overall', scoreOf: ({ overall }: TrendPoint) => overall },
  ]
}

/** The level, or where it is withheld what it can be. */
function levelText({ level, lowest, highest }: Score, page: Page): string {
  return level === null && lowest !== null
    ? `${fixed(lowest)}${page.glyphs.dash}${fixed(highest)}`
    : fixed(level)
}

/** A column per version where all of them fit, else one per principle, by number. */
function levelTable(trend: Trend, shown: readonly TrendPoint[], page: Page): string[] {
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

/** One scale for all rows, so that they compare: the lowest bar stands for `lowest`, the highest for `highest`. */
interface Scale {
  readonly lowest: number
  readonly highest: number
}

/** `undefined` where no version states a level. At least half a level wide: what hardly moves must not look as if it did. */
function scaleOf({ points }: Trend): Scale | undefined {
  const levels = points
    .flatMap(({ overall, principles }) => [overall, ...principles.map(({ score }) => score)])
    .flatMap((score) => (score === null || score.level === null ? [] : [score.level]))
  if (levels.length === 0) return undefined
  const lowest = levels.reduce((least, level) => Math.min(least, level))
  const highest = levels.reduce((most, level) => Math.max(most, level))
  return { lowest, highest: Math.max(highest, lowest + 0.5) }
}

function sparkline(
  points: readonly TrendPoint[],
  scoreOf: (point: TrendPoint) => Score | null | undefined,
  { lowest, highest }: Scale,
  { bars, withheld, broken }: Glyphs,
): string {
  return points
    .map((point) => {
      const score = scoreOf(point)
      if (!score) return broken
      if (score.level === null) return withheld
      const share = (score.level - lowest) / (highest - lowest)
      return bars[Math.min(bars.length - 1, Math.floor(share * bars.length))]
    })
    .join('')
}
