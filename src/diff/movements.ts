/** How much of the change of a score each cause brought: the shares of all differing causes, over all hybrids. */
import { exactScore, type Member } from '../scoring/exact-score.ts'
import type { Score } from '../types/assessment.ts'
import {
  type Cause,
  type MovedMeasure,
  type Movement,
  movedMeasures,
  type Points,
} from '../types/comparison.ts'
import type { PrincipleId } from '../types/framework.ts'
import { add, type Rational, rational } from '../util/rational.ts'
import { type Hybrid, hybridOf, type Sides } from './hybrid.ts'
import { roundTogether, shareOut } from './shapley.ts'

/** One hybrid per set of causes taken from the later side: bit i of the position stands for the i-th cause. */
export function hybridsOf(sides: Sides, causes: readonly Cause[]): Hybrid[] {
  return Array.from({ length: 1 << causes.length }, (_, mask) =>
    hybridOf(sides, (cause) => ((mask >> causes.indexOf(cause)) & 1 ? 'after' : 'before')),
  )
}

/** The elements of the whole, or of a principle that both sides' guidance has. */
export function membersIn({ standings, weights }: Hybrid, principle: PrincipleId | null): Member[] {
  const group = principle === null ? weights.overall : weights.principles.get(principle)!
  return Array.from(group, ([id, weight]) => ({ standing: standings.get(id)!, weight }))
}

export interface Group {
  readonly principle: PrincipleId | null
  readonly before: Score
  readonly after: Score
}

export function movementOf(hybrids: readonly Hybrid[], causes: readonly Cause[], group: Group): Movement {
  const { before, after } = group
  const members = hybrids.map((hybrid) => membersIn(hybrid, group.principle))
  const change = pointsOf((name) => changeOf(before[name], after[name]))
  const shares = new Map(
    movedMeasures.map((name) => {
      const sum = change[name]
      return [name, sum === null ? null : roundTogether(shareOut(valuesOf(members, name)), sum)] as const
    }),
  )
  return {
    before,
    after,
    change,
    contributions: causes.map((cause, index) => ({
      cause,
      points: pointsOf((name) => shares.get(name)?.[index] ?? null),
    })),
  }
}

export function pointsOf(of: (name: MovedMeasure) => number | null): Points {
  return {
    level: of('level'),
    percentToTarget: of('percentToTarget'),
    evidenced: of('evidenced'),
    lowest: of('lowest'),
    highest: of('highest'),
  }
}

/** The difference of two printed numbers. */
function changeOf(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : (Math.round(after * 100) - Math.round(before * 100)) / 100
}

/**
 * The number for every hybrid; both ends have one. How much of a hybrid is assessed does not matter. A hybrid in which
 * nothing counts stands halfway between the two ends, so that looking back gives the negative of looking forward.
 */
export function valuesOf(members: readonly (readonly Member[])[], name: MovedMeasure): Rational[] {
  const exact = members.map((each) => exactScore(each, name))
  const ends = add(exact[0]!, exact.at(-1)!)
  const halfway = rational(ends.numerator, 2n * ends.denominator)
  return exact.map((value) => value ?? halfway)
}
