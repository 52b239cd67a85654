/** A trend for a person at a terminal: a row of bars per principle, and the versions one by one. */

import type { Trend, TrendPoint } from '../../types/trend.ts'
import { causeNames, fromTo, signed } from '../comparison/comparison-phrases.ts'
import { arrowOf } from '../comparison/moved-lines.ts'
import { declaredText } from '../coverage-phrases.ts'
import { counted, fixed } from '../phrases.ts'
import { type Column, type Row, renderColumns } from '../terminal/columns.ts'
import { type Page, pageFor } from '../terminal/page.ts'
import { levelTable, levelText, rowsOf } from './level-table.ts'
import { scaleOf, sparkline } from './sparkline.ts'

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
