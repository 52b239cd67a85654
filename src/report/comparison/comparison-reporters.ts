/** The formats a comparison can be rendered in. */
import type { ComparisonReport } from '../../types/comparison.ts'
import { renderComparisonJson } from './render-comparison-json.ts'
import { renderComparisonMarkdown } from './render-comparison-markdown.ts'
import { type ComparisonOptions, renderComparisonTerminal } from './render-comparison-terminal.ts'

type Render = (report: ComparisonReport, options: ComparisonOptions) => string

export const comparisonReporters = {
  terminal: renderComparisonTerminal,
  json: renderComparisonJson,
  markdown: renderComparisonMarkdown,
} as const satisfies Readonly<Record<string, Render>>
