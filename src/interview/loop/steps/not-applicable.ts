/** Why an element does not apply: the kind, the reason, and when to look again. */

import { isReason, shortestReason } from '../../../description/check-waivers.ts'
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
    text: 'the organization has no such activity',
  },
  { kind: 'outside-control', name: 'outside control', text: 'others decide about it' },
  { kind: 'inherited', name: 'inherited', text: 'a parent or host organization does it' },
  {
    kind: 'declined',
    name: 'declined',
    text: 'applicable, but you decided against it; counts as level 0 and remains a gap',
  },
]

export const notApplicableStep: StepKind<StepOf<'not-applicable'>> = {
  parts: (state, { id }) => [
    ...(byId(state, id).neverNotApplicable
      ? [
          {
            type: 'text',
            text: `${id} applies to every organization: you can decline it, but not exclude it.`,
          } as const,
        ]
      : []),
    { type: 'choices', choices: choicesFor(state, id) },
  ],
  ask: (state, { id }) => ({
    label: `${id} why`,
    hint: 'Why does it not apply? Type a number; :back returns to the levels',
    choices: choicesFor(state, id),
    takesText: false,
    files: false,
  }),
  take(state, { id }, text) {
    const choices = choicesFor(state, id)
    const choice = choose(text, choices)
    const what = choices.length === 1 ? `1 for ${choices[0]!.name}` : 'one of the numbers'
    if (!choice)
      return refuse(
        `"${text.slice(0, 40)}" is not an option; type ${what}, or :back to return to the levels.`,
      )
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
    hint: 'Reason, in a sentence',
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
  if (reason !== '' && !isReason(reason))
    return refuse(
      `${quote(reason)} is too short; explain in at least ${shortestReason} characters why ${because === 'declined' ? 'you decline it' : 'it does not apply'}.`,
    )
  return answerElement(state, id, { kind: 'not-applicable', because, reason }, (now) =>
    turn(note(now, `${id}: ${because === 'declined' ? 'declined' : 'not applicable'}.`), {
      kind: 'revisit',
      id,
    }),
  )
}

export const revisitStep: StepKind<StepOf<'revisit'>> = {
  parts: () => [],
  ask: (_, { id }) => ({
    label: `${id} revisit on`,
    hint: 'When to review this decision (YYYY-MM-DD); Enter for never',
    choices: [],
    takesText: true,
    files: false,
  }),
  take(_, { id }, text) {
    if (text === '') return follow(onward)
    const read = readDay(text, 'or press Enter for none')
    if ('problem' in read) return refuse(read.problem)
    const { day } = read
    return save([{ path: ['practices', id, 'notApplicable', 'revisit'], value: day }], (now) =>
      onward(note(now, `${id}: to be reviewed on ${day}.`)),
    )
  },
}
