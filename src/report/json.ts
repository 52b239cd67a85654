/** The whole assessment as JSON: the published contract (`schemas/assessment.schema.json`), never narrowed or cut. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Assessment } from '../types/assessment.ts'
import { stringifySafely } from './stringify-safely.ts'

export function renderJson(assessment: Assessment): string {
  const { schemaVersion, tool, framework, input, asOf, organization, targets, evidence } = assessment
  const { coverage, scores, findings, improvements, first, foundations, quickWins, underWay } = assessment
  const { outcomes, notEvaluated, diagnostics } = assessment
  return stringifySafely({
    ...{ schemaVersion, tool, framework, input, asOf, organization, targets, evidence },
    ...{ coverage, scores, findings, improvements, first, foundations, quickWins, underWay },
    ...{ outcomes, notEvaluated },
    diagnostics: diagnostics.map(withoutFrame),
  })
}

/** A frame is for printing; whoever reads JSON has the place. */
export function withoutFrame({ frame: _, ...diagnostic }: Diagnostic): Omit<Diagnostic, 'frame'> {
  return diagnostic
}
