/** How many conclusions ended which way, and what is missing where nothing could be concluded. */

import type { CompiledRules } from '../rules/compile-rules.ts'
import type { Conclusion } from '../rules/conclude-all.ts'
import { missingOf } from '../rules/missing-of.ts'
import type { Assessment } from '../types/assessment.ts'
import type { Description } from '../types/description.ts'
import type { Outcome } from '../types/framework.ts'

export function countOutcomes(conclusions: readonly Conclusion[]): Assessment['outcomes'] {
  const count = (wanted: Outcome) => conclusions.filter(({ outcome }) => outcome === wanted).length
  return {
    gap: count('gap'),
    clear: count('clear'),
    notEvaluated: count('not-evaluated'),
    notApplicable: count('not-applicable'),
  }
}

/** In the order of the conclusions. */
export function notEvaluatedOf(
  rules: CompiledRules,
  description: Description,
  conclusions: readonly Conclusion[],
): Assessment['notEvaluated'] {
  return conclusions
    .filter(({ outcome }) => outcome === 'not-evaluated')
    .map((conclusion) => ({
      rule: conclusion.rule.id,
      element: conclusion.element,
      ...(conclusion.item && { item: conclusion.item.id }),
      missing: missingOf(rules, description, conclusion),
    }))
}
