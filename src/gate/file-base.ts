/** What a base says of one file. */
import type { KnownFinding } from '../core/check-report.ts'

export interface FileBase {
  /** Null where the base cannot tell, such as for a file that was invalid there. */
  readonly known: readonly KnownFinding[] | null
  /** Ids of those that were waived or planned there: without that, they are as good as new. */
  readonly settled: ReadonlySet<string>
  /** One sentence why new findings of this file do not fail, such as that the file itself is new; null where they do. */
  readonly spared: string | null
}
