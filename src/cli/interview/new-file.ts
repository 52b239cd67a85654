/** A description that is not there yet: asks what it cannot do without, and writes what `init` writes. */
import type { Pack } from '../../core/framework.ts'
import { readLine } from '../../interview/loop/read-line.ts'
import { profileAsk, profileParts, readProfileAnswer } from '../../interview/loop/steps/profile.ts'
import type { Part } from '../../interview/loop/view.ts'
import { profileQuestions } from '../../interview/profile.ts'
import type { Facts } from '../draft-file.ts'
import type { Front } from './front.ts'

/** `undefined` where the person broke off; nothing is written by then. */
export async function askNewFacts({ framework }: Pack, front: Front): Promise<Facts | undefined> {
  const questions = profileQuestions(framework, { kind: 'established', size: 'medium' }).filter(
    ({ required }) => required,
  )
  const facts: Record<string, string> = {}
  let notes: readonly Part[] = []
  for (let at = 0; at < questions.length; ) {
    const question = questions[at]!
    const ask = profileAsk(question)
    const shown: Part[] =
      notes.length > 0
        ? [...notes]
        : [...profileParts(question, at + 1, questions.length), { type: 'hint', text: ask.hint }]
    await front.show(shown)
    notes = []
    const typed = await front.ask(ask)
    if (typed === undefined) return undefined
    const line = readLine(typed, {
      choosing: ask.choices.length > 0,
      keys: ask.choices.map(({ key }) => key),
    })
    if (line.type === 'command' && line.name === 'quit') return undefined
    if (line.type === 'command' && line.name === 'back' && at > 0) at--
    else if (line.type !== 'answer')
      notes = [
        {
          type: 'problem',
          text: line.type === 'refused' ? line.why : 'Not before there is a file; :back and :quit work.',
        },
      ]
    else {
      const answer = readProfileAnswer(question, line.text)
      if ('problem' in answer) notes = [{ type: 'problem', text: answer.problem }]
      else {
        facts[question.id] = answer.value as string
        at++
      }
    }
  }
  return facts as unknown as Facts
}
