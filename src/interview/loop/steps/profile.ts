/** A question about the organization itself: a text, one of several, or any number of several. */

import {
  type ProfileQuestion,
  packProfile,
  profileAnswer,
  profileEdits,
  profileQuestions,
  sizeOf,
} from '../../profile.ts'
import { plainDigits } from '../../typed-numbers.ts'
import { choose } from '../choose.ts'
import { proceedProfile } from '../onward.ts'
import type { State } from '../state.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import type { Ask, Choice, Part } from '../view.ts'
import { follow, note, refuse, save } from '../ways.ts'

export const profileStep: StepKind<StepOf<'profile'>> = {
  parts: (state, { field }) =>
    profileParts(questionOf(state, field), {
      heading: `About the organization, ${state.profile.indexOf(field) + 1} of ${state.profile.length}`,
      stands: profileAnswer(field, state.description),
    }),
  ask: (state, { field }) => profileAsk(questionOf(state, field), profileAnswer(field, state.description)),
  take(state, { field }, text) {
    const question = questionOf(state, field)
    const stands = profileAnswer(field, state.description)
    if (text === '' && (stands.length > 0 || !question.required)) return follow(proceedProfile)
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

/** `stands`: what is answered already; empty where nothing is. */
export function profileParts(
  question: ProfileQuestion,
  { heading, stands }: { readonly heading: string; readonly stands: readonly string[] },
): Part[] {
  const choices = choicesOf(question, stands)
  return [
    { type: 'heading', text: heading },
    { type: 'question', text: question.question },
    { type: 'hint', text: question.why },
    ...(choices.length === 0 ? [] : [{ type: 'choices', choices } as const]),
    ...(question.takes === 'text'
      ? stands.map((text) => ({ type: 'text', text: `Current answer: ${text}` }) as const)
      : []),
  ]
}

const how: Readonly<Record<ProfileQuestion['takes'], string>> = {
  text: 'Type the answer',
  one: 'Type a number',
  several: 'Type one or more numbers, for example 1, 3',
}
const howLarge = 'Type a number, or how many people work there, for example 60 people'

export function profileAsk(question: ProfileQuestion, stands: readonly string[]): Ask {
  const enter = stands.length > 0 ? '; Enter keeps the current answer' : '; Enter skips'
  return {
    label: question.id,
    hint: `${question.id === 'size' ? howLarge : how[question.takes]}${question.required && stands.length === 0 ? '' : enter}`,
    choices: choicesOf(question, stands),
    takesText: question.takes === 'text',
    files: false,
  }
}

export function readProfileAnswer(
  question: ProfileQuestion,
  text: string,
): { readonly value: string | string[] } | { readonly problem: string } {
  if (question.takes === 'text') return text === '' ? { problem: 'A name is required.' } : { value: text }
  const choices = choicesOf(question, [])
  const words =
    question.takes === 'one'
      ? [text]
      : plainDigits(text)
          .split(/[,;\s]+(?=\d|\p{L})|[,;]/u)
          .filter((word) => word.trim() !== '')
  const size = question.id === 'size' ? sizeOfPeople(text, choices) : undefined
  if (size !== undefined) return { value: size }
  const chosen = words.map((word) => choose(word, choices))
  if (chosen.length === 0 || chosen.includes(undefined))
    return {
      problem: `"${text.slice(0, 40)}" is not an option; type the ${question.takes === 'one' ? 'number of your choice' : 'numbers of your choices, separated by commas'}.`,
    }
  return question.takes === 'one'
    ? { value: chosen[0]!.value }
    : { value: choices.filter((choice) => chosen.includes(choice)).map(({ value }) => value) }
}

/** A number alone that stands before a choice means that one. */
function sizeOfPeople(text: string, choices: readonly Choice[]): string | undefined {
  const [, people, word] = /^(\d{1,7})(\s*(?:people|persons?|employees))?$/i.exec(plainDigits(text)) ?? []
  if (people === undefined || Number(people) === 0) return undefined
  if (word === undefined && choices.some(({ key }) => key === people)) return undefined
  return sizeOf(Number(people))
}

/** Levels keep their numbers: a 3 that means level 2 would be a trap. */
function choicesOf(
  { id, choices }: ProfileQuestion,
  stands: readonly string[],
): (Choice & { readonly value: string })[] {
  return choices.map(({ value, about }, index) => {
    const answer = { value, current: stands.includes(value) }
    if (id !== 'target') return { ...answer, key: String(index + 1), name: value, text: about }
    if (value === packProfile) return { ...answer, key: 'p', name: value, text: about }
    const [name = value, text = ''] = about.split(/, (.*)/)
    return { ...answer, key: value, name, text }
  })
}
