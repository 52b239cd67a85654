/** Where a sitting goes once a question is done with: the profile first, then the elements, then the review. */
import type { ElementId } from '../../types/framework.ts'
import { openProfileQuestions } from '../profile.ts'
import { rankQuestions } from '../rank-questions.ts'
import { asksCriterion } from '../what-applies.ts'
import { assessedOf } from './assessed-of.ts'
import { progressText } from './progress-parts.ts'
import { elementOf, type State, type Step } from './state.ts'
import { byId, go, note, openElements, pass, tell, turn } from './ways.ts'

/** On from the element that stands, which is done with for this sitting. */
export function onward(state: State): State {
  const { step } = state
  if (!('id' in step)) return proceed(state)
  const passed = pass(state, step.id)
  const told = note(passed, `${progressText(passed)}.`)
  return fromReview(told, step.id) ?? proceed(told, step.id)
}

/** Whoever came from the review is led back to it. */
function fromReview(state: State, id: ElementId): State | undefined {
  const own = (step: Step) => elementOf(step) === id
  const last = state.trail.findLastIndex((step) => !own(step))
  const before = state.trail[last]
  return before?.kind === 'review' ? { ...turn(state, before), trail: state.trail.slice(0, last) } : undefined
}

/** To what is asked next: after `here` in the pack's order, then what was left out before it. */
function proceed(state: State, here?: ElementId): State {
  const open = openElements(state)
  const position = here === undefined ? -1 : state.asked.indexOf(here)
  if (state.setting.filters.next) {
    const [telling] = rankQuestions(assessedOf(state), open)
    if (telling)
      return tell(go(state, questionOf(state, telling.element)), { type: 'note', text: telling.why })
  }
  const next = open.find((id) => state.asked.indexOf(id) > position) ?? open[0]
  return go(state, next === undefined ? { kind: 'review' } : questionOf(state, next))
}

/** From one question about the organization to the next; the first element after the last. */
export function proceedProfile(state: State): State {
  const { step, setting, description } = state
  const open = openProfileQuestions(setting.pack.framework, description).map(({ id }) => id)
  const position = step.kind === 'profile' ? state.profile.indexOf(step.field) : -1
  const next = state.profile.slice(position + 1).find((id) => open.includes(id))
  return next === undefined ? proceed(state) : go(state, { kind: 'profile', field: next })
}

/** The question of an element at the depth of the sitting. */
export function questionOf(state: State, id: ElementId): Step {
  if (state.depth !== 'criteria') return { kind: 'element', id }
  const criterion = nextCriterion(state, id)
  return criterion === undefined ? { kind: 'element', id } : { kind: 'criterion', id, criterion }
}

/** The first criterion asked of this organization that has no answer, after `after` in the pack's order. */
export function nextCriterion(state: State, id: ElementId, after?: string): string | undefined {
  const { organization, standings } = state.description
  const asked = byId(state, id).criteria.filter((criterion) => asksCriterion(criterion, organization))
  const start = after === undefined ? 0 : asked.findIndex((criterion) => criterion.id === after) + 1
  const { criteria } = standings.get(id)!
  return asked.slice(start).find((criterion) => !criteria.has(criterion.id))?.id
}
