/** Asks every rule about a description. */
import type { Description } from '../types/description.ts'
import type { CompiledRules } from './compile-rules.ts'
import { type Conclusion, concludeSubject } from './conclude-subject.ts'
import { contextOf } from './context-of.ts'

export type { Conclusion } from './conclude-subject.ts'

/** In the order of the rules; within a rule by pack position of the element or the order of the register. */
export function concludeAll(rules: CompiledRules, description: Description): Conclusion[] {
  const context = contextOf(rules.index, description)
  const conclusions: Conclusion[] = []
  for (const subject of rules.subjects) concludeSubject(subject, context, conclusions)
  return conclusions
}
