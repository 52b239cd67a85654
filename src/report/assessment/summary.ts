/** The result on one screen: verdict, principles, what to improve first, contradictions, limits, next commands. */
import type { Assessment, Finding, Improvement } from '../../types/assessment.ts'
import {
  type Block,
  type Cell,
  type Column,
  code,
  type Document,
  definitions,
  paragraph,
  strong,
  type Text,
  table,
  toned,
} from '../document.ts'
import { findingsWorthReading, groupFindings } from '../findings.ts'
import { narrowAssessment } from '../narrow-assessment.ts'
import type { ReportOptions } from '../report-options.ts'
import { cutToWidth } from '../terminal/display-width.ts'
import { gainText, limits, nothingToImprove, verdict } from './phrases.ts'

export type SummaryOptions = Pick<ReportOptions, 'top' | 'principle' | 'names' | 'next'>

/** One screen; `--full` has the rest. */
export function summaryDocument(assessment: Assessment, options: SummaryOptions): Document {
  return {
    title: null,
    blocks: [
      ...summaryBlocks(assessment, options),
      ...paragraph(limits(assessment), 'note'),
      ...nextBlocks(options.next),
    ],
  }
}

/** Without what differs between formats: limits and next commands. */
export function summaryBlocks(assessment: Assessment, options: SummaryOptions): Block[] {
  const narrowed = narrowAssessment(assessment, options.principle)
  return [
    ...paragraph(verdictText(assessment, options), 'lead'),
    ...narrowedNote(narrowed, options.principle),
    ...levelChart(narrowed),
    ...improveFirst(narrowed, options),
    ...contradictions(narrowed, options),
  ]
}

/** Three lines. */
export function briefDocument(assessment: Assessment, options: SummaryOptions): Document {
  const { improvements } = assessment
  const first = improvements.slice(0, 3).map(({ element, title }) => `${title} (${element})`)
  const found = groupFindings(practiceFindings(assessment, options)).slice(0, 3)
  return {
    title: null,
    blocks: table(
      [
        { head: '', type: 'text' },
        { head: '', type: 'text', cut: true },
      ],
      [
        [[strong('Result')], verdict(assessment, options.names)],
        [[strong('First')], first.length === 0 ? nothingToImprove(assessment) : first.join(', ')],
        [
          [strong('Found')],
          found.length === 0 ? 'no contradictions' : found.map(({ title }) => title).join('; '),
        ],
      ],
    ),
  }
}

export function verdictText({ organization, ...rest }: Assessment, { names }: SummaryOptions): Text {
  return `${cutToWidth(organization.name, 120)} ${verdict({ organization, ...rest }, names)}.`
}

export function narrowedNote({ scores }: Assessment, principle: string | undefined): Block[] {
  if (principle === undefined) return []
  const title = scores.principles[0]?.title ?? principle
  return paragraph(
    `Below: only what concerns ${title}. The result above, limits and coverage are for all principles.`,
  )
}

export function levelChart({ scores, coverage }: Assessment): Block[] {
  if (coverage.assessed === 0 || scores.principles.length === 0) return []
  return [
    {
      type: 'chart',
      chart: {
        kind: 'levels',
        rows: scores.principles.map(({ title, score }) => ({
          label: title,
          percent: score.percentToTarget,
          ...score,
        })),
      },
    },
  ]
}

function improveFirst(assessment: Assessment, { top = 5 }: SummaryOptions): Block[] {
  const { improvements, coverage, scores } = assessment
  if (coverage.assessed === 0) return []
  if (improvements.length === 0) return paragraph(nothingToImprove(assessment))
  const gain: Column[] = scores.overall.percentToTarget === null ? [] : [{ head: 'Gain', type: 'number' }]
  return table(
    [
      { head: '', type: 'number' },
      { head: 'Improve first', type: 'text', cut: true },
      { head: 'Level', type: 'text' },
      { head: 'Days', type: 'days' },
      ...gain,
    ],
    improvements.slice(0, top).map((improvement) => improvementRow(improvement, assessment)),
    true,
  )
}

function improvementRow(improvement: Improvement, assessment: Assessment): Cell[] {
  const { rank, element, advice, from, to, effort } = improvement
  return [
    rank,
    [strong(element), ` ${advice}`],
    `${from}→${to}`,
    effort.likely,
    gainText(improvement, assessment),
  ]
}

/** What the answers say against each other, worst first; one line a rule. */
function contradictions(assessment: Assessment, options: SummaryOptions): Block[] {
  const groups = groupFindings(practiceFindings(assessment, options))
  const shown = groups.slice(0, 3)
  return table(
    [
      { head: '', type: 'text' },
      {
        head:
          groups.length === shown.length
            ? 'Contradictions'
            : `Contradictions (${shown.length} of ${groups.length})`,
        type: 'text',
        cut: true,
      },
    ],
    shown.map(({ severity, title, findings: [first] }) => [
      [toned(severity, severity)],
      [strong(title), first.message === '' ? '' : `: ${first.message}`],
    ]),
    true,
  )
}

/** Open findings about practice; those about claims and their evidence are another matter. */
function practiceFindings(assessment: Assessment, { names }: SummaryOptions): Finding[] {
  return findingsWorthReading(assessment, names?.plainGap).filter(
    ({ category, waived, planned }) => category === 'gap' && !waived && !planned,
  )
}

export function nextBlocks(next: readonly string[]): Block[] {
  return definitions(next.map((command, index) => [index === 0 ? 'Next:' : '', [code(command)]]))
}
