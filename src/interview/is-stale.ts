/** Whether an answer has grown so old that it should be asked again. */

import type { Standing } from '../types/description.ts'
import { before, type Duration } from '../util/calendar.ts'

/**
 * An answer is as old as its review, else as its newest piece of evidence; one that bears no date is stale. Where an
 * element is not applicable, the day to look again decides, once there is one. What was never answered is not stale.
 */
export function isStale(standing: Standing, asOf: string, age: Duration): boolean {
  const { state, criteria, notApplicable, reviewed, evidence } = standing
  if (state === 'not-assessed' && criteria.size === 0) return false
  if (notApplicable?.revisit) return notApplicable.revisit <= asOf
  const dates = evidence.flatMap(({ date }) => date ?? [])
  const newest = reviewed ?? dates.reduce((latest, date) => (date > latest ? date : latest), '')
  return newest < before(asOf, age)
}
