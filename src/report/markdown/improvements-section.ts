/** What to do first: each improvement with why, how much work, its steps and what shows that they are done. */
import type { Assessment, Improvement } from '../../core/assessment.ts'
import { escapeMarkdown, markdownCode } from '../escape-markdown.ts'
import { counted, elementNames } from '../phrases.ts'

/** `shown`: how many of them. */
export function improvementsSection(assessment: Assessment, shown: number): readonly string[] {
  const { improvements, coverage } = assessment
  if (coverage.assessed === 0) return []
  if (improvements.length === 0) {
    return ['## What to do first', 'Nothing to raise: no assessed element stands below its target.']
  }
  const nameOf = elementNames(assessment)
  const names = (ids: readonly string[]) => ids.map((id) => escapeMarkdown(nameOf(id))).join('; ')
  const rest = improvements.length - Math.min(shown, improvements.length)
  return [
    '## What to do first',
    'In order: what gains most for the work it takes, and what other improvements wait for.',
    ...improvements.slice(0, shown).flatMap((improvement) => one(improvement, names)),
    ...(rest === 0 ? [] : [`Not shown: ${counted(rest, 'further improvement')}.`]),
  ]
}

function one(improvement: Improvement, names: (ids: readonly string[]) => string): string[] {
  const { rank, tiedWith, element, title, from, to, because, effort, leads, priority, steps } = improvement
  const numbers = because.map(({ term, value }) => `${term} ${value}`).join(', ')
  const facts: (readonly [label: string, text: string])[] = [
    [
      'Why',
      because
        .filter(({ term }) => term !== 'effort')
        .map(({ text }) => sentence(text))
        .join(' '),
    ],
    ['Effort', `${effort.likely} person-days likely, ${effort.low} to ${effort.high} possible`],
    ['Usually led by', escapeMarkdown(leads)],
    ['Unlocks', names(improvement.unlocks)],
    ['After', names(improvement.blockedBy)],
    ['Assumes (not assessed)', names(improvement.assumes)],
    ['Lacks (declined)', names(improvement.lacks)],
    ['Findings it closes', improvement.closes.map(markdownCode).join(', ')],
    ['Findings it will bring up', improvement.opens.map(markdownCode).join(', ')],
    ['Planned', improvement.planned === null ? '' : `from ${escapeMarkdown(improvement.planned)}`],
    ['Tied with', names(tiedWith)],
    ['Priority', `${priority} (${numbers})`],
  ]
  return [
    `### ${rank}. ${escapeMarkdown(`${element} ${title}`)}: from level ${from} to ${to}`,
    facts
      .filter(([, text]) => text !== '')
      .map(([label, text]) => `- **${label}**: ${text}`)
      .join('\n'),
    ...steps.flatMap((step) => [
      `To level ${step.to} (${step.effort.likely} person-days likely, ${step.effort.low} to ${step.effort.high}):`,
      [
        ...step.do.map((action) => `- ${escapeMarkdown(action)}`),
        ...step.evidence.map((shows) => `- Shown by: ${escapeMarkdown(shows)}`),
      ].join('\n'),
    ]),
  ]
}

function sentence(text: string): string {
  return escapeMarkdown(/[.!?]$/.test(text) ? text : `${text}.`)
}
