/** What to do first: each improvement with why, how much work, and what it leads to. */
import type { Assessment, Improvement } from '../../core/assessment.ts'
import { elementNames } from '../phrases.ts'
import type { Page } from './page.ts'

/** `shown`: how many of them. */
export function improvementLines(assessment: Assessment, shown: number, page: Page): string[] {
  const { improvements } = assessment
  if (improvements.length === 0) return ['  Nothing to raise: no assessed element stands below its target.']
  const nameOf = elementNames(assessment)
  const lines = improvements
    .slice(0, shown)
    .flatMap((improvement, index) => [
      ...(index === 0 ? [] : ['']),
      ...one(improvement, (id) => page.text(nameOf(id), 60), page),
    ])
  const rest = improvements.length - Math.min(shown, improvements.length)
  return rest === 0 ? lines : [...lines, '', `  ${page.glyphs.ellipsis} and ${rest} more (--all)`]
}

function one(improvement: Improvement, nameOf: (id: string) => string, page: Page): string[] {
  const { rank, tiedWith, element, title, from, to, effort, steps, leads, because } = improvement
  const number = `${rank}.`.padStart(3)
  const name = `${element} ${page.text(title, 80)}: from level ${from} to ${to}`
  const indent = ' '.repeat(number.length + 1)
  const heading = page.wrap(
    tiedWith.length === 0 ? name : `${name} (tied with ${tiedWith.join(', ')})`,
    `${number} `,
    indent,
  )
  const names = (ids: readonly string[], limit = 4) =>
    ids.length > limit
      ? `${ids
          .slice(0, limit - 1)
          .map(nameOf)
          .join('; ')}; and ${ids.length - limit + 1} more`
      : ids.map(nameOf).join('; ')
  const noted = (ids: readonly string[], state: string) =>
    ids.length === 0 ? '' : `${names(ids)} (${ids.length > 1 ? 'all ' : ''}${state})`
  const facts: (readonly [label: string, text: string])[] = [
    ['Why', why(improvement)],
    ['Effort', `${effort.likely} person-days likely, ${effort.low} to ${effort.high} possible`],
    ['Start with', steps[0]?.do[0] ?? ''],
    ['Led by', leads === '' ? '' : `usually ${leads}`],
    ['Unlocks', names(improvement.unlocks)],
    ['After', names(improvement.blockedBy)],
    ['Assumes', noted(improvement.assumes, 'not assessed')],
    ['Lacks', noted(improvement.lacks, 'declined')],
    ['Beware', improvement.opens.length === 0 ? '' : `${improvement.opens.join(', ')} will then be found`],
    ['Planned', improvement.planned === null ? '' : `from ${improvement.planned}`],
    [
      'Priority',
      `${improvement.priority} (${because.map(({ term, value }) => `${term} ${value}`).join(', ')})`,
    ],
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

/** The factors that speak for it, in words; those that change nothing (leverage 1, urgency 1) are left out. */
function why({ because }: Improvement): string {
  return because
    .filter(
      ({ term, value }) => term === 'gain' || ((term === 'leverage' || term === 'urgency') && value > 1),
    )
    .map(({ text }) => (/[.!?]$/.test(text) ? text : `${text}.`))
    .join(' ')
}
