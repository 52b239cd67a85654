/** Wordings about what was left out, declined or planned, and about evidence that no longer counts. */
import type { Assessment, ElementScore } from '../types/assessment.ts'
import { counted } from './phrases.ts'

/** How evidence counts where no file was looked at. */
export const declaredText = 'Evidence counts as declared; the files named were not looked at.'

/** `2 pieces of evidence are too old to count (4.1.2, 4.4.2).`; a number behind an element that has several. Or empty. */
export function tooOldText({ coverage: { evidenceTooOld = [] } }: Assessment): string {
  if (evidenceTooOld.length === 0) return ''
  const total = evidenceTooOld.reduce((sum, { pieces }) => sum + pieces, 0)
  const which = evidenceTooOld.map(({ element, pieces }) =>
    pieces === 1 ? element : `${element}: ${pieces}`,
  )
  return `${counted(total, 'piece')} of evidence ${total === 1 ? 'is' : 'are'} too old to count (${which.join(', ')}).`
}

/** `9.2 (2027-03-31)` */
export function plannedText(id: string, { scores }: Assessment): string {
  const planned = scores.elements.find((element) => element.id === id)?.planned
  return planned === undefined ? id : `${id} (${planned})`
}

/** `not relevant`; empty where nothing is known. */
export function kindText({ notApplicable }: ElementScore): string {
  return notApplicable?.kind.replace('-', ' ') ?? ''
}

/** `not relevant; to be looked at again on 2027-06-30`; the kind `declined` is left to the heading. Empty where nothing is known. */
export function exclusionText(element: ElementScore): string {
  const revisit = element.notApplicable?.revisit ?? null
  return [
    ...(element.declined ? [] : [kindText(element)]),
    ...(revisit === null ? [] : [`to be looked at again on ${revisit}`]),
  ].join('; ')
}
