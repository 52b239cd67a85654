/** What is open, flagged or does not fit together before one finishes; a number leads there, Enter finishes. */
import type { ElementId } from '../../../types/framework.ts'
import { type Review, reviewOf } from '../../review.ts'
import { assessedOf } from '../assessed-of.ts'
import { choose } from '../choose.ts'
import { questionOf } from '../onward.ts'
import { progressParts } from '../progress-parts.ts'
import type { State } from '../state.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import type { Choice, Part } from '../view.ts'
import { byId, follow, go, refuse } from '../ways.ts'

interface Place extends Choice {
  readonly element: ElementId
}

/** So many open elements are listed; after them they are counted. */
const most = 9

export const reviewStep: StepKind<StepOf<'review'>> = {
  parts(state) {
    const review = reviewOf(assessedOf(state), state.depth)
    const places = placesOf(state, review)
    const open = openIn(state, review).length
    return [
      { type: 'heading', text: 'Review' },
      ...progressParts(state),
      ...excludedParts(review),
      ...(places.length === 0
        ? [{ type: 'text', text: 'Nothing is open, flagged or contradictory.' } as const]
        : [{ type: 'choices', choices: places } as Part]),
      ...(open > most
        ? [
            {
              type: 'hint',
              text: open === most + 1 ? 'And 1 more is open.' : `And ${open - most} more are open.`,
            } as const,
          ]
        : []),
    ]
  },
  ask(state) {
    const places = placesOf(state, reviewOf(assessedOf(state), state.depth))
    return {
      label: 'review',
      hint: places.length === 0 ? 'Enter finishes' : 'A number leads there; Enter finishes',
      choices: places,
      takesText: false,
      files: false,
    }
  },
  take(state, _, text) {
    if (text === '') return follow((now) => ({ ...now, over: 'finished' }))
    const place = choose(text, placesOf(state, reviewOf(assessedOf(state), state.depth)))
    if (!place) return refuse('Type one of the numbers, or Enter to finish.')
    return follow((now) => go(now, questionOf(now, place.element)))
  },
}

function excludedParts({ notApplicable, declined, planned }: Review): Part[] {
  const lists = [
    ['Not applicable', notApplicable],
    ['Declined', declined],
    ['Planned', planned],
  ] as const
  return lists
    .filter(([, ids]) => ids.length > 0)
    .map(([name, ids]) => ({ type: 'text', text: `${name}: ${ids.join(', ')}` }))
}

/** Of what this sitting asks. */
function openIn({ asked }: State, { notAssessed }: Review): readonly ElementId[] {
  return notAssessed.filter((id) => asked.includes(id))
}

/** What does not fit together comes first: it is what a reader of the result will doubt. */
function placesOf(state: State, review: Review): Place[] {
  const title = (id: ElementId) => `${id} ${byId(state, id).title}`
  const places: Omit<Place, 'key'>[] = [
    ...review.disagreements.map(({ text, because, elements: [element] }) => ({
      element: element!,
      name: title(element!),
      text: because === null ? text : `${because}. ${text}`,
    })),
    ...review.flagged.map((element) => ({ element, name: title(element), text: 'flagged for review' })),
    ...openIn(state, review)
      .slice(0, most)
      .map((element) => ({ element, name: title(element), text: 'not assessed' })),
  ]
  return places.map((place, index) => ({ ...place, key: String(index + 1) }))
}
