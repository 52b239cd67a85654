/** The formats a trend can be rendered in. */
import type { Trend } from '../../types/trend.ts'
import { renderTrendCsv } from './render-trend-csv.ts'
import { renderTrendJson } from './render-trend-json.ts'
import { renderTrendTerminal, type TrendOptions } from './render-trend-terminal.ts'

type Render = (trend: Trend, options: TrendOptions) => string

export const trendReporters = {
  terminal: renderTrendTerminal,
  csv: renderTrendCsv,
  json: renderTrendJson,
} as const satisfies Readonly<Record<string, Render>>
