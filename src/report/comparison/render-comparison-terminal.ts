/** A comparison for a person at a terminal: what moved, why, by which answers, and what became of the findings. */

import type { Comparison, ComparisonReport } from '../../types/comparison.ts'
import { declaredText } from '../coverage-phrases.ts'
import { type Page, pageFor } from '../terminal/page.ts'
import { answerLines, causeLines, causesByPrinciple } from './cause-lines.ts'
import { changedFindingLines } from './changed-finding-lines.ts'
import { methodText, sideText } from './comparison-phrases.ts'
import { moveAfterName } from './headline.ts'
import { movedLines } from './moved-lines.ts'

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
