/**
 * The findings for services that show results of analysis on lines of code: SARIF 2.1.0, one run. Findings and what is
 * wrong with files are results; files that could not be read at all are notifications, as they have no line.
 */

import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import type { CheckReport } from '../../../types/check-report.ts'
import { showNumber } from '../../../util/show.ts'
import { stringifySafely } from '../../stringify-safely.ts'
import { allFindings, distinctFiles, type FileFinding } from '../all-findings.ts'
import type { CheckReportOptions } from '../check-report-options.ts'
import { keepResults } from './keep-results.ts'
import { sourceRoot } from './sarif-location.ts'
import { type Described, resultOfDiagnostic, resultOfFinding } from './sarif-result.ts'
import { sarifText } from './sarif-text.ts'

/** The program has no page of its own: that of the guidance it was made for. */
const home = 'https://www.iso.org/standard/68221.html'
const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

export function renderSarif(report: CheckReport, options: CheckReportOptions): string {
  const { tool, files, asOf, base, passed } = report
  const all = findingsAndMistakes(report, options)
  const { results, rules } = keepResults(described(all, options))
  const dropped = all.findings.length + all.mistakes.length - results.length
  const indexes = new Map(Array.from(rules.keys(), (id, index) => [id, index]))
  const notifications = [
    ...files
      .filter(({ status }) => status === 'unreadable')
      .map(({ file, message }) =>
        notification('error', 'file/unreadable', `${file}: ${message ?? 'cannot be read'}`),
      ),
    ...(dropped === 0
      ? []
      : [
          notification(
            'warning',
            'results/left-out',
            `${showNumber(dropped)} of ${showNumber(dropped + results.length)} results were left out: those that stand here are the worst`,
          ),
        ]),
  ]
  return stringifySafely({
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            semanticVersion: tool.version,
            informationUri: home,
            shortDescription: { text: 'Finds gaps between innovation practices and guidance.' },
            rules: [...rules.values()],
            ...(notifications.length > 0 && { notifications: descriptors }),
          },
        },
        automationDetails: { id: `${tool.name}/` },
        invocations: [
          {
            executionSuccessful: files.every(({ status }) => status !== 'unreadable'),
            ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
          },
        ],
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: results.map(({ ruleId, ...rest }) => ({ ruleId, ruleIndex: indexes.get(ruleId), ...rest })),
        properties: {
          asOf,
          passed,
          base: base.kind,
          fixed: files.reduce((sum, { fixed }) => sum + fixed.length, 0),
          unmended: files.reduce((sum, { unmended }) => sum + unmended.length, 0),
          lessSaid: files.reduce((sum, { lessSaid }) => sum + lessSaid.length, 0),
        },
      },
    ],
  })
}

interface Everything {
  readonly findings: readonly FileFinding[]
  readonly mistakes: readonly { readonly file: string; readonly diagnostic: Diagnostic }[]
}

function findingsAndMistakes(report: CheckReport, options: CheckReportOptions): Everything {
  const mistakes = distinctFiles(report, options).flatMap(({ file, diagnostics }) =>
    diagnostics.map((diagnostic) => ({ file, diagnostic })),
  )
  return { findings: allFindings(report, options), mistakes }
}

/** Worst first: errors in files hide findings, warnings about them do not. */
function* described({ findings, mistakes }: Everything, options: CheckReportOptions): Generator<Described> {
  const withSuppressions = findings.some(({ finding }) => finding.waived)
  const ofSeverity = (severity: Diagnostic['severity']) =>
    mistakes.filter(({ diagnostic }) => diagnostic.severity === severity)
  for (const { diagnostic, file } of ofSeverity('error'))
    yield resultOfDiagnostic(diagnostic, file, withSuppressions, options)
  for (const checked of findings) yield resultOfFinding(checked, withSuppressions, options)
  for (const { diagnostic, file } of ofSeverity('warning'))
    yield resultOfDiagnostic(diagnostic, file, withSuppressions, options)
}

const descriptors = [
  descriptor(
    'file/unreadable',
    'FileUnreadable',
    'A file could not be read.',
    'It was named and is not there, or may not be read.',
  ),
  descriptor(
    'results/left-out',
    'ResultsLeftOut',
    'There were too many results.',
    'Services take 5,000 results; the worst of them stand here.',
  ),
]

function descriptor(id: string, name: string, short: string, full: string) {
  return {
    id,
    name,
    shortDescription: { text: short },
    fullDescription: { text: full },
    help: { text: full },
  }
}

function notification(level: 'error' | 'warning', id: string, text: string): object {
  const index = descriptors.findIndex((descriptor) => descriptor.id === id)
  return { level, descriptor: { id, index }, message: { text: sarifText(text) } }
}
