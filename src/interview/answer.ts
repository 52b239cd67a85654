/** What a person can answer about an element, and what comes of it. */
import type { CriterionAnswer, NotApplicableKind, Standing } from '../types/description.ts'
import type { EvidenceData } from '../types/description-data.ts'
import type { Level } from '../types/framework.ts'
import type { Edit } from '../yaml-edit/edit.ts'

/** `undefined` and an empty text take back what was said before. */
export type Answer =
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'criteria'; readonly answers: Readonly<Record<string, CriterionAnswer | undefined>> }
  | { readonly kind: 'not-assessed' }
  | {
      readonly kind: 'not-applicable'
      readonly because: NotApplicableKind
      readonly reason: string
      readonly revisit?: string | undefined
    }
  | { readonly kind: 'planned' | 'reviewed'; readonly date: string | undefined }
  | { readonly kind: 'practice' | 'owner' | 'note'; readonly text: string }
  | { readonly kind: 'confidence'; readonly confidence: NonNullable<Standing['confidence']> | undefined }
  /** Joins the pieces that are there. */
  | { readonly kind: 'evidence'; readonly piece: EvidenceData }
  | { readonly kind: 'flagged'; readonly flagged: boolean }

export type Answered =
  | {
      /** To be made in this order. */
      readonly edits: readonly Edit[]
      /** What the answer takes out because it no longer holds, in words: `level 3`, `5 criteria`. */
      readonly setAside: readonly string[]
      /** The answer stands, but not together with another of the same element. */
      readonly contradiction: Contradiction | null
    }
  | { readonly refused: string; readonly hint: string }

/** A level that the criteria exclude. Left as it is, the criteria win. */
export interface Contradiction {
  readonly message: string
  /** What solves it, each to be made after the answer's own edits. */
  readonly keepCriteria: readonly Edit[]
  readonly keepLevel: readonly Edit[]
}
