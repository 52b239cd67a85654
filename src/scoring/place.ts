/** In which order improvements are placed: the most worthwhile first, nothing before what it waits for. */
import type { ElementId } from '../types/framework.ts'

export interface Candidate {
  readonly id: ElementId
  /** As printed: equal ones are ties. */
  readonly priority: number
  /** False for an enabler, raised only because others need it: it is placed by what waits for it. */
  readonly gains: boolean
  /** Position of its stage; breaks ties. */
  readonly stage: number
  readonly blockedBy: readonly ElementId[]
  /** Everything that waits for it, directly or not. */
  readonly waiting: ReadonlySet<ElementId>
}

/** Candidates come in pack order, which breaks the last ties. */
export function place<Placed extends Candidate>(candidates: readonly Placed[]): Placed[] {
  const priorities = new Map(candidates.map(({ id, priority }) => [id, priority]))
  // An enabler has a priority of 0 by the formula, and would hold up to the end what is worth doing first.
  const keys = new Map(
    candidates.map(({ id, priority, gains, waiting }) => [
      id,
      gains ? priority : Math.max(priority, ...Array.from(waiting, (other) => priorities.get(other)!)),
    ]),
  )
  const left = [...candidates].sort((a, b) => keys.get(b.id)! - keys.get(a.id)! || a.stage - b.stage)
  const open = new Set(left.map(({ id }) => id))
  const placed: Placed[] = []
  while (left.length > 0) {
    const free = left.findIndex(({ blockedBy }) => !blockedBy.some((id) => open.has(id)))
    // A checked pack has no circle of prerequisites; if there were one, the best of it goes first.
    const [next] = left.splice(Math.max(free, 0), 1)
    open.delete(next!.id)
    placed.push(next!)
  }
  return placed
}
