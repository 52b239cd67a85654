/** What a reporter of checks may be told beside the report itself. */
import type { ReportOptions } from '../report-options.ts'

export interface CheckReportOptions extends ReportOptions {
  /**
   * Where a file named in the report lies in its repository, with forward slashes. Services that show findings on lines of
   * code know files by that path only. Without it, and where it knows nothing, files lie where they were named.
   */
  readonly pathInRepository?: (file: string) => string | undefined
}
