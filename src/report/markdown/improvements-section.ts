/** What to do first: an overview, then each improvement with why, how much work, its steps and what shows that they are done. */
import type { Assessment, Improvement } from '../../types/assessment.ts'
import { showDays } from '../../util/person-days.ts'
import { listWords } from '../../util/show.ts'
import { type ClosedFindings, closedFindings } from '../closed-findings.ts'
import { escapeMarkdown, markdownCode } from '../escape-markdown.ts'
import { openedFindings } from '../opened-findings.ts'
import { counted, effortText, elementNames, gainText, nothingToRaise, priorityText } from '../phrases.ts'
import type { ReportOptions } from '../report-options.ts'
import { totalEffort } from '../total-effort.ts'
import { table } from './table-row.ts'

interface ImprovementsOptions {
  /** The first of the assessment's. */
  readonly shown: readonly Improvement[]
  /** With the findings of all principles: an improvement closes these too. */
  readonly whole: Assessment
  readonly ruleTitle: ReportOptions['ruleTitle']
}

export function improvementsSection(
  assessment: Assessment,
  { shown, whole, ruleTitle }: ImprovementsOptions,
): readonly string[] {
  const { improvements, coverage } = assessment
  if (coverage.assessed === 0) return []
  if (improvements.length === 0) {
    return ['## What to do first', nothingToRaise(assessment)]
  }
  const nameOf = elementNames(assessment)
  // Titles of more would bury what the list is about.
  const names = (ids: readonly string[]) =>
    ids.length > 4
      ? listWords(ids.map(escapeMarkdown), 'and', ids.length)
      : ids.map((id) => escapeMarkdown(nameOf(id))).join('; ')
  const closed = closedFindings(whole)
  const rest = improvements.length - shown.length
  return [
    '## What to do first',
    'In order: what gains most for the work it takes, placed after what it has to wait for.',
    ...(shown.length === 0 ? [] : [overview(shown)]),
    ...(rest === 0 ? [] : [`Not shown: ${counted(rest, 'further improvement')} (--all shows every one).`]),
    total(assessment, improvements === whole.improvements),
    ...shown.flatMap((improvement) => one(improvement, names, closed, assessment, ruleTitle)),
  ]
}

/** `everything`: the list is not narrowed. */
function total({ improvements, coverage }: Assessment, everything: boolean): string {
  const but = coverage.declined.length > 0 ? ' and not declined' : ''
  const reach = everything ? `, to bring what is assessed${but} to its targets` : ''
  return `All ${counted(improvements.length, 'improvement')} together: ${effortText(totalEffort(improvements))}${reach}. Effort figures are our judgement and not measured.`
}

function overview(improvements: readonly Improvement[]): string {
  const rows = improvements.map(({ rank, element, title, from, to, effort, blockedBy, leads }) => [
    String(rank),
    escapeMarkdown(`${element} ${title}`),
    `${from} to ${to}`,
    `${showDays(effort.likely)} (${showDays(effort.low)} to ${showDays(effort.high)})`,
    blockedBy.map(escapeMarkdown).join(', '),
    escapeMarkdown(leads),
  ])
  const head = ['', 'Improve', 'Level', 'Person-days', 'After', 'Usually led by']
  return table(head, 'rllrll', rows)
}

function one(
  improvement: Improvement,
  names: (ids: readonly string[]) => string,
  closed: ClosedFindings,
  assessment: Assessment,
  ruleTitle: ReportOptions['ruleTitle'],
): string[] {
  const { rank, tiedWith, element, title, from, to, effort, leads, steps } = improvement
  const findings = closed(improvement).map(
    ([{ title: finding, severity }]) => `“${escapeMarkdown(finding)}” (${severity})`,
  )
  const opened = openedFindings(improvement, assessment, ruleTitle).map(({ id, title: finding, at }) =>
    finding === null
      ? markdownCode(id)
      : `“${escapeMarkdown(finding)}”${at === null ? '' : ` at ${escapeMarkdown(at)}`}`,
  )
  const facts: (readonly [label: string, text: string])[] = [
    ['Why', `${sentence(gainText(improvement, assessment))}${waiting(improvement)}`],
    ['Closes', findings.length === 0 ? '' : listWords(findings)],
    ['Effort', effortText(effort)],
    ['Usually led by', escapeMarkdown(leads)],
    ['Unlocks', names(improvement.unlocks)],
    ['After', names(improvement.blockedBy)],
    ['Assumes (not assessed)', names(improvement.assumes)],
    ['Lacks (declined)', names(improvement.lacks)],
    ['Will bring up', opened.length === 0 ? '' : listWords(opened, 'and', opened.length)],
    ['Planned', improvement.planned === null ? '' : `from ${escapeMarkdown(improvement.planned)}`],
    ['Tied with', names(tiedWith)],
    ['Priority', priorityText(improvement)],
  ]
  return [
    `### ${rank}. ${escapeMarkdown(`${title} (${element})`)}: from level ${from} to ${to}`,
    facts
      .filter(([, text]) => text !== '')
      .map(([label, text]) => `- **${label}**: ${text}`)
      .join('\n'),
    ...steps.flatMap((step) => [
      `To level ${step.to} (${effortText(step.effort)}):`,
      [
        ...step.do.map((action) => `- ${escapeMarkdown(action)}`),
        ...(step.evidence.length === 0
          ? []
          : [`- *Shown by*: ${step.evidence.map(escapeMarkdown).join('; ')}`]),
      ].join('\n'),
    ]),
  ]
}

/** What its leverage rests on; nothing where no improvement waits. */
function waiting({ because }: Improvement): string {
  const leverage = because.find(({ term }) => term === 'leverage')
  return leverage === undefined || leverage.value <= 1 ? '' : ` ${sentence(leverage.text)}`
}

function sentence(text: string): string {
  return escapeMarkdown(text === '' || /[.!?]$/.test(text) ? text : `${text}.`)
}
