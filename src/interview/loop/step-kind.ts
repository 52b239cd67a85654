/** What every kind of question brings: how it looks and what an answer to it does. */
import type { Move, State, Step } from './state.ts'
import type { Ask, Part } from './view.ts'

export interface StepKind<S extends Step> {
  /** All there is to see before answering. */
  parts(state: State, step: S): readonly Part[]
  ask(state: State, step: S): Ask
  /** Where a text is asked that may be long: what stands now, and what one does that is no choice and no command. */
  readonly longText?: {
    now(state: State, step: S): string
    take(state: State, step: S, text: string): Move
  }
  /** `text` is trimmed, without control characters, and no command. */
  take(state: State, step: S, text: string): Move
}

export type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>
