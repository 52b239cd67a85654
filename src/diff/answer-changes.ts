/** Which single answers differ, and how much of what all of them brought to the overall score each one brought. */
import { groupLevel, type Member, partOf, type Ratio, sumParts } from '../scoring/exact-score.ts'
import {
  type AnswerChange,
  type Cause,
  type ElementAnswer,
  type MovedMeasure,
  type Movement,
  movedMeasures,
} from '../types/comparison.ts'
import type { Standing } from '../types/description.ts'
import type { ElementId } from '../types/framework.ts'
import { add, type Rational, rational } from '../util/rational.ts'
import { differingAnswers } from './causes.ts'
import type { Hybrid, Sides } from './hybrid.ts'
import { membersIn, pointsOf, valuesOf } from './movements.ts'
import { factorial, ordersWith, overOneDenominator, roundTogether } from './shapley.ts'

/** What moved the overall level most first; where that is withheld, its bounds. */
export function answerChanges(
  sides: Sides,
  hybrids: readonly Hybrid[],
  causes: readonly Cause[],
  overall: Movement,
): AnswerChange[] {
  const changed = differingAnswers(sides)
  const together = overall.contributions.find(({ cause }) => cause === 'answers')?.points
  if (!together) return []
  const ids = changed.map(({ id }) => id)
  const members = hybrids.map((hybrid) => membersIn(hybrid, null))
  const points = new Map(
    movedMeasures.map((name) => {
      const sum = together[name]
      if (sum === null) return [name, null] as const
      return [name, roundTogether(sharesOf(ids, members, causes, name), sum)] as const
    }),
  )
  const titles = new Map(sides.after.pack.framework.elements.map(({ id, title }) => [id, title]))
  return changed
    .map(({ id, before, after }, index) => ({
      element: id,
      title: titles.get(id)!,
      before: answerOf(before),
      after: answerOf(after),
      points: pointsOf((name) => points.get(name)?.[index] ?? null),
    }))
    .sort((a, b) => weightOf(b) - weightOf(a))
}

function answerOf({ level, lowest, highest, declined }: Standing): ElementAnswer {
  return { level, lowest, highest, declined }
}

function weightOf({ points: { level, lowest, highest } }: AnswerChange): number {
  return level === null ? Math.abs(lowest ?? 0) + Math.abs(highest ?? 0) : Math.abs(level)
}

/**
 * The share of the cause `answers`, element by element: in every order of the causes, taking in the answers changes the two
 * sums behind a number by what each element adds to them, and that splits the step exactly.
 */
function sharesOf(
  ids: readonly ElementId[],
  members: readonly (readonly Member[])[],
  causes: readonly Cause[],
  name: MovedMeasure,
): Rational[] {
  const bit = 1 << causes.indexOf('answers')
  const values = valuesOf(members, name)
  const steps = members.flatMap((without, mask) => {
    if ((mask & bit) !== 0) return []
    const step = splitStep(ids, without, members[mask | bit]!, name)
    return [{ orders: ordersWith(mask, causes.length), step: step ?? evenly(ids.length, values, mask, bit) }]
  })
  return ids.map((_, index) => {
    const { numerators, denominator } = overOneDenominator(steps.map(({ step }) => step[index]!))
    const sum = steps.reduce((total, { orders }, position) => total + orders * numerators[position]!, 0n)
    return rational(sum, factorial(causes.length) * denominator)
  })
}

/**
 * With sums N/W before and N'/W' after, the step is the sum over elements of (dN - dW x N/W) / W', and as well of
 * (dN - dW x N'/W') / W; the mean of both favours neither side. An element whose answer stays adds nothing.
 * `undefined` where a side of the step has nothing that counts.
 */
function splitStep(
  ids: readonly ElementId[],
  without: readonly Member[],
  within: readonly Member[],
  name: MovedMeasure,
): Rational[] | undefined {
  const [oldLevel, newLevel] = [groupLevel(without), groupLevel(within)]
  // Each side's sums carry the denominator of its level: multiplied by the other's, both count in the same unit.
  const scaled = ({ amount, share }: Ratio, { denominator } = rational(1)): Ratio => ({
    amount: amount * denominator,
    share: share * denominator,
  })
  const unitFor = (other: Rational | null) => (usesLevel.has(name) && other ? other : undefined)
  const early = scaled(sumParts(without, name, oldLevel), unitFor(newLevel))
  const late = scaled(sumParts(within, name, newLevel), unitFor(oldLevel))
  if (early.share === 0n || late.share === 0n) return undefined
  const [before, after] = [byId(without), byId(within)]
  const twice = 2n * early.share * late.share
  const steps = ids.map((id) => {
    const [member, changed] = [before.get(id), after.get(id)]
    // Neither scope nor weights differ within a step: an element is in both or in none.
    if (!member || !changed) return 0n
    const old = scaled(partOf(member, name, oldLevel), unitFor(newLevel))
    const now = scaled(partOf(changed, name, newLevel), unitFor(oldLevel))
    const amount = now.amount - old.amount
    const share = now.share - old.share
    const forward = amount * early.share - share * early.amount
    const backward = amount * late.share - share * late.amount
    return forward + backward
  })
  // What elements bounded by criteria add by following the level of the rest belongs to all changed answers alike.
  const whole = 2n * (late.amount * early.share - early.amount * late.share)
  const rest = whole - steps.reduce((sum, step) => sum + step, 0n)
  const count = BigInt(ids.length)
  return steps.map((step) => rational(step * count + rest, twice * count))
}

const usesLevel: ReadonlySet<MovedMeasure> = new Set(['level', 'evidenced', 'percentToTarget'])

/** Nothing to split by: every changed answer gets the same. */
function evenly(count: number, values: readonly Rational[], mask: number, bit: number): Rational[] {
  const [from, to] = [values[mask]!, values[mask | bit]!]
  const step = add(to, rational(-from.numerator, from.denominator))
  return Array.from({ length: count }, () => rational(step.numerator, step.denominator * BigInt(count)))
}

function byId(members: readonly Member[]): ReadonlyMap<ElementId, Member> {
  return new Map(members.map((member) => [member.standing.id, member]))
}
