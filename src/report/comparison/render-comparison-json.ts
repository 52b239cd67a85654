/** A comparison as JSON: the published contract (`schemas/comparison.schema.json`), never cut. */
import type { ComparisonReport } from '../../types/comparison.ts'
import { stringifySafely } from '../stringify-safely.ts'

export function renderComparisonJson(report: ComparisonReport): string {
  const { schemaVersion, tool, comparisons, added, removed } = report
  return stringifySafely({ schemaVersion, tool, comparisons, added, removed })
}
