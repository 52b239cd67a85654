/** The reasons of a conclusion: what was read, what was expected, what was found. */
import type { Reason } from '../types/assessment.ts'
import type { Description } from '../types/description.ts'
import type { CompiledRules } from './compile-rules.ts'
import type { Conclusion } from './conclude-subject.ts'
import type { Reading } from './condition.ts'
import { readingsOf } from './readings-of.ts'

/**
 * For a gap the inputs that made it one, for any other outcome those that led to that; with `everything` all that was
 * read. `expected` is what a sound practice would show, also where a rule asks for its absence.
 */
export function reasonsOf(
  rules: CompiledRules,
  description: Description,
  conclusion: Conclusion,
  everything = false,
): Reason[] {
  return reasonsIn(readingsOf(rules, description, conclusion, everything))
}

/** What is read, as a result states it. */
export function reasonsIn(readings: readonly Reading[]): Reason[] {
  return readings.map(({ path, expected, found }) => ({ path, expected, found }))
}
