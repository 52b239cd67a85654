/** A comparison for a pull request: the same tables as Markdown, with everything from files made inert. */

import { answerText } from '../../diff/answer-text.ts'
import type { Score } from '../../types/assessment.ts'
import type { Comparison, ComparisonReport } from '../../types/comparison.ts'
import { declaredText } from '../coverage-phrases.ts'
import { escapeMarkdown, markdownCode } from '../escape-markdown.ts'
import { table } from '../markdown/table-row.ts'
import { fixed } from '../phrases.ts'
import {
  boundsMoved,
  boundsTitle,
  causeNames,
  fromTo,
  measuresShown,
  methodText,
  shareNote,
  sideText,
  signed,
} from './comparison-phrases.ts'
import { findingCounts, findingPlace, groupChanges, statusNames } from './finding-phrases.ts'
import { moveAfterName } from './headline.ts'

/** `all`: every answer and every place of a finding. */
export function renderComparisonMarkdown(
  report: ComparisonReport,
  { all = false }: { readonly all?: boolean } = {},
): string {
  const alone = (names: readonly string[], side: string) =>
    names.length === 0 ? [] : [`Only on the ${side} side: ${names.map(markdownCode).join(', ')}.`]
  const blocks = [
    ...report.comparisons.flatMap((comparison) => blocksOf(comparison, all)),
    ...alone(report.added, 'later'),
    ...alone(report.removed, 'earlier'),
  ]
  return `${blocks.length === 0 ? 'There is no description to compare.' : blocks.join('\n\n')}\n`
}

function blocksOf(comparison: Comparison, all: boolean): string[] {
  const { before, after } = comparison
  const method = methodText(comparison)
  return [
    `# What moved: ${escapeMarkdown(after.organization)}`,
    `**${escapeMarkdown(`${after.organization} ${moveAfterName(comparison)}`)}.**`,
    `From ${escapeMarkdown(sideText(before))}, as of ${before.asOf}, to ${escapeMarkdown(sideText(after))}, as of ${after.asOf}, by ${escapeMarkdown(after.framework.title)}. ${declaredText}`,
    ...(method === '' ? [] : [`*${escapeMarkdown(method)}*`]),
    movementTable(comparison),
    ...causeBlocks(comparison),
    ...answerBlocks(comparison, all),
    ...findingBlocks(comparison, all),
  ]
}

function movementTable({ principles, overall }: Comparison): string {
  const rows = [
    ...principles.map(({ title, movement }) => ({ title: escapeMarkdown(title), movement })),
    { title: '**Overall**', movement: overall },
  ].map(({ title, movement }) => {
    if (!movement) return [title, 'not in both', '', '', '', '', '']
    const { before, after, change } = movement
    return [
      title,
      `${levelText(before)} → ${levelText(after)}`,
      signed(change.level),
      fromTo(fixed(before.evidenced), fixed(after.evidenced), ' → '),
      signed(change.evidenced),
      fromTo(fixed(before.percentToTarget), fixed(after.percentToTarget), ' → '),
      signed(change.percentToTarget),
    ]
  })
  const { before, after } = overall
  const bounds = boundsMoved(overall)
    ? [[boundsTitle, `${boundsText(before)} → ${boundsText(after)}`, '', '', '', '', '']]
    : []
  return table(['Principle', 'Level', 'Change', 'Evidenced', 'Change', 'To target, %', 'Change'], 'lrrrrrr', [
    ...rows,
    ...bounds,
  ])
}

/** The level, or where it is withheld what it can be. */
function levelText(score: Score): string {
  return score.level === null && score.lowest !== null ? boundsText(score) : fixed(score.level)
}

function boundsText({ lowest, highest }: Score): string {
  return lowest === highest ? fixed(lowest) : `${fixed(lowest)} to ${fixed(highest)}`
}

function causeBlocks({ overall, causes }: Comparison): string[] {
  if (causes.length === 0) return ['## Why it moved', 'Nothing that a score reads differs between the two.']
  const shown = measuresShown(overall)
  const rows = overall.contributions.map(({ cause, points }, index) => [
    causeNames[cause],
    ...shown.map(([name]) => signed(points[name])),
    escapeMarkdown(causes[index]!.text),
  ])
  return [
    '## Why it moved',
    table(['Cause', ...shown.map(([, head]) => head), 'What differs'], `l${'r'.repeat(shown.length)}l`, [
      ...rows,
      ['**Together**', ...shown.map(([name]) => signed(overall.change[name])), ''],
    ]),
    ...(causes.length === 1 ? [] : [shareNote]),
  ]
}

/** Answers, rules, and places of each rule shown where not all are. */
const most = 10

function answerBlocks({ overall, answers }: Comparison, all: boolean): string[] {
  if (answers.length === 0) return []
  const names = measuresShown(overall)
  const shown = all ? answers : answers.slice(0, most)
  const rows = shown.map(({ element, title, before, after, points }) => [
    escapeMarkdown(`${element} ${title}`),
    `${answerText(before)} → ${answerText(after)}`,
    ...names.map(([name]) => signed(points[name])),
  ])
  return [
    '## Answers that moved it most',
    table(['Element', 'Answer', ...names.map(([, head]) => head)], `ll${'r'.repeat(names.length)}`, rows),
    ...(answers.length > shown.length ? [`And ${answers.length - shown.length} more.`] : []),
  ]
}

function findingBlocks(comparison: Comparison, all: boolean): string[] {
  const groups = groupChanges(comparison)
  const shown = all ? groups : groups.slice(0, 3 * most)
  const items = shown.map(({ status, first, changes }) => {
    const some = all ? changes : changes.slice(0, most)
    const places = some.map((change) => escapeMarkdown(findingPlace(change, ' → ')))
    const more = changes.length > some.length ? `, and ${changes.length - some.length} more` : ''
    return `- **${statusNames[status]}**, ${first.severity}: ${escapeMarkdown(first.title)} (${markdownCode(first.rule)}): ${places.join(', ')}${more}`
  })
  if (groups.length > shown.length) items.push(`- and ${groups.length - shown.length} more rules`)
  return ['## Findings', `${findingCounts(comparison)}.`, ...(items.length === 0 ? [] : [items.join('\n')])]
}
