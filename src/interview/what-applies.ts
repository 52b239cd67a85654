/** What of an element applies to this organization: which criteria are asked, which target holds, what is softened. */

import { isFor } from '../description/audience.ts'
import type { Description, Organization } from '../types/description.ts'
import type { FrameworkElement, Level, Texts } from '../types/framework.ts'

type Criterion = FrameworkElement['criteria'][number]

export interface Applying {
  /** Ids in the pack's order. */
  readonly asked: readonly string[]
  /** Ids of criteria that are not asked of an organization of this kind and size. */
  readonly leftOut: readonly string[]
  readonly target: Level
  /** True where the pack asks less of this element, or more, than the target most elements of the organization share. */
  readonly ownTarget: boolean
  /** How a micro firm or a start-up may do it; null where the pack says nothing or the organization is neither. */
  readonly softer: string | null
}

export function whatApplies(
  element: FrameworkElement,
  { organization, standings, targets }: Pick<Description, 'organization' | 'standings' | 'targets'>,
  texts: Texts,
): Applying {
  const { target } = standings.get(element.id)!
  const ids = (criteria: readonly Criterion[]) => criteria.map(({ id }) => id)
  return {
    asked: ids(element.criteria.filter((criterion) => asksCriterion(criterion, organization))),
    leftOut: ids(element.criteria.filter((criterion) => !asksCriterion(criterion, organization))),
    target,
    ownTarget: target !== targets.default,
    softer: isSoftened(organization) ? texts.elements[element.id]!.softer : null,
  }
}

export function asksCriterion(
  { notFor }: Criterion,
  organization: Pick<Organization, 'kind' | 'size'>,
): boolean {
  return !notFor.some((audience) => isFor(audience, organization))
}

/** The pack's softer texts speak to these two, often to both in one text. */
function isSoftened({ kind, size }: Pick<Organization, 'kind' | 'size'>): boolean {
  return kind === 'start-up' || size === 'micro'
}
