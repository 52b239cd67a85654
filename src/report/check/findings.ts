/** The findings of all files of a check, and what names files and findings for services that follow them. */
import type { Finding } from '../../types/assessment.ts'
import type { CheckedFinding, CheckReport, FileCheck, FindingStatus } from '../../types/check-report.ts'
import type { Confidence, Severity } from '../../types/framework.ts'
import type { Location } from '../../types/location.ts'
import { sha256Hex } from '../../util/digest.ts'
import { placeText } from '../phrases.ts'
import type { ReportOptions } from '../report-options.ts'

export interface CheckReportOptions extends ReportOptions {
  /**
   * Where a file named in the report lies in its repository, with forward slashes. Services that show findings on lines of
   * code know files by that path only. Without it, and where it knows nothing, files lie where they were named.
   */
  readonly pathInRepository?: (file: string) => string | undefined
}

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

/**
 * Never of a line, an order, a wording, a version or a language; two findings never share one. The file is
 * part of it, as two files may well have the same gap.
 */
export function fingerprint(fileIdentity: string, { rule, element, item }: Finding): string {
  return sha256Hex(JSON.stringify([fileIdentity, rule, element, item ?? null]))
}

/** Paths that lead out of the repository cannot be shown there; what is left of them is the part that could. */
export function repositoryPath(file: string, options: CheckReportOptions): string {
  const path = fileIdentity(file, options)
  const inside = isAbsolute(path) ? path.slice(path.lastIndexOf('/') + 1) : path
  const segments = inside.split('/').filter((segment) => !['', '.', '..'].includes(segment))
  return segments.join('/') || '-'
}

/** What tells one file from another, wherever it lies; two names of one file in the repository are the same. */
export function fileIdentity(file: string, { pathInRepository }: CheckReportOptions): string {
  return pathInRepository?.(file) ?? file
}

/** `units/org.yaml:41:5` */
export function repositoryPlace(location: Location, options: CheckReportOptions): string {
  return placeText({ ...location, file: repositoryPath(location.file, options) })
}

/** As an absolute path names a machine, only the name of the file is kept. */
function isAbsolute(path: string): boolean {
  return /^(\/|[A-Za-z]:\/)/.test(path)
}
