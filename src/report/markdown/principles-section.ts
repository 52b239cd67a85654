/** Where each principle stands, as a table. */
import type { Assessment, Score } from '../../core/assessment.ts'
import { escapeMarkdown } from '../escape-markdown.ts'
import { fixed, gapText } from '../phrases.ts'
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
  'Weakest',
]

/** `overall`: whether to close with the line for the whole. */
export function principlesSection({ scores, coverage }: Assessment, overall: boolean): readonly string[] {
  if (coverage.inScope === 0) return []
  const rows = scores.principles.map(({ title, score, weakest }) => [
    escapeMarkdown(title),
    ...cells(score),
    weakest.map(escapeMarkdown).join(', '),
  ])
  if (overall) rows.push(['**Overall**', ...cells(scores.overall), ''])
  return ['## Principles', table(head, 'lrlrrrrrrl', rows), legend]
}

const legend =
  'Levels run from 0 (nothing is done) to 5 (done, measured and made better). *Between*: what the level can still become, whatever is not assessed yet. *Evidenced*: the level that the evidence cited carries. *Gap*: levels missing to the target.'

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
