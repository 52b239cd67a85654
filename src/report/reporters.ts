/** The formats an assessment can be written in. A new one is one line here. */
import type { Assessment } from '../types/assessment.ts'
import { renderMarkdown, renderTerminal } from './assessment/report.ts'
import { elementsCsv, findingsCsv, improvementsCsv } from './csv.ts'
import { renderJson } from './json.ts'
import type { ReportOptions } from './report-options.ts'

export interface Reporter {
  readonly title: string
  /** Endings of file names, without the first dot; the longest that fits counts. */
  readonly extensions: readonly string[]
  /** Pure; the text ends with a line break. */
  render(assessment: Assessment, options: ReportOptions): string
}

export const reporters = {
  terminal: { title: 'Text for a terminal', extensions: ['txt'], render: renderTerminal },
  json: { title: 'The whole result for other programs', extensions: ['json'], render: renderJson },
  markdown: { title: 'A report to hand over', extensions: ['md', 'markdown'], render: renderMarkdown },
  csv: {
    title: 'The improvements as a table',
    extensions: ['csv', 'improvements.csv'],
    render: improvementsCsv,
  },
  'elements-csv': { title: 'The elements as a table', extensions: ['elements.csv'], render: elementsCsv },
  'findings-csv': { title: 'The findings as a table', extensions: ['findings.csv'], render: findingsCsv },
} as const satisfies Readonly<Record<string, Reporter>>
