/** How a sitting begins: where one stands, what is asked, and the first question. */
import type { Description } from '../../types/description.ts'
import type { Depth } from '../depth.ts'
import { openProfileQuestions } from '../profile.ts'
import { askedAt } from './asked-at.ts'
import { proceedProfile, questionOf } from './onward.ts'
import { progressText } from './progress-parts.ts'
import { elementOf, type Setting, type State } from './state.ts'
import type { Part } from './view.ts'

const commandsLine =
  'Commands: :back :skip :jump 6.4 :flag :undo :result :review :depth :help :quit. Each answer is saved immediately.'

const nothingToAsk: Part = { type: 'note', text: 'No element matches the options given.' }

export function startSitting(
  setting: Setting,
  text: string,
  description: Description,
  depth: Depth | undefined,
): State {
  const asked = askedAt({ setting, description }, depth ?? 'levels')
  const { filters, pack } = setting
  const empty: State = {
    setting,
    text,
    description,
    depth: depth ?? 'levels',
    asked,
    profile: openProfileQuestions(pack.framework, description).map(({ id }) => id),
    passed: new Set(),
    step: { kind: 'review' },
    trail: [],
    undo: [],
    notes: [],
    fresh: true,
    pace: [],
    draft: null,
  }
  const [first] = asked
  const started =
    filters.from !== undefined && first !== undefined
      ? { ...empty, step: questionOf(empty, first) }
      : { ...proceedProfile(empty), trail: [] }
  // Who begins is asked how much time there is; who goes on goes on.
  if (depth === undefined && started.profile.length > 0 && filters.from === undefined)
    return begin({ ...started, step: { kind: 'depth', from: started.step } })
  return begin(started)
}

function begin(started: State): State {
  const { description } = started
  const id = elementOf(started.step)
  const where = id === undefined ? '' : `, continuing at ${id}`
  return {
    ...started,
    notes: [
      { type: 'note', text: `${description.organization.name}: ${progressText(started)}${where}.` },
      { type: 'hint', text: commandsLine },
      ...(started.asked.length > 0 ? [] : [nothingToAsk]),
      ...started.notes,
    ],
  }
}
