/** From when an element is planned. Its level stays what it is today, so that is asked next. */

import { note, refuse, save, turn } from '../moves.ts'
import { readDay } from '../read-day.ts'
import type { StepKind, StepOf } from '../step-kind.ts'

export const plannedStep: StepKind<StepOf<'planned'>> = {
  parts: () => [],
  ask: (_, { id }) => ({
    label: `${id} planned from`,
    hint: 'From which day is it planned? As 2027-03-31; - takes the plan away',
    choices: [],
    files: false,
  }),
  take(state, { id }, text) {
    const path = ['practices', id, 'planned']
    const { level } = state.description.standings.get(id)!
    const again = { kind: 'element', id } as const
    const ask = level === null ? ' What is its level today?' : ''
    if (text === '-')
      return save([{ path, value: undefined }], (now) =>
        turn(note(now, `${id}: no longer planned, saved.${ask}`), again),
      )
    const day = readDay(text)
    if (day === undefined) return refuse('A day is written as 2027-03-31; :back leads to the levels.')
    return save([{ path, value: day }], (now) =>
      turn(note(now, `${id}: planned from ${day}, saved.${ask}`), again),
    )
  },
}
