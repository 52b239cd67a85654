/** Which pieces of evidence an element has, which of them count, and up to which level they carry a claim. */
import { evidenceSources } from '../schema/description-schema.ts'
import type { Description, Evidence, PieceState, Standing } from '../types/description.ts'
import type { Path } from '../types/document.ts'
import type { FileFact } from '../types/file-facts.ts'
import type { EvidenceKind, FrameworkElement, Level, Scoring } from '../types/framework.ts'
import { before, latestDay } from '../util/calendar.ts'
import { isLevel, objectsOf, own, textOf } from './odd-data.ts'

export interface EvidenceContext {
  readonly asOf: string
  readonly scoring: Scoring
  /** What was found of the files, by name as cited; left out where they were not looked at. */
  readonly files: ReadonlyMap<string, FileFact> | undefined
}

const missing: FileFact = { state: 'missing', committed: null, sha256: null }

export function evidenceOf(
  pieces: unknown,
  { freshness }: FrameworkElement,
  { asOf, scoring, files }: EvidenceContext,
  path: Path,
): Evidence[] {
  const period = { asOf, oldest: before(asOf, { count: freshness, unit: 'months' }) }
  return objectsOf(pieces).flatMap(([index, piece]) => {
    const type = sourceType(piece)
    const kind = textOf(own(piece, 'kind')) as EvidenceKind | null
    if (type === undefined || kind === null) return []
    const source = String(piece[type])
    const date = textOf(own(piece, 'date'))
    const sha256 = textOf(own(piece, 'sha256'))
    const file = files && type === 'file' ? (files.get(source) ?? missing) : undefined
    const { state, day } = judgePiece({ date, sha256, file }, period)
    const carries = carriedBy(kind, type === 'interview' && date !== null, scoring)
    return [
      {
        type,
        source,
        kind,
        date,
        sha256,
        day,
        state,
        counts: state === 'fine',
        carries,
        path: [...path, index],
      },
    ]
  })
}

/** Under which key a piece says where it is found. */
export function sourceType(piece: Record<string, unknown>): Evidence['type'] | undefined {
  return evidenceSources.find((candidate) => textOf(own(piece, candidate)) !== null)
}

/**
 * An interview carries its level only where it names the role that was asked and the day; otherwise it carries what no
 * evidence carries.
 */
function carriedBy(kind: EvidenceKind, named: boolean, { evidence }: Scoring): Level {
  const level = kind === 'interview' && !named ? undefined : own(evidence, kind)
  return isLevel(level) && level > evidence.none ? level : evidence.none
}

/** What the pieces that count carry, how much of a level they show, and what all pieces cited could show; see `Standing`. */
export function shownBy(
  pieces: readonly Evidence[],
  level: Level | null,
  looked: Description['evidence'],
  { evidence: { none } }: Scoring,
): Pick<Standing, 'carried' | 'evidenced' | 'cited'> {
  const best = (some: readonly Evidence[]) =>
    some.reduce<Level>((most, { carries }) => (carries > most ? carries : most), none)
  const shown = (limit: Level) => (level !== null && level < limit ? level : limit)
  const carried = best(pieces.filter(({ counts }) => counts))
  if (level === null) return { carried, evidenced: null, cited: null }
  const evidenced = shown(carried)
  if (looked === 'declared') return { carried, evidenced, cited: evidenced }
  return { carried, evidenced, cited: shown(best(pieces.filter(({ state }) => state !== 'dated-later'))) }
}

/** Whether one piece of evidence counts: what was found of its file, then how old it is on the day of the assessment. */
interface PieceFacts {
  /** As cited. */
  readonly date: string | null
  /** As cited. */
  readonly sha256: string | null
  /** Left out where files were not looked at, and for what is no file. */
  readonly file: FileFact | undefined
}

interface Period {
  readonly asOf: string
  /** The first day from which evidence counts. */
  readonly oldest: string
}

/** An undated file is as old as its last commit; where that is not known either, it counts. */
function judgePiece(
  { date, sha256, file }: PieceFacts,
  { asOf, oldest }: Period,
): { readonly state: PieceState; readonly day: string | null } {
  const day = date ?? file?.committed ?? null
  return { state: stateOfFile(file, sha256) ?? stateAt(), day }

  function stateAt(): PieceState {
    if (day === null) return 'fine'
    // The day of a commit is known in UTC; a person's day may have begun in a time zone ahead of it.
    if (date === null && day > asOf) return 'committed-later'
    if (day > latestDay(asOf)) return 'dated-later'
    return day < oldest ? 'too-old' : 'fine'
  }
}

function stateOfFile(file: FileFact | undefined, sha256: string | null): PieceState | undefined {
  if (file === undefined) return undefined
  if (file.state !== 'present') return file.state
  if (sha256 === null) return undefined
  // A digest that could not be made is a file that nobody has compared.
  if (file.sha256 === null) return 'unreadable'
  return file.sha256 === sha256 ? undefined : 'changed'
}
