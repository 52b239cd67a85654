/** Lays a description out for conditions: standings by pack position instead of by number. */
import type { Description, Standing } from '../types/description.ts'
import type { Context } from './condition.ts'
import type { FrameworkIndex } from './framework-index.ts'

const known = new WeakMap<Description, readonly Standing[]>()

/** Standings are laid out once for each description, which belongs to one framework. */
export function contextOf({ elements }: FrameworkIndex, description: Description): Context {
  let standings = known.get(description)
  if (!standings) {
    standings = elements.map(({ id }) => description.standings.get(id)!)
    known.set(description, standings)
  }
  return { description, standings, self: -1, item: null }
}
