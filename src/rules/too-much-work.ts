/** Refuses packs whose rules would keep the machine busy: a pack may come from a stranger, and every input is answered at once. */

import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Description } from '../types/description.ts'
import {
  type Framework,
  type RegisterName,
  type Rule,
  type RuleTexts,
  registerNames,
} from '../types/framework.ts'
import { workOfExamples, workOfRule } from './work-of-rule.ts'

/** In steps. Twice what the built-in pack asks of a description with four full registers; some two seconds. */
const most = { concluding: 30_000_000, examples: 10_000_000 }

/** Whether concluding would take too long on this description. */
export function tooMuchWork(
  rules: readonly Rule[],
  { elements }: Framework,
  { registers, standings }: Pick<Description, 'registers' | 'standings'>,
): Diagnostic | undefined {
  const lengths = registerNames.map((name) => [name, registers.get(name)?.length ?? 0])
  const sizes = {
    elements: elements.length,
    registers: Object.fromEntries(lengths) as Record<RegisterName, number>,
    pieces: [...standings.values()].reduce((sum, { evidence }) => sum + evidence.length, 0),
  }
  return refuse(rules, (rule) => workOfRule(rule, sizes), most.concluding, 'the rules of the pack')
}

/** Whether running the examples of the rules would take too long. */
export function tooManyExamples(
  rules: readonly Rule[],
  texts: Readonly<Record<string, RuleTexts>>,
  { elements }: Framework,
): Diagnostic | undefined {
  const workOf = (rule: Rule) => workOfExamples(rule, texts[rule.id]?.examples.length ?? 0, elements.length)
  return refuse(rules, workOf, most.examples, 'the examples of the rules')
}

function refuse(
  rules: readonly Rule[],
  workOf: (rule: Rule) => number,
  limit: number,
  what: string,
): Diagnostic | undefined {
  let total = 0
  let heaviest = { id: '', work: 0 }
  for (const rule of rules) {
    const work = workOf(rule)
    total += work
    if (work > heaviest.work) heaviest = { id: rule.id, work }
  }
  if (total <= limit) return undefined
  return diagnose({
    code: 'pack/too-much-work',
    message: `${what} would take too long, above all ${heaviest.id}`,
    hint: 'name the elements a rule is about instead of all of them, and do not count within counting',
  })
}
