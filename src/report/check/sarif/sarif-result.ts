/** One result of SARIF: a finding with its standing, places and identity, or something wrong with a file. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import type { FindingStanding } from '../../../types/check-report.ts'
import type { FileFinding } from '../all-findings.ts'
import type { CheckReportOptions } from '../check-report-options.ts'
import { fingerprint } from '../fingerprint.ts'
import { fileIdentity } from '../repository-path.ts'
import { type SarifPlace, sarifPlace } from './sarif-location.ts'
import { levels, ruleOfDiagnostic, ruleOfFinding, type SarifLevel, type SarifRule } from './sarif-rule.ts'
import { sarifText } from './sarif-text.ts'

export interface SarifResult {
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
export interface Described {
  readonly describeRule: () => SarifRule
  readonly result: SarifResult
}

/** Related places named; a finding may rest on a hundred. */
const mostRelated = 10

const states: Readonly<Record<FindingStanding, 'new' | 'unchanged' | 'updated'>> = {
  new: 'new',
  known: 'unchanged',
  worse: 'updated',
  better: 'updated',
}

/** `withSuppressions`: some finding of the run is waived, so that each has to say whether it is. */
export function resultOfFinding(
  { finding, file, standing, level, before, fails }: FileFinding,
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
      ...(standing && { baselineState: states[standing] }),
      ...(withSuppressions && { suppressions: waived ? [suppression(waiver)] : [] }),
      properties: {
        finding: finding.id,
        ...(element !== null && { element }),
        confidence: finding.confidence,
        fails,
        planned,
        ...(standing && { standing }),
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

export function resultOfDiagnostic(
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
