/** A level that the criteria of the same element exclude: which of the two holds? */
import { choose } from '../choose.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import type { Choice } from '../view.ts'
import { follow, note, refuse, save, turn } from '../ways.ts'

const choices: readonly Choice[] = [
  { key: '1', name: 'criteria', text: 'keep the criteria and take the level away' },
  { key: '2', name: 'level', text: 'keep the level and take the criteria away' },
]

export const contradictionStep: StepKind<StepOf<'contradiction'>> = {
  parts: (_, { between }) => [
    { type: 'problem', text: `${between.message.charAt(0).toUpperCase()}${between.message.slice(1)}.` },
    { type: 'choices', choices },
  ],
  ask: (_, { id }) => ({
    label: `${id} keep`,
    hint: '1 or 2; Enter keeps both, and then the criteria count',
    choices,
    takesText: false,
    files: false,
  }),
  take(_, { id, between }, text) {
    const details = { kind: 'details', id } as const
    if (text === '') return follow((now) => turn(now, details))
    const choice = choose(text, choices)
    if (!choice) return refuse('Type 1 or 2, or Enter to keep both.')
    return save(choice.key === '1' ? between.keepCriteria : between.keepLevel, (now) =>
      turn(note(now, `${id}: the ${choice.name} held, saved.`), details),
    )
  },
}
