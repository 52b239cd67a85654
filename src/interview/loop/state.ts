/** What a sitting is at one moment: the file as read, where one stands, and what leads back. Plain data, no world. */
import type { Description, NotApplicableKind } from '../../types/description.ts'
import type { ElementId, Pack } from '../../types/framework.ts'
import type { Edit } from '../../yaml-edit/edit.ts'
import type { TextBefore } from '../../yaml-edit/text-before.ts'
import type { Contradiction } from '../answer.ts'
import type { Wanted } from '../choose-elements.ts'
import type { Depth } from '../depth.ts'
import type { ProfileQuestion } from '../profile.ts'
import type { Part } from './view.ts'

/** What stays the same for a whole sitting. */
export interface Setting {
  readonly pack: Pack
  /** As named in messages. */
  readonly file: string
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly asOf?: string
  readonly filters: Filters
  /** Whether a file named as evidence is there; names are relative to the description. */
  readonly isFile: (name: string) => boolean
}

export interface Filters extends Omit<Wanted, 'depth'> {
  /** Asks next what tells most, instead of the pack's order. */
  readonly next?: boolean
}

export interface State {
  readonly setting: Setting
  readonly text: string
  readonly description: Description
  readonly depth: Depth
  /** Questions about the organization that were open at the start. */
  readonly profile: readonly ProfileQuestion['id'][]
  /** What this sitting asks, in the pack's order, answered or not. */
  readonly asked: readonly ElementId[]
  /** Left as they are in this sitting: not asked again before the review. */
  readonly passed: ReadonlySet<ElementId>
  readonly step: Step
  /** Questions seen before this one, the last one last. */
  readonly trail: readonly Step[]
  readonly undo: readonly Undo[]
  /** To be shown before the next question. */
  readonly notes: readonly Part[]
  /** False while the question stands on the screen already. */
  readonly fresh: boolean
  /** How long each element took that was asked, in order. */
  readonly pace: readonly { readonly id: ElementId; readonly milliseconds: number }[]
  /** A text from the editor that could not be saved, and the label of the question it answers: `:edit` opens it again. */
  readonly draft: { readonly label: string; readonly text: string } | null
  /** Set once the sitting is over. */
  readonly over?: 'finished' | 'quit'
}

export interface Undo {
  /** Where the answer was given. */
  readonly step: Step
  /** What brings back what stood there before. */
  readonly edits: readonly Edit[]
  /** What the answer left in the places of these edits: where something else stands, somebody else wrote it. */
  readonly left: readonly unknown[]
  /** The text before the answer; left out where somebody else's changes came in with it. */
  readonly before?: TextBefore
}

/** The question that is asked. What belongs to one element carries its id. */
export type Step =
  | { readonly kind: 'profile'; readonly field: ProfileQuestion['id'] }
  | { readonly kind: 'element'; readonly id: ElementId }
  | { readonly kind: 'criterion'; readonly id: ElementId; readonly criterion: string }
  | { readonly kind: 'contradiction'; readonly id: ElementId; readonly between: Contradiction }
  | { readonly kind: 'not-applicable'; readonly id: ElementId }
  | { readonly kind: 'reason'; readonly id: ElementId; readonly because: NotApplicableKind }
  | { readonly kind: 'revisit'; readonly id: ElementId }
  | { readonly kind: 'planned'; readonly id: ElementId }
  /** `more`: after a detail was given. */
  | { readonly kind: 'details'; readonly id: ElementId; readonly more?: true }
  | {
      readonly kind: 'detail'
      readonly id: ElementId
      readonly field: TextField
      readonly then: Row
    }
  | { readonly kind: 'confidence'; readonly id: ElementId; readonly then: Row }
  | { readonly kind: 'evidence'; readonly id: ElementId; readonly then: Row }
  | {
      readonly kind: 'evidence-kind'
      readonly id: ElementId
      readonly piece: Piece
      readonly then: Row
    }
  | {
      readonly kind: 'evidence-date'
      readonly id: ElementId
      readonly position: number
      readonly then: Row
    }
  | { readonly kind: 'jump'; readonly from: Step }
  | { readonly kind: 'depth'; readonly from: Step }
  | { readonly kind: 'review' }

export type TextField = 'practice' | 'owner' | 'note'
export type Detail = TextField | 'confidence' | 'evidence'
/** What follows a detail: others, then the line that offers them, or the question from which it was asked by a command. */
export interface Row {
  readonly details: readonly Detail[]
  readonly to?: Step
}
/** A piece of evidence before its kind is known. */
export type Piece = Readonly<Partial<Record<'file' | 'url' | 'interview' | 'ticket', string>>>

/** What came of one line: what to save, and what follows once it is down. */
export interface Move {
  readonly edits: readonly Edit[]
  /** Opens an editor on this text; what comes back is for `takeText`. */
  readonly opens?: string
  /** These edits take back the last ones. */
  readonly undoes?: Pick<Undo, 'before'>
  /** `state` holds the file as it is after saving. */
  readonly next: (state: State) => State
}

export function elementOf(step: Step): ElementId | undefined {
  return 'id' in step ? step.id : undefined
}
