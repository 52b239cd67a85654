/** The result on one screen: verdict, principles, what to improve first, contradictions, limits, next commands. */
import type { Assessment, Finding, Improvement } from '../../types/assessment.ts'
import { listWords } from '../../util/show.ts'
import {
  type Block,
  type Cell,
  code,
  type Document,
  daysText,
  definitions,
  paragraph,
  strong,
  type Text,
  table,
  toned,
} from '../document.ts'
import { findingsWorthReading, groupFindings } from '../findings.ts'
import { narrowAssessment } from '../narrow-assessment.ts'
import { counted } from '../phrases.ts'
import type { ReportOptions } from '../report-options.ts'
import { cutToWidth } from '../terminal/display-width.ts'
import { gainText, levelsText, limits, nothingToImprove, verdict } from './phrases.ts'

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
    ...otherLists(narrowed),
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
        [[strong('Result')], verdictText(assessment, options)],
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

/** Foundations where there are any, then the most valuable improvements; what is under way is not named first. */
function improveFirst(assessment: Assessment, { top = 5 }: SummaryOptions): Block[] {
  const { improvements, coverage } = assessment
  if (coverage.assessed === 0) return []
  if (improvements.length === 0) return paragraph(nothingToImprove(assessment))
  const open = improvements.filter(({ planned }) => planned === null)
  // Another order was asked for: then the list is that order, whatever the kinds.
  const sorted = improvements.some(({ rank }, index) => index > 0 && rank < improvements[index - 1]!.rank)
  if (sorted) return improvementTable('Improve first', open.slice(0, top), assessment)
  const of = (wanted: Improvement['kind']) => open.filter(({ kind }) => kind === wanted)
  return [
    ...improvementTable('Foundations', of('foundation').slice(0, top), assessment),
    ...improvementTable('Improve first', of('strategic').slice(0, top), assessment),
  ]
}

function improvementTable(
  head: string,
  improvements: readonly Improvement[],
  assessment: Assessment,
): Block[] {
  const withGain = assessment.scores.overall.percentToTarget !== null
  return table(
    [
      { head: '', type: 'number' },
      { head, type: 'text', cut: true },
      { head: 'Level', type: 'number' },
      { head: 'Days', type: 'days' },
      ...(withGain ? [{ head: 'Gain', type: 'number' as const }] : []),
    ],
    improvements.map((improvement) => improvementRow(improvement, assessment)),
    true,
  )
}

function improvementRow(improvement: Improvement, assessment: Assessment): Cell[] {
  const { rank, element, advice, effort, atLeast } = improvement
  return [
    rank,
    [strong(element), ` ${advice}`],
    levelsText(improvement),
    atLeast ? `${daysText(effort.likely)}+` : effort.likely,
    gainText(improvement, assessment),
  ]
}

/** `Quick wins  6.4 Innovation portfolio (3 days to level 2)`, and what is under way. */
function otherLists({ improvements }: Assessment): Block[] {
  const named = (some: readonly Improvement[], note: (improvement: Improvement) => string) =>
    listWords(
      some.map((improvement) => `${improvement.element} ${improvement.title} (${note(improvement)})`),
      'and',
      3,
    )
  const open = improvements.filter(({ planned }) => planned === null)
  return definitions([
    [
      'Quick wins',
      named(
        open.filter(({ kind }) => kind === 'quick-win'),
        ({ steps: [step] }) =>
          step ? `${counted(Math.max(1, Math.round(step.effort.likely)), 'day')} to level ${step.to}` : '',
      ),
    ],
    [
      'Under way',
      named(
        improvements.filter(({ planned }) => planned !== null),
        ({ planned }) => planned ?? '',
      ),
    ],
  ])
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
