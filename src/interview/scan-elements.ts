/** Which elements a first scan asks: the few of a pack that tell most about the whole, computed from the pack alone. */
import { needsOf } from '../scoring/raises.ts'
import { type Weights, weigh } from '../scoring/weights.ts'
import type { ElementId, Framework } from '../types/framework.ts'
import { compareRationals, multiply, type Rational, rational, zero } from '../util/rational.ts'

/** A scan asks a third of the elements, within these bounds: about fifteen minutes. */
const fewest = 16
const most = 20
const highestImportance = 5

/**
 * In pack order; all elements of a pack that has no more than a scan asks. The foundation and the most important elements
 * come first. Each further place goes to the principle of which
 * the least is known so far (the part of its weight that is chosen), and there to the element with the highest
 *
 *     part of the principle's weight x overall weight x (1 + part of the overall weight that waits for it)
 *
 * so that what is important, serves several principles, carries other elements or belongs to the foundation comes
 * first, and no principle's interval stays as wide as it was. A pack with more principles than places gets a place for
 * each.
 */
export function scanElements(framework: Framework): readonly ElementId[] {
  const known = scans.get(framework)
  if (known) return known
  const chosen = chooseScan(framework)
  scans.set(framework, chosen)
  return chosen
}

/** Asked for again after every answer, and the same for as long as the pack is. */
const scans = new WeakMap<Framework, readonly ElementId[]>()

function chooseScan(framework: Framework): readonly ElementId[] {
  const { elements } = framework
  const weights = weighWhole(framework)
  const served = [...weights.principles].filter(([, within]) => within.size > 0)
  const places = Math.max(Math.min(most, Math.max(fewest, Math.ceil(elements.length / 3))), served.length)
  if (elements.length <= places) return elements.map(({ id }) => id)

  const tells = tellingIn(framework, weights.overall)
  const chosen = new Set(
    elements
      .filter(({ foundation, importance }) => foundation || importance === highestImportance)
      .slice(0, places)
      .map(({ id }) => id),
  )
  const known = (within: ReadonlyMap<ElementId, bigint>) => partOf(within, (id) => chosen.has(id))
  while (chosen.size < places) {
    const open = served.filter(([, within]) => [...within.keys()].some((id) => !chosen.has(id)))
    // An element that serves no principle weighs nothing and is never asked in a scan.
    if (open.length === 0) break
    const [, within] = firstBy(open, ([, members]) => known(members), -1)
    const left = [...within.keys()].filter((id) => !chosen.has(id))
    chosen.add(firstBy(left, (id) => multiply(rational(within.get(id)!), tells.get(id)!), 1))
  }
  return elements.map(({ id }) => id).filter((id) => chosen.has(id))
}

/** The weights where every element is in scope and every principle counts the same. */
function weighWhole(framework: Framework): Weights {
  const standings = new Map(framework.elements.map(({ id }) => [id, { state: 'not-assessed' } as const]))
  return weigh(framework, { standings, principleWeights: new Map() })
}

/** For each element: its overall weight, raised by the part of the whole that cannot go on without it. */
function tellingIn(
  framework: Framework,
  overall: ReadonlyMap<ElementId, bigint>,
): ReadonlyMap<ElementId, Rational> {
  const waiting = waitingIn(framework)
  return new Map(
    [...overall].map(([id, weight]) => {
      const { numerator, denominator } = partOf(overall, (other) => waiting.get(id)!.has(other))
      return [id, multiply(rational(weight), rational(numerator + denominator, denominator))]
    }),
  )
}

/** For each element everything that needs it on the way to the highest level, directly or not, the foundation's gate included. */
function waitingIn(framework: Framework): ReadonlyMap<ElementId, ReadonlySet<ElementId>> {
  const direct = new Map<ElementId, ElementId[]>(framework.elements.map(({ id }) => [id, []]))
  for (const element of framework.elements)
    for (const needed of needsOf(framework, element, 5).keys()) direct.get(needed)!.push(element.id)
  return new Map(
    [...direct.keys()].map((id) => {
      const reached = new Set<ElementId>()
      const next = [...direct.get(id)!]
      for (let other = next.pop(); other !== undefined; other = next.pop()) {
        if (reached.has(other)) continue
        reached.add(other)
        next.push(...direct.get(other)!)
      }
      return [id, reached]
    }),
  )
}

function partOf(weights: ReadonlyMap<ElementId, bigint>, counts: (id: ElementId) => boolean): Rational {
  let part = 0n
  let whole = 0n
  for (const [id, weight] of weights) {
    whole += weight
    if (counts(id)) part += weight
  }
  return whole === 0n ? zero : rational(part, whole)
}

/** The one with the highest value (`direction` 1) or the lowest (-1); of equals, the first. */
function firstBy<T>(items: readonly T[], value: (item: T) => Rational, direction: 1 | -1): T {
  return items
    .map((item) => ({ item, worth: value(item) }))
    .reduce((best, other) => (compareRationals(other.worth, best.worth) * direction > 0 ? other : best)).item
}
