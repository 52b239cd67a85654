/** The score of a group of elements: its level, what that can still become, and how far it is from the targets. */
import type { Score } from '../core/assessment.ts'
import type { Standing } from '../core/description.ts'
import { rational, roundRational, roundRoot } from '../core/rational.ts'

/** An element of a group with what it counts there. */
export interface Member {
  readonly standing: Standing
  readonly weight: bigint
}

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
  const asked = total(stated, ({ target }) => target)
  return {
    level: mean(stated, ({ level }) => level!),
    lowest: mean(inScope, ({ lowest }) => lowest),
    highest: mean(inScope, ({ highest }) => highest),
    evidenced: mean(stated, ({ evidenced }) => evidenced!),
    target: mean(inScope, ({ target }) => target),
    percentToTarget: asked === 0n ? null : roundRational(rational(100n * total(stated, reached), asked)),
    spread: spreadOf(stated),
    assessed: assessed.length,
    inScope: inScope.length,
    withheld,
  }
}

/** The part of the target that is there: no credit for overshooting. */
function reached({ level, target }: Standing): number {
  return Math.min(level!, target)
}

function total(members: readonly Member[], value: (standing: Standing) => number): bigint {
  return members.reduce((sum, { standing, weight }) => sum + weight * BigInt(value(standing)), 0n)
}

/** Null where nothing counts: no members, or all weights zero. */
function mean(members: readonly Member[], value: (standing: Standing) => number): number | null {
  const weight = total(members, () => 1)
  return weight === 0n ? null : roundRational(rational(total(members, value), weight))
}

function spreadOf(members: readonly Member[]): number | null {
  const weight = total(members, () => 1)
  if (weight === 0n) return null
  const sum = total(members, ({ level }) => level!)
  const squares = total(members, ({ level }) => level! * level!)
  return roundRoot(rational(weight * squares - sum * sum, weight * weight))
}
