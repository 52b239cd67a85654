/** The formats a check can be rendered in. A new reporter is one line here. */
import type { CheckReport } from '../../core/check-report.ts'
import { renderCheckJson } from './check-json.ts'
import type { CheckReportOptions } from './check-report-options.ts'
import { renderCheckTerminal } from './check-terminal.ts'

export interface CheckReporter {
  readonly title: string
  /** Endings of file names, without the dot. */
  readonly extensions: readonly string[]
  /** Pure; the text ends with a line break. */
  render(report: CheckReport, options: CheckReportOptions): string
}

export const checkReporters = {
  terminal: { title: 'Text for a terminal', extensions: ['txt'], render: renderCheckTerminal },
  json: { title: 'The whole check for other programs', extensions: ['json'], render: renderCheckJson },
} as const satisfies Readonly<Record<string, CheckReporter>>
