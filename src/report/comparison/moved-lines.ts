/** What moved, principle by principle, for a terminal. */
import type { Score } from '../../types/assessment.ts'
import type { Comparison, Movement } from '../../types/comparison.ts'
import { fixed } from '../phrases.ts'
import { type Row, renderColumns } from '../terminal/columns.ts'
import type { Page } from '../terminal/page.ts'
import { boundsMoved, boundsTitle, fromTo, signed } from './comparison-phrases.ts'

/** Between what was and what is, with its spaces. */
export function arrowOf({ glyphs }: Page): string {
  return glyphs.dash === '-' ? ' -> ' : ' → '
}

interface Line {
  readonly title: string
  readonly movement: Movement | null
  /** Only what the level can be, before and after. */
  readonly bounds?: readonly [Score, Score]
}

function linesOf({ principles, overall }: Comparison): Line[] {
  return [...principles, { title: 'Overall', movement: overall }]
}

export function movedLines(comparison: Comparison, page: Page): string[] {
  const arrow = arrowOf(page)
  const lines = linesOf(comparison)
  if (page.width < 96) {
    const bounds = boundsLines(comparison.overall).flatMap(({ title, bounds: sides }) =>
      page.wrap(`${title} ${sides.map((each) => boundsText(each, page)).join(arrow)}`, '  '),
    )
    return [...lines.flatMap((line) => stacked(line, arrow, page)), ...bounds]
  }
  const columns = [
    { head: 'Principle', align: 'left' },
    { head: 'Level', align: 'right' },
    { head: 'Change', align: 'right' },
    { head: 'Evidenced', align: 'right' },
    { head: 'Change', align: 'right' },
    { head: 'To target, %', align: 'right' },
    { head: 'Change', align: 'right' },
  ] as const
  const rows = [...lines, ...boundsLines(comparison.overall)].map(({ title, movement, bounds }): Row => {
    const name = page.text(title, 26)
    if (bounds) return [`  ${name}`, bounds.map((each) => boundsText(each, page)).join(arrow)]
    if (!movement) return [name, 'not in both', '', '', '', '', '']
    const { before, after, change } = movement
    return [
      name,
      `${levelText(before, page)}${arrow}${levelText(after, page)}`,
      painted(change.level, page),
      fromTo(fixed(before.evidenced), fixed(after.evidenced), arrow),
      painted(change.evidenced, page),
      fromTo(fixed(before.percentToTarget), fixed(after.percentToTarget), arrow),
      painted(change.percentToTarget, page),
    ]
  })
  return renderColumns(columns, rows, page.glyphs.rule)
}

function stacked({ title, movement }: Line, arrow: string, page: Page): string[] {
  const name = page.paint.bold(page.text(title, 60))
  if (!movement) return [name, '  not in both']
  const { before, after, change } = movement
  const part = (label: string, from: string, to: string, points: number | null) =>
    `${label} ${fromTo(from, to, arrow)}${points === null ? '' : ` (${signed(points)})`}`
  const text = [
    part('level', levelText(before, page), levelText(after, page), change.level),
    part('evidenced', fixed(before.evidenced), fixed(after.evidenced), change.evidenced),
    part('to target', fixed(before.percentToTarget), fixed(after.percentToTarget), change.percentToTarget),
  ].join(', ')
  return [name, ...page.wrap(text, '  ')]
}

/** What the level can be, given what is not assessed, where a level is stated all the same. */
function boundsLines(overall: Movement): (Line & { readonly bounds: readonly [Score, Score] })[] {
  const { before, after } = overall
  if (!boundsMoved(overall)) return []
  return [{ title: boundsTitle, movement: null, bounds: [before, after] }]
}

/** The level, or where it is withheld what it can be. */
function levelText(score: Score, page: Page): string {
  return score.level === null && score.lowest !== null ? boundsText(score, page) : fixed(score.level)
}

function boundsText({ lowest, highest }: Score, page: Page): string {
  return lowest === highest ? fixed(lowest) : `${fixed(lowest)}${page.glyphs.dash}${fixed(highest)}`
}

/** Up is good, down is bad, and the sign says the same. */
export function painted(value: number | null, page: Page): string {
  const text = signed(value)
  return value === null || value === 0 ? text : value > 0 ? page.paint.good(text) : page.paint.bad(text)
}
