/** Whether something in a pack is meant for an organization of this kind and size. */
import type { Organization } from '../types/description.ts'
import type { Audience } from '../types/framework.ts'

export function isFor({ kind, size }: Audience, organization: Pick<Organization, 'kind' | 'size'>): boolean {
  return (
    (kind === undefined || kind.includes(organization.kind)) &&
    (size === undefined || size.includes(organization.size))
  )
}
