/** What a conclusion rests on: every input that made the verdict, in the order of the rule. */
import type { Description } from '../types/description.ts'
import type { CompiledRules } from './compile-rules.ts'
import type { Conclusion } from './conclude-subject.ts'
import type { Reading } from './condition.ts'
import { contextOf } from './context-of.ts'
import { TRUE, UNKNOWN } from './truth.ts'

/** `everything`: also inputs that were read and did not matter, those of the guard included. */
export function readingsOf(
  { byId, index }: CompiledRules,
  description: Description,
  { rule, element, item, outcome }: Conclusion,
  everything = false,
): Reading[] {
  const compiled = byId.get(rule.id)
  if (!compiled) return []
  const context = contextOf(index, description)
  const ofElement = rule.each === 'elements' || rule.each === 'evidence'
  context.self = ofElement && element !== null ? (index.positions.get(element) ?? -1) : -1
  context.item = item
  const readings: Reading[] = []
  if (rule.each !== null && rule.each !== 'elements' && item === null) {
    const missing = outcome === 'not-evaluated'
    const state = missing ? 'missing' : 'not-applicable'
    const found = missing ? null : 'none'
    return [{ path: [rule.each], expected: 'entries', found, element: null, state, missing: rule.each }]
  }
  const self = context.standings[context.self]
  if (rule.each === 'evidence' && self?.state === 'not-assessed') {
    const { path, id } = self
    return [{ path, expected: 'a level', found: null, element: id, state: 'missing', missing: id }]
  }
  if (self?.state === 'not-applicable') {
    const { path, id } = self
    return [
      { path, expected: 'a level', found: 'not applicable', element: id, state: self.state, missing: id },
    ]
  }
  const { fires, unless } = compiled
  const guard = unless?.truth(context)
  const decidedByGuard =
    (outcome === 'not-applicable' && guard === TRUE) ||
    (outcome === 'not-evaluated' && guard === UNKNOWN && fires.truth(context) === TRUE)
  if (everything || !decidedByGuard) fires.read(context, readings, everything)
  if (unless && (everything || decidedByGuard)) unless.read(context, readings, everything)
  return withoutRepetition(readings)
}

/** The same input read twice for the same is one reason. */
function withoutRepetition(readings: Reading[]): Reading[] {
  if (readings.length < 2) return readings
  const seen = new Set<string>()
  return readings.filter(({ path, expected, state }) => {
    const key = JSON.stringify([path, expected, state])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
