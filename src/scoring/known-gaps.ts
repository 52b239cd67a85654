/** The findings of an earlier description, without the texts, locations and scores that no comparison reads. */

import type { CompiledRules } from '../rules/compile-rules.ts'
import { concludeAll } from '../rules/conclude-all.ts'
import { lackingOf } from '../rules/lacking-of.ts'
import { readingsOf } from '../rules/readings-of.ts'
import type { Description } from '../types/description.ts'
import type { Pack } from '../types/framework.ts'
import { type EarlierFinding, elementsOf, levelOver } from './compare-findings.ts'
import { orderOfFindings } from './findings.ts'
import { isPlanned } from './plans.ts'

/** In the order of the assessment's findings. */
export function knownGaps(pack: Pack, rules: CompiledRules, description: Description): EarlierFinding[] {
  const { standings } = description
  const waived = new Set(description.waivers.flatMap(({ active, finding }) => (active ? [finding] : [])))
  const compare = orderOfFindings(pack)
  return concludeAll(rules, description)
    .filter(({ outcome }) => outcome === 'gap')
    .map((conclusion) => {
      const { id, rule, element } = conclusion
      const readings = readingsOf(rules, description, conclusion)
      const elements = elementsOf(element, readings)
      return {
        order: { severity: rule.severity, confidence: rule.confidence, rule: rule.id, element },
        gap: {
          id,
          element,
          level: levelOver(elements, standings),
          elements,
          open:
            !waived.has(id) &&
            !isPlanned(conclusion, lackingOf(readings), pack.framework, rules, description),
        },
      }
    })
    .sort((a, b) => compare(a.order, b.order))
    .map(({ gap }) => gap)
}
