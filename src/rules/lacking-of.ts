/** Which elements fall short in a gap: the ones to raise, unlike those that only give the rule its occasion. */
import type { Description } from '../core/description.ts'
import type { ElementId } from '../core/framework.ts'
import type { CompiledRules } from './compile-rules.ts'
import type { Conclusion } from './conclude-subject.ts'
import { readingsOf } from './readings-of.ts'

/**
 * Numbers of the elements whose low level or missing content makes the gap, in the order of the rule. Empty for other
 * outcomes, and for a gap that no element makes, such as one about the entries of a register.
 */
export function lackingOf(
  rules: CompiledRules,
  description: Description,
  conclusion: Conclusion,
): ElementId[] {
  if (conclusion.outcome !== 'gap') return []
  const lacking = readingsOf(rules, description, conclusion).flatMap(({ state, element }) =>
    state === 'unmet' && element !== null ? [element] : [],
  )
  return [...new Set(lacking)]
}
