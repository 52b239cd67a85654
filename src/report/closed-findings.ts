/** Which findings an improvement closes, by the names a reader knows them under, worst first. */
import type { Assessment, Finding, Improvement } from '../types/assessment.ts'
import { groupFindings } from './group-findings.ts'

export type ClosedFindings = (improvement: Improvement) => readonly (readonly [Finding, ...Finding[]])[]

/**
 * One entry per rule. Only what adds to the urgency is named: the plain gap, which every improvement closes, is not
 * among it.
 */
export function closedFindings({ findings }: Assessment): ClosedFindings {
  const byId = new Map(findings.map((finding) => [finding.id, finding]))
  return ({ closes, because }) => {
    const counted = because.find(({ term }) => term === 'urgency')?.text ?? ''
    const closed = closes
      .filter((id) => counted.includes(`${id} (`))
      .map((id) => byId.get(id))
      .filter((finding) => finding !== undefined)
    return groupFindings(closed).map((group) => group.findings)
  }
}
