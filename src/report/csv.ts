/** The result as tables for spreadsheets: improvements, elements and findings. RFC 4180, UTF-8. */
import type { Assessment, Improvement } from '../types/assessment.ts'
import { showSafely } from '../util/show.ts'
import { narrowAssessment } from './narrow-assessment.ts'
import { elementNames } from './phrases.ts'
import type { CsvOptions, ReportOptions } from './report-options.ts'
import { oneLine } from './wrap-text.ts'

type Options = Pick<ReportOptions, 'principle' | 'csv'>

/** One row for each step of each improvement. An element is written with its title, or 7.1.3 would be read as a date. */
export function improvementsCsv(assessment: Assessment, { principle, csv }: Options = {}): string {
  const nameOf = elementNames(assessment)
  const names = (ids: readonly string[]) => ids.map(nameOf).join('; ')
  const factor = ({ because }: Improvement, wanted: string) =>
    because.find(({ term }) => term === wanted)?.value ?? ''
  const rows = narrowAssessment(assessment, principle).improvements.flatMap((improvement) =>
    improvement.steps.map(({ to, do: actions, evidence, effort }) => [
      improvement.rank,
      nameOf(improvement.element),
      to - 1,
      to,
      improvement.target,
      actions.join(' '),
      evidence.join('; '),
      ...[effort.likely, effort.low, effort.high],
      improvement.leads,
      improvement.value,
      ...[factor(improvement, 'gain'), factor(improvement, 'leverage'), factor(improvement, 'urgency')],
      improvement.planned ?? '',
      names(improvement.blockedBy),
      names(improvement.unlocks),
      names(improvement.assumes),
      names(improvement.lacks),
      names(improvement.tiedWith),
      improvement.closes.join('; '),
      improvement.opens.join('; '),
    ]),
  )
  return writeCsv([improvementHeads, ...rows], csv)
}

const improvementHeads = [
  ...['Rank', 'Element', 'From level', 'To level', 'Target level', 'Actions', 'Evidence'],
  ...['Person-days likely', 'Person-days low', 'Person-days high', 'Led by'],
  ...['Value', 'Gain', 'Leverage', 'Urgency'],
  ...[
    'Planned for',
    'After',
    'Enables',
    'Assumes',
    'Lacks',
    'Tied with',
    'Closes findings',
    'Opens findings',
  ],
]

export function elementsCsv({ scores }: Assessment, { csv }: Options = {}): string {
  return writeCsv(
    [
      [
        ...['Element', 'State', 'Level', 'Lowest', 'Highest', 'Evidenced', 'Target', 'Gap', 'Planned for'],
        ...['Why not applicable', 'Reason', 'Revisit on', 'Location'],
      ],
      ...scores.elements.map(
        ({ id, title, declined, state, notApplicable, location, planned, ...numbers }) => [
          `${id} ${title}`,
          declined ? 'declined' : state.replace('-', ' '),
          ...[
            numbers.level,
            numbers.lowest,
            numbers.highest,
            numbers.evidenced,
            numbers.target,
            numbers.gap,
          ].map((value) => value ?? ''),
          planned ?? '',
          notApplicable?.kind.replace('-', ' ') ?? '',
          notApplicable?.reason ?? '',
          notApplicable?.revisit ?? '',
          location ? `${location.file}, line ${location.line}` : '',
        ],
      ),
    ],
    csv,
  )
}

export function findingsCsv(assessment: Assessment, { principle, csv }: Options = {}): string {
  const nameOf = elementNames(assessment)
  return writeCsv(
    [
      [
        ...[
          'Severity',
          'Confidence',
          'Title',
          'Element',
          'Message',
          'Why it matters',
          'Another explanation',
          'How to check',
        ],
        ...['What to do', 'About', 'Waived', 'Planned', 'Finding', 'Location'],
      ],
      ...narrowAssessment(assessment, principle).findings.map((finding) => [
        ...[finding.severity, finding.confidence, finding.title],
        finding.element === null ? '' : nameOf(finding.element),
        ...[finding.message, finding.why, finding.otherwise, finding.check, finding.do ?? ''],
        finding.category === 'gap' ? 'practice' : 'description',
        ...[finding.waived ? 'yes' : 'no', finding.planned ? 'yes' : 'no', finding.id],
        finding.location ? `${finding.location.file}, line ${finding.location.line}` : '',
      ]),
    ],
    csv,
  )
}

/** The first row holds the headings. */
export function writeCsv(
  rows: readonly (readonly (string | number)[])[],
  { separator = ',', byteOrderMark = false }: CsvOptions = {},
): string {
  const text = rows.map((row) => `${row.map(escapeCsv).join(separator)}\r\n`).join('')
  return byteOrderMark ? `\ufeff${text}` : text
}

/** Signs that begin a formula, in their ASCII and full-width forms, also behind spaces or quotes (OWASP). */
const formula = /^[\s"']*[=+\-@\uff1d\uff0b\uff0d\uff20]/

/** A field that no spreadsheet takes for a formula: quoted, on one line, without invisible characters. */
export function escapeCsv(value: string | number): string {
  if (typeof value === 'number') return `"${value}"`
  const opened = /^[\t\r\n]/.test(value)
  const text = showSafely(oneLine(value))
  return `"${opened || formula.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`
}
