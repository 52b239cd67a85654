/** Saves an answer about an element, or says why it cannot stand. */
import type { ElementId } from '../../types/framework.ts'
import type { Answer, Answered } from '../answer.ts'
import { answerEdits } from '../answer-edits.ts'
import { reviewed } from './reviewed.ts'
import type { Move, State } from './state.ts'
import { byId, note, refuse, save } from './ways.ts'

type Standing = Extract<Answered, { edits: unknown }>

/** `next` gets the state after saving, and what the answer means for others of the same element. */
export function answerElement(
  state: State,
  id: ElementId,
  answer: Answer,
  next: (state: State, answered: Standing) => State,
): Move {
  const answered = answerEdits(byId(state, id), answer, state.description)
  if ('refused' in answered) return refuse(`${sentence(answered.refused)}; ${answered.hint}.`)
  return save([...answered.edits, ...reviewed(state, id)], (now) =>
    next(tellSetAside(now, answered), answered),
  )
}

function tellSetAside(state: State, { setAside }: Standing): State {
  if (setAside.length === 0) return state
  return note(state, `Removed from the file: ${setAside.join(', ')}. :undo restores it.`)
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
