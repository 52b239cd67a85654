/** Keeps the first results that a service takes, and counts the rest. */
import { utf8Length } from '../utf8-length.ts'
import type { Described } from './sarif-result.ts'

/** Services take 5,000 results, and 10 MB after packing: so many bytes never pack into more than they are. */
const most = 5000
const bytes = 9_500_000

export function keepResults(all: Iterable<Described>): { kept: readonly Described[]; dropped: number } {
  const kept: Described[] = []
  const rules = new Set<string>()
  let used = 0
  let dropped = 0
  for (const described of all) {
    // Once one is left out, so is everything after it: what is kept is exactly the worst.
    if (dropped > 0 || kept.length === most) {
      dropped += 1
      continue
    }
    const { rule, result } = described
    used += utf8Length(JSON.stringify(rules.has(rule.id) ? result : described))
    if (used > bytes) {
      dropped += 1
      continue
    }
    rules.add(rule.id)
    kept.push(described)
  }
  return { kept, dropped }
}
