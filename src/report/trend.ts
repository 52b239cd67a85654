/** What `trend` prints: levels over time, and the versions one by one. */
import type { Score } from '../types/assessment.ts'
import type { Trend, TrendPoint } from '../types/trend.ts'
import { declaredText } from './assessment/phrases.ts'
import { causeNames } from './comparison/phrases.ts'
import { writeCsv } from './csv.ts'
import {
  type Block,
  type Cell,
  type Document,
  levelText,
  paragraph,
  type Series,
  section,
  table,
  toned,
} from './document.ts'
import { counted } from './phrases.ts'
import { stringifySafely } from './stringify-safely.ts'
import { cutToWidth } from './terminal/display-width.ts'
import type { PageOptions } from './terminal/page.ts'
import { writeTerminal } from './terminal/write-terminal.ts'

export interface TrendOptions extends PageOptions {
  /** Every version, however many. */
  readonly all: boolean
}

export const trendReporters = {
  terminal: (trend: Trend, options: TrendOptions) =>
    writeTerminal(trendDocument(trend, options.all), options),
  csv: renderTrendCsv,
  json: ({ schemaVersion, tool, framework, evidence, file, every, principles, points }: Trend) =>
    stringifySafely({ schemaVersion, tool, framework, evidence, file, every, principles, points }),
} as const satisfies Readonly<Record<string, (trend: Trend, options: TrendOptions) => string>>

/** Versions shown where not all are. */
const most = 24

function trendDocument(trend: Trend, all: boolean): Document {
  const shown = all ? trend.points : trend.points.slice(-most)
  const hidden = trend.points.length - shown.length
  return {
    title: null,
    blocks: [
      ...openingBlocks(trend),
      ...levelsOverTime(trend),
      ...section('Versions', [
        ...versionTable(shown),
        ...paragraph(hidden === 0 ? '' : `… and ${counted(hidden, 'earlier version')} (--all)`),
      ]),
      ...section('Levels by version', levelTable(trend, shown)),
    ],
  }
}

function openingBlocks({ file, framework, every, points }: Trend): Block[] {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined)
    return paragraph(`There is no version of ${file} in that time.`)
  const which = every === 'commit' ? '' : `, the last of each ${every}`
  const dates = first.date === last.date ? first.date : `${first.date} to ${last.date}`
  const broken = points.filter(({ status }) => status !== 'assessed').length
  const gaps = broken === 0 ? '' : ` ${counted(broken, 'version')} could not be assessed.`
  return [
    ...paragraph(`${cutToWidth(file, 300)}: ${counted(points.length, 'version')}${which}, ${dates}.`, 'lead'),
    ...paragraph(
      `Each version is assessed as of its own date, all by ${framework.title}, version ${framework.packVersion}.${gaps} ${declaredText}`,
      'note',
    ),
  ]
}

type ScoreOf = (point: TrendPoint) => Score | null | undefined

/** The principles in order, and the whole. */
function rowsOf({ principles }: Trend): { label: string; scoreOf: ScoreOf }[] {
  return [
    ...principles.map(({ id, title }) => ({
      label: title,
      scoreOf: (point: TrendPoint) => point.principles.find((each) => each.id === id)?.score,
    })),
    { label: 'Overall', scoreOf: ({ overall }: TrendPoint) => overall },
  ]
}

function levelsOverTime(trend: Trend): Block[] {
  const series = rowsOf(trend).map(
    ({ label, scoreOf }): Series => ({
      label,
      values: trend.points.map((point) => {
        const score = scoreOf(point)
        return score ? score.level : 'broken'
      }),
    }),
  )
  if (!series.some(({ values }) => values.some((value) => typeof value === 'number'))) return []
  return section('Levels', [{ type: 'chart', chart: { kind: 'over-time', series } }])
}

function versionTable(points: readonly TrendPoint[]): Block[] {
  return table(
    [
      { head: 'Date', type: 'date' },
      { head: 'Commit', type: 'text' },
      { head: 'As of', type: 'date', optional: 2 },
      { head: 'Level', type: 'text' },
      { head: 'Evidenced', type: 'level', optional: 1 },
      { head: 'To target', type: 'percent' },
      { head: 'Assessed', type: 'text' },
      { head: 'What differs from the one before', type: 'text' },
    ],
    points.map((point): Cell[] => {
      const { date, commit, asOf, overall, problem } = point
      const name = commit === null ? 'uncommitted' : commit.slice(0, 7)
      if (!overall)
        return [date, name, '', '-', null, null, '-', [toned('middling', `not assessed: ${problem ?? ''}`)]]
      return [
        date,
        name,
        asOf ?? '',
        rangeOrLevel(overall),
        overall.evidenced,
        overall.percentToTarget,
        `${overall.assessed}/${overall.inScope}`,
        differencesText(point),
      ]
    }),
  )
}

/** Which answers were added, removed or withdrawn, and what is in scope, is not seen in a level. */
function differencesText({ differences }: TrendPoint): string {
  return differences
    .map(({ cause, text }) => {
      const name = causeNames[cause].toLowerCase()
      if (cause !== 'answers' && cause !== 'scope') return name
      return `${name} (${text.replace(/^\d+ answers: /, '').replace(/^(\d+) answers? /, '$1 ')})`
    })
    .join(', ')
}

/** The level, or where it is withheld what it can be. */
function rangeOrLevel({ level, lowest, highest }: Score): string {
  return level === null && lowest !== null ? `${levelText(lowest)}–${levelText(highest)}` : levelText(level)
}

/** A row per version; principles by number, as their names are too wide for a column. */
function levelTable(trend: Trend, points: readonly TrendPoint[]): Block[] {
  const scored = points.filter(({ overall }) => overall !== null)
  if (scored.length === 0) return []
  const rows = rowsOf(trend)
  const names = trend.principles.map(({ title }, index) => `${index + 1} ${title}`).join(', ')
  return [
    ...table(
      [
        { head: 'Date', type: 'date' },
        ...rows.map((_, index) => ({
          head: index === rows.length - 1 ? 'Overall' : String(index + 1),
          type: 'level' as const,
        })),
      ],
      scored.map((point) => [
        point.date,
        ...rows.map(({ scoreOf }) => {
          const score = scoreOf(point)
          return score ? rangeOrLevel(score) : null
        }),
      ]),
    ),
    ...paragraph(names, 'note'),
  ]
}

/** One row per version, a column per number. Where a version has no number the cell is empty, never 0. */
function renderTrendCsv({ evidence, principles, points }: Trend): string {
  const overall: readonly (readonly [head: string, name: Exclude<keyof Score, 'withheld'>])[] = [
    ['Assessed', 'assessed'],
    ['In scope', 'inScope'],
    ['Level', 'level'],
    ['Lowest', 'lowest'],
    ['Highest', 'highest'],
    ['Evidenced', 'evidenced'],
    ['Target', 'target'],
    ['Percent to target', 'percentToTarget'],
  ]
  const measures = ['level', 'lowest', 'highest'] as const
  return writeCsv([
    [
      ...['Date', 'Commit', 'Path', 'Status', 'Problem', 'As of'],
      ...overall.map(([head]) => head),
      ...['Changed', 'Evidence'],
      ...principles.flatMap(({ title }) => measures.map((name) => `${title}: ${name}`)),
    ],
    ...points.map((point) => [
      ...[point.date, point.commit ?? '', point.path, point.status, point.problem ?? '', point.asOf ?? ''],
      ...overall.map(([, name]) => point.overall?.[name] ?? ''),
      ...[point.changed.join('; '), point.overall ? evidence : ''],
      ...principles.flatMap(({ id }) => {
        const score = point.principles.find((each) => each.id === id)?.score
        return measures.map((name) => score?.[name] ?? '')
      }),
    ]),
  ])
}
