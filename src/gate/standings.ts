/** How the findings of one description stand against a base, before any gate has spoken. */
import { compareFindings } from '../analysis/compare-findings.ts'
import type { Assessment } from '../core/assessment.ts'
import type { CheckedFinding, KnownFinding } from '../core/check-report.ts'
import type { FileBase } from './file-base.ts'
import { isOpen } from './is-open.ts'

export type Standing = Omit<CheckedFinding, 'fails'>

/** Without anything known nothing has a standing. */
export function standingsOf(
  assessment: Assessment,
  base: FileBase | null,
): { findings: readonly Standing[]; fixed: readonly KnownFinding[] } {
  const { findings, fixed } = compareFindings(base?.known ?? [], assessment)
  if (!base?.known) return { findings: findings.map((found) => ({ ...found, standing: null })), fixed: [] }
  return {
    // One that was waived or planned and no longer is stands open for the first time.
    findings: findings.map((found) =>
      base.settled.has(found.finding.id) && isOpen(found.finding)
        ? { ...found, standing: 'new', before: null }
        : found,
    ),
    fixed,
  }
}
