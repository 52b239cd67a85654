/** Where to go, and how deep to ask: what `:jump` and `:depth` ask when nothing follows them. */
import { type Depth, depths } from '../../depth.ts'
import { findNamed } from '../../find-named.ts'
import { plainDigits } from '../../typed-numbers.ts'
import { askedAt } from '../asked-at.ts'
import { choose } from '../choose.ts'
import { questionOf } from '../onward.ts'
import type { Move, State, Step } from '../state.ts'
import { elementOf } from '../state.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import type { Choice } from '../view.ts'
import { follow, go, note, refuse, turn } from '../ways.ts'

export const jumpStep: StepKind<StepOf<'jump'>> = {
  parts: () => [],
  ask: () => ({
    label: 'jump to',
    hint: 'Element, clause or principle, for example 6.4, 8.3 or culture; Enter stays here',
    choices: [],
    takesText: true,
    files: false,
  }),
  take: (state, { from }, text) => jump(state, text, from),
}

/** An empty place stays at `from`. */
export function jump(state: State, place: string, from: Step): Move {
  if (place === '') return follow((now) => turn(now, from))
  const found = findNamed(plainDigits(place).toLowerCase(), state.setting.pack.framework)
  if ('unknown' in found) return refuse(`${found.unknown.message}; ${found.unknown.hint}`)
  const [first] = found.elements
  if (first === undefined) return refuse('No element belongs to this.')
  return follow((now) => go({ ...now, step: from }, questionOf(now, first)))
}

const about: Readonly<Record<Depth, string>> = {
  scan: 'the most informative elements, about 15 minutes; shows ranges',
  levels: 'every element, one level each',
  criteria: 'yes, partly or no for every criterion; levels are computed',
}
const choices: readonly Choice[] = depths.map((depth, index) => ({
  key: String(index + 1),
  name: depth,
  text: about[depth],
}))

export const depthStep: StepKind<StepOf<'depth'>> = {
  parts: (state) => [
    {
      type: 'choices',
      choices: choices.map((choice) => ({ ...choice, current: choice.name === state.depth })),
    },
  ],
  ask: () => ({
    label: 'depth',
    hint: 'How detailed should the questions be? Answers are kept; Enter changes nothing',
    choices,
    takesText: false,
    files: false,
  }),
  take: (state, { from }, text) => setDepth(state, text, from),
}

export function setDepth(_: State, word: string, from: Step): Move {
  if (word === '') return follow((now) => turn(now, from))
  const depth = choose(word, choices)?.name as Depth | undefined
  if (depth === undefined)
    return refuse(`"${word.slice(0, 40)}" is not an option; choose scan, levels or criteria.`)
  return follow((now) => {
    const deeper = { ...now, depth, asked: askedAt(now, depth) }
    const id = elementOf(from)
    const step = id === undefined ? from : questionOf(deeper, id)
    return turn(note(deeper, `Depth is now ${depth}: ${about[depth]}. Answers are kept.`), step)
  })
}
