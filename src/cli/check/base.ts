/** What findings are held against, whatever it comes from. */

import type { FileBase } from '../../check/file-base.ts'
import type { LaterFindings } from '../../scoring/compare-findings.ts'
import type { CheckReport } from '../../types/check-report.ts'
import type { LookAtFiles } from '../../types/file-facts.ts'

export interface Base {
  readonly about: CheckReport['base']
  /** Against a revision: a file of the repository as it was there, by its absolute path; `undefined` where there was none. */
  readonly at?: (full: string) => Uint8Array | undefined
  /** What it says of one file; null where there is no base at all. */
  of(file: CheckedFile): FileBase | null
}

export interface CheckedFile {
  /** As named. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly assessed: LaterFindings
  /** How files cited as evidence were looked at for it; left out where they were not. */
  readonly lookAtFiles?: LookAtFiles
}

export const noBase: Base = { about: { kind: 'none', name: null }, of: () => null }
