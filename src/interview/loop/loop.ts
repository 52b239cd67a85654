/** The question loop: what to show for a state, and what a typed line makes of it. Pure; saving is the caller's. */
import type { Description } from '../../types/description.ts'
import { textBefore } from '../../yaml-edit/text-before.ts'
import { inverseEdits } from '../inverse-edits.ts'
import { saidAt } from '../said-of.ts'
import { askedAbout } from './asked-about.ts'
import { runCommand } from './commands.ts'
import { readLine } from './read-line.ts'
import { elementOf, type Move, type State, type Step, type Undo } from './state.ts'
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
import { tellUnfinished } from './unfinished.ts'
import type { View } from './view.ts'
import { refuse, stay, tell } from './ways.ts'

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
    ask: { ...kind.ask(state, step), about: askedAbout(step) },
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
  if (line.type === 'command' && line.name === 'edit' && kind.longText)
    return { edits: [], opens: draftOf(state) ?? kind.longText.now(state, step), next: (now) => now }
  if (line.type === 'command') return tellUnfinished(state, runCommand(state, line.name, line.argument))
  const move = kind.take(state, step, line.text)
  return 'from' in step ? tellUnfinished(state, move) : move
}

function draftOf(state: State): string | undefined {
  return state.draft?.label === labelOf(state) ? state.draft.text : undefined
}

function labelOf(state: State): string {
  return stepKind(state.step).ask(state, state.step).label
}

/** Keeps a text from the editor for the question that stands: `:edit` opens it again. */
export function withDraft(state: State, text: string): State {
  return { ...state, draft: { label: labelOf(state), text } }
}

/** What a text from the editor makes of a state in which one is asked; it is an answer, whatever it begins with. */
export function takeText(state: State, edited: string): Move {
  const { step } = state
  const { now, take } = stepKind(step).longText!
  const text = edited.trim()
  if (text === now(state, step).trim()) return stay({ type: 'note', text: 'The text is as it was.' })
  if (text === '') return refuse('The text came back empty; nothing was changed.')
  const move = take(state, step, text)
  if (move.edits.length > 0) return { ...move, next: (after) => move.next({ ...after, draft: null }) }
  const again = { type: 'hint', text: ':edit opens your text again.' } as const
  return { ...move, next: (after) => tell(withDraft(move.next(after), text), again) }
}

/**
 * After a move whose edits, if it had any, are down: `text` is the file now and `description` what it says; `before` is
 * the file without these edits, where nothing else changed with them.
 * `milliseconds`: since the question was shown.
 */
export function settle(state: State, move: Move, saved: Saved | undefined, milliseconds: number): State {
  const timed = { ...state, pace: paceAfter(state, milliseconds) }
  if (!saved) return move.next(timed)
  const { text, description } = saved
  const undo = move.undoes ? state.undo.slice(0, -1) : [...state.undo, undoOf(state, move, saved)]
  return move.next({ ...timed, text, description, undo })
}

interface Saved {
  readonly text: string
  readonly description: Description
  readonly before?: string
}

function undoOf({ step, description }: State, { edits }: Move, saved: Saved): Undo {
  const inverse = inverseEdits(edits, description.root)
  return {
    step,
    edits: inverse,
    left: inverse.map(({ path }) => saidAt(saved.description.root, path)),
    ...(saved.before !== undefined && { before: textBefore(saved.before, saved.text) }),
  }
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
