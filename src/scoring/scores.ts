/** All scores of an assessment: overall, by principle, by top clause and by element. */
import type { Assessment } from '../types/assessment.ts'
import type { Description } from '../types/description.ts'
import type { ElementId, Framework } from '../types/framework.ts'
import { type Member, scoreOf } from './score.ts'
import { scoreElement } from './score-element.ts'
import { topClauses } from './top-clauses.ts'
import { weakestOf } from './weakest.ts'
import type { Weights } from './weights.ts'

export function scoresOf(
  framework: Framework,
  description: Description,
  weights: Weights,
): Assessment['scores'] {
  const { coverage } = framework.scoring
  const group = (elements: Iterable<ElementId>, of: ReadonlyMap<ElementId, bigint>) => {
    const members: Member[] = Array.from(elements, (id) => ({
      standing: description.standings.get(id)!,
      weight: of.get(id) ?? 0n,
    }))
    return { score: scoreOf(members, coverage), weakest: weakestOf(members) }
  }
  return {
    overall: group(description.standings.keys(), weights.overall).score,
    principles: framework.principles.map(({ id, title }) => {
      const within = weights.principles.get(id)!
      return { id, title, ...group(within.keys(), within) }
    }),
    clauses: topClauses(framework).map(({ id, title, elements }) => ({
      id,
      title,
      ...group(elements, weights.overall),
    })),
    elements: framework.elements.map((element) => scoreElement(element, description)),
  }
}
