/** What is said of an answer to a criterion that its element does not have. */

import { didYouMean } from '../diagnostics/suggest.ts'
import { listWords, quote } from '../util/show.ts'

export interface UnknownCriterion {
  readonly message: string
  /** Finding it costs time. */
  hint(): string
}

/** `known`: the ids that the element has. */
export function unknownCriterion(id: string, element: string, known: readonly string[]): UnknownCriterion {
  return {
    message: `practice ${element} has no criterion ${quote(id, 40)}`,
    hint: () => didYouMean(id, known) ?? `its criteria are ${listWords(known)}`,
  }
}
