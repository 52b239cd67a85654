/** Which answers stay in a description without counting, because another kind or size of organization is not asked for them. */
import type { Description, Organization } from '../types/description.ts'
import type { ElementId, Framework } from '../types/framework.ts'
import { asksCriterion } from './what-applies.ts'

export interface InactiveAnswers {
  readonly element: ElementId
  /** Ids of its answered criteria that are not asked. */
  readonly criteria: readonly string[]
}

/** For an organization of this kind and size; elements in pack order, only those with such answers. */
export function inactiveAnswers(
  { elements }: Framework,
  { standings }: Pick<Description, 'standings'>,
  organization: Pick<Organization, 'kind' | 'size'>,
): readonly InactiveAnswers[] {
  return elements.flatMap((element) => {
    const { criteria } = standings.get(element.id)!
    const inactive = element.criteria.filter(
      (criterion) => criteria.has(criterion.id) && !asksCriterion(criterion, organization),
    )
    return inactive.length === 0 ? [] : { element: element.id, criteria: inactive.map(({ id }) => id) }
  })
}
