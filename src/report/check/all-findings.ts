/** The findings of all files of a check in one list, in the order in which a person should see them. */
import type { CheckedFinding, CheckReport, FileCheck, FindingStatus } from '../../types/check-report.ts'
import type { Confidence, Severity } from '../../types/framework.ts'
import type { CheckReportOptions } from './check-report-options.ts'
import { fileIdentity } from './repository-path.ts'

export interface FileFinding extends CheckedFinding {
  /** The file as named in the report. */
  readonly file: string
}

const severities: readonly Severity[] = ['high', 'medium', 'low']
const confidences: readonly Confidence[] = ['firm', 'likely', 'hint']
const statuses: readonly (FindingStatus | null)[] = ['new', 'worse', null, 'unchanged', 'better']

/**
 * Worst first: what fails the check, what is neither waived nor planned, by severity and confidence, what is new or
 * worse; where all that is equal, in the order of the report.
 */
export function allFindings(report: CheckReport, options: CheckReportOptions): FileFinding[] {
  return distinctFiles(report, options)
    .flatMap(({ file, findings }) => findings.map((checked): FileFinding => ({ ...checked, file })))
    .sort(compareFindings)
}

/** A file that was named twice counts once. */
export function distinctFiles({ files }: CheckReport, options: CheckReportOptions): FileCheck[] {
  return [...new Map(files.map((check) => [fileIdentity(check.file, options), check])).values()]
}

function compareFindings(a: CheckedFinding, b: CheckedFinding): number {
  return (
    Number(b.fails) - Number(a.fails) ||
    Number(isSettled(a)) - Number(isSettled(b)) ||
    severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
    confidences.indexOf(a.finding.confidence) - confidences.indexOf(b.finding.confidence) ||
    statuses.indexOf(a.status) - statuses.indexOf(b.status)
  )
}

/** True where somebody already decided about it. */
export function isSettled({ finding }: CheckedFinding): boolean {
  return finding.waived || finding.planned
}
