/** The review before the end: contradictions, gaps, flagged and open elements; a number goes there, Enter finishes. */
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
  readonly group: 'contradiction' | 'gap' | 'flagged' | 'open'
}

interface Group {
  readonly name: Place['group']
  readonly title: string
}

const groups: readonly Group[] = [
  { name: 'contradiction', title: 'Contradictions. Check which answer is wrong:' },
  { name: 'gap', title: 'Gaps. Each is a finding; correct it only if an answer is wrong:' },
  { name: 'flagged', title: 'Flagged for review:' },
  { name: 'open', title: 'Not assessed:' },
]

/** At most so many open elements are listed; the rest are counted. */
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
        : groups.flatMap((group) => groupParts(group, places))),
      ...(open > most
        ? [
            {
              type: 'hint',
              text: `${open - most} more not assessed.`,
            } as const,
          ]
        : []),
    ]
  },
  ask(state) {
    const places = placesOf(state, reviewOf(assessedOf(state), state.depth))
    return {
      label: 'review',
      hint: places.length === 0 ? 'Enter finishes' : 'Type a number to go there; Enter finishes',
      choices: places,
      takesText: false,
      files: false,
    }
  },
  take(state, _, text) {
    if (text === '') return follow((now) => ({ ...now, over: 'finished' }))
    const place = choose(text, placesOf(state, reviewOf(assessedOf(state), state.depth)))
    if (!place)
      return refuse(
        `"${text.slice(0, 40)}" is not an option; type one of the numbers, or press Enter to finish.`,
      )
    return follow((now) => go(now, questionOf(now, place.element)))
  },
}

function groupParts({ name, title }: Group, places: readonly Place[]): Part[] {
  const choices = places.filter(({ group }) => group === name)
  return choices.length === 0
    ? []
    : [
        { type: 'text', text: title },
        { type: 'choices', choices },
      ]
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

/** Of what this session asks. */
function openIn({ asked }: State, { notAssessed }: Review): readonly ElementId[] {
  return notAssessed.filter((id) => asked.includes(id))
}

/** In the order of `groups`, numbered through. */
function placesOf(state: State, review: Review): Place[] {
  const title = (id: ElementId) => `${id} ${byId(state, id).title}`
  const places: Omit<Place, 'key'>[] = [
    ...review.disagreements.map(({ kind, text, because, elements: [element] }) => ({
      group: kind,
      element: element!,
      name: title(element!),
      text: because === null ? text : `${because}. ${text}`,
    })),
    ...review.flagged.map((element) => ({ group: 'flagged' as const, element, name: title(element) })),
    ...openIn(state, review)
      .slice(0, most)
      .map((element) => ({ group: 'open' as const, element, name: title(element) })),
  ]
  return places.map((place, index) => ({ ...place, key: String(index + 1) }))
}
