/** Whether one piece of evidence counts: what was found of its file, then how old it is on the day of the assessment. */
import type { PieceState } from '../types/description.ts'
import type { FileFact } from '../types/file-facts.ts'

export interface PieceFacts {
  /** As cited. */
  readonly date: string | null
  /** As cited. */
  readonly sha256: string | null
  /** Left out where files were not looked at, and for what is no file. */
  readonly file: FileFact | undefined
}

export interface Period {
  readonly asOf: string
  /** The first day from which evidence counts. */
  readonly oldest: string
}

/** An undated file is as old as its last commit; where that is not known either, it counts. */
export function judgePiece(
  { date, sha256, file }: PieceFacts,
  { asOf, oldest }: Period,
): { readonly state: PieceState; readonly day: string | null } {
  const day = date ?? file?.committed ?? null
  return { state: stateOfFile(file, sha256) ?? stateAt(), day }

  function stateAt(): PieceState {
    if (day === null) return 'fine'
    if (day > asOf) return date === null ? 'committed-later' : 'dated-later'
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
