/** Says what is dropped when somebody leaves a question half-way: what was typed before it is complete only with its answer. */
import type { Move, State, Step } from './state.ts'
import { tell } from './ways.ts'

/** The move, with a word about what it leaves behind. An answer to the question itself leaves nothing. */
export function tellUnfinished(state: State, move: Move): Move {
  const half = halfOf(state.step)
  if (half === undefined) return move
  return {
    ...move,
    next: (now) => {
      const after = move.next(now)
      if (halfOf(after.step) === half && after.over === undefined) return after
      return tell(after, { type: 'problem', text: `${half.id}: ${left(half)}` })
    },
  }
}

type Half = Extract<Step, { kind: 'evidence-kind' | 'reason' }>

/** Also behind a question that only leads elsewhere, and behind a detail after which it comes again. */
function halfOf(step: Step): Half | undefined {
  if (step.kind === 'jump' || step.kind === 'depth') return halfOf(step.from)
  if (step.kind === 'evidence-kind' || step.kind === 'reason') return step
  return 'then' in step && step.then.to ? halfOf(step.then.to) : undefined
}

function left(half: Half): string {
  return half.kind === 'reason'
    ? '"not applicable" was not saved because it has no reason.'
    : `evidence ${Object.values(half.piece).join('')} was not saved because it has no kind.`
}
