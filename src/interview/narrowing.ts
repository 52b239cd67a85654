/** By how much each open answer would narrow the result: the interval between which a score can still lie. */
import { weigh } from '../scoring/weights.ts'
import type { Description } from '../types/description.ts'
import type { ElementId, Framework, PrincipleId } from '../types/framework.ts'
import { type Rational, rational, zero } from '../util/rational.ts'

/** Levels, exact: the width the interval loses when the element's own level becomes known, whatever it is. */
export interface Narrowing {
  readonly overall: Rational
  /** Only principles that lose something, in pack order. */
  readonly principles: ReadonlyMap<PrincipleId, Rational>
}

/** For each of the elements that are in scope and not assessed, in pack order. */
export function narrowingsOf(
  framework: Framework,
  description: Pick<Description, 'standings' | 'principleWeights'>,
): ReadonlyMap<ElementId, Narrowing> {
  const { standings } = description
  const { overall, principles } = weigh(framework, description)
  const open = [...standings.values()].filter(({ state }) => state === 'not-assessed')
  const sums = new Map([...principles].map(([id, within]) => [id, sum(within)] as const))
  const whole = sum(overall)
  return new Map(
    open.map(({ id, lowest, highest }) => {
      const part = (weight: bigint, of: bigint) =>
        of === 0n ? zero : rational(weight * BigInt(highest - lowest), of)
      const narrowed = [...principles]
        .filter(([, within]) => within.has(id))
        .map(([principle, within]) => [principle, part(within.get(id)!, sums.get(principle)!)] as const)
      return [id, { overall: part(overall.get(id)!, whole), principles: new Map(narrowed) }]
    }),
  )
}

function sum(weights: ReadonlyMap<ElementId, bigint>): bigint {
  let total = 0n
  for (const weight of weights.values()) total += weight
  return total
}
