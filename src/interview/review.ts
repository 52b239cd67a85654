/** What there is to look at before an interview ends: what was answered how, what was left, and what does not fit together. */
import type { Assessed } from '../assess.ts'
import type { Standing } from '../types/description.ts'
import type { ElementId, FrameworkElement } from '../types/framework.ts'
import type { Depth } from './depth.ts'
import { type Disagreement, disagreementsIn } from './disagreements.ts'
import { isAnswered } from './is-answered.ts'

/** Elements in pack order; one may be in several lists. */
export interface Review {
  /** As far as the depth asks, those that are not applicable left out. */
  readonly answered: readonly ElementId[]
  /** In scope, and nothing says where they stand. */
  readonly notAssessed: readonly ElementId[]
  readonly notApplicable: readonly ElementId[]
  readonly declined: readonly ElementId[]
  readonly planned: readonly ElementId[]
  readonly flagged: readonly ElementId[]
  readonly disagreements: readonly Disagreement[]
}

export function reviewOf(assessed: Assessed, depth: Depth): Review {
  const { pack, description } = assessed
  const { standings, organization } = description
  const those = (wanted: (standing: Standing, element: FrameworkElement) => boolean) =>
    pack.framework.elements
      .filter((element) => wanted(standings.get(element.id)!, element))
      .map(({ id }) => id)
  return {
    answered: those(
      (standing, element) =>
        standing.notApplicable === null && isAnswered(element, standing, organization, depth),
    ),
    notAssessed: those(({ state }) => state === 'not-assessed'),
    notApplicable: those(({ state }) => state === 'not-applicable'),
    declined: those(({ declined }) => declined),
    planned: those(({ planned }) => planned !== null),
    flagged: those(({ flagged }) => flagged),
    disagreements: disagreementsIn(assessed),
  }
}
