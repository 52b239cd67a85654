/** What a base says of one file. */
import type { Said } from '../scoring/less-said.ts'
import type { KnownFinding } from '../types/check-report.ts'

export interface FileBase {
  /** Null where the base cannot tell, such as for a file that was invalid there. */
  readonly known: readonly KnownFinding[] | null
  /** Ids of those that were waived or planned there: without that, they are as good as new. */
  readonly settled: ReadonlySet<string>
  /** One sentence why new findings of this file do not fail, such as that the file itself is new; null where they do. */
  readonly spared: string | null
  /** What the file said there; null where the base knows findings only, or none of it changed. */
  readonly said: Said | null
  /** A clause to be said where findings are new, such as that the base never was about this file; null where there is none. */
  readonly newBecause: string | null
}
