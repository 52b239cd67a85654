/** One criterion of an element: yes, partly or no. It stops by itself once the answers leave one level only. */

import { criteriaInterval } from '../../../description/criteria-interval.ts'
import type { CriterionAnswer, Standing } from '../../../types/description.ts'
import { listWords } from '../../../util/show.ts'
import { asksCriterion } from '../../what-applies.ts'
import { answerElement } from '../answer-element.ts'
import { choose } from '../choose.ts'
import { nextCriterion } from '../onward.ts'
import type { Move, State } from '../state.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import type { Choice, Part } from '../view.ts'
import { byId, follow, go, note, pass, refuse, turn } from '../ways.ts'
import { keep, opening, today } from './element.ts'

type CriterionStep = StepOf<'criterion'>

const answers: readonly (Choice & { readonly answer?: CriterionAnswer })[] = [
  { key: 'y', name: 'yes', answer: 'yes' },
  { key: 'p', name: 'partly', answer: 'partly' },
  { key: 'n', name: 'no', answer: 'no' },
  { key: 'x', name: 'not applicable', answer: 'not-applicable' },
  { key: 'd', name: 'done' },
  { key: 'l', name: 'levels' },
]

export const criterionStep: StepKind<CriterionStep> = {
  parts(state, { id, criterion }) {
    const asked = askedOf(state, id)
    const position = asked.indexOf(criterion) + 1
    const standing = state.description.standings.get(id)!
    const answered = standing.criteria.get(criterion)
    return [
      ...(position === 1 || state.trail.at(-1)?.kind !== 'criterion' || differs(state, id)
        ? opening(state, id)
        : []),
      {
        type: 'text',
        text: `${criterion} (${position} of ${asked.length}): ${state.setting.pack.texts().elements[id]!.criteria[criterion]}`,
      },
      ...(answered === undefined ? [] : [{ type: 'text', text: `In the file: ${answered}` } as const]),
      ...(standing.notApplicable === null ? [] : [...today(standing), wouldApply(standing.notApplicable)]),
    ]
  },
  ask: (state, { id, criterion }) => ({
    label: `${id} ${criterion}`,
    hint: hintFor(state, id, criterion),
    choices: answers,
    takesText: false,
    files: false,
  }),
  take(state, { id, criterion }, text) {
    const choice = choose(text, answers)
    const { criteria, notApplicable } = state.description.standings.get(id)!
    if (text === '' && notApplicable) return keep(state, id)
    if (text === '' && criteria.has(criterion)) return follow((now) => further(now, id, criterion))
    if (!choice)
      return refuse('Type y, p, n or x; d if you are done with this element, l to enter a level instead.')
    if (notApplicable && (choice.key === 'd' || choice.key === 'x')) return keep(state, id)
    if (choice.key === 'd') return follow((now) => finish(now, id))
    if (choice.key === 'l') return follow((now) => go(now, { kind: 'element', id }))
    return answer(state, id, criterion, choice.answer!)
  },
}

function wouldApply({ kind }: NonNullable<Standing['notApplicable']>): Part {
  const what = kind === 'declined' ? 'is no longer declined' : 'is applicable'
  return { type: 'hint', text: `Answering y, p or n means that it ${what}, and removes the reason.` }
}

function hintFor(state: State, id: string, criterion: string): string {
  const { criteria, notApplicable } = state.description.standings.get(id)!
  if (notApplicable)
    return 'y yes, p partly, n no; Enter or x keeps the current answer; l levels, ? why it matters'
  const enter = criteria.has(criterion) ? '; Enter keeps the current answer' : ''
  return `y yes, p partly, n no, x not applicable; d done with this element, l levels, ? why it matters${enter}`
}

function differs({ trail }: State, id: string): boolean {
  const last = trail.at(-1)
  return last?.kind === 'criterion' && last.id !== id
}

function askedOf(state: State, id: string): string[] {
  const { organization } = state.description
  return byId(state, id)
    .criteria.filter((criterion) => asksCriterion(criterion, organization))
    .map((criterion) => criterion.id)
}

function answer(state: State, id: string, criterion: string, given: CriterionAnswer): Move {
  return answerElement(
    state,
    id,
    { kind: 'criteria', answers: { [criterion]: given } },
    (now, { contradiction }) => {
      const after = further(now, id, criterion)
      // Half-way, a level that stands is no contradiction yet that anybody wants to hear of.
      return contradiction && after.step.kind === 'details'
        ? turn(after, { kind: 'contradiction', id, between: contradiction })
        : after
    },
  )
}

/** To the next criterion, unless the answers so far leave one level only. */
function further(state: State, id: string, criterion: string): State {
  const next = nextCriterion(state, id, criterion)
  const { level } = computed(state, id)
  if (next === undefined || level !== null) return finish(state, id)
  return go(state, { kind: 'criterion', id, criterion: next })
}

function finish(state: State, id: string): State {
  const { lowest, highest, level } = computed(state, id)
  const claimed = state.description.standings.get(id)!
  const said =
    level !== null
      ? `${id}: level ${level} ${state.setting.pack.framework.levels[level]!.name} by criteria.${whySettled(state, id)}`
      : `${id}: the criteria so far allow level ${lowest} to ${highest}.`
  const stated = claimed.level !== null && level === null ? ` The stated level ${claimed.level} counts.` : ''
  return turn(note(pass(state, id), said + stated), { kind: 'details', id })
}

/** Which answer settled the level before every criterion was asked, and what is skipped because of it. */
function whySettled(state: State, id: string): string {
  const { criteria } = state.description.standings.get(id)!
  const { organization } = state.description
  const asked = byId(state, id).criteria.filter((criterion) => asksCriterion(criterion, organization))
  const skipped = asked.filter((criterion) => !criteria.has(criterion.id))
  const unmet = asked
    .filter((criterion) => ['no', 'partly'].includes(criteria.get(criterion.id) ?? 'yes'))
    .sort((a, b) => a.level - b.level)[0]
  if (skipped.length === 0 || !unmet) return ''
  const levels = [...new Set(skipped.map((criterion) => criterion.level))].map(String)
  const rest = levels.length === 1 ? `level ${levels[0]}` : `levels ${listWords(levels)}`
  return ` ${unmet.id} is ${criteria.get(unmet.id)}, so level ${unmet.level} cannot be reached; skipping the other criteria of ${rest}.`
}

function computed(state: State, id: string) {
  const { criteria } = state.description.standings.get(id)!
  const { lowest, highest } = (criteria.size > 0 &&
    criteriaInterval(byId(state, id), criteria, state.description.organization)) || { lowest: 0, highest: 5 }
  return { lowest, highest, level: lowest === highest ? lowest : null }
}
