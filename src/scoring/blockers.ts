/** What an improvement must wait for, what it takes as given, and what it lacks; and, seen from the other end, who waits. */
import type { Description } from '../types/description.ts'
import type { ElementId, Framework, Level } from '../types/framework.ts'
import { needsOf } from './needs.ts'

/** All lists in pack order. */
export interface Blockers {
  /** Other improvements that must come first. */
  readonly blockedBy: readonly ElementId[]
  /** Needed elements that are not assessed, as far as what is known of them does not suffice. */
  readonly assumes: readonly ElementId[]
  /** Needed elements that the organization declined. */
  readonly lacks: readonly ElementId[]
}

export function blockersOf(
  framework: Framework,
  standings: Description['standings'],
  levels: ReadonlyMap<ElementId, Level>,
): ReadonlyMap<ElementId, Blockers> {
  const blockers = new Map<ElementId, Blockers>()
  for (const element of framework.elements) {
    const to = levels.get(element.id)
    if (to === undefined) continue
    const needs = needsOf(framework, element, to)
    const missing = [...standings.values()].filter(
      ({ id, state, lowest }) => state !== 'not-applicable' && (needs.get(id) ?? 0) > lowest,
    )
    const ids = (wanted: (standing: (typeof missing)[number]) => boolean) =>
      missing.filter(wanted).map(({ id }) => id)
    blockers.set(element.id, {
      blockedBy: ids(({ id, highest }) => levels.has(id) && (needs.get(id) ?? 0) > highest),
      assumes: ids(({ id, state, highest }) => state === 'not-assessed' && (needs.get(id) ?? 0) <= highest),
      lacks: ids(({ declined }) => declined),
    })
  }
  return blockers
}

/** The improvements that wait directly for each one, in pack order. */
export function unlockedBy(
  blockers: ReadonlyMap<ElementId, Blockers>,
): ReadonlyMap<ElementId, readonly ElementId[]> {
  const unlocks = new Map<ElementId, ElementId[]>([...blockers.keys()].map((id) => [id, []]))
  for (const [id, { blockedBy }] of blockers) for (const other of blockedBy) unlocks.get(other)!.push(id)
  return unlocks
}

/** Everything that waits for an improvement, directly or through others; never itself. */
export function allWaitingFor(
  id: ElementId,
  unlocks: ReadonlyMap<ElementId, readonly ElementId[]>,
): ReadonlySet<ElementId> {
  const found = new Set<ElementId>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const other of unlocks.get(next)!) {
      if (other === id || found.has(other)) continue
      found.add(other)
      open.push(other)
    }
  }
  return found
}
