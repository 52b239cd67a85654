/** Narrows an assessment's lists to what concerns one principle, for display. Totals and coverage stay those of the whole. */
import type { Assessment } from '../types/assessment.ts'

export function narrowAssessment(assessment: Assessment, principle: string | undefined): Assessment {
  if (principle === undefined) return assessment
  const { scores, findings, improvements } = assessment
  return {
    ...assessment,
    scores: { ...scores, principles: scores.principles.filter(({ id }) => id === principle) },
    findings: findings.filter(({ principles }) => principles.includes(principle)),
    improvements: improvements.filter(({ gain }) => Object.hasOwn(gain.principles, principle)),
  }
}
