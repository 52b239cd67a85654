/** What a base says of one file. */
import type { EarlierFindings } from '../scoring/compare-findings.ts'

export interface FileBase {
  /** Null where the base cannot tell, such as for a file that was invalid there. */
  readonly earlier: EarlierFindings | null
  /** One sentence why new findings of this file do not fail, such as that the file itself is new; null where they do. */
  readonly spared: string | null
  /** Added where findings are new, such as that the baseline has no entries for this file; null where there is nothing to add. */
  readonly newBecause: string | null
}
