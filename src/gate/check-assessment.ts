/** One assessed description as a check holds it: judged, and without what no report of a check speaks of. */
import type { Assessment } from '../core/assessment.ts'
import type { FileCheck } from '../core/check-report.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { FileBase } from './file-base.ts'
import type { Gates } from './gates.ts'
import { judge } from './judge.ts'

/** A check may be about thousands of files, and everything about all of them would not fit into memory. */
export function checkAssessment(
  file: string,
  assessment: Assessment,
  diagnostics: readonly Diagnostic[],
  gates: Gates,
  base: FileBase | null,
): FileCheck {
  const { passed, findings, ...judged } = judge(assessment, gates, base)
  const kept = findings.map((checked) => ({ ...checked, finding: { ...checked.finding, reasons: [] } }))
  return {
    file,
    status: passed ? 'passed' : 'failed',
    message: null,
    assessment: {
      ...assessment,
      findings: kept.map(({ finding }) => finding),
      improvements: [],
      notEvaluated: [],
    },
    diagnostics,
    findings: kept,
    ...judged,
  }
}
