/** How many points of percentToTarget an improvement brings, overall and in each principle its element serves. */
import type { Description } from '../types/description.ts'
import type { ElementId, FrameworkElement, PrincipleId } from '../types/framework.ts'
import { type Rational, rational, zero } from '../util/rational.ts'
import { isKnown } from './exact-score.ts'
import type { Weights } from './weights.ts'

/** Exact points, 0 to 100. Raising an element above its target brings none. */
export interface Gain {
  readonly overall: Rational
  /** The main principle first. */
  readonly principles: ReadonlyMap<PrincipleId, Rational>
}

/** A function from an element to its gain; what is asked altogether is summed up once. */
export function gainsIn(
  standings: Description['standings'],
  weights: Weights,
): (element: FrameworkElement) => Gain {
  const overall = pointsWithin(weights.overall, standings)
  const principles = new Map(
    [...weights.principles].map(([id, within]) => [id, pointsWithin(within, standings)] as const),
  )
  return ({ id, main, also }) => ({
    overall: overall(id),
    principles: new Map([main, ...also].map((principle) => [principle, principles.get(principle)!(id)])),
  })
}

/** Points to be had by closing the gap of one element, of the 100 for closing all. */
function pointsWithin(
  weights: ReadonlyMap<ElementId, bigint>,
  standings: Description['standings'],
): (id: ElementId) => Rational {
  let asked = 0n
  for (const [id, weight] of weights) {
    const standing = standings.get(id)!
    if (isKnown(standing)) asked += weight * BigInt(standing.target)
  }
  return (id) => {
    const { highest, target } = standings.get(id)!
    const missing = BigInt(Math.max(0, target - highest))
    return asked === 0n ? zero : rational(100n * (weights.get(id) ?? 0n) * missing, asked)
  }
}
