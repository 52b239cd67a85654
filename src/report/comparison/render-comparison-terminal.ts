/** A comparison for a person at a terminal: what moved, why, by which answers, and what became of the findings. */

import { answerText } from '../../diff/answer-text.ts'
import type { Comparison, ComparisonReport, FindingChange, Points } from '../../types/comparison.ts'
import { declaredText } from '../coverage-phrases.ts'
import { counted } from '../phrases.ts'
import { type Row, renderColumns } from '../terminal/columns.ts'
import { type Page, pageFor } from '../terminal/page.ts'
import { whole } from '../wrap-text.ts'
import { causeNames, measuresShown, methodText, shareNote, sideText, signed } from './comparison-phrases.ts'
import { findingCounts, findingPlace, groupChanges, statusNames } from './finding-phrases.ts'
import { moveAfterName } from './headline.ts'
import { arrowOf, movedLines, painted } from './moved-lines.ts'

/** Why it moved, for a terminal: the causes, and the answers that did it. */
function causeLines({ overall, causes }: Comparison, page: Page): string[] {
  if (causes.length === 0) return page.wrap('Nothing that a score reads differs between the two.')
  const shown = measuresShown(overall)
  if (page.narrow) {
    return overall.contributions.flatMap(({ cause, points }, index) =>
      page.wrap(
        `${causeNames[cause]}: ${pointsText(points, shown)} (${page.text(causes[index]!.text)})`,
        '',
        '  ',
      ),
    )
  }
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

/** `level +0.33, evidenced +0.22` */
function pointsText(points: Points, shown: ReturnType<typeof measuresShown>): string {
  return shown.map(([name, head]) => `${head.toLowerCase()} ${signed(points[name])}`).join(', ')
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
  const move = ({ before, after }: (typeof answers)[number], between = arrow) =>
    `${answerText(before)}${between}${answerText(after)}`
  const columns = [
    { head: 'Element', align: 'left' as const },
    { head: 'Answer', align: 'left' as const },
    ...names.map(([, head]) => ({ head, align: 'right' as const })),
  ]
  const rows = shown.map(
    (answer): Row => [
      page.text(`${answer.element} ${answer.title}`, Math.max(12, page.width - 54)),
      move(answer),
      ...names.map(([name]) => painted(answer.points[name], page)),
    ],
  )
  const lines = page.narrow
    ? shown.flatMap((answer) =>
        page.wrap(
          page.text(
            `${answer.element} ${answer.title}: ${move(answer, arrow.trim())}, ${pointsText(answer.points, names)}`,
          ),
          '',
          '  ',
        ),
      )
    : renderColumns(columns, rows, page.glyphs.rule)
  const hundredths = (name: (typeof names)[number][0]) =>
    rest.reduce((total, { points }) => total + Math.round((points[name] ?? 0) * 100), 0)
  const others = Object.fromEntries(names.map(([name]) => [name, hundredths(name) / 100])) as Points
  if (rest.length === 0) return lines
  const text = `${page.glyphs.ellipsis} and ${counted(rest.length, 'more answer')}: ${pointsText(others, names)} (--all)`
  return [...lines, ...page.wrap(text, '  ')]
}

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
    ['What moved', movedLines(comparison, page)],
    ['Why it moved', causeLines(comparison, page)],
    ['Why, by principle', all ? causesByPrinciple(comparison, page) : []],
    ['Answers that moved it most', answerLines(comparison, all, page)],
    ['Findings', changedFindingLines(comparison, all, page)],
  ]
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) =>
      [...(heading === null ? [] : [page.paint.heading(heading.toUpperCase())]), ...lines].join('\n'),
    )
    .join('\n\n')
}

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
    ...page.wrap(declaredText).map(page.paint.dim),
    ...(method === '' ? [] : page.wrap(page.text(method)).map(page.paint.middling)),
  ]
}

/** What became of the findings, for a terminal: by kind of change and by rule. */
function changedFindingLines(comparison: Comparison, all: boolean, page: Page): string[] {
  const groups = groupChanges(comparison)
  const shown = all ? groups : groups.slice(0, 12)
  const arrow = arrowOf(page)
  return [
    ...page.wrap(`${findingCounts(comparison)}.`),
    ...shown.flatMap(({ status, first, changes }) => {
      const some = all ? changes : changes.slice(0, 6)
      const more =
        changes.length > some.length
          ? `, ${page.glyphs.ellipsis} and ${changes.length - some.length} more`
          : ''
      const places = some.map((change) => page.text(findingPlace(change, arrow, arrow.trim()), 200))
      const name = statusNames[status]
      const [head = '', ...lines] = page.wrap(
        `${name}, ${first.severity}: ${page.text(first.title, 120)} [${whole(first.rule)}]: ${places.join(', ')}${more}`,
        '  ',
        '    ',
      )
      const paint = paintFor(status, page)
      return [`  ${paint(name)}${head.slice(2 + name.length)}`, ...lines]
    }),
    ...(groups.length > shown.length
      ? [`  ${page.glyphs.ellipsis} and ${counted(groups.length - shown.length, 'more rule')} (--all)`]
      : []),
  ]
}

/** What is no longer told is neither good nor bad. */
function paintFor(status: FindingChange['status'], { paint }: Page): (text: string) => string {
  if (status === 'new' || status === 'worse') return paint.bad
  return status === 'better' || status === 'fixed' ? paint.good : paint.middling
}
