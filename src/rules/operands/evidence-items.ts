/** The pieces of evidence of one element as entries that a rule can speak about one by one. */

import { pieceProblems } from '../../diagnostics/piece-problems.ts'
import type { Evidence, PieceState, RegisterItem, Standing } from '../../types/description.ts'
import { fileTroubles } from './piece-fields.ts'

const known = new WeakMap<Standing, readonly RegisterItem[]>()

/** Made once for each standing. An entry's id is its source, and a count where the element cites the same again. */
export function evidenceItems(standing: Standing): readonly RegisterItem[] {
  const before = known.get(standing)
  if (before) return before
  const ids = new Set<string>()
  const items = standing.evidence.map((piece): RegisterItem => {
    let id = piece.source
    for (let count = 2; ids.has(id); count++) id = `${piece.source} (${count})`
    ids.add(id)
    return itemOf(piece, id, standing)
  })
  known.set(standing, items)
  return items
}

function itemOf(piece: Evidence, id: string, standing: Standing): RegisterItem {
  const { type, source, kind, date, day, state, carries, path } = piece
  return {
    id,
    title: source,
    path,
    fields: {
      source,
      type,
      kind,
      date,
      day,
      file: isFileState(state) ? state : 'there',
      content: state === 'changed' ? 'changed' : 'as-cited',
      age: state === 'too-old' ? (isMissed(carries, standing) ? 'too-old' : 'superseded') : 'fresh',
      commit: state === 'committed-later' ? 'later' : 'in-time',
      carries,
      problem: pieceProblems[state],
    },
    places: {
      source: type,
      type,
      day: date === null ? type : 'date',
      file: type,
      content: 'sha256',
      age: date === null ? type : 'date',
      commit: type,
      carries: 'kind',
      problem: type,
    },
  }
}

function isFileState(state: PieceState): boolean {
  return (fileTroubles as readonly PieceState[]).includes(state)
}

/** Whether more would be shown if the piece counted. */
function isMissed(carries: number, { level, evidenced }: Standing): boolean {
  return level !== null && evidenced !== null && Math.min(level, carries) > evidenced
}
