/** What to do first: each improvement with why, how much work, and what it leads to. */
import type { Assessment, Improvement } from '../../types/assessment.ts'
import { listWords } from '../../util/show.ts'
import { type ClosedFindings, closedFindings } from '../closed-findings.ts'
import { type OpenedFinding, openedFindings } from '../opened-findings.ts'
import { effortText, elementNames, gainText, nothingToRaise, priorityText } from '../phrases.ts'
import type { ReportOptions } from '../report-options.ts'
import type { Page } from './page.ts'

/** `shown`: how many of them. `whole`: with the findings of all principles, as an improvement closes these too. */
export function improvementLines(
  assessment: Assessment,
  whole: Assessment,
  shown: number,
  ruleTitle: ReportOptions['ruleTitle'],
  page: Page,
): string[] {
  const { improvements } = assessment
  if (improvements.length === 0) return page.wrap(nothingToRaise(assessment), '  ')
  const nameOf = elementNames(assessment)
  const closed = closedFindings(whole)
  const lines = improvements.slice(0, shown).flatMap((improvement, index) => [
    ...(index === 0 ? [] : ['']),
    ...one(
      improvement,
      (id) => page.text(nameOf(id), 80),
      {
        reason: why(improvement, closed, assessment),
        opened: openedText(openedFindings(improvement, assessment, ruleTitle)),
      },
      page,
    ),
  ])
  const rest = improvements.length - Math.min(shown, improvements.length)
  return rest === 0 ? lines : [...lines, '', `  ${page.glyphs.ellipsis} and ${rest} more (--all)`]
}

function one(
  improvement: Improvement,
  nameOf: (id: string) => string,
  { reason, opened }: { readonly reason: string; readonly opened: string },
  page: Page,
): string[] {
  const { rank, tiedWith, element, title, from, to, effort, steps, leads } = improvement
  const number = `${rank}.`.padStart(3)
  const name = `${element} ${page.text(title, 80)}: from level ${from} to ${to}`
  const indent = ' '.repeat(number.length + 1)
  const heading = page.wrap(
    tiedWith.length === 0 ? name : `${name} (tied with ${tiedWith.join(', ')})`,
    `${number} `,
    indent,
  )
  // Titles of more than two would fill lines with what is better looked up.
  const names = (ids: readonly string[]) =>
    ids.length > 2 ? listWords(ids, 'and', 8) : ids.map(nameOf).join('; ')
  const noted = (ids: readonly string[], state: string) => (ids.length === 0 ? '' : `${names(ids)}, ${state}`)
  const facts: (readonly [label: string, text: string])[] = [
    ['Why', reason],
    ['Effort', effortText(effort)],
    ['Start with', steps[0]?.do[0] ?? ''],
    ['Led by', leads],
    ['Unlocks', names(improvement.unlocks)],
    ['After', names(improvement.blockedBy)],
    ['Assumes', noted(improvement.assumes, 'not assessed')],
    ['Lacks', noted(improvement.lacks, 'declined')],
    ['Beware', opened],
    ['Planned', improvement.planned === null ? '' : `from ${improvement.planned}`],
    ['Priority', priorityText(improvement)],
  ]
  return [
    ...heading.map(page.paint.bold),
    ...facts
      .filter(([, text]) => text !== '')
      .flatMap(([label, text]) => {
        const column = page.narrow ? `${indent}${label}: ` : indent + label.padEnd(12)
        const next = page.narrow ? `${indent}  ` : indent + ' '.repeat(12)
        const lines = page.wrap(page.text(text, 600), column, next)
        return label === 'Priority' ? lines.map(page.paint.dim) : lines
      }),
  ]
}

function openedText(opened: readonly OpenedFinding[]): string {
  const named = opened.map(({ id, title, at }) =>
    title === null ? id : at === null ? `"${title}"` : `"${title}" at ${at}`,
  )
  return named.length === 0 ? '' : `${listWords(named, 'and', named.length)} will then be found`
}

/** What it gains, and the worst of what it closes; what waits for it stands under what it unlocks. */
function why(improvement: Improvement, closed: ClosedFindings, assessment: Assessment): string {
  const groups = closed(improvement)
  const named = groups.slice(0, 2).map(([{ title, severity }]) => `"${title}" (${severity})`)
  const rest = groups.length - named.length
  const gain = gainText(improvement, assessment)
  if (named.length === 0) return gain
  return `${gain}; closes ${listWords(rest > 0 ? [...named, `${rest} more`] : named)}`
}
