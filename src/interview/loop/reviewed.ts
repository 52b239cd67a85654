/** Marks an answer as looked at, where the sitting is about answers that have grown old. */
import type { ElementId } from '../../types/framework.ts'
import type { Edit } from '../../yaml-edit/edit.ts'
import type { State } from './state.ts'

/** Elsewhere an answer writes no date: the file then says the same whoever gives it, whenever. */
export function reviewed({ setting: { filters, today } }: State, id: ElementId): Edit[] {
  return filters.stale === undefined ? [] : [{ path: ['practices', id, 'reviewed'], value: today }]
}
