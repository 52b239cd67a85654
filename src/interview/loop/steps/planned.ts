/** From when an element is planned. Its level stays what it is today, so that is asked next. */

import { answerElement } from '../answer-element.ts'
import { readDay } from '../read-day.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import { note, refuse, turn } from '../ways.ts'

export const plannedStep: StepKind<StepOf<'planned'>> = {
  parts: () => [],
  ask: (_, { id }) => ({
    label: `${id} planned from`,
    hint: 'From which day is it planned? As 2027-03-31; - takes the plan away',
    choices: [],
    takesText: true,
    files: false,
  }),
  take(state, { id }, text) {
    const read = text === '-' ? { day: undefined } : readDay(text, '- takes the plan away')
    if ('problem' in read) return refuse(read.problem)
    const { day: date } = read
    return answerElement(state, id, { kind: 'planned', date }, (now) => {
      const said = date === undefined ? 'no longer planned' : `planned from ${date}`
      const { level } = now.description.standings.get(id)!
      const ask = level === null ? ' What is its level today?' : ''
      return turn(note(now, `${id}: ${said}, saved.${ask}`), { kind: 'element', id })
    })
  },
}
