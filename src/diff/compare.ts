/** Compares two assessed descriptions: what moved, why, by which answers, and what became of the findings. */
import type { PrincipleScore, Score } from '../types/assessment.ts'
import type { ComparedSide, Comparison } from '../types/comparison.ts'
import { answerChanges } from './answer-changes.ts'
import { differencesBetween } from './causes.ts'
import { findingChanges } from './finding-changes.ts'
import type { Sides } from './hybrid.ts'
import { hybridsOf, movementOf } from './movements.ts'
import type { Side } from './side.ts'

/** `before` is the earlier side; nothing here minds if its day is the later one. */
export function compare(sides: Sides<Side>): Comparison {
  const { before, after } = sides
  const causes = differencesBetween(sides)
  const names = causes.map(({ cause }) => cause)
  const hybrids = hybridsOf(sides, names)
  const overall = movementOf(hybrids, names, {
    principle: null,
    before: before.assessment.scores.overall,
    after: after.assessment.scores.overall,
  })
  return {
    before: sideOf(before),
    after: sideOf(after),
    evidence: 'declared',
    method: names.includes('pack') ? 'changed' : 'same',
    overall,
    principles: principlePairs(sides).map(({ id, title, scores }) => ({
      id,
      title,
      movement: scores === null ? null : movementOf(hybrids, names, { principle: id, ...scores }),
    })),
    causes,
    answers: answerChanges(sides, hybrids, names, overall),
    findings: findingChanges(sides),
  }
}

function sideOf({ name, revision, commit, assessment }: Side): ComparedSide {
  const { organization, input, asOf, framework } = assessment
  return {
    name,
    revision,
    commit,
    organization: organization.name,
    sha256: input.sha256,
    asOf,
    framework,
  }
}

function principlePairs({ before, after }: Sides<Side>) {
  const early = byId(before.assessment.scores.principles)
  const late = byId(after.assessment.scores.principles)
  return [...late.values(), ...[...early.values()].filter(({ id }) => !late.has(id))].map(({ id, title }) => {
    const scores = pairOf(early.get(id)?.score, late.get(id)?.score)
    return { id, title, scores }
  })
}

function pairOf(before: Score | undefined, after: Score | undefined) {
  return before && after ? { before, after } : null
}

function byId(principles: readonly PrincipleScore[]): ReadonlyMap<string, PrincipleScore> {
  return new Map(principles.map((principle) => [principle.id, principle]))
}
