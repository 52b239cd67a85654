/** A trend as JSON: the published contract (`schemas/trend.schema.json`), never cut. */
import type { Trend } from '../../types/trend.ts'
import { stringifySafely } from '../stringify-safely.ts'

export function renderTrendJson(trend: Trend): string {
  const { schemaVersion, tool, framework, evidence, file, every, principles, points } = trend
  return stringifySafely({ schemaVersion, tool, framework, evidence, file, every, principles, points })
}
