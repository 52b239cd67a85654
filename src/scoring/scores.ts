/** All scores of an assessment: overall, by principle, by top clause and by element. */
import type { Assessment, ElementScore } from '../types/assessment.ts'
import type { Description } from '../types/description.ts'
import type { ElementId, Framework, FrameworkElement } from '../types/framework.ts'
import { locateAnswer } from './locate-answer.ts'
import { type Member, scoreOf } from './score.ts'
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

/** Where one element stands, as the assessment shows it. */
function scoreElement({ id, title }: FrameworkElement, description: Description): ElementScore {
  const standing = description.standings.get(id)!
  const { state, declined, level, lowest, highest, evidenced, target, notApplicable, planned } = standing
  const out = state === 'not-applicable'
  return {
    id,
    title,
    state,
    declined,
    level,
    lowest: out ? null : lowest,
    highest: out ? null : highest,
    evidenced,
    target,
    gap: level === null ? null : Math.max(0, target - level),
    location: locateAnswer(description.root, standing.path) ?? null,
    ...(notApplicable && { notApplicable }),
    ...(planned !== null && { planned }),
  }
}

/** The outermost headings of a framework with every element under them, however deep. */
interface TopClause {
  readonly id: string
  readonly title: string
  /** In pack order; empty where only the heading is there. */
  readonly elements: readonly ElementId[]
}

function topClauses({ clauses, elements }: Framework): TopClause[] {
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

/** Elements certainly below target by gap, then weight, then pack order; at most three. Members come in pack order. */
function weakestOf(members: readonly Member[]): ElementId[] {
  return members
    .filter((member) => gapOf(member) > 0)
    .sort((a, b) => gapOf(b) - gapOf(a) || Number(b.weight > a.weight) - Number(b.weight < a.weight))
    .slice(0, 3)
    .map(({ standing }) => standing.id)
}

function gapOf({ standing }: Member): number {
  return standing.state === 'not-applicable' ? 0 : standing.target - standing.highest
}
