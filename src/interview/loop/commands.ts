/** What each typed command does, wherever it is typed. */
import type { ElementId } from '../../types/framework.ts'
import { listWords } from '../../util/show.ts'
import { saidAt } from '../said-of.ts'
import { assessedOf } from './assessed-of.ts'
import { onward, proceedProfile } from './onward.ts'
import { progressText } from './progress-parts.ts'
import { type CommandName, commandHelp } from './read-line.ts'
import { type Detail, elementOf, type Move, type Row, type State, type Step } from './state.ts'
import { askDetails } from './steps/details.ts'
import { jump, setDepth } from './steps/places.ts'
import type { Part } from './view.ts'
import { back, byId, follow, note, refuse, save, stay, tell, turn } from './ways.ts'

type Run = (state: State, argument: string) => Move

const runs: Readonly<Record<CommandName, Run>> = {
  back: () => follow(back),
  skip: () => follow(skip),
  jump: (state, place) =>
    place === ''
      ? follow((now) => turn(now, { kind: 'jump', from: origin(now) }))
      : jump(state, place, origin(state)),
  depth: (state, word) =>
    word === ''
      ? follow((now) => turn(now, { kind: 'depth', from: origin(now) }))
      : setDepth(state, word, origin(state)),
  flag: (state) => ofElement(state, (id) => flag(state, id)),
  undo,
  why: (state) => {
    const id = elementOf(state.step)
    return id === undefined ? help() : stay(...whyParts(state, id), stillHere)
  },
  again: () => follow((now) => turn(now, now.step)),
  help,
  result,
  review: () => follow((now) => turn({ ...now, trail: [...now.trail, origin(now)] }, { kind: 'review' })),
  quit: () => follow((now) => ({ ...now, over: 'quit' })),
  practice: detail('practice'),
  evidence: detail('evidence'),
  owner: detail('owner'),
  confidence: detail('confidence'),
  note: detail('note'),
  // Where one is asked, `loop.ts` opens it.
  edit: () => refuse(':edit works only where a long text is asked for, such as after :practice or :note.'),
}

export function runCommand(state: State, name: CommandName, argument: string): Move {
  return runs[name](state, argument)
}

/** A question that only leads elsewhere is no place to come back to. */
function origin({ step }: State) {
  return step.kind === 'jump' || step.kind === 'depth' ? step.from : step
}

function ofElement(state: State, move: (id: ElementId) => Move): Move {
  const id = elementOf(origin(state))
  return id === undefined
    ? refuse('This command needs an element, and the current question is not about one.')
    : move(id)
}

function detail(name: Detail): Run {
  return (state) => ofElement(state, (id) => follow((now) => askDetails(now, id, rowFor(name, origin(now)))))
}

function skip(state: State): State {
  const { step } = state
  if (step.kind === 'profile') return proceedProfile(state)
  if (step.kind === 'review') return { ...state, over: 'finished' }
  if (step.kind === 'jump' || step.kind === 'depth') return turn(state, step.from)
  if ('then' in step && step.then.to) return askDetails(state, step.id, step.then)
  if (step.kind === 'element' || step.kind === 'criterion') return onward(note(state, `${step.id} skipped.`))
  return onward(state)
}

function flag({ description }: State, id: ElementId): Move {
  const { flagged } = description.standings.get(id)!
  return save([{ path: ['practices', id, 'flagged'], value: flagged ? undefined : true }], (now) =>
    note(now, flagged ? `${id}: flag removed.` : `${id}: flagged for review.`),
  )
}

function undo({ undo: done, description }: State): Move {
  const last = done.at(-1)
  if (!last) return refuse('Nothing to undo in this session.')
  const id = elementOf(last.step)
  const keys = last.edits[0]!.path.filter((key) => typeof key === 'string')
  const what = keys.slice(id === undefined ? 0 : 1).join(' ')
  // Taking this back would take away what somebody else wrote.
  if (!last.edits.every(({ path }, index) => isSame(saidAt(description.root, path), last.left[index])))
    return follow((now) => ({
      ...tell(now, { type: 'problem', text: `Not undone: somebody else has changed ${what} since.` }),
      undo: done.slice(0, -1),
    }))
  return {
    edits: last.edits,
    undoes: last,
    next: (now) => {
      const told = note(now, `Undone: ${what}.`)
      const passed = new Set([...told.passed].filter((other) => other !== id))
      return turn({ ...told, passed }, questionBehind(last.step))
    },
  }
}

/** As data: in which order keys stand makes no difference. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other
  const [keys, others] = [Object.keys(one), Object.keys(other)]
  return (
    keys.length === others.length && keys.every((key) => isSame((one as Data)[key], (other as Data)[key]))
  )
}

type Data = Readonly<Record<string, unknown>>

/** An answer that is taken back leads to where it was asked for, not into the middle of a row of questions. */
function questionBehind(step: Step): Step {
  if ('then' in step && step.then.to) return questionBehind(step.then.to)
  if (!('id' in step) || step.kind === 'element' || step.kind === 'criterion') return step
  const { id } = step
  const beside = ['details', 'detail', 'confidence', 'evidence', 'evidence-kind', 'evidence-date']
  return beside.includes(step.kind) ? { kind: 'details', id, more: true } : { kind: 'element', id }
}

function result(state: State): Move {
  const { assessment } = assessedOf(state)
  return stay(
    { type: 'note', text: `${progressText(state)}.` },
    { type: 'result', assessment, intervals: state.depth === 'scan' },
    stillHere,
  )
}

/** What was asked may be off the screen by now. */
const stillHere: Part = { type: 'hint', text: ':again repeats the question.' }

function help(): Move {
  return stay(
    {
      type: 'pairs',
      title: 'Commands',
      pairs: Object.entries(commandHelp).map(([name, about]) => [`:${name}`, about] as const),
    },
    {
      type: 'text',
      text: 'When you are choosing from a list, one letter is enough: b back, s skip, j jump, f flag, u undo, r result, v review, h help, q quit. To enter a text that begins with a colon, type two colons.',
    },
    stillHere,
  )
}

/** Another detail that stood is asked after it, and what was to follow that one; nothing is asked twice. */
function rowFor(name: Detail, step: Step): Row {
  switch (step.kind) {
    case 'details':
      return { details: [name] }
    case 'detail':
    case 'confidence':
    case 'evidence': {
      const stood = step.kind === 'detail' ? step.field : step.kind
      const others = [stood, ...step.then.details].filter((other) => other !== name)
      return { ...step.then, details: [name, ...others] }
    }
    case 'evidence-kind':
    case 'evidence-date':
      // Another piece takes the place of this one; coming back, nobody would know which of them is meant.
      if (name === 'evidence') return { ...step.then, details: [name, ...step.then.details] }
      return { details: [name], to: step }
    default:
      return { details: [name], to: step }
  }
}

/** Why an element is asked: what it is for, which principles it serves, what it rests on and what depends on it. */
function whyParts(state: State, id: ElementId): Part[] {
  const { framework, texts } = state.setting.pack
  const element = byId(state, id)
  const principle = (name: string) => framework.principles.find((candidate) => candidate.id === name)!.title
  const named = (other: ElementId) => `${other} ${byId(state, other).title}`
  const dependents = framework.elements.filter(({ needs }) => needs.some((need) => need.element === id))
  const also = element.also.length === 0 ? '' : `, and also ${listWords(element.also.map(principle))}`
  return [
    { type: 'text', text: texts().elements[id]!.purpose },
    {
      type: 'pairs',
      title: `Why ${id} matters`,
      pairs: [
        ['Serves', `${principle(element.main)}${also}`],
        ...(element.needs.length === 0
          ? []
          : [['Needs', listWords(element.needs.map((need) => named(need.element)))] as const]),
        ...(dependents.length === 0
          ? []
          : [['Needed by', listWords(dependents.map((other) => named(other.id)))] as const]),
        ...(element.foundation
          ? [['Foundation', 'most other elements need it before they can go beyond level 2'] as const]
          : []),
      ],
    },
  ]
}
