/** How much each element counts: for its principles, and for everything that spans principles. */
import type { Description, Standing } from '../types/description.ts'
import type { ElementId, Framework, FrameworkElement, PrincipleId } from '../types/framework.ts'
import { lcm } from '../util/rational.ts'

/** Whole numbers; only elements in scope have one, elements that count nothing in a principle are left out of it. */
export interface Weights {
  /** For the overall score and for clauses. */
  readonly overall: ReadonlyMap<ElementId, bigint>
  readonly principles: ReadonlyMap<PrincipleId, ReadonlyMap<ElementId, bigint>>
}

/**
 * Within a principle an element weighs importance x (main or also weight). Overall, every principle spreads its own
 * weight over its elements in scope, so that the overall level is the weighted mean of the principle levels, and an
 * element out of scope leaves no trace. Everything is multiplied by one common multiple to stay whole.
 */
export function weigh(
  framework: Framework,
  {
    standings,
    principleWeights,
  }: Pick<Description, 'principleWeights'> & {
    readonly standings: ReadonlyMap<ElementId, Pick<Standing, 'state'>>
  },
): Weights {
  const inScope = framework.elements.filter(({ id }) => standings.get(id)!.state !== 'not-applicable')
  const principles = new Map(
    framework.principles.map(({ id }) => [id, weightsWithin(framework, id, inScope)] as const),
  )
  const sums = new Map([...principles].map(([id, weights]) => [id, sum(weights.values())] as const))
  const multiple = [...sums.values()].filter((total) => total > 0n).reduce(lcm, 1n)

  const overall = new Map<ElementId, bigint>(inScope.map(({ id }) => [id, 0n]))
  for (const [principle, weights] of principles) {
    if (weights.size === 0) continue
    const share = (BigInt(principleWeights.get(principle) ?? 1) * multiple) / sums.get(principle)!
    for (const [element, weight] of weights) overall.set(element, overall.get(element)! + share * weight)
  }
  return { overall, principles }
}

function weightsWithin(
  { scoring }: Framework,
  principle: PrincipleId,
  elements: readonly FrameworkElement[],
): ReadonlyMap<ElementId, bigint> {
  const weights = new Map<ElementId, bigint>()
  for (const { id, main, also, importance } of elements) {
    const factor = main === principle ? scoring.mainWeight : also.includes(principle) ? scoring.alsoWeight : 0
    if (factor > 0) weights.set(id, BigInt(importance * factor))
  }
  return weights
}

function sum(values: Iterable<bigint>): bigint {
  let total = 0n
  for (const value of values) total += value
  return total
}
