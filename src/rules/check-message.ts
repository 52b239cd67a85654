/** Checks the placeholders of a rule's message: each must mean something where the rule speaks. */

import { didYouMean } from '../diagnostics/suggest.ts'
import { listWords, quote } from '../util/show.ts'
import type { RuleReport } from './check-condition.ts'
import type { FrameworkIndex } from './framework-index.ts'
import { placeholder, thisFields } from './message-of.ts'
import { itemFields } from './operands/field-names.ts'
import type { Scope } from './word.ts'

export function checkMessage(message: string, scope: Scope, index: FrameworkIndex, report: RuleReport): void {
  const items = scope.register ? [...itemFields[scope.register].keys()].map((name) => `item.${name}`) : []
  const known = [...(scope.element ? thisFields : []), ...items]
  const seen = new Set<string>()
  for (const [, name = ''] of message.matchAll(placeholder)) {
    if (seen.has(name) || known.includes(name) || index.positions.has(name)) continue
    seen.add(name)
    const hint =
      didYouMean(name, [...known, ...index.positions.keys()]) ??
      `an element number${known.length > 0 ? `, ${listWords(known, 'or', 20)}` : ''}`
    report.problem(['message'], 'pack/bad-placeholder', `${quote(`{${name}}`)} means nothing here`, hint)
  }
}
