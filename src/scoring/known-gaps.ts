/** The findings of a description as a base remembers them, without the texts, places and scores that nobody reads there. */

import type { CompiledRules } from '../rules/compile-rules.ts'
import { concludeAll } from '../rules/conclude-all.ts'
import { lackingOf } from '../rules/lacking-of.ts'
import { readingsOf } from '../rules/readings-of.ts'
import type { KnownFinding } from '../types/check-report.ts'
import type { Description } from '../types/description.ts'
import type { Pack } from '../types/framework.ts'
import { lowestLevel } from './compare-findings.ts'
import { isPlanned, orderOfFindings } from './findings.ts'

export interface KnownGap extends KnownFinding {
  /** Neither waived nor planned. */
  readonly open: boolean
}

/** In the order of `findingsOf`, and equal to what `knownFindings` makes of the whole assessment. */
export function knownGaps(pack: Pack, rules: CompiledRules, description: Description): KnownGap[] {
  const { standings } = description
  const waived = new Set(description.waivers.flatMap(({ active, finding }) => (active ? [finding] : [])))
  const compare = orderOfFindings(pack)
  return concludeAll(rules, description)
    .filter(({ outcome }) => outcome === 'gap')
    .map((conclusion) => {
      const { id, rule, element } = conclusion
      const readings = readingsOf(rules, description, conclusion)
      return {
        order: { severity: rule.severity, confidence: rule.confidence, rule: rule.id, element },
        gap: {
          id,
          element,
          level: lowestLevel(element, readings, (other) => standings.get(other)?.level ?? null),
          open: !waived.has(id) && !isPlanned(lackingOf(readings), description),
        },
      }
    })
    .sort((a, b) => compare(a.order, b.order))
    .map(({ gap }) => gap)
}
