/** Where each principle stands, as a table. */
import type { Assessment, Score } from '../../types/assessment.ts'
import { escapeMarkdown } from '../escape-markdown.ts'
import { elementNames, fixed, gapText } from '../phrases.ts'
import { table } from './table-row.ts'

const head = [
  'Principle',
  'Level',
  'Between',
  'Evidenced',
  'Target',
  'Gap',
  'To target',
  'Spread',
  'Assessed',
]

/** `overall`: whether to close with the line for the whole. */
export function principlesSection(assessment: Assessment, overall: boolean): readonly string[] {
  const { scores, coverage } = assessment
  if (coverage.assessed === 0) return []
  const rows = scores.principles.map(({ title, score }) => [escapeMarkdown(title), ...cells(score)])
  if (overall) rows.push(['**Overall**', ...cells(scores.overall)])
  return ['## Principles', table(head, 'lrlrrrrrr', rows), ...weakestBlocks(assessment)]
}

/** By name: too long for the table, and no number tells a reader what is weak. */
function weakestBlocks(assessment: Assessment): string[] {
  const nameOf = elementNames(assessment)
  const items = assessment.scores.principles
    .filter(({ weakest }) => weakest.length > 0)
    .map(
      ({ title, weakest }) =>
        `- **${escapeMarkdown(title)}**: ${weakest.map((id) => escapeMarkdown(nameOf(id))).join('; ')}`,
    )
  return items.length === 0 ? [] : ['Furthest below their targets in each principle:', items.join('\n')]
}

function cells(score: Score): string[] {
  const { level, lowest, highest, evidenced, target, percentToTarget, spread, assessed, inScope } = score
  return [
    score.withheld ? 'not enough data' : fixed(level),
    lowest === null ? '-' : lowest === highest ? 'exact' : `${fixed(lowest)} to ${fixed(highest)}`,
    fixed(evidenced),
    fixed(target),
    gapText(level, target),
    percentToTarget === null ? '-' : `${percentToTarget} %`,
    fixed(spread),
    `${assessed} of ${inScope}`,
  ]
}
