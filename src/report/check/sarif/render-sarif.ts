/**
 * The findings for services that show results of analysis on lines of code: SARIF 2.1.0, one run. Findings and what is
 * wrong with files are results; files that could not be read at all are notifications, as they have no line.
 */
import type { CheckReport } from '../../../core/check-report.ts'
import { showNumber } from '../../../core/show.ts'
import { stringifySafely } from '../../stringify-safely.ts'
import { allFindings } from '../all-findings.ts'
import type { CheckReportOptions } from '../check-report-options.ts'
import { keepResults } from './keep-results.ts'
import { sourceRoot } from './sarif-location.ts'
import { type Described, resultOfDiagnostic, resultOfFinding, type SarifResult } from './sarif-result.ts'
import type { SarifRule } from './sarif-rule.ts'
import { sarifText } from './sarif-text.ts'

/** The program has no page of its own: that of the guidance it was made for. */
const home = 'https://www.iso.org/standard/68221.html'
const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

export function renderSarif(report: CheckReport, options: CheckReportOptions): string {
  const { tool, files, asOf, base, passed } = report
  const { kept, dropped } = keepResults(described(report, options))
  const { rules, results } = withIndexes(kept)
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
            `${showNumber(dropped)} of ${showNumber(dropped + kept.length)} results were left out: those that stand here are the worst`,
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
            rules,
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
        results,
        properties: {
          asOf,
          passed,
          base: base.kind,
          fixed: files.reduce((sum, { fixed }) => sum + fixed.length, 0),
        },
      },
    ],
  })
}

/** Everything there is to say, worst first: what is wrong with files before what was found in them. */
function* described(report: CheckReport, options: CheckReportOptions): Generator<Described> {
  const findings = allFindings(report)
  const withSuppressions = findings.some(({ finding }) => finding.waived)
  for (const severity of ['error', 'warning'] as const) {
    const seen = new Set<string>()
    for (const { file, diagnostics } of report.files) {
      if (seen.has(file)) continue
      seen.add(file)
      for (const diagnostic of diagnostics) {
        if (diagnostic.severity === severity)
          yield resultOfDiagnostic(diagnostic, file, withSuppressions, options)
      }
    }
    if (severity === 'error')
      for (const checked of findings) yield resultOfFinding(checked, withSuppressions, options)
  }
}

function withIndexes(kept: readonly Described[]): {
  rules: readonly SarifRule[]
  results: readonly object[]
} {
  const rules = new Map<string, SarifRule>()
  for (const { rule } of kept) if (!rules.has(rule.id)) rules.set(rule.id, rule)
  const indexes = new Map(Array.from(rules.keys(), (id, index) => [id, index]))
  const indexed = ({ ruleId, ...rest }: SarifResult) => ({ ruleId, ruleIndex: indexes.get(ruleId), ...rest })
  return { rules: [...rules.values()], results: kept.map(({ result }) => indexed(result)) }
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
