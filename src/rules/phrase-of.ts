/** Says what a rule looks for in plain English, for `explain`. */
import type { ConditionSpec, Framework } from '../types/framework.ts'
import { indexFramework } from './framework-index.ts'
import { phraseCondition } from './phrase-condition.ts'

/** The condition was checked. Without a full stop; begins as the words do, so mostly with a number or a small letter. */
export function phraseOf(spec: ConditionSpec, framework: Framework): string {
  return phraseCondition(spec, indexFramework(framework))
}
