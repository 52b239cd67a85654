/** Keeps the first results that a service takes. What is kept is exactly the worst: once one is left out, all after it are. */
import { utf8Length } from '../utf8-length.ts'
import type { Described } from './sarif-result.ts'
import type { SarifRule } from './sarif-rule.ts'

export interface Kept {
  readonly results: readonly Described['result'][]
  /** In the order of their first results. */
  readonly rules: ReadonlyMap<string, SarifRule>
}

/** Services take 5,000 results, and 10 MB after packing: so many bytes never pack into more than they are. */
const most = 5000
const bytes = 9_500_000

export function keepResults(all: Iterable<Described>): Kept {
  const results: Described['result'][] = []
  const rules = new Map<string, SarifRule>()
  let used = 0
  for (const { result, describeRule } of all) {
    if (results.length === most) break
    const rule = rules.get(result.ruleId) ?? describeRule()
    used += utf8Length(JSON.stringify(rules.has(result.ruleId) ? result : [result, rule]))
    if (used > bytes) break
    rules.set(result.ruleId, rule)
    results.push(result)
  }
  return { results, rules }
}
