/** Makes rules and their texts out of a checked pack. Conditions and examples are read from the tree, as they were written. */
import { entryOf, type MappingNode } from '../types/document.ts'
import type { ConditionSpec, Outcome, Rule, RuleExample, RuleTexts } from '../types/framework.ts'
import type { PackData } from './pack-data.ts'
import { plainValue } from './plain-value.ts'

export interface RulesWithTexts {
  readonly rules: readonly Rule[]
  readonly texts: Readonly<Record<string, RuleTexts>>
}

export function compileRulesData(data: PackData, root: MappingNode): RulesWithTexts {
  const nodes = entryOf(root, 'rules')?.value
  const rules: Rule[] = []
  const texts: Record<string, RuleTexts> = {}
  for (const [id, rule] of Object.entries(data.rules)) {
    const node = entryOf(nodes, id)!.value
    const condition = (name: string) => {
      const entry = entryOf(node, name)
      return entry ? (plainValue(entry.value) as ConditionSpec) : null
    }
    rules.push({
      id,
      about: rule.about === 'organization' ? null : rule.about,
      each: rule.each ?? null,
      fires: condition('fires')!,
      unless: condition('unless'),
      severity: rule.severity,
      confidence: rule.confidence,
      category: rule.category ?? 'gap',
      principles: rule.principles ?? [],
    })
    const { title, message, why, otherwise, check } = rule
    const examples = plainValue(entryOf(node, 'examples')!.value) as {
      given: RuleExample['given']
      at?: unknown
      outcome: Outcome
    }[]
    texts[id] = {
      title,
      message,
      why,
      otherwise,
      check,
      do: rule.do ?? null,
      examples: examples.map(({ given, at, outcome }) => ({
        given,
        at: at === undefined ? null : String(at),
        outcome,
      })),
    }
  }
  return { rules, texts }
}
