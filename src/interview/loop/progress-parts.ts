/** Progress in words: answered of asked, by principle, and the minutes left. */
import { chooseElements } from '../choose-elements.ts'
import { timeLeft } from '../pace.ts'
import { progressOf } from '../progress.ts'
import type { State } from './state.ts'
import type { Part } from './view.ts'
import { answered, leftElements, openElements } from './ways.ts'

export function progressParts(state: State): Part[] {
  const { principles } = progress(state)
  return [
    { type: 'text', text: progressText(state) },
    {
      type: 'pairs',
      title: 'Answered by principle',
      pairs: principles
        .filter(({ asked }) => asked > 0)
        .map(({ title, answered, asked }) => [title, `${answered} of ${asked}`] as const),
    },
  ]
}

/** `12 of 52 answered, about 40 minutes left`; elements to review again are counted too. */
export function progressText(state: State): string {
  const { overall } = progress(state)
  const open = openElements(state)
  const again = open.filter((id) => answered(state, id)).length
  const left = leftElements(state).length
  const time = left === 0 ? '' : `, ${timeLeft(durations(state), left, state.depth)}`
  // A level alone does not answer the criteria: without the word, a change of depth would look like lost answers.
  const how = state.depth === 'criteria' ? ` by criteria${criteriaAnswered(state)}` : ''
  return `${overall.answered} of ${overall.asked} answered${how}${again === 0 ? '' : `, ${again} to review again`}${time}`
}

/** Also those of elements whose level they do not settle yet. */
function criteriaAnswered({ description, asked }: State): string {
  const count = asked.reduce((sum, id) => sum + description.standings.get(id)!.criteria.size, 0)
  return count === 0 ? '' : ` (${count} ${count === 1 ? 'criterion' : 'criteria'} answered)`
}

/** Of answered elements: a skipped one does not count for the pace. */
function durations(state: State): number[] {
  return state.pace.filter(({ id }) => answered(state, id)).map(({ milliseconds }) => milliseconds)
}

/** Of all elements of the depth or named by `--only`, whatever other filters are set. */
function progress({ setting: { pack, filters }, description, depth }: State) {
  const { only } = filters
  const scope = chooseElements(pack.framework, description, { depth, ...(only && { only }) })
  return progressOf(pack.framework, description, depth, 'elements' in scope ? scope.elements : [])
}
