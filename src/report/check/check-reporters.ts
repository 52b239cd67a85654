/** The formats a check can be rendered in. A new reporter is one line here. */
import type { CheckReport } from '../../core/check-report.ts'
import type { CheckReportOptions } from './check-report-options.ts'
import { renderSarif } from './sarif/render-sarif.ts'

export interface CheckReporter {
  readonly title: string
  /** Endings of file names, without the first dot; the longest that fits counts. */
  readonly extensions: readonly string[]
  /** The text gives commands to the machine that runs the build, so they must reach it as they are. */
  readonly commands?: true
  /** Pure; the text ends with a line break. */
  render(report: CheckReport, options: CheckReportOptions): string
}

export const checkReporters = {
  sarif: {
    title: 'Findings on lines of code, for code scanning',
    extensions: ['sarif', 'sarif.json'],
    render: renderSarif,
  },
} as const satisfies Readonly<Record<string, CheckReporter>>
