/**
 * The findings for services that show results of analysis on lines of code: SARIF 2.1.0, one run. Findings and what is
 * wrong with files are results; files that could not be read at all are notifications, as they have no line.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { CheckReport, FindingStatus } from '../../types/check-report.ts'
import { showNumber } from '../../util/show.ts'
import { stringifySafely } from '../stringify-safely.ts'
import {
  allFindings,
  type CheckReportOptions,
  distinctFiles,
  type FileFinding,
  fileIdentity,
  fingerprint,
} from './findings.ts'
import { relaxedTexts } from './relaxed-texts.ts'
import { fixedFindings } from './resolved-phrases.ts'
import {
  levels,
  ruleOfDiagnostic,
  ruleOfFinding,
  type SarifLevel,
  type SarifPlace,
  type SarifRule,
  sarifPlace,
  sarifText,
  sourceRoot,
} from './sarif-rule.ts'
import { utf8Length } from './text.ts'

/** One result of SARIF: a finding with its status, places and identity, or something wrong with a file. */
interface SarifResult {
  readonly ruleId: string
  readonly level: SarifLevel
  readonly message: { readonly text: string }
  readonly locations: readonly SarifPlace[]
  readonly relatedLocations?: readonly (SarifPlace & {
    readonly id: number
    readonly message: { readonly text: string }
  })[]
  readonly partialFingerprints?: { readonly 'imsGap/v1': string }
  readonly baselineState?: 'new' | 'unchanged' | 'updated'
  readonly suppressions?: readonly object[]
  readonly properties?: Readonly<Record<string, unknown>>
}

/** A result with what is to be said once about all of its kind. */
interface Described {
  readonly describeRule: () => SarifRule
  readonly result: SarifResult
}

/** Related places named; a finding may rest on a hundred. */
const mostRelated = 10

const states: Readonly<Record<FindingStatus, 'new' | 'unchanged' | 'updated'>> = {
  new: 'new',
  unchanged: 'unchanged',
  worse: 'updated',
  better: 'updated',
}

/** `withSuppressions`: some finding of the run is waived, so that each has to say whether it is. */
function resultOfFinding(
  { finding, file, status, level, before, fails }: FileFinding,
  withSuppressions: boolean,
  options: CheckReportOptions,
): Described {
  const { rule, severity, message, title, location, element, waived, waiver, planned } = finding
  return {
    describeRule: () => ruleOfFinding(finding),
    result: {
      ruleId: rule,
      level: planned ? 'note' : levels[severity],
      message: { text: sarifText(message || title) },
      locations: [sarifPlace(location, file, options)],
      ...related(finding.related, file, options),
      partialFingerprints: { 'imsGap/v1': fingerprint(fileIdentity(file, options), finding) },
      ...(status && { baselineState: states[status] }),
      ...(withSuppressions && { suppressions: waived ? [suppression(waiver)] : [] }),
      properties: {
        finding: finding.id,
        ...(element !== null && { element }),
        confidence: finding.confidence,
        fails,
        planned,
        ...(status && { status }),
        ...(level !== null && { level }),
        ...(before !== null && { before }),
      },
    },
  }
}

function suppression(waiver: FileFinding['finding']['waiver']): object {
  return {
    kind: 'external',
    status: 'accepted',
    ...(waiver && {
      justification: sarifText(waiver.reason),
      properties: { owner: waiver.owner, until: waiver.until },
    }),
  }
}

function resultOfDiagnostic(
  diagnostic: Diagnostic,
  file: string,
  withSuppressions: boolean,
  options: CheckReportOptions,
): Described {
  const { code, severity, message, hint, location } = diagnostic
  return {
    describeRule: () => ruleOfDiagnostic(diagnostic),
    result: {
      ruleId: code,
      level: severity,
      message: { text: sarifText(hint === undefined ? message : `${message} (${hint})`) },
      locations: [sarifPlace(location ?? null, file, options)],
      ...related(diagnostic.related ?? [], file, options),
      ...(withSuppressions && { suppressions: [] }),
    },
  }
}

function related(
  places: NonNullable<Diagnostic['related']>,
  file: string,
  options: CheckReportOptions,
): Pick<SarifResult, 'relatedLocations'> {
  if (places.length === 0) return {}
  return {
    relatedLocations: places.slice(0, mostRelated).map(({ message, location }, index) => ({
      id: index + 1,
      message: { text: sarifText(message, 200) },
      ...sarifPlace(location, file, options),
    })),
  }
}

/** Keeps the first results that a service takes. What is kept is exactly the worst: once one is left out, all after it are. */
interface Kept {
  readonly results: readonly Described['result'][]
  /** In the order of their first results. */
  readonly rules: ReadonlyMap<string, SarifRule>
}

/** Services take 5,000 results, and 10 MB after packing: so many bytes never pack into more than they are. */
const most = 5000
const bytes = 9_500_000

function keepResults(all: Iterable<Described>): Kept {
  const results: Described['result'][] = []
  const rules = new Map<string, SarifRule>()
  let used = 0
  for (const { result, describeRule } of all) {
    if (results.length === most) break
    const rule = rules.get(result.ruleId) ?? describeRule()
    used += utf8Length(JSON.stringify(rules.has(result.ruleId) ? result : [result, rule]))
    if (used > bytes) break
    rules.set(result.ruleId, rule)
    results.push(result)
  }
  return { results, rules }
}

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
    ...relaxedTexts(report).map(({ file, text }) =>
      notification('warning', 'check/loosened', `${file === null ? '' : `${file}: `}${text}`),
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
          resolved: files.reduce((sum, { resolved }) => sum + resolved.length, 0),
          fixed: files.reduce((sum, file) => sum + fixedFindings(file).length, 0),
          loosened: relaxedTexts(report).length,
          weakened: files.reduce((sum, { weakened }) => sum + weakened.length, 0),
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
  descriptor(
    'check/loosened',
    'CheckLoosened',
    'The change makes something pass that failed before.',
    'A gate was loosened, a file left out, or a finding accepted, waived or planned.',
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
