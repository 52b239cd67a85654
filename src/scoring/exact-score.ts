/** The numbers of a score before they are rounded: each is the ratio of two weighted sums. */
import type { Standing } from '../types/description.ts'
import { type Rational, rational } from '../util/rational.ts'

/** What a score reads of an element's status. */
export type Scored = Pick<Standing, 'state' | 'lowest' | 'highest' | 'carried' | 'target'>

/** An element of a group with its weight there. */
export interface Member<S extends Scored = Standing> {
  readonly standing: S
  readonly weight: bigint
}

export type MeasureName = 'level' | 'evidenced' | 'percentToTarget' | 'lowest' | 'highest' | 'target'

/** A ratio of two sums; both may carry the same common factor, see `groupLevel`. */
export interface Ratio {
  readonly amount: bigint
  readonly share: bigint
}

/** Whether anything is known of the level: assessed, or bounded by criteria. */
export function isKnown({ state, lowest, highest }: Scored): boolean {
  return state !== 'not-applicable' && (lowest > 0 || highest < 5)
}

/**
 * The x for which the sum over all known members of weight x (clamp(x, lowest, highest) - x) is 0: a member with bounds
 * counts as the level of the rest, held within its bounds. Exact; null where no level decides it, because no
 * member with an exact level has a weight.
 */
export function groupLevel(members: readonly Member<Scored>[]): Rational | null {
  const known = members.filter(({ standing, weight }) => weight > 0n && isKnown(standing))
  if (!known.some(({ standing }) => standing.lowest === standing.highest)) return null
  // Bounds are whole numbers. Between two of them a member either follows x and adds nothing, or stays at a bound.
  for (let from = 0; ; from++) {
    let [amount, share] = [0n, 0n]
    for (const { standing, weight } of known) {
      const { lowest, highest } = standing
      if (lowest <= from && highest > from) continue
      amount += weight * BigInt(highest <= from ? highest : lowest)
      share += weight
    }
    // The sum falls as x grows: its zero is at or below `from + 1` exactly when it is not above zero there.
    if (from === 4 || amount <= share * BigInt(from + 1)) return rational(amount, share)
  }
}

/** What a member counts as where the level of the group is known, times the denominator of that level. */
export function countedLevel({ lowest, highest }: Scored, { numerator, denominator }: Rational): bigint {
  const [low, high] = [BigInt(lowest) * denominator, BigInt(highest) * denominator]
  return numerator < low ? low : numerator > high ? high : numerator
}

/** What one member adds to the two sums of a measure. `level`: of the group. */
export function partOf(
  { standing, weight }: Member<Scored>,
  name: MeasureName,
  level: Rational | null,
): Ratio {
  const { state, lowest, highest, target, carried } = standing
  if (name === 'lowest' || name === 'highest' || name === 'target') {
    if (state === 'not-applicable') return { amount: 0n, share: 0n }
    const value = name === 'lowest' ? lowest : name === 'highest' ? highest : target
    return { amount: weight * BigInt(value), share: weight }
  }
  if (!level || !isKnown(standing)) return { amount: 0n, share: 0n }
  const unit = level.denominator
  const counted = countedLevel(standing, level)
  const atMost = (limit: number) => (counted < BigInt(limit) * unit ? counted : BigInt(limit) * unit)
  if (name === 'level') return { amount: weight * counted, share: weight * unit }
  if (name === 'evidenced') return { amount: weight * atMost(carried), share: weight * unit }
  // No credit for exceeding a target.
  return { amount: 100n * weight * atMost(target), share: weight * BigInt(target) * unit }
}

export function sumParts(
  members: readonly Member<Scored>[],
  name: MeasureName,
  level = groupLevel(members),
): Ratio {
  let [amount, share] = [0n, 0n]
  for (const member of members) {
    const part = partOf(member, name, level)
    amount += part.amount
    share += part.share
  }
  return { amount, share }
}

/** `undefined` where nothing counts: no members, all weights zero, or, for a percentage, all targets zero. */
export function exactScore(
  members: readonly Member<Scored>[],
  name: MeasureName,
  level = groupLevel(members),
): Rational | undefined {
  if (name === 'level') return level ?? undefined
  const { amount, share } = sumParts(members, name, level)
  return share === 0n ? undefined : rational(amount, share)
}
