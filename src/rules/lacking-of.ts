/** Which elements fall short in a gap: the ones to raise, unlike those that only give the rule its occasion. */
import type { ElementId } from '../types/framework.ts'
import type { Reading } from './condition.ts'

/**
 * Numbers of the elements whose low level or missing content makes the gap, in the order of the rule. Empty for a gap
 * that no element makes, such as one about the entries of a register. `readings`: of a gap.
 */
export function lackingOf(readings: readonly Reading[]): ElementId[] {
  const lacking = readings.flatMap(({ state, element }) =>
    state === 'unmet' && element !== null ? [element] : [],
  )
  return [...new Set(lacking)]
}
