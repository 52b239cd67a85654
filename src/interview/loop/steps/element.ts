/** One element with its anchored levels: takes the level, or says why there is none. */
import type { Standing } from '../../../types/description.ts'
import type { ElementTexts, Framework, Level } from '../../../types/framework.ts'
import { insideSentence } from '../../inside-sentence.ts'
import { whatApplies } from '../../what-applies.ts'
import { answerElement } from '../answer-element.ts'
import { choose } from '../choose.ts'
import { onward } from '../onward.ts'
import { reviewed } from '../reviewed.ts'
import { shorten } from '../shorten.ts'
import type { Move, State } from '../state.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import type { Choice, Part } from '../view.ts'
import { byId, follow, go, note, pass, refuse, save, tell, turn } from '../ways.ts'

type ElementStep = StepOf<'element'>

export const elementStep: StepKind<ElementStep> = {
  parts(state, { id }) {
    const texts = state.setting.pack.texts()
    const { softer } = whatApplies(byId(state, id), state.description, texts)
    return [
      ...opening(state, id),
      { type: 'choices', choices: levels(state, id) },
      ...typicalEvidence(texts.elements[id]!),
      ...(softer === null ? [] : [{ type: 'hint', text: softer } as const]),
      ...today(state.description.standings.get(id)!),
    ]
  },
  ask: (state, { id }) => ({
    label: `${id} level`,
    hint: `Level 0 to ${state.setting.pack.framework.levels.length - 1}, - not assessed, x not applicable, p planned, ? why it matters${isAnsweredAtAll(state, id) ? '; Enter keeps the current answer' : ''}`,
    choices: [...levels(state, id), ...others],
    takesText: false,
    files: false,
  }),
  take(state, { id }, text) {
    const choice = choose(text, [...levels(state, id), ...others])
    if (text === '') return keep(state, id)
    if (!choice)
      return refuse(
        `"${text.slice(0, 40)}" is not an option; type a level from 0 to 5, or - (not assessed), x (not applicable) or p (planned).`,
      )
    if (choice.key === '-') return leaveOpen(state, id)
    if (choice.key === 'x') return follow((now) => turn(now, { kind: 'not-applicable', id }))
    if (choice.key === 'p') return follow((now) => turn(now, { kind: 'planned', id }))
    return setLevel(state, id, Number(choice.key) as Level)
  },
}

/** Place among those asked, number, top clause and title of an element, and its question. */
export function opening(state: State, id: string): Part[] {
  const { pack } = state.setting
  const element = byId(state, id)
  const position = state.asked.indexOf(id) + 1
  const place = position === 0 ? '' : `${position} of ${state.asked.length}, `
  const clause = topClause(pack.framework, element.clause)
  return [
    { type: 'heading', text: `${place}${id}, ${clause === undefined ? '' : `${clause}: `}${element.title}` },
    { type: 'question', text: pack.texts().elements[id]!.question },
  ]
}

function topClause({ clauses }: Pick<Framework, 'clauses'>, id: string | null): string | undefined {
  const clause = clauses.find((candidate) => candidate.id === id)
  return clause && (topClause({ clauses }, clause.parent) ?? clause.title)
}

const others: readonly Choice[] = [
  { key: '-', name: 'not assessed' },
  { key: 'x', name: 'not applicable' },
  { key: 'p', name: 'planned' },
]

function levels({ setting: { pack }, description }: State, id: string): Choice[] {
  const { anchors } = pack.texts().elements[id]!
  const { level } = description.standings.get(id)!
  return pack.framework.levels.map(({ level: key, name }) => ({
    key: String(key),
    name,
    text: anchors[key] ?? '',
    current: key === level,
  }))
}

/** One example of evidence, a record of use where the pack names one. */
function typicalEvidence({ evidence }: ElementTexts): Part[] {
  const [piece] = evidence.record ?? evidence.document ?? evidence.result ?? []
  return piece === undefined ? [] : [{ type: 'hint', text: `Typical evidence: ${piece}` }]
}

/** What the file says of an element, as far as it matters to whoever answers. */
export function today({
  level,
  state,
  criteria,
  notApplicable,
  planned,
  practice,
  evidence,
  flagged,
  lowest,
  highest,
}: Standing): Part[] {
  const said = [
    ...(notApplicable ? [`not applicable (${notApplicable.kind}): ${notApplicable.reason}`] : []),
    ...(state === 'assessed' && level !== null && !notApplicable ? [`level ${level}`] : []),
    ...(criteria.size > 0 && !notApplicable
      ? [
          `${criteria.size} ${criteria.size === 1 ? 'criterion' : 'criteria'} answered${level === null ? `, level ${lowest} to ${highest}` : ''}`,
        ]
      : []),
    ...(planned === null ? [] : [`planned from ${planned}`]),
    ...(practice === null ? [] : [shorten(practice)]),
    ...(evidence.length === 0
      ? []
      : [evidence.length === 1 ? '1 piece of evidence' : `${evidence.length} pieces of evidence`]),
    ...(flagged ? ['flagged for review'] : []),
  ]
  return said.length === 0 ? [] : [{ type: 'text', text: `In the file: ${joinSaid(said)}` }]
}

function joinSaid(said: readonly string[]): string {
  return said.map((text, index) => (index < said.length - 1 ? insideSentence(text) : text)).join('; ')
}

function isAnsweredAtAll({ description }: State, id: string): boolean {
  const { state, notApplicable } = description.standings.get(id)!
  return state === 'assessed' || notApplicable !== null
}

const nothingYet: Part = { type: 'problem', text: 'There is no answer to keep; type a level, or s to skip.' }

/** What is answered stays, and counts as looked at. */
export function keep(state: State, id: string): Move {
  if (!isAnsweredAtAll(state, id)) return follow((now) => turn(tell(now, nothingYet), now.step))
  return save(reviewed(state, id), (now) => onward(note(now, `${id}: kept unchanged.`)))
}

function setLevel(state: State, id: string, level: Level): Move {
  return answerElement(state, id, { kind: 'level', level }, (now, { contradiction }) => {
    const { name } = now.setting.pack.framework.levels[level]!
    const said = note(pass(now, id), `${id}: level ${level} ${name}, saved.`)
    return go(
      said,
      contradiction ? { kind: 'contradiction', id, between: contradiction } : { kind: 'details', id },
    )
  })
}

function leaveOpen(state: State, id: string): Move {
  return answerElement(state, id, { kind: 'not-assessed' }, (now, { setAside }) =>
    onward(
      note(now, setAside.length === 0 ? `${id}: not assessed.` : `${id}: answer removed; not assessed.`),
    ),
  )
}
