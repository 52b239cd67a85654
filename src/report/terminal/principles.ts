/** Where each principle stands, as a table with bars, or as a few lines each where a table does not fit. */
import type { Assessment, PrincipleScore, Score } from '../../types/assessment.ts'
import { fixed, gapText } from '../phrases.ts'
import { type Column, type Row, renderColumns } from './columns.ts'
import { displayWidth } from './display-width.ts'
import type { Glyphs } from './glyphs.ts'
import type { Page } from './page.ts'
import type { Palette } from './palette.ts'

interface Line {
  readonly title: string
  readonly score: Score
  readonly weakest: readonly string[]
}

/** `overall`: whether to close with the line for the whole. */
export function principleLines({ scores }: Assessment, overall: boolean, page: Page): string[] {
  const lines: Line[] = scores.principles.map(({ title, score, weakest }: PrincipleScore) => ({
    title,
    score,
    weakest,
  }))
  if (overall) lines.push({ title: 'Overall', score: scores.overall, weakest: [] })
  const cells = page.narrow ? 1 : barCells(lines, page)
  const body = page.narrow ? lines.flatMap((line) => stacked(line, page)) : table(lines, cells, page)
  const legend = barLegend(
    page.glyphs,
    lines.map(({ score }) => score),
  )
  return [...body, ...(cells === 0 ? [] : page.wrap(legend).map(page.paint.dim))]
}

const columns: readonly Column[] = [
  { head: 'Level', align: 'right' },
  { head: 'Between', align: 'left' },
  { head: 'Evidenced', align: 'right' },
  { head: 'Target', align: 'right' },
  { head: 'Gap', align: 'right' },
]
/** What those columns and the spaces before them take, at most. */
const numbersWidth = 5 + 9 + 9 + 6 + 4 + 5 * 2

function longestTitle(lines: readonly Line[], page: Page): number {
  return Math.max(...lines.map(({ title }) => displayWidth(page.text(title, 30))), 9)
}

/** How wide a bar the table has room for, in steps of five cells; 0 where there is too little room. */
function barCells(lines: readonly Line[], page: Page): number {
  const room = page.width - numbersWidth - longestTitle(lines, page) - 3
  const cells = Math.floor(Math.min(25, room) / 5) * 5
  return cells >= 10 ? cells : 0
}

function table(lines: readonly Line[], cells: number, page: Page): string[] {
  const titleWidth = Math.min(longestTitle(lines, page), page.width - numbersWidth)
  const barred = cells > 0
  const rows = lines.flatMap((line): Row[] => {
    const { score } = line
    const [title = '', ...more] = page.wrapTo(page.text(line.title, 60), titleWidth)
    const numbers = [
      page.paint.bold(fixed(score.level)),
      intervalText(score, page),
      fixed(score.evidenced),
      fixed(score.target),
      gapText(score.level, score.target),
    ]
    if (barred) numbers.splice(2, 0, scoreBar(score, cells, page.glyphs, page.paint))
    const blank = numbers.map(() => '')
    return [
      [title, ...numbers],
      ...more.map((rest): Row => [rest, ...blank]),
      ...page.wrapTo(detail(line), page.width, '  ').map((text): Row => page.paint.dim(text)),
    ]
  })
  const head: Column[] = [{ head: 'Principle', align: 'left' }, ...columns]
  if (barred) head.splice(3, 0, { head: `0${'5'.padStart(cells)}`, align: 'left' })
  return renderColumns(head, rows, page.glyphs.rule)
}

function stacked(line: Line, page: Page): string[] {
  const { score } = line
  const cells = Math.floor(Math.min(25, page.width - 3) / 5) * 5
  const level = score.level === null ? 'level -' : `level ${fixed(score.level)}`
  const between =
    score.lowest === null || score.lowest === score.highest ? '' : ` (between ${intervalText(score, page)})`
  const facts = `${level}${between}, evidenced ${fixed(score.evidenced)}, target ${fixed(score.target)}, gap ${gapText(score.level, score.target)}`
  return [
    ...page.wrap(page.text(line.title, 60)).map(page.paint.bold),
    `  ${scoreBar(score, cells, page.glyphs, page.paint)}`,
    ...page.wrap(facts, '  '),
    ...page.wrap(detail(line), '  ').map(page.paint.dim),
  ]
}

function intervalText({ lowest, highest }: Score, page: Page): string {
  if (lowest === null) return '-'
  return lowest === highest ? 'exact' : `${fixed(lowest)}${page.glyphs.dash}${fixed(highest)}`
}

/** What stands below the numbers: how much is known, the way to the target, spread and the weakest elements. */
function detail({ score, weakest }: Line): string {
  if (score.inScope === 0) return 'nothing in scope'
  const { assessed, inScope } = score
  const known = assessed === inScope ? `all ${inScope} assessed` : `${assessed} of ${inScope} assessed`
  if (score.withheld || score.level === null) return `not enough data: ${known}`
  return [
    known,
    ...(score.percentToTarget === null
      ? []
      : [`${score.percentToTarget} % of the way${overAndUnder(score)}`]),
    ...(score.spread === null ? [] : [`spread ${fixed(score.spread)}`]),
    ...(weakest.length === 0 ? [] : [`weakest ${weakest.join(', ')}`]),
  ].join(', ')
}

/** Where the mean reaches the target and the way to it is not done: going beyond one target does not make up for another. */
function overAndUnder({ level, target, percentToTarget }: Score): string {
  const puzzling = gapText(level, target) === fixed(0) && percentToTarget !== null && percentToTarget < 100
  return puzzling ? ' (some above, some below target)' : ''
}

/**
 * `cells` + 1 columns wide: the target stands between two cells. Certain up to the lowest the score can be, then up to
 * the level (as if the rest were like what was assessed), then up to the highest.
 */
export function scoreBar(
  { level, lowest, highest, target }: Score,
  cells: number,
  glyphs: Glyphs,
  paint: Palette,
): string {
  const at = (value: number) => Math.round((value / 5) * cells)
  const sure = at(lowest ?? 0)
  const likely = Math.max(sure, at(level ?? lowest ?? 0))
  const best = Math.max(likely, at(highest ?? 0))
  const bar = [
    ...Array<string>(sure).fill(glyphs.certain),
    ...Array<string>(likely - sure).fill(glyphs.alike),
    ...Array<string>(best - likely).fill(glyphs.possible),
    ...Array<string>(cells - best).fill(glyphs.empty),
  ]
  const mark = at(target ?? 5)
  const color = fillPaint(level, target, paint)
  const run = (from: number, to: number) =>
    from >= to
      ? ''
      : [
          [color, bar.slice(from, Math.min(to, likely))] as const,
          [paint.dim, bar.slice(Math.max(from, likely), to)] as const,
        ]
          .map(([colored, part]) => (part.length === 0 ? '' : colored(part.join(''))))
          .join('')
  return run(0, mark) + (target === null ? glyphs.empty : glyphs.target) + run(mark, cells)
}

/** Green at or above target, red where a whole level or more is missing. */
function fillPaint(level: number | null, target: number | null, paint: Palette) {
  if (level === null || target === null) return paint.dim
  if (level >= target) return paint.good
  return target - level >= 1 ? paint.bad : paint.middling
}

/** Explains only what the bars of these scores show. */
function barLegend(glyphs: Glyphs, scores: readonly Score[]): string {
  const intervals = scores.some(({ lowest, highest }) => lowest !== highest)
  const stated = scores.some(({ level, lowest }) => level !== null && level !== lowest)
  const parts = intervals
    ? [
        `${glyphs.certain} certain`,
        ...(stated ? [`${glyphs.alike} if the rest is like what was assessed`] : []),
        `${glyphs.possible} at best`,
      ]
    : [`${glyphs.certain} level`]
  return `${parts.join(', ')}; ${glyphs.target} target`
}
