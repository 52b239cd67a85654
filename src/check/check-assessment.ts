/** One assessed description as a check holds it: judged, and without what no report of a check speaks of. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FileCheck } from '../types/check-report.ts'
import type { FileBase } from './file-base.ts'
import type { Gates } from './gates.ts'
import { judge } from './judge.ts'
import type { Judgeable } from './standings.ts'

/** A check may be about thousands of files, and everything about all of them would not fit into memory. */
export function checkAssessment(
  file: string,
  assessed: Judgeable,
  diagnostics: readonly Diagnostic[],
  gates: Gates,
  base: FileBase | null,
): FileCheck {
  const { passed, findings, ...judged } = judge(assessed, gates, base)
  const { assessment } = assessed
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
