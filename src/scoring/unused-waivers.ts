/** Which waivers accept nothing, because the rule they name was evaluated and states no such finding. */

import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CompiledRules } from '../rules/compile-rules.ts'
import type { Conclusion } from '../rules/conclude-all.ts'
import type { Description, Waiver } from '../types/description.ts'
import { valueSpan } from '../util/place.ts'
import { quote } from '../util/show.ts'

/**
 * Only waivers that hold: others say so themselves. Silent where nothing can be known: the rule does not exist (that has
 * its own warning), could not be evaluated, or speaks about files that nobody looked at; or the files were looked at, and
 * of an element whose files fall short another rule may speak where they are not.
 */
export function unusedWaivers(
  { root, waivers, evidence, standings }: Description,
  { byId }: CompiledRules,
  conclusions: readonly Conclusion[],
): Diagnostic[] {
  const holding = waivers.filter(({ active }) => active)
  if (holding.length === 0) return []
  const byFinding = new Map(conclusions.map((conclusion) => [conclusion.id, conclusion]))
  return holding.filter(isUnused).map((waiver) =>
    diagnose({
      code: 'description/unused-waiver',
      severity: 'warning',
      message: `waiver ${Number(waiver.path[1]) + 1} accepts ${quote(waiver.finding)}, and there is no such finding`,
      hint: 'take it out, or copy the id from the assessment',
      at: valueSpan(root, [...waiver.path, 'finding']),
    }),
  )

  function isUnused({ finding }: Waiver): boolean {
    const compiled = byId.get(finding.slice(0, finding.indexOf('@')))
    if (!compiled || (compiled.rule.each === 'evidence' && evidence === 'declared')) return false
    const conclusion = byFinding.get(finding) ?? byFinding.get(withoutItem(finding))
    if (conclusion?.outcome === 'gap' || conclusion?.outcome === 'not-evaluated') return false
    const standing = standings.get(conclusion?.element ?? '')
    return standing === undefined || standing.cited === standing.evidenced
  }
}

/** Where a register is missing, its rule has one conclusion instead of one for each entry. */
function withoutItem(finding: string): string {
  const end = finding.indexOf('#')
  return end < 0 ? finding : finding.slice(0, end)
}
