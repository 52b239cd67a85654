/** The score of a group of elements: its level, the interval that level can lie in, and how far it is from the targets. */
import type { Score } from '../types/assessment.ts'
import { type Rational, rational, roundRational, roundRoot } from '../util/rational.ts'
import {
  countedLevel,
  exactScore,
  groupLevel,
  isKnown,
  type MeasureName,
  type Member,
} from './exact-score.ts'

export type { Member } from './exact-score.ts'

/**
 * Members out of scope leave no trace. `coverage`: percent of the members in scope (by count) that must be assessed,
 * or everything but the interval and the target is withheld.
 */
export function scoreOf(members: readonly Member[], coverage: number): Score {
  const inScope = members.filter(({ standing }) => standing.state !== 'not-applicable')
  const assessed = inScope.filter(({ standing }) => standing.state === 'assessed').length
  const withheld = inScope.length > 0 && (assessed === 0 || assessed * 100 < coverage * inScope.length)
  const level = withheld ? null : groupLevel(inScope)
  const rounded = (name: MeasureName) => {
    const exact = exactScore(inScope, name, level)
    return exact ? roundRational(exact) : null
  }
  return {
    level: rounded('level'),
    lowest: rounded('lowest'),
    highest: rounded('highest'),
    evidenced: rounded('evidenced'),
    target: rounded('target'),
    percentToTarget: rounded('percentToTarget'),
    spread: level ? spreadAround(level, inScope) : null,
    assessed,
    inScope: inScope.length,
    withheld,
  }
}

/** The weighted standard deviation of what the members count as. */
function spreadAround(level: Rational, members: readonly Member[]): number {
  let [weights, squares] = [0n, 0n]
  for (const { standing, weight } of members) {
    if (!isKnown(standing)) continue
    const distance = countedLevel(standing, level) - level.numerator
    weights += weight
    squares += weight * distance * distance
  }
  return roundRoot(rational(squares, weights * level.denominator * level.denominator))
}
