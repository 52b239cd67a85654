/** The result in one sentence: where the organization stands, how far from which target, and how much of it is known. */
import type { Assessment, Score } from '../core/assessment.ts'
import { counted } from './phrases.ts'

/** Without the name in front and without full stop: `stands at 2.31 of 5, …`. */
export function verdictAfterName(assessment: Assessment): string {
  const { scores, coverage } = assessment
  const score = scores.overall
  if (coverage.inScope === 0) return 'has nothing to assess: every element is marked not applicable'
  const known = `${coverage.assessed} of ${counted(coverage.inScope, 'element')} assessed`
  if (coverage.assessed === 0) return `cannot be placed yet: ${known}`
  if (score.withheld || score.level === null) {
    return `cannot be placed yet, not enough data: ${known}, so anything from ${score.lowest} to ${score.highest} of 5 is possible`
  }
  return `stands at ${score.level} of 5, ${distance(score, assessment)}; ${known}`
}

function distance({ percentToTarget }: Score, { targets, scores }: Assessment): string {
  const used = `target ${scores.overall.target} (${targets.text})`
  if (percentToTarget === null) return `and ${used} asks for nothing`
  // Two decimals can round up to 100 while something is still missing.
  const almost = percentToTarget === 100 && scores.elements.some(({ gap }) => gap !== null && gap > 0)
  return `${almost ? 'almost ' : ''}${percentToTarget} % of the way to ${used}`
}
