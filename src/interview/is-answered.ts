/** Whether an element is answered as far as a depth asks. */

import { criteriaInterval, type Interval } from '../description/criteria-interval.ts'
import type { Organization, Standing } from '../types/description.ts'
import type { FrameworkElement } from '../types/framework.ts'
import type { Depth } from './depth.ts'
import { asksCriterion } from './what-applies.ts'

/**
 * Not applicable, declined too, is an answer. A level answers a scan and the levels, and so do criteria that leave only
 * one; criteria are answered when those that are leave one level only: with one unmet, the later ones change nothing.
 */
export function isAnswered(
  element: FrameworkElement,
  standing: Standing,
  organization: Pick<Organization, 'kind' | 'size'>,
  depth: Depth,
): boolean {
  if (standing.notApplicable !== null) return true
  const asked =
    depth === 'criteria' ? element.criteria.filter((criterion) => asksCriterion(criterion, organization)) : []
  // Where no criterion is asked of it, its level is.
  return asked.length === 0
    ? standing.state === 'assessed'
    : isDecided(criteriaInterval(element, standing.criteria, organization))
}

function isDecided(interval: Interval | undefined): boolean {
  return interval !== undefined && interval.lowest === interval.highest
}
