/** The few ways in which a sitting goes on: stay, go to a question, back, or on to what is asked next. */
import type { ElementId } from '../../types/framework.ts'
import type { Edit } from '../../yaml-edit/edit.ts'
import { isAnswered } from '../is-answered.ts'
import { elementOf, type Move, type State, type Step } from './state.ts'
import type { Part } from './view.ts'

/** The same question again, with a word about what was typed. */
export function stay(...notes: readonly Part[]): Move {
  return { edits: [], next: (state) => tell(state, ...notes) }
}

export function refuse(text: string): Move {
  return stay({ type: 'problem', text })
}

export function follow(next: (state: State) => State): Move {
  return { edits: [], next }
}

export function save(edits: readonly Edit[], next: (state: State) => State): Move {
  return { edits, next }
}

export function tell(state: State, ...notes: readonly Part[]): State {
  return { ...state, notes: [...state.notes, ...notes] }
}

export function note(state: State, text: string): State {
  return tell(state, { type: 'note', text })
}

/** Where back leads: the questions themselves, not what is asked in addition to one. */
const main: readonly Step['kind'][] = ['profile', 'element', 'criterion', 'review']

/** To another question; back leads to the one left, or to the one it belongs to. */
export function go(state: State, step: Step): State {
  const { trail, step: left } = state
  return { ...turn(state, step), trail: main.includes(left.kind) ? [...trail, left] : behind(trail, left) }
}

/** The question of an element stands for what was asked in addition to it. */
function behind(trail: readonly Step[], left: Step): readonly Step[] {
  const id = elementOf(left)
  const last = trail.at(-1)
  return id === undefined || (last && elementOf(last) === id) ? trail : [...trail, { kind: 'element', id }]
}

/** To a question in addition to the one that stands, or back from it. */
export function turn(state: State, step: Step): State {
  return { ...state, step, fresh: true }
}

/** To the question before; nothing is discarded. */
export function back(state: State): State {
  const { step, trail } = state
  if (step.kind === 'jump' || step.kind === 'depth') return turn(state, step.from)
  if ('then' in step && step.then.to) return turn(state, step.then.to)
  const before = trail.at(-1)
  if (!main.includes(step.kind)) {
    const id = elementOf(step)!
    const own = before && elementOf(before) === id
    return { ...turn(state, own ? before : { kind: 'element', id }), trail: own ? trail.slice(0, -1) : trail }
  }
  if (!before)
    return note(state, 'This is the first question. Use :jump to go elsewhere, for example :jump 6.4.')
  return { ...turn(state, before), trail: trail.slice(0, -1) }
}

/** What is still to be asked in this sitting, in the pack's order. */
export function openElements(state: State): readonly ElementId[] {
  const { filters } = state.setting
  // Whoever names elements, or asks for flagged or old answers, wants to see answered ones too, once each.
  const each = (filters.only?.length ?? 0) > 0 || filters.flagged || filters.stale
  return state.asked.filter((id) => !state.passed.has(id) && (each || !answered(state, id)))
}

/** All that is open in what this sitting asks, what was skipped or jumped over included: as the next sitting finds it. */
export function leftElements(state: State): readonly ElementId[] {
  const open = new Set(openElements(state))
  return state.asked.filter((id) => open.has(id) || !answered(state, id))
}

export function answered({ setting: { pack }, description, depth }: State, id: ElementId): boolean {
  const element = pack.framework.elements.find((candidate) => candidate.id === id)!
  return isAnswered(element, description.standings.get(id)!, description.organization, depth)
}

/** This element is done with for now. */
export function pass(state: State, id: ElementId): State {
  return { ...state, passed: new Set([...state.passed, id]) }
}

export function byId({ setting: { pack } }: State, id: ElementId) {
  return pack.framework.elements.find((element) => element.id === id)!
}
