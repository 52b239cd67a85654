/** What a planned date on an answer means: a promise, which covers what keeping it would close, and for a limited time. */
import type { CompiledRules } from '../rules/compile-rules.ts'
import { type Conclusion, concludeAgain } from '../rules/conclude-subject.ts'
import { contextOf } from '../rules/context-of.ts'
import { lackingOf } from '../rules/lacking-of.ts'
import { readingsOf } from '../rules/readings-of.ts'
import type { Finding } from '../types/assessment.ts'
import type { Description, Standing } from '../types/description.ts'
import type { ElementId, Framework } from '../types/framework.ts'
import { before } from '../util/calendar.ts'
import { raiseDescription } from './effects.ts'

type Day = Pick<Description, 'asOf'>

/**
 * Whether a gap is planned: everything it lacks is to be raised to its target in time, and that would close it. A plan never
 * covers a finding about a claim or its evidence.
 */
export function isPlanned(
  conclusion: Conclusion,
  lacking: readonly ElementId[],
  framework: Framework,
  rules: CompiledRules,
  description: Description,
): boolean {
  const standings = lacking.map((id) => description.standings.get(id)!)
  if (!standings.every((standing) => isCurrent(standing, framework, description))) return false
  return isClosedByPlan(conclusion, lacking, framework, rules, description)
}

/** Whether planning these elements would cover the gap. */
function isClosedByPlan(
  conclusion: Conclusion,
  lacking: readonly ElementId[],
  framework: Framework,
  rules: CompiledRules,
  description: Description,
): boolean {
  if (conclusion.rule.category === 'lint' || lacking.length === 0) return false
  const standings = lacking.map((id) => description.standings.get(id)!)
  if (standings.some(({ declined }) => declined)) return false
  const done = standings.reduce((raised, { id, target }) => {
    const element = framework.elements.find((each) => each.id === id)!
    return raiseDescription(framework, raised, element, target)
  }, description)
  return concludeAgain(conclusion, rules, contextOf(rules.index, done)) !== 'gap'
}

/** The elements for which a planned date would cover a finding; empty where none would. */
export function plannable(
  { id, rule, element, item }: Pick<Finding, 'id' | 'rule' | 'element' | 'item'>,
  framework: Framework,
  rules: CompiledRules,
  description: Description,
): ElementId[] {
  const compiled = rules.byId.get(rule)
  if (!compiled || compiled.rule.each === 'evidence') return []
  const { each } = compiled.rule
  const entry =
    item === undefined || each === null || each === 'elements'
      ? null
      : (description.registers.get(each)?.find((one) => one.id === item) ?? null)
  const conclusion: Conclusion = { rule: compiled.rule, element, item: entry, outcome: 'gap', id }
  const lacking = lackingOf(readingsOf(rules, description, conclusion))
  return isClosedByPlan(conclusion, lacking, framework, rules, description) ? lacking : []
}

/** From `asOf` to the pack's number of months ahead, and not of a declined element. */
export function isCurrent({ planned, declined }: Standing, framework: Framework, day: Day): boolean {
  return planned !== null && !declined && planned >= day.asOf && !isTooFar(planned, framework, day)
}

function isTooFar(planned: string, { scoring }: Framework, { asOf }: Day): boolean {
  return before(planned, { count: scoring.planMonths, unit: 'months' }) > asOf
}

/** The date has passed and the element is still below its target. */
export function isOverdue({ planned, state, level, target }: Standing, { asOf }: Day): boolean {
  return (
    planned !== null && planned < asOf && state !== 'not-applicable' && (level === null || level < target)
  )
}
