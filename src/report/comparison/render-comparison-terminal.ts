/** A comparison for a person at a terminal: what moved, why, by which answers, and what became of the findings. */

import type { Score } from '../../core/assessment.ts'
import type { Comparison, ComparisonReport, Movement } from '../../core/comparison.ts'
import { counted, fixed } from '../phrases.ts'
import { type Row, renderColumns } from '../terminal/columns.ts'
import { type Page, pageFor } from '../terminal/page.ts'
import { whole } from '../wrap-text.ts'
import {
  answerText,
  causeNames,
  findingCounts,
  findingPlace,
  groupChanges,
  measuresShown,
  methodText,
  moveAfterName,
  shareNote,
  sideText,
  signed,
} from './comparison-phrases.ts'

export interface ComparisonOptions {
  readonly width: number
  readonly color: boolean
  readonly unicode: boolean
  /** Every answer, finding and principle. */
  readonly all: boolean
}

type Section = readonly [heading: string | null, lines: readonly string[]]

export function renderComparisonTerminal(report: ComparisonReport, options: ComparisonOptions): string {
  const page = pageFor(options)
  const parts = report.comparisons.map((comparison) => one(comparison, options.all, page))
  const alone = [
    ...(report.added.length === 0 ? [] : [`Only on the later side: ${report.added.join(', ')}.`]),
    ...(report.removed.length === 0 ? [] : [`Only on the earlier side: ${report.removed.join(', ')}.`]),
  ].flatMap((text) => page.wrap(page.text(text, 2000)))
  const none = parts.length === 0 && alone.length === 0 ? ['There is no description to compare.'] : []
  const blocks = [...parts, ...(alone.length === 0 ? none : [alone.join('\n')])]
  return `${blocks.join(`\n\n${page.glyphs.rule.repeat(page.width)}\n\n`)}\n`
}

function one(comparison: Comparison, all: boolean, page: Page): string {
  const sections: Section[] = [
    [null, openingLines(comparison, page)],
    ['What moved', movementLines(comparison, page)],
    ['Why it moved', causeLines(comparison, page)],
    ['Why, by principle', all ? causesByPrinciple(comparison, page) : []],
    ['Answers that moved it most', answerLines(comparison, all, page)],
    ['Findings', findingLines(comparison, all, page)],
  ]
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) =>
      [...(heading === null ? [] : [page.paint.heading(heading.toUpperCase())]), ...lines].join('\n'),
    )
    .join('\n\n')
}

const arrowOf = (page: Page) => (page.glyphs.dash === '-' ? ' -> ' : ' → ')

function openingLines(comparison: Comparison, page: Page): string[] {
  const { before, after } = comparison
  const renamed = before.organization === after.organization ? '' : ` (before: ${before.organization})`
  const sides = [before, after].map((side) => `${sideText(side)}, as of ${side.asOf}`)
  const method = methodText(comparison)
  return [
    ...page
      .wrap(
        page.text(
          `${after.organization.slice(0, 200)}${renamed.slice(0, 200)} ${moveAfterName(comparison)}.`,
        ),
      )
      .map(page.paint.bold),
    ...page
      .wrap(page.text(`From ${sides[0]}, to ${sides[1]}, by ${after.framework.title}.`))
      .map(page.paint.dim),
    ...(method === '' ? [] : page.wrap(page.text(method)).map(page.paint.middling)),
  ]
}

interface Line {
  readonly title: string
  readonly movement: Movement | null
}

function linesOf({ principles, overall }: Comparison): Line[] {
  return [...principles, { title: 'Overall', movement: overall }]
}

function movementLines(comparison: Comparison, page: Page): string[] {
  const arrow = arrowOf(page)
  const lines = linesOf(comparison)
  if (page.narrow || page.width < 90) return lines.flatMap((line) => stacked(line, arrow, page))
  const columns = [
    { head: 'Principle', align: 'left' },
    { head: 'Level', align: 'right' },
    { head: 'Change', align: 'right' },
    { head: 'Evidenced', align: 'right' },
    { head: 'Change', align: 'right' },
    { head: 'To target, %', align: 'right' },
    { head: 'Change', align: 'right' },
  ] as const
  const rows = lines.map(({ title, movement }): Row => {
    const name = page.text(title, 26)
    if (!movement) return [name, 'not in both', '', '', '', '', '']
    const { before, after, change } = movement
    return [
      name,
      `${levelText(before, page)}${arrow}${levelText(after, page)}`,
      painted(change.level, page),
      `${fixed(before.evidenced)}${arrow}${fixed(after.evidenced)}`,
      painted(change.evidenced, page),
      `${fixed(before.percentToTarget)}${arrow}${fixed(after.percentToTarget)}`,
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
    `${label} ${from}${arrow}${to}${points === null ? '' : ` (${signed(points)})`}`
  const text = [
    part('level', levelText(before, page), levelText(after, page), change.level),
    part('evidenced', fixed(before.evidenced), fixed(after.evidenced), change.evidenced),
    part('to target', fixed(before.percentToTarget), fixed(after.percentToTarget), change.percentToTarget),
  ].join(', ')
  return [name, ...page.wrap(text, '  ')]
}

/** The level, or where it is withheld what it can be. */
function levelText({ level, lowest, highest }: Score, page: Page): string {
  return level === null && lowest !== null
    ? `${fixed(lowest)}${page.glyphs.dash}${fixed(highest)}`
    : fixed(level)
}

function painted(value: number | null, page: Page): string {
  const text = signed(value)
  return value === null || value === 0 ? text : value > 0 ? page.paint.good(text) : page.paint.bad(text)
}

function causeLines({ overall, causes }: Comparison, page: Page): string[] {
  if (causes.length === 0) return page.wrap('Nothing that a score reads differs between the two.')
  const shown = measuresShown(overall)
  const columns = [
    { head: 'Cause', align: 'left' as const },
    ...shown.map(([, head]) => ({ head, align: 'right' as const })),
  ]
  const rows = overall.contributions.flatMap(({ cause, points }, index): Row[] => [
    [causeNames[cause], ...shown.map(([name]) => painted(points[name], page))],
    ...page.wrapTo(page.text(causes[index]!.text), page.prose, '  ').map((text): Row => page.paint.dim(text)),
  ])
  const together = [page.paint.bold('Together'), ...shown.map(([name]) => signed(overall.change[name]))]
  return [
    ...renderColumns(columns, [...rows, together], page.glyphs.rule),
    ...(causes.length === 1 ? [] : page.wrap(shareNote).map(page.paint.dim)),
  ]
}

/** How much each cause brought to the level of each principle, or to its bounds where a level is withheld. */
function causesByPrinciple({ principles, causes }: Comparison, page: Page): string[] {
  if (causes.length === 0) return []
  return principles.flatMap(({ title, movement }) => {
    if (!movement) return []
    const shown = measuresShown(movement)
    return [
      page.paint.bold(page.text(title, 60)),
      ...shown.flatMap(([name, head]) => {
        const parts = movement.contributions
          .filter(({ points }) => points[name] !== 0)
          .map(({ cause, points }) => `${causeNames[cause].toLowerCase()} ${signed(points[name])}`)
        const sum = `${head} ${signed(movement.change[name])}`
        return page.wrap(parts.length === 0 ? sum : `${sum}: ${parts.join(', ')}`, '  ', '    ')
      }),
    ]
  })
}

/** Answers shown where not all are. */
const most = 10

function answerLines({ overall, answers }: Comparison, all: boolean, page: Page): string[] {
  if (answers.length === 0) return []
  const names = measuresShown(overall)
  const shown = all ? answers : answers.slice(0, most)
  const rest = answers.slice(shown.length)
  const arrow = arrowOf(page)
  const columns = [
    { head: 'Element', align: 'left' as const },
    { head: 'Answer', align: 'left' as const },
    ...names.map(([, head]) => ({ head, align: 'right' as const })),
  ]
  const titles = Math.max(12, page.width - 60)
  const rows = shown.map(
    ({ element, title, before, after, points }): Row => [
      page.text(`${element} ${title}`, titles),
      `${answerText(before)}${arrow}${answerText(after)}`,
      ...names.map(([name]) => painted(points[name], page)),
    ],
  )
  const sum = (name: (typeof names)[number][0]) =>
    rest.reduce((total, { points }) => total + Math.round((points[name] ?? 0) * 100), 0) / 100
  return [
    ...renderColumns(columns, rows, page.glyphs.rule),
    ...(rest.length === 0
      ? []
      : page.wrap(
          `${page.glyphs.ellipsis} and ${counted(rest.length, 'more answer')}: ${names.map(([name, head]) => `${head.toLowerCase()} ${signed(sum(name))}`).join(', ')} (--all)`,
          '  ',
        )),
  ]
}

function findingLines(comparison: Comparison, all: boolean, page: Page): string[] {
  const groups = groupChanges(comparison)
  const shown = all ? groups : groups.slice(0, 12)
  const arrow = arrowOf(page)
  return [
    ...page.wrap(`${findingCounts(comparison)}.`),
    ...shown.flatMap(({ standing, first, changes }) => {
      const some = all ? changes : changes.slice(0, 6)
      const more =
        changes.length > some.length
          ? `, ${page.glyphs.ellipsis} and ${changes.length - some.length} more`
          : ''
      const places = some.map((change) =>
        page.text(findingPlace(change, comparison.answers, arrow.trim()), 200),
      )
      const [head = '', ...lines] = page.wrap(
        `${standing}, ${first.severity}: ${page.text(first.title, 120)} [${whole(first.rule)}]: ${places.join(', ')}${more}`,
        '  ',
        '    ',
      )
      const paint = standing === 'new' || standing === 'worse' ? page.paint.bad : page.paint.good
      return [`  ${paint(standing)}${head.slice(2 + standing.length)}`, ...lines]
    }),
    ...(groups.length > shown.length
      ? [`  ${page.glyphs.ellipsis} and ${counted(groups.length - shown.length, 'more rule')} (--all)`]
      : []),
  ]
}
