/** How pressing an improvement is: what the findings it closes, besides the plain gap, weigh together. */
import type { Finding } from '../types/assessment.ts'
import type { Framework } from '../types/framework.ts'
import { type Rational, rational } from '../util/rational.ts'

/** The findings that count: closed, not waived, not the plain gap (which the gain already speaks for). */
export function pressing(
  { ranking }: Framework,
  closes: readonly string[],
  findings: ReadonlyMap<string, Finding>,
): Finding[] {
  return closes
    .map((id) => findings.get(id)!)
    .filter(({ rule, waived }) => rule !== ranking.plainGap && !waived)
}

/** 1 where nothing presses. */
export function urgencyOf({ ranking }: Framework, findings: readonly Finding[]): Rational {
  const { severity, confidence, urgencyDivisor } = ranking
  const sum = findings.reduce(
    (total, each) => total + severity[each.severity] * confidence[each.confidence],
    0,
  )
  return rational(urgencyDivisor + sum, urgencyDivisor)
}
