/** The outermost headings of a framework with every element under them, however deep. */
import type { ElementId, Framework } from '../types/framework.ts'

export interface TopClause {
  readonly id: string
  readonly title: string
  /** In pack order; empty where only the heading is there. */
  readonly elements: readonly ElementId[]
}

export function topClauses({ clauses, elements }: Framework): TopClause[] {
  // A heading comes after the one it stands under.
  const topOf = new Map<string, string>()
  for (const { id, parent } of clauses) topOf.set(id, parent === null ? id : (topOf.get(parent) ?? parent))
  return clauses
    .filter(({ parent }) => parent === null)
    .map(({ id, title }) => ({
      id,
      title,
      elements: elements.filter(({ clause }) => topOf.get(clause) === id).map((element) => element.id),
    }))
}
