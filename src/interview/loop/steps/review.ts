/** What is open, flagged or contradictory before one finishes; a number leads there, Enter finishes. */
import { choose } from '../choose.ts'
import { byId, follow, go, openElements, refuse } from '../moves.ts'
import { questionOf } from '../onward.ts'
import { progressParts } from '../progress-parts.ts'
import type { State } from '../state.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import type { Choice, Part } from '../view.ts'

interface Place extends Choice {
  readonly element: string
}

export const reviewStep: StepKind<StepOf<'review'>> = {
  parts(state) {
    const places = placesOf(state)
    return [
      { type: 'heading', text: 'Review' },
      ...progressParts(state),
      ...(places.length === 0
        ? [{ type: 'text', text: 'Nothing is open, flagged or contradictory.' } as const]
        : [{ type: 'choices', choices: places } as Part]),
    ]
  },
  ask: (state) => ({
    label: 'review',
    hint: placesOf(state).length === 0 ? 'Enter finishes' : 'A number leads there; Enter finishes',
    choices: placesOf(state),
    files: false,
  }),
  take(state, _, text) {
    if (text === '') return follow((now) => ({ ...now, over: 'finished' }))
    const place = choose(text, placesOf(state))
    if (!place) return refuse('Type one of the numbers, or Enter to finish.')
    return follow((now) => go(now, questionOf(now, place.element)))
  },
}

function placesOf(state: State): Place[] {
  const { standings } = state.description
  const title = (id: string) => `${id} ${byId(state, id).title}`
  const flagged = state.setting.pack.framework.elements.filter(({ id }) => standings.get(id)!.flagged)
  const open = state.asked.filter((id) => standings.get(id)!.state === 'not-assessed')
  void openElements
  return [
    ...flagged.map(({ id }) => ({ element: id, name: title(id), text: 'flagged' })),
    ...open.map((id) => ({ element: id, name: title(id), text: 'open' })),
  ].map((place, index) => ({ ...place, key: String(index + 1) }))
}
