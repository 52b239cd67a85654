/** Which elements to raise, and how high: to their target, or to what others that are raised need of them. */
import type { Description } from '../types/description.ts'
import type { ElementId, Framework, Level } from '../types/framework.ts'
import { needsOf } from './needs.ts'

/**
 * Only elements that are to rise, in pack order. Not assessed and declined elements are never raised, and ask nothing
 * of others. Levels only ever go up while this runs, so it ends even where prerequisites would form a circle.
 */
export function levelsToReach(
  framework: Framework,
  standings: Description['standings'],
): ReadonlyMap<ElementId, Level> {
  const raisable = framework.elements.filter(({ id }) => {
    const { state, declined } = standings.get(id)!
    return state === 'assessed' && !declined
  })
  const reach = new Map<ElementId, Level>(raisable.map(({ id }) => [id, standings.get(id)!.target]))
  const rises = (id: ElementId) => reach.get(id)! > standings.get(id)!.level!

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
