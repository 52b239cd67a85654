/** What may be said beside a level, offered in one line: Enter goes on, a sentence is the practice, a letter asks for more. */
import { answerElement } from '../answer-element.ts'
import { choose } from '../choose.ts'
import { onward } from '../onward.ts'
import { shorten } from '../shorten.ts'
import type { Detail, Move, Row, State, Step, TextField } from '../state.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import type { Choice } from '../view.ts'
import { follow, note, refuse, turn } from '../ways.ts'

const letters: readonly (Choice & { readonly detail: Detail })[] = [
  { key: 'e', name: 'evidence', detail: 'evidence' },
  { key: 'o', name: 'owner', detail: 'owner' },
  { key: 'c', name: 'confidence', detail: 'confidence' },
  { key: 'm', name: 'note', detail: 'note' },
  { key: 't', name: 'practice', detail: 'practice' },
]
const all: readonly Detail[] = ['practice', 'evidence', 'owner', 'confidence', 'note']

const first =
  'Describe the practice in a sentence, or add e evidence, o owner, c confidence, m note (memo), a all; Enter continues'

export const detailsStep: StepKind<StepOf<'details'>> = {
  parts: () => [],
  ask: (state, { id, more }) => ({
    label: `${id} details`,
    hint: `${more ? 'Anything else? Enter continues' : first}${stands(state, id)}`,
    choices: letters,
    takesText: true,
    files: false,
  }),
  take(state, { id }, text) {
    const word = text.toLowerCase()
    if (text === '' || word === 'n' || word === 'no') return follow(onward)
    if (word === 'a' || word === 'all' || word === 'y' || word === 'yes')
      return follow((now) => askDetails(now, id, { details: all }))
    const choice = choose(text, letters)
    if (choice) return follow((now) => askDetails(now, id, { details: [choice.detail] }))
    if (Array.from(text).length < 3)
      return refuse(
        'Type e, o, c, m or a to add details, a sentence to describe the practice, or press Enter to continue.',
      )
    return saveText(state, id, 'practice', text, { details: [] })
  },
  longText: {
    now: ({ description }, { id }) => description.standings.get(id)!.practice ?? '',
    take: (state, { id }, text) => saveText(state, id, 'practice', text, { details: [] }),
  },
}

/** What is there already, so that nothing is written over by accident. */
function stands({ description }: State, id: string): string {
  const { practice, evidence, owner, confidence, note: remark } = description.standings.get(id)!
  const said = [
    ...(practice === null ? [] : ['practice']),
    ...(evidence.length === 0
      ? []
      : [evidence.length === 1 ? '1 piece of evidence' : `${evidence.length} pieces of evidence`]),
    ...(owner === null ? [] : ['owner']),
    ...(confidence === null ? [] : ['confidence']),
    ...(remark === null ? [] : ['note']),
  ]
  return said.length === 0 ? '' : ` (recorded: ${said.join(', ')})`
}

/** Asks for these, one after the other, then leads where the row does. */
export function askDetails(state: State, id: string, row: Row): State {
  const [detail, ...details] = row.details
  if (detail === undefined) return turn(state, row.to ?? { kind: 'details', id, more: true })
  const then = { ...row, details }
  const step: Step =
    detail === 'evidence' || detail === 'confidence'
      ? { kind: detail, id, then }
      : { kind: 'detail', id, field: detail, then }
  return turn(state, step)
}

const names: Readonly<Record<TextField, string>> = {
  practice: 'What is done today, in a sentence',
  owner: 'Responsible role',
  note: 'Note',
}

export const detailStep: StepKind<StepOf<'detail'>> = {
  parts(state, { id, field }) {
    const current = state.description.standings.get(id)![field]
    return current === null ? [] : [{ type: 'text', text: `In the file: ${shorten(current, 500)}` }]
  },
  ask: (_, { id, field }) => ({
    label: `${id} ${field}`,
    hint: `${names[field]}; Enter keeps it unchanged, - removes it`,
    choices: [],
    takesText: true,
    files: false,
  }),
  take(state, { id, field, then }, text) {
    if (text === '') return follow((now) => askDetails(now, id, then))
    if (text !== '-') return saveText(state, id, field, text, then)
    if (state.description.standings.get(id)![field] === null) return refuse('There is nothing to remove.')
    return saveText(state, id, field, '', then)
  },
  longText: {
    now: ({ description }, { id, field }) => description.standings.get(id)![field] ?? '',
    take: (state, { id, field, then }, text) => saveText(state, id, field, text, then),
  },
}

function saveText(state: State, id: string, field: TextField, text: string, then: Row): Move {
  return answerElement(state, id, { kind: field, text }, (now) =>
    askDetails(note(now, `${id}: ${field} ${text === '' ? 'removed' : 'saved'}.`), id, then),
  )
}

const sure: readonly (Choice & { readonly confidence: 'high' | 'medium' | 'low' })[] = [
  { key: 'h', name: 'high', confidence: 'high', text: 'verified' },
  { key: 'm', name: 'medium', confidence: 'medium', text: 'may be off by one level' },
  { key: 'l', name: 'low', confidence: 'low', text: 'a guess' },
]

export const confidenceStep: StepKind<StepOf<'confidence'>> = {
  parts: () => [{ type: 'choices', choices: sure }],
  ask: (_, { id }) => ({
    label: `${id} confidence`,
    hint: 'How certain is the answer? h, m or l; Enter keeps it unchanged',
    choices: sure,
    takesText: false,
    files: false,
  }),
  take(state, { id, then }, text) {
    if (text === '') return follow((now) => askDetails(now, id, then))
    const choice = choose(text, sure)
    if (!choice) return refuse('Type h, m or l.')
    return answerElement(state, id, { kind: 'confidence', confidence: choice.confidence }, (now) =>
      askDetails(note(now, `${id}: confidence ${choice.name}.`), id, then),
    )
  },
}
