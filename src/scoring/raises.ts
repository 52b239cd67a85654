/** Which elements are to be raised how high, and which of their steps must wait for steps of others. */
import type { Description, Standing } from '../types/description.ts'
import type { ElementId, Framework, FrameworkElement, Level } from '../types/framework.ts'
import { isKnown } from './exact-score.ts'

export interface Raise {
  readonly element: FrameworkElement
  readonly standing: Standing
  /** The highest level it can have today. */
  readonly from: Level
  readonly to: Level
  /** From `from + 1` to `to`. */
  readonly steps: readonly RaiseStep[]
  /** All lists in pack order. The improvements that some step directly waits for. */
  readonly blockedBy: readonly ElementId[]
  /** The improvements of which some step directly waits for this one. */
  readonly unlocks: readonly ElementId[]
  /** The improvements that some step waits for, with those that their steps wait for in turn. */
  readonly before: readonly ElementId[]
  /** By element that waits for it, directly or not: the first of its steps that does. */
  readonly waiting: ReadonlyMap<ElementId, Level>
  /** Needed elements that are not assessed, as far as what is known of them does not suffice. */
  readonly assumes: readonly ElementId[]
  /** Needed elements that the organization declined. */
  readonly lacks: readonly ElementId[]
}

interface RaiseStep {
  readonly to: Level
  /** The improvements that must have come further before this step, in pack order. */
  readonly after: readonly ElementId[]
}

/**
 * The level of every other element that raising `element` to `to` calls for; what its earlier steps need is never
 * more. Only levels above 0, each element once.
 */
export function needsOf(
  framework: Framework,
  element: FrameworkElement,
  to: Level,
): ReadonlyMap<ElementId, Level> {
  const needs = new Map<ElementId, Level>()
  const need = (id: ElementId, level: number) => {
    if (level > (needs.get(id) ?? 0)) needs.set(id, level as Level)
  }
  for (const { element: other, lag } of element.needs) need(other, to - lag)
  const { from, foundation } = framework.ranking.gate
  if (!element.foundation && to >= from)
    for (const other of framework.elements) if (other.foundation) need(other.id, foundation)
  return needs
}

/** In pack order. */
export function raisesIn(framework: Framework, standings: Description['standings']): Raise[] {
  const levels = levelsToReach(framework, standings)
  const elements = framework.elements.filter(({ id }) => levels.has(id))
  const bits = new Map(elements.map(({ id }, index) => [id, 1n << BigInt(index)]))
  const idsIn = (mask: bigint) => elements.flatMap(({ id }) => (mask & bits.get(id)! ? [id] : []))
  const from = (id: ElementId) => standings.get(id)!.highest

  /** The steps of other elements that a step directly waits for. */
  const waitsFor = memoize((element: FrameworkElement, to: Level) =>
    [...needsOf(framework, element, to)].filter(([id, level]) => levels.has(id) && level > from(id)),
  )
  const byId = new Map(elements.map((element) => [element.id, element]))
  const known = new Map<string, bigint>()
  /** Everything that must come first, as bits; in a circle of prerequisites, what is not yet known counts as nothing. */
  function beforeStep(element: FrameworkElement, to: Level): bigint {
    if (to <= from(element.id)) return 0n
    const key = `${element.id} ${to}`
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, 0n)
    let mask = beforeStep(element, (to - 1) as Level)
    for (const [id, level] of waitsFor(element, to)) mask |= bits.get(id)! | beforeStep(byId.get(id)!, level)
    mask &= ~bits.get(element.id)!
    known.set(key, mask)
    return mask
  }

  const waiting = new Map<ElementId, Map<ElementId, Level>>(elements.map(({ id }) => [id, new Map()]))
  const unlocks = new Map<ElementId, Set<ElementId>>(elements.map(({ id }) => [id, new Set()]))
  const stepsOf = (element: FrameworkElement) => {
    const steps: RaiseStep[] = []
    for (let to = from(element.id) + 1; to <= levels.get(element.id)!; to++) {
      const direct = new Set(waitsFor(element, to as Level).map(([id]) => id))
      steps.push({ to: to as Level, after: elements.flatMap(({ id }) => (direct.has(id) ? [id] : [])) })
      for (const id of direct) unlocks.get(id)!.add(element.id)
      for (const id of idsIn(beforeStep(element, to as Level))) {
        const others = waiting.get(id)!
        if (!others.has(element.id)) others.set(element.id, to as Level)
      }
    }
    return steps
  }
  const planned = elements.map((element) => ({ element, steps: stepsOf(element) }))
  const direct = new Map(
    planned.map(({ element, steps }) => [element.id, new Set(steps.flatMap(({ after }) => after))] as const),
  )

  return planned.map(({ element, steps }) => {
    const { id } = element
    const to = levels.get(id)!
    const blockers = direct.get(id)!
    const before = reachable(id, direct)
    const needs = needsOf(framework, element, to)
    const missing = [...standings.values()].filter(
      (other) =>
        other.state !== 'not-applicable' &&
        (needs.get(other.id) ?? 0) > other.lowest &&
        !blockers.has(other.id),
    )
    return {
      element,
      standing: standings.get(id)!,
      from: from(id),
      to,
      steps,
      blockedBy: elements.flatMap((other) => (blockers.has(other.id) ? [other.id] : [])),
      unlocks: elements.flatMap((other) => (unlocks.get(id)!.has(other.id) ? [other.id] : [])),
      before: elements.flatMap((other) => (before.has(other.id) ? [other.id] : [])),
      waiting: waiting.get(id)!,
      assumes: missing.filter(({ declined }) => !declined).map((other) => other.id),
      lacks: missing.filter(({ declined }) => declined).map((other) => other.id),
    }
  })
}

/** Everything that can be reached from one, never itself. */
function reachable(
  id: ElementId,
  direct: ReadonlyMap<ElementId, ReadonlySet<ElementId>>,
): ReadonlySet<ElementId> {
  const found = new Set<ElementId>()
  const open = [...direct.get(id)!]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id || found.has(next)) continue
    found.add(next)
    open.push(...direct.get(next)!)
  }
  return found
}

function memoize<Result>(
  compute: (element: FrameworkElement, to: Level) => Result,
): (element: FrameworkElement, to: Level) => Result {
  const results = new Map<string, Result>()
  return (element, to) => {
    const key = `${element.id} ${to}`
    if (!results.has(key)) results.set(key, compute(element, to))
    return results.get(key)!
  }
}

/**
 * Only elements that are to rise, in pack order, from the highest level they can have. Elements of which nothing is known
 * and declined ones are never raised, and ask nothing of others. Levels only ever go up while this runs, so it ends even
 * where prerequisites would form a circle.
 */
function levelsToReach(
  framework: Framework,
  standings: Description['standings'],
): ReadonlyMap<ElementId, Level> {
  const raisable = framework.elements.filter(({ id }) => {
    const standing = standings.get(id)!
    return isKnown(standing) && !standing.declined
  })
  const reach = new Map<ElementId, Level>(raisable.map(({ id }) => [id, standings.get(id)!.target]))
  const rises = (id: ElementId) => reach.get(id)! > standings.get(id)!.highest

  const waiting = raisable.filter(({ id }) => rises(id))
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    for (const [id, level] of needsOf(framework, element, reach.get(element.id)!)) {
      const known = reach.get(id)
      if (known === undefined || known >= level) continue
      reach.set(id, level)
      if (rises(id)) waiting.push(raisable.find((other) => other.id === id)!)
    }
  }
  return new Map([...reach].filter(([id]) => rises(id)))
}
