/** A description that is not there yet: asks what it cannot do without; `init` and a first interview write it. */

import { readLine } from '../../interview/loop/read-line.ts'
import { profileAsk, profileParts, readProfileAnswer } from '../../interview/loop/steps/profile.ts'
import type { Part } from '../../interview/loop/view.ts'
import { profileQuestions } from '../../interview/profile.ts'
import type { Pack } from '../../types/framework.ts'
import type { Facts } from '../draft-file.ts'
import type { Front } from './front.ts'

/** `undefined` where the person broke off; nothing is written by then. What is `given` is not asked. */
export async function askNewFacts(
  { framework }: Pack,
  front: Front,
  given: Partial<Facts> = {},
): Promise<Facts | undefined> {
  const questions = profileQuestions(framework, { kind: 'established', size: 'medium' }).filter(
    ({ id, required }) => required && given[id as keyof Facts] === undefined,
  )
  const facts: Record<string, string> = { ...given }
  let notes: readonly Part[] = []
  let fresh = true
  for (let at = 0; at < questions.length; ) {
    const question = questions[at]!
    const { id, takes } = question
    const stands = facts[id] === undefined ? [] : [facts[id]]
    const ask = profileAsk(question, stands)
    const heading = `Organization, ${at + 1} of ${questions.length}`
    await front.show([
      ...notes,
      ...(fresh
        ? [...profileParts(question, { heading, stands }), { type: 'hint', text: ask.hint } as const]
        : []),
    ])
    const typed = await front.ask(ask)
    if (typed === undefined) return undefined
    const line = readLine(typed, {
      choosing: ask.choices.length > 0,
      keys: ask.choices.map(({ key }) => key),
    })
    if (line.type === 'command' && line.name === 'quit') return undefined
    notes = []
    fresh = true
    if (line.type === 'command' && line.name === 'back' && at > 0) at--
    else if (line.type !== 'answer') {
      fresh = false
      const text =
        line.type === 'refused' ? line.why : 'Only :back and :quit are available before the file exists.'
      notes = [{ type: 'problem', text }]
    } else if (line.text === '' && stands.length > 0) at++
    else {
      const answer = readProfileAnswer(question, line.text)
      if ('problem' in answer) {
        fresh = false
        notes = [{ type: 'problem', text: answer.problem }]
        continue
      }
      facts[id] = answer.value as string
      at++
      const chosen = question.choices.find(({ value }) => value === answer.value)
      // A number may have been meant as something else.
      if (takes === 'one') notes = [{ type: 'note', text: `${chosen!.value}: ${chosen!.about}.` }]
    }
  }
  await front.show(notes)
  return facts as unknown as Facts
}
