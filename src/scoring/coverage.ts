/** How much of the framework a description speaks about. */
import type { Coverage } from '../types/assessment.ts'
import type { Standing } from '../types/description.ts'

/** Standings come in pack order, and so do the lists. `declined` elements are assessed; the neutral ones are not in scope. */
export function coverageOf(standings: Iterable<Standing>): Coverage {
  const all = [...standings]
  const ids = (wanted: (standing: Standing) => boolean) => all.filter(wanted).map(({ id }) => id)
  const notApplicable = ids(({ state }) => state === 'not-applicable')
  const evidenceTooOld = all
    .filter(({ state }) => state === 'assessed')
    .map(({ id, evidence }) => ({
      element: id,
      pieces: evidence.filter((piece) => piece.state === 'too-old').length,
    }))
    .filter(({ pieces }) => pieces > 0)
  return {
    elements: all.length,
    inScope: all.length - notApplicable.length,
    assessed: ids(({ state }) => state === 'assessed').length,
    notAssessed: ids(({ state }) => state === 'not-assessed'),
    notApplicable,
    declined: ids(({ declined }) => declined),
    planned: ids(({ planned }) => planned !== null),
    ...(evidenceTooOld.length > 0 && { evidenceTooOld }),
  }
}
