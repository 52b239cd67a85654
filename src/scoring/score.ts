/** The score of a group of elements: its level, what that can still become, and how far it is from the targets. */
import type { Score } from '../types/assessment.ts'
import { rational, roundRational, roundRoot } from '../util/rational.ts'
import { exactScore, type MeasureName, type Member } from './exact-score.ts'

export type { Member } from './exact-score.ts'

/**
 * Members out of scope leave no trace. `coverage`: percent of the members in scope (by count) that must be assessed,
 * or everything but the interval and the target is withheld.
 */
export function scoreOf(members: readonly Member[], coverage: number): Score {
  const inScope = members.filter(({ standing }) => standing.state !== 'not-applicable')
  const assessed = inScope.filter(({ standing }) => standing.state === 'assessed')
  const withheld =
    inScope.length > 0 && (assessed.length === 0 || assessed.length * 100 < coverage * inScope.length)
  const stated = withheld ? [] : assessed
  return {
    level: rounded(stated, 'level'),
    lowest: rounded(inScope, 'lowest'),
    highest: rounded(inScope, 'highest'),
    evidenced: rounded(stated, 'evidenced'),
    target: rounded(inScope, 'target'),
    percentToTarget: rounded(stated, 'percentToTarget'),
    spread: spreadOf(stated),
    assessed: assessed.length,
    inScope: inScope.length,
    withheld,
  }
}

/** Null where nothing counts. */
function rounded(members: readonly Member[], name: MeasureName): number | null {
  const exact = exactScore(members, name)
  return exact ? roundRational(exact) : null
}

function spreadOf(members: readonly Member[]): number | null {
  let [weights, sum, squares] = [0n, 0n, 0n]
  for (const { standing, weight } of members) {
    const level = BigInt(standing.level!)
    weights += weight
    sum += weight * level
    squares += weight * level * level
  }
  return weights === 0n ? null : roundRoot(rational(weights * squares - sum * sum, weights * weights))
}
