/** Whether something in a pack is meant for an organization of this kind and size. */
import type { Organization } from '../core/description.ts'
import type { Audience } from '../core/framework.ts'

export function isFor({ kind, size }: Audience, organization: Pick<Organization, 'kind' | 'size'>): boolean {
  return (
    (kind === undefined || kind.includes(organization.kind)) &&
    (size === undefined || size.includes(organization.size))
  )
}
