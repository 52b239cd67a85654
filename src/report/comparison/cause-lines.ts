/** Why it moved, for a terminal: the causes, and the answers that did it. */

import { answerText } from '../../diff/answer-text.ts'
import type { Comparison, Points } from '../../types/comparison.ts'
import { counted } from '../phrases.ts'
import { type Row, renderColumns } from '../terminal/columns.ts'
import type { Page } from '../terminal/page.ts'
import { causeNames, measuresShown, shareNote, signed } from './comparison-phrases.ts'
import { arrowOf, painted } from './moved-lines.ts'

export function causeLines({ overall, causes }: Comparison, page: Page): string[] {
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
export function causesByPrinciple({ principles, causes }: Comparison, page: Page): string[] {
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

export function answerLines({ overall, answers }: Comparison, all: boolean, page: Page): string[] {
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
