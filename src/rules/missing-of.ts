/** What a description would have to say for a rule to be evaluated. */
import type { Description } from '../types/description.ts'
import type { CompiledRules } from './compile-rules.ts'
import type { Conclusion } from './conclude-subject.ts'
import { readingsOf } from './readings-of.ts'

/**
 * Short texts in the order of the rule: `9.1.1` (not assessed), `indicators` (a register), `5.1.4.reviewed` (a field),
 * `criterion 2b of 6.4`. Empty unless the outcome is `not-evaluated`.
 */
export function missingOf(rules: CompiledRules, description: Description, conclusion: Conclusion): string[] {
  if (conclusion.outcome !== 'not-evaluated') return []
  const readings = readingsOf(rules, description, conclusion)
  return [...new Set(readings.filter(({ state }) => state === 'missing').map(({ missing }) => missing))]
}
