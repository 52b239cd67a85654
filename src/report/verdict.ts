/** The result in one sentence: where the organization stands, how far from which target, and how much of it is known. */
import type { Assessment, Score } from '../types/assessment.ts'
import { counted, fixed } from './phrases.ts'

/** Without the name in front and without full stop: `stands at 2.31 of 5, …`. */
export function verdictAfterName(assessment: Assessment): string {
  const { scores, coverage } = assessment
  const score = scores.overall
  if (coverage.inScope === 0) return 'has nothing to assess: every element is marked not applicable'
  const known = `${coverage.assessed} of ${counted(coverage.inScope, 'element')} assessed`
  if (coverage.assessed === 0) return `cannot be placed yet: ${known}; ${targetText(assessment)}`
  if (score.withheld || score.level === null) {
    return `cannot be placed yet, not enough data: ${known}, so anything from ${fixed(score.lowest)} to ${fixed(score.highest)} of 5 is possible; ${targetText(assessment)}`
  }
  return `stands at ${fixed(score.level)} of 5, ${distance(score, assessment)}; ${known}`
}

function targetText({ targets, scores }: Assessment): string {
  return `target ${fixed(scores.overall.target)} (${targets.text})`
}

function distance({ percentToTarget }: Score, assessment: Assessment): string {
  const used = targetText(assessment)
  if (percentToTarget === null) return `and ${used} asks for nothing`
  // Two decimals can round up to 100 while something is still missing.
  const almost =
    percentToTarget === 100 && assessment.scores.elements.some(({ gap }) => gap !== null && gap > 0)
  return `${almost ? 'almost ' : ''}${percentToTarget} % of the way to ${used}`
}
