/** Explains a rule: what it concludes from what, why that matters, what else could explain it, with its examples. */

import { phraseOf } from '../rules/phrase-of.ts'
import { type Block, type Explanation, pairs, paragraph, section } from '../types/explanation.ts'
import type { Pack, Rule, RuleExample } from '../types/framework.ts'

export function explainRule(rule: Rule, { framework, texts }: Pack): Explanation {
  const text = texts().rules[rule.id]!
  const principle = (id: string) => framework.principles.find((other) => other.id === id)?.title ?? id
  return {
    kind: 'rule',
    id: rule.id,
    title: text.title,
    sections: [
      ...section(null, paragraph(text.message), paragraph(text.why)),
      ...section(
        'When it speaks',
        pairs(
          ['Fires when', phraseOf(rule.fires, framework)],
          ['Silent when', rule.unless ? phraseOf(rule.unless, framework) : ''],
          ['Speaks about', aboutOf(rule)],
        ),
      ),
      ...section(
        'How much it weighs',
        pairs(
          ['Severity', rule.severity],
          ['Confidence', rule.confidence],
          ['Kind', rule.category === 'lint' ? 'how far the claims can be trusted' : 'practice'],
          ['Principles', rule.principles.map(principle).join(', ')],
        ),
      ),
      ...section('Another possible explanation', paragraph(text.otherwise)),
      ...section('How to check', paragraph(text.check)),
      ...section('What to do', paragraph(text.do)),
      ...section('Examples', examplesOf(text.examples)),
    ],
  }
}

function aboutOf({ about, each }: Rule): string {
  if (each === 'elements') return 'each element'
  if (each === 'evidence') return 'each piece of evidence, where the files were looked at'
  if (each) return `each entry of ${each}`
  return about ?? 'the organization as a whole'
}

const outcomes = {
  gap: 'fires',
  clear: 'stays silent',
  'not-evaluated': 'cannot be evaluated',
  'not-applicable': 'does not apply',
} as const

function examplesOf(examples: readonly RuleExample[]): Block {
  return {
    type: 'table',
    head: ['Given', 'Then'],
    rows: examples.map(({ given, at, outcome }) => [
      writeFlow(given) + (at === null ? '' : ` at ${at}`),
      outcomes[outcome],
    ]),
  }
}

/** A value the way it would be written in YAML on one line. */
export function writeFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, entry]) => `${key}: ${writeFlow(entry)}`)
      .join(', ')} }`
  }
  return String(value)
}
