/** Lays a description out for conditions: standings by pack position instead of by number. */
import type { Description } from '../core/description.ts'
import type { Context } from './condition.ts'
import type { FrameworkIndex } from './framework-index.ts'

export function contextOf({ elements }: FrameworkIndex, description: Description): Context {
  const standings = elements.map(({ id }) => description.standings.get(id)!)
  return { description, standings, self: -1, item: null }
}
