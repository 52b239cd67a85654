/** A piece of evidence: where it is, of which kind it is, and its day. It is saved once kind and place are known. */

import { checkPath, checkUrl } from '../../../description/check-source.ts'
import type { EvidenceData } from '../../../types/description-data.ts'
import type { EvidenceKind } from '../../../types/framework.ts'
import { answerElement } from '../answer-element.ts'
import { choose } from '../choose.ts'
import { readDay } from '../read-day.ts'
import type { Move, Piece, Row, State } from '../state.ts'
import type { StepKind, StepOf } from '../step-kind.ts'
import type { Choice } from '../view.ts'
import { follow, note, refuse, save, tell, turn } from '../ways.ts'
import { askDetails } from './details.ts'

export const evidenceStep: StepKind<StepOf<'evidence'>> = {
  parts: (state, { id }) =>
    state.description.standings.get(id)!.evidence.map(({ type, source, kind, date }) => ({
      type: 'text',
      text: `In the file: ${type} ${source}, ${kind}${date === null ? '' : `, ${date}`}`,
    })),
  ask: (_, { id }) => ({
    label: `${id} evidence`,
    hint: 'A file, an address (https://…), interview: role asked, or ticket: number; Enter for none',
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
            text: `There is no file ${piece.file} beside the description yet; the name is taken as typed. :evidence asks for it again.`,
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
    return `After ${word}: comes what it is, as in interview: head of sales.`
  const type = (word?.toLowerCase() ?? (/^https?:/i.test(text) ? 'url' : 'file')) as keyof Piece
  const source = rest ?? text
  const wrong = type === 'file' ? checkPath(source) : type === 'url' ? checkUrl(source) : undefined
  return wrong ? `"${source.slice(0, 60)}" ${wrong.message}; ${wrong.hint}.` : { [type]: source }
}

const kinds: readonly (Choice & { readonly kind: EvidenceKind })[] = [
  { key: 'd', name: 'document', kind: 'document', text: 'shows what is intended' },
  { key: 'i', name: 'interview', kind: 'interview', text: 'somebody said so' },
  { key: 'r', name: 'record', kind: 'record', text: 'shows that it was done' },
  { key: 'm', name: 'result', kind: 'result', text: 'shows its effect, measured' },
]

export const evidenceKindStep: StepKind<StepOf<'evidence-kind'>> = {
  parts: () => [{ type: 'choices', choices: kinds }],
  ask: (_, { id }) => ({
    label: `${id} kind`,
    hint: 'What does it show? d, i, r or m',
    choices: kinds,
    takesText: false,
    files: false,
  }),
  take(state, { id, piece, then }, text) {
    const choice = choose(text, kinds)
    return choice
      ? addPiece(state, id, { ...piece, kind: choice.kind }, then)
      : refuse('Type d, i, r or m; :back leaves the evidence out.')
  },
}

function addPiece(state: State, id: string, piece: EvidenceData, then: Row): Move {
  return answerElement(state, id, { kind: 'evidence', piece }, (now) => {
    const position = now.description.standings.get(id)!.evidence.at(-1)!.path.at(-1) as number
    return turn(note(now, `${id}: evidence saved.`), { kind: 'evidence-date', id, position, then })
  })
}

export const evidenceDateStep: StepKind<StepOf<'evidence-date'>> = {
  parts: () => [],
  ask: ({ setting }, { id }) => ({
    label: `${id} dated`,
    hint: `Its day, as ${setting.today}; t for today, Enter for none`,
    choices: [],
    takesText: true,
    files: false,
  }),
  take(state, { id, position, then }, text) {
    if (text === '') return follow((now) => askDetails(now, id, then))
    const read = /^(t|today)$/i.test(text)
      ? { day: state.setting.today }
      : readDay(text, 't is today, Enter leaves it out')
    if ('problem' in read) return refuse(read.problem)
    const { day } = read
    return save([{ path: ['practices', id, 'evidence', position, 'date'], value: day }], (now) => {
      const late =
        day > now.description.asOf
          ? ` It lies after ${now.description.asOf}, the day of the assessment, and does not count.`
          : ''
      return askDetails(note(now, `${id}: dated ${day}, saved.${late}`), id, then)
    })
  },
}
