/** The formats an assessment can be rendered in. A new reporter is one line here. */
import type { Assessment } from '../types/assessment.ts'
import { renderCsv } from './csv.ts'
import { renderJson } from './json.ts'
import { renderMarkdown } from './markdown/render-markdown.ts'
import type { ReportOptions } from './report-options.ts'
import { renderTerminal } from './terminal/render-terminal.ts'

export interface Reporter {
  readonly title: string
  /** Endings of file names, without the dot. */
  readonly extensions: readonly string[]
  /** Pure; the text ends with a line break. */
  render(assessment: Assessment, options: ReportOptions): string
}

export const reporters = {
  terminal: { title: 'Text for a terminal', extensions: ['txt'], render: renderTerminal },
  json: { title: 'The whole result for other programs', extensions: ['json'], render: renderJson },
  markdown: { title: 'A report to hand over', extensions: ['md', 'markdown'], render: renderMarkdown },
  csv: { title: 'The improvements as a table', extensions: ['csv'], render: renderCsv },
} as const satisfies Readonly<Record<string, Reporter>>
