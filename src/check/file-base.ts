/** What a base says of one file. */
import type { EarlierFindings } from '../scoring/compare-findings.ts'
import type { FileComparison } from '../types/check-report.ts'

export interface FileBase {
  readonly comparison: FileComparison
  /** Null unless compared. */
  readonly earlier: EarlierFindings | null
  /** Added where findings are new, such as that the baseline has no entries for this file; null where there is nothing to add. */
  readonly newBecause: string | null
}
