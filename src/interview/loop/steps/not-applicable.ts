/** Why an element does not apply: the kind, the reason, and when to look again. */

import { shortestReason } from '../../../description/check-waivers.ts'
import type { NotApplicableKind } from '../../../types/description.ts'
import { quote } from '../../../util/show.ts'
import { answerElement } from '../answer-element.ts'
import { choose } from '../choose.ts'
import { onward } from '../onward.ts'
import { readDay } from '../read-day.ts'
import type { Move, State } from '../state.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import type { Choice } from '../view.ts'
import { byId, follow, note, refuse, save, turn } from '../ways.ts'

const kinds: readonly (Omit<Choice, 'key'> & { readonly kind: NotApplicableKind })[] = [
  {
    kind: 'not-relevant',
    name: 'not relevant',
    text: 'it has no place in what the organization does',
  },
  { kind: 'outside-control', name: 'outside control', text: 'others decide it' },
  { kind: 'inherited', name: 'inherited', text: 'a parent or host organization does it' },
  {
    kind: 'declined',
    name: 'declined',
    text: 'it would apply; you decided against it. It counts as level 0 and stays a gap',
  },
]

export const notApplicableStep: StepKind<StepOf<'not-applicable'>> = {
  parts: (state, { id }) => [
    ...(byId(state, id).neverNotApplicable
      ? [
          {
            type: 'text',
            text: `The guidance leaves no way around ${id}: it can be declined, not left out.`,
          } as const,
        ]
      : []),
    { type: 'choices', choices: choicesFor(state, id) },
  ],
  ask: (state, { id }) => ({
    label: `${id} why`,
    hint: 'Why does it not apply? A number or a word; :back to the levels',
    choices: choicesFor(state, id),
    takesText: false,
    files: false,
  }),
  take(state, { id }, text) {
    const choices = choicesFor(state, id)
    const choice = choose(text, choices)
    const what = choices.length === 1 ? `1 for ${choices[0]!.name}` : 'one of the numbers'
    if (!choice) return refuse(`Type ${what}; :back leads to the levels.`)
    return follow((now) => turn(now, { kind: 'reason', id, because: choice.kind }))
  },
}

function choicesFor(state: State, id: string) {
  const allowed = byId(state, id).neverNotApplicable ? kinds.filter(({ kind }) => kind === 'declined') : kinds
  return allowed.map((choice, index) => ({ ...choice, key: String(index + 1) }))
}

export const reasonStep: StepKind<StepOf<'reason'>> = {
  parts: () => [],
  ask: (_, { id }) => ({
    label: `${id} reason`,
    hint: 'The reason, in a sentence',
    choices: [],
    takesText: true,
    files: false,
  }),
  take: exclude,
  longText: {
    now: ({ description }, { id }) => description.standings.get(id)!.notApplicable?.reason ?? '',
    take: exclude,
  },
}

/** A file may say less, as it always could; who is asked can say more. */
function exclude(state: State, { id, because }: StepOf<'reason'>, reason: string): Move {
  if (reason !== '' && reason.length < shortestReason)
    return refuse(
      `${quote(reason)} says too little. In a sentence of at least ${shortestReason} characters, for somebody else to weigh: why ${because === 'declined' ? 'do you decline it' : 'does it not apply'}?`,
    )
  return answerElement(state, id, { kind: 'not-applicable', because, reason }, (now) =>
    turn(note(now, `${id}: ${because === 'declined' ? 'declined' : 'not applicable'}, saved.`), {
      kind: 'revisit',
      id,
    }),
  )
}

export const revisitStep: StepKind<StepOf<'revisit'>> = {
  parts: () => [],
  ask: (_, { id }) => ({
    label: `${id} look again on`,
    hint: 'When to look again: a day as 2027-06-30, or Enter for none',
    choices: [],
    takesText: true,
    files: false,
  }),
  take(_, { id }, text) {
    if (text === '') return follow(onward)
    const read = readDay(text, 'Enter leaves it out')
    if ('problem' in read) return refuse(read.problem)
    const { day } = read
    return save([{ path: ['practices', id, 'notApplicable', 'revisit'], value: day }], (now) =>
      onward(note(now, `${id}: to be looked at again on ${day}, saved.`)),
    )
  },
}
