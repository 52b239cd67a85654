/** The question loop: what to show for a state, and what a typed line makes of it. Pure; saving is the caller's. */
import type { Description } from '../../core/description.ts'
import { inverseEdits } from '../inverse-edits.ts'
import { runCommand } from './commands.ts'
import { readLine } from './read-line.ts'
import { elementOf, type Move, type State, type Step } from './state.ts'
import type { StepKind } from './step-kind.ts'
import { contradictionStep } from './steps/contradiction.ts'
import { criterionStep } from './steps/criterion.ts'
import { confidenceStep, detailStep, detailsStep } from './steps/details.ts'
import { elementStep } from './steps/element.ts'
import { evidenceDateStep, evidenceKindStep, evidenceStep } from './steps/evidence.ts'
import { notApplicableStep, reasonStep, revisitStep } from './steps/not-applicable.ts'
import { depthStep, jumpStep } from './steps/places.ts'
import { plannedStep } from './steps/planned.ts'
import { profileStep } from './steps/profile.ts'
import { reviewStep } from './steps/review.ts'
import type { View } from './view.ts'
import { refuse, stay } from './ways.ts'

const steps: { readonly [K in Step['kind']]: StepKind<Extract<Step, { kind: K }>> } = {
  profile: profileStep,
  element: elementStep,
  criterion: criterionStep,
  contradiction: contradictionStep,
  'not-applicable': notApplicableStep,
  reason: reasonStep,
  revisit: revisitStep,
  planned: plannedStep,
  details: detailsStep,
  detail: detailStep,
  confidence: confidenceStep,
  evidence: evidenceStep,
  'evidence-kind': evidenceKindStep,
  'evidence-date': evidenceDateStep,
  jump: jumpStep,
  depth: depthStep,
  review: reviewStep,
}

function stepKind(step: Step): StepKind<Step> {
  return steps[step.kind] as StepKind<Step>
}

/** What stands on the screen already is not shown again. */
export function viewOf(state: State): View {
  const { step, fresh, notes } = state
  const kind = stepKind(step)
  return {
    parts: [...notes, ...(fresh ? kind.parts(state, step) : [])],
    ask: kind.ask(state, step),
  }
}

/** Once its view was shown. */
export function shown(state: State): State {
  return { ...state, notes: [], fresh: false }
}

export function take(state: State, typed: string): Move {
  const { step } = state
  const kind = stepKind(step)
  const { choices } = kind.ask(state, step)
  const line = readLine(typed, { choosing: choices.length > 0, keys: choices.map(({ key }) => key) })
  if (line.type === 'refused') return refuse(line.why)
  if (line.type === 'command') return runCommand(state, line.name, line.argument)
  return kind.take(state, step, line.text)
}

/**
 * After a move whose edits, if it had any, are down: `text` is the file now and `description` what it says.
 * `milliseconds`: since the question was shown.
 */
export function settle(
  state: State,
  move: Move,
  saved: { readonly text: string; readonly description: Description } | undefined,
  milliseconds: number,
): State {
  const timed = { ...state, pace: paceAfter(state, milliseconds) }
  if (!saved) return move.next(timed)
  const undo = move.undoes
    ? state.undo.slice(0, -1)
    : [...state.undo, { step: state.step, edits: inverseEdits(move.edits, state.description.root) }]
  return move.next({ ...timed, ...saved, undo })
}

/** Everything asked about one element in a row is one time. */
function paceAfter({ step, pace }: State, milliseconds: number): State['pace'] {
  const id = elementOf(step)
  const last = pace.at(-1)
  if (id === undefined) return pace
  if (last?.id !== id) return [...pace, { id, milliseconds }]
  return [...pace.slice(0, -1), { id, milliseconds: last.milliseconds + milliseconds }]
}

/** After a move that could not be saved: nothing changed, and what was typed is said again. */
export function unsaved(state: State, typed: string, why: string): State {
  return stay({ type: 'problem', text: `${why}. Not saved: ${typed}` }).next(state)
}
