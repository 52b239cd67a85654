/** Keeps a file full of mistakes readable: the first fifty in order of place, then how many more there are. */

import { showNumber } from '../util/show.ts'
import { compareDiagnostics, type Diagnostic, hasErrors } from './diagnostic.ts'
import type { DiagnosticCode } from './diagnostic-codes.ts'

/** In order of place. The last one stands where the first hidden one would; it is an error when a hidden one is. */
export function capDiagnostics(
  diagnostics: readonly Diagnostic[],
  code: DiagnosticCode,
  limit = 50,
): Diagnostic[] {
  const sorted = [...diagnostics].sort(compareDiagnostics)
  if (sorted.length <= limit) return sorted
  const hidden = sorted.slice(limit)
  const location = hidden[0]?.location
  return [
    ...sorted.slice(0, limit),
    {
      code,
      severity: hasErrors(hidden) ? 'error' : 'warning',
      message: `+${showNumber(hidden.length)} more`,
      hint: 'fix those above first',
      ...(location && { location }),
    },
  ]
}
