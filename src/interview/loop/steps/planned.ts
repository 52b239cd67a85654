/** The date from which an element is planned. Its current level is asked next. */

import { answerElement } from '../answer-element.ts'
import { readDay } from '../read-day.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import { note, refuse, turn } from '../ways.ts'

export const plannedStep: StepKind<StepOf<'planned'>> = {
  parts: () => [],
  ask: (_, { id }) => ({
    label: `${id} planned from`,
    hint: 'Planned from (YYYY-MM-DD); - removes the plan',
    choices: [],
    takesText: true,
    files: false,
  }),
  take(state, { id }, text) {
    const read = text === '-' ? { day: undefined } : readDay(text, '- removes the plan')
    if ('problem' in read) return refuse(read.problem)
    const { day: date } = read
    return answerElement(state, id, { kind: 'planned', date }, (now) => {
      const said = date === undefined ? 'no longer planned' : `planned from ${date}`
      const { level } = now.description.standings.get(id)!
      const ask = level === null ? ' What is the level today?' : ''
      return turn(note(now, `${id}: ${said}.${ask}`), { kind: 'element', id })
    })
  },
}
