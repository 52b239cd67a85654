/** What a reporter of checks may be told about how to lay one out. */
import type { ReportOptions } from '../report-options.ts'

export type CheckReportOptions = Pick<ReportOptions, 'width' | 'color' | 'unicode' | 'all' | 'next'>
