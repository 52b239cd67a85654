/** Lays a description out for conditions: standings by pack position instead of by number. */
import type { Description } from '../core/description.ts'
import type { Context } from './condition.ts'
import type { FrameworkIndex } from './framework-index.ts'

export function contextOf({ elements }: FrameworkIndex, description: Description): Context {
  const standings = elements.map(({ id }) => description.standings.get(id)!)
  return { description, standings, self: -1, item: null, citations: null }
}

/** For how many elements each source is cited. What is cited is a fact of the file, whether or not a level is known. */
export function citationsOf(context: Context): ReadonlyMap<string, number> {
  if (context.citations) return context.citations
  const citations = new Map<string, number>()
  for (const { evidence } of context.standings) {
    for (const source of new Set(evidence.map((piece) => piece.source))) {
      citations.set(source, (citations.get(source) ?? 0) + 1)
    }
  }
  context.citations = citations
  return citations
}
