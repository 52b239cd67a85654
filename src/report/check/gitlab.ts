/** The findings for the code quality widget of GitLab: one entry per finding and per mistake in a file. */
import type { CheckReport } from '../../types/check-report.ts'
import type { Severity } from '../../types/framework.ts'
import { sha256Hex } from '../../util/digest.ts'
import { showSafely } from '../../util/show.ts'
import { stringifySafely } from '../stringify-safely.ts'
import {
  allFindings,
  type CheckReportOptions,
  fileIdentity,
  fingerprint,
  repositoryPath,
} from './findings.ts'
import { cut } from './text.ts'

type GitlabSeverity = 'info' | 'minor' | 'major' | 'critical' | 'blocker'

const severities: Readonly<Record<Severity, GitlabSeverity>> = {
  high: 'critical',
  medium: 'major',
  low: 'minor',
}

/** Waived and planned findings are `info`: they are seen and alarm nobody. */
export function renderGitlab(report: CheckReport, options: CheckReportOptions): string {
  const entries = [...mistakes(report, options), ...findings(report, options)]
  // The same mistake twice on a line, or in a file named twice: one entry each.
  const unique = new Map(entries.map((entry) => [entry.fingerprint, entry]))
  return stringifySafely([...unique.values()])
}

function findings(report: CheckReport, options: CheckReportOptions) {
  return allFindings(report, options).map(({ finding, file }) => {
    const { rule, severity, message, title, location, waived, planned } = finding
    const path = repositoryPath(file, options)
    return {
      description: textOf(message || title),
      check_name: rule,
      fingerprint: fingerprint(fileIdentity(file, options), finding),
      severity: waived || planned ? 'info' : severities[severity],
      location: { path: showSafely(path), lines: linesOf(location) },
    }
  })
}

/** A mistake is fixed rather than followed from run to run, so its line may be part of what it is known by. */
function mistakes({ files }: CheckReport, options: CheckReportOptions) {
  return files.flatMap(({ file, status, message, diagnostics }) => {
    const path = repositoryPath(file, options)
    const entry = (severity: GitlabSeverity, code: string, text: string, lines = linesOf(null)) => ({
      description: textOf(text),
      check_name: code,
      fingerprint: sha256Hex(JSON.stringify([fileIdentity(file, options), code, text, lines])),
      severity,
      location: { path: showSafely(path), lines },
    })
    return [
      ...(status === 'unreadable' ? [entry('blocker', 'file/unreadable', message ?? 'cannot be read')] : []),
      ...diagnostics.map(({ severity, code, message: text, location }) =>
        entry(severity === 'error' ? 'blocker' : 'minor', code, text, linesOf(location ?? null)),
      ),
    ]
  })
}

function textOf(text: string): string {
  return showSafely(cut(text, 1000)) || '-'
}

function linesOf(location: { readonly line: number; readonly endLine: number } | null) {
  return { begin: location?.line ?? 1, end: location?.endLine ?? 1 }
}
