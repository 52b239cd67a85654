/** A question about the organization itself: a text, one of several, or any number of several. */

import { type ProfileQuestion, packProfile, profileEdits, profileQuestions } from '../../profile.ts'
import { plainDigits } from '../../typed-numbers.ts'
import { choose } from '../choose.ts'
import { proceedProfile } from '../onward.ts'
import type { State } from '../state.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import type { Ask, Choice, Part } from '../view.ts'
import { follow, note, refuse, save } from '../ways.ts'

export const profileStep: StepKind<StepOf<'profile'>> = {
  parts: (state, { field }) =>
    profileParts(questionOf(state, field), state.profile.indexOf(field) + 1, state.profile.length),
  ask: (state, { field }) => profileAsk(questionOf(state, field)),
  take(state, { field }, text) {
    const question = questionOf(state, field)
    if (text === '' && !question.required) return follow(proceedProfile)
    const answer = readProfileAnswer(question, text)
    if ('problem' in answer) return refuse(answer.problem)
    return save(profileEdits(question, answer.value, state.description), (now) =>
      proceedProfile(note(now, 'Saved.')),
    )
  },
}

function questionOf({ setting, description }: State, field: ProfileQuestion['id']): ProfileQuestion {
  return profileQuestions(setting.pack.framework, description.organization).find(({ id }) => id === field)!
}

export function profileParts(question: ProfileQuestion, position: number, count: number): Part[] {
  const choices = choicesOf(question)
  return [
    { type: 'heading', text: `About the organization, ${position} of ${count}` },
    { type: 'question', text: question.question },
    { type: 'hint', text: question.why },
    ...(choices.length === 0 ? [] : [{ type: 'choices', choices } as const]),
  ]
}

const how: Readonly<Record<ProfileQuestion['takes'], string>> = {
  text: 'Type the answer',
  one: 'A number or a word',
  several: 'Numbers or words with commas, as in 1, 3',
}

export function profileAsk(question: ProfileQuestion): Ask {
  return {
    label: question.id,
    hint: `${how[question.takes]}${question.required ? '' : '; Enter leaves it open'}`,
    choices: choicesOf(question),
    takesText: question.takes === 'text',
    files: false,
  }
}

export function readProfileAnswer(
  question: ProfileQuestion,
  text: string,
): { readonly value: string | string[] } | { readonly problem: string } {
  if (question.takes === 'text') return text === '' ? { problem: 'A name is needed.' } : { value: text }
  const choices = choicesOf(question)
  const words =
    question.takes === 'one'
      ? [text]
      : plainDigits(text)
          .split(/[,;\s]+(?=\d|\p{L})|[,;]/u)
          .filter((word) => word.trim() !== '')
  const chosen = words.map((word) => choose(word, choices))
  if (chosen.length === 0 || chosen.includes(undefined))
    return {
      problem: `"${text.slice(0, 40)}" is none of them; type what stands before ${question.takes === 'one' ? 'your answer' : 'your answers'}.`,
    }
  return question.takes === 'one'
    ? { value: chosen[0]!.value }
    : { value: choices.filter((choice) => chosen.includes(choice)).map(({ value }) => value) }
}

/** Levels keep their numbers: a 3 that means level 2 would be a trap. */
function choicesOf({ id, choices }: ProfileQuestion): (Choice & { readonly value: string })[] {
  return choices.map(({ value, about }, index) => {
    if (id !== 'target') return { key: String(index + 1), name: value, text: about, value }
    if (value === packProfile) return { key: 'p', name: value, text: about, value }
    const [name = value, text = ''] = about.split(/, (.*)/)
    return { key: value, name, text, value }
  })
}
