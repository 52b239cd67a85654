/** The question loop: what to show for a state, and what a typed line makes of it. Pure; saving is the caller's. */

import { checkPath, checkUrl } from '../../description/check-source.ts'
import type { Description } from '../../types/description.ts'
import type { EvidenceData } from '../../types/description-data.ts'
import type { EvidenceKind } from '../../types/framework.ts'
import { textBefore } from '../../yaml-edit/text-before.ts'
import { inverseEdits } from '../inverse-edits.ts'
import { saidAt } from '../said-of.ts'
import { answerElement } from './answer-element.ts'
import { choose } from './choose.ts'
import { runCommand } from './commands.ts'
import { readDay } from './read-day.ts'
import { readLine } from './read-line.ts'
import { elementOf, type Move, type Piece, type Row, type State, type Step, type Undo } from './state.ts'
import type { StepKind, StepOf } from './step-kind.ts'
import { criterionStep } from './steps/criterion.ts'
import { askDetails, confidenceStep, detailStep, detailsStep } from './steps/details.ts'
import { elementStep } from './steps/element.ts'
import { notApplicableStep, reasonStep, revisitStep } from './steps/not-applicable.ts'
import { depthStep, jumpStep } from './steps/places.ts'
import { plannedStep } from './steps/planned.ts'
import { profileStep } from './steps/profile.ts'
import { reviewStep } from './steps/review.ts'
import { tellUnfinished } from './unfinished.ts'
import type { About, Choice, View } from './view.ts'
import { follow, note, refuse, save, stay, tell, turn } from './ways.ts'

/** A piece of evidence: where it is, of which kind it is, and its day. It is saved once kind and place are known. */
const evidenceStep: StepKind<StepOf<'evidence'>> = {
  parts: (state, { id }) =>
    state.description.standings.get(id)!.evidence.map(({ type, source, kind, date }) => ({
      type: 'text',
      text: `In the file: ${type} ${source}, ${kind}${date === null ? '' : `, ${date}`}`,
    })),
  ask: (_, { id }) => ({
    label: `${id} evidence`,
    hint: 'File, URL, "interview: role" or "ticket: number"; Enter for none',
    choices: [],
    takesText: true,
    files: true,
  }),
  take(state, { id, then }, text) {
    if (text === '') return follow((now) => askDetails(now, id, then))
    const piece = readPiece(text)
    if (typeof piece === 'string') return refuse(piece)
    if (piece.interview !== undefined) return addPiece(state, id, { ...piece, kind: 'interview' }, then)
    return follow((now) => {
      const missing = piece.file !== undefined && !state.setting.isFile(piece.file)
      const told = missing
        ? tell(now, {
            type: 'note',
            text: `File ${piece.file} does not exist yet; recorded anyway. :undo removes it.`,
          })
        : now
      return turn(told, { kind: 'evidence-kind', id, piece, then })
    })
  },
}

/** The piece, or why it is none. */
function readPiece(text: string): Piece | string {
  const [, word, rest] = /^(interview|ticket|file|url)\s*:\s*(.*)$/isu.exec(text) ?? []
  if (word !== undefined && rest === '')
    return `Add a value after "${word}:", for example interview: head of sales.`
  const type = (word?.toLowerCase() ?? (/^https?:/i.test(text) ? 'url' : 'file')) as keyof Piece
  const source = rest ?? text
  const wrong = type === 'file' ? checkPath(source) : type === 'url' ? checkUrl(source) : undefined
  return wrong ? `"${source.slice(0, 60)}" ${wrong.message}; ${wrong.hint}.` : { [type]: source }
}

const kinds: readonly (Choice & { readonly kind: EvidenceKind })[] = [
  { key: 'd', name: 'document', kind: 'document', text: 'states what is intended' },
  { key: 'i', name: 'interview', kind: 'interview', text: 'what somebody said' },
  { key: 'r', name: 'record', kind: 'record', text: 'shows that it is done' },
  { key: 'm', name: 'result', kind: 'result', text: 'shows a measured effect' },
]

const evidenceKindStep: StepKind<StepOf<'evidence-kind'>> = {
  parts: () => [{ type: 'choices', choices: kinds }],
  ask: (_, { id }) => ({
    label: `${id} kind`,
    hint: 'Kind of evidence: d, i, r or m',
    choices: kinds,
    takesText: false,
    files: false,
  }),
  take(state, { id, piece, then }, text) {
    const choice = choose(text, kinds)
    return choice
      ? addPiece(state, id, { ...piece, kind: choice.kind }, then)
      : refuse('Type d, i, r or m; :back discards the evidence.')
  },
}

function addPiece(state: State, id: string, piece: EvidenceData, then: Row): Move {
  return answerElement(state, id, { kind: 'evidence', piece }, (now) => {
    const position = now.description.standings.get(id)!.evidence.at(-1)!.path.at(-1) as number
    return turn(note(now, `${id}: evidence added.`), { kind: 'evidence-date', id, position, then })
  })
}

const evidenceDateStep: StepKind<StepOf<'evidence-date'>> = {
  parts: () => [],
  ask: (_, { id }) => ({
    label: `${id} dated`,
    hint: `Date (YYYY-MM-DD); t for today, Enter for none`,
    choices: [],
    takesText: true,
    files: false,
  }),
  take(state, { id, position, then }, text) {
    if (text === '') return follow((now) => askDetails(now, id, then))
    const read = /^(t|today)$/i.test(text)
      ? { day: state.setting.today }
      : readDay(text, 'type t for today, or press Enter for none')
    if ('problem' in read) return refuse(read.problem)
    const { day } = read
    return save([{ path: ['practices', id, 'evidence', position, 'date'], value: day }], (now) => {
      const late =
        day > now.description.asOf
          ? ` It is after the assessment date ${now.description.asOf}, so it does not count.`
          : ''
      return askDetails(note(now, `${id}: evidence dated ${day}.${late}`), id, then)
    })
  },
}

/** A level that the criteria of the same element exclude: which of the two holds? */
const choices: readonly Choice[] = [
  { key: '1', name: 'criteria', text: 'keep the criteria, remove the level' },
  { key: '2', name: 'level', text: 'keep the level, remove the criteria' },
]

const contradictionStep: StepKind<StepOf<'contradiction'>> = {
  parts: (_, { between }) => [
    { type: 'problem', text: `${between.message.charAt(0).toUpperCase()}${between.message.slice(1)}.` },
    { type: 'choices', choices },
  ],
  ask: (_, { id }) => ({
    label: `${id} keep`,
    hint: '1 or 2; Enter keeps both, and the criteria count',
    choices,
    takesText: false,
    files: false,
  }),
  take(_, { id, between }, text) {
    const details = { kind: 'details', id } as const
    if (text === '') return follow((now) => turn(now, details))
    const choice = choose(text, choices)
    if (!choice) return refuse('Type 1 or 2, or Enter to keep both.')
    return save(choice.key === '1' ? between.keepCriteria : between.keepLevel, (now) =>
      turn(note(now, `${id}: kept the ${choice.name}.`), details),
    )
  },
}

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
  if (text === now(state, step).trim()) return stay({ type: 'note', text: 'The text is unchanged.' })
  if (text === '') return refuse('The text is empty; nothing was changed.')
  const move = take(state, step, text)
  if (move.edits.length > 0) return { ...move, next: (after) => move.next({ ...after, draft: null }) }
  const again = { type: 'hint', text: ':edit reopens your text.' } as const
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

/** What a question is about, in the names that descriptions use: for programs, which cannot read its label. */
function askedAbout(step: Step): About {
  return {
    question: step.kind,
    ...('id' in step && { element: step.id }),
    ...('criterion' in step && { criterion: step.criterion }),
    ...('field' in step && { field: step.field }),
  }
}
