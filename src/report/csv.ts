/** The improvements as a table for spreadsheets: all of them, one row each. RFC 4180, UTF-8 without byte order mark. */
import type { Assessment, Improvement } from '../types/assessment.ts'
import { escapeCsv } from './escape-csv.ts'
import { narrowAssessment } from './narrow-assessment.ts'
import type { ReportOptions } from './report-options.ts'

type Cell = (improvement: Improvement) => string | number

const factor =
  (wanted: Improvement['because'][number]['term']): Cell =>
  ({ because }) =>
    because.find(({ term }) => term === wanted)?.value ?? ''

const columns: readonly (readonly [name: string, cell: Cell])[] = [
  ['rank', ({ rank }) => rank],
  ['element', ({ element }) => element],
  ['title', ({ title }) => title],
  ['fromLevel', ({ from }) => from],
  ['toLevel', ({ to }) => to],
  ['targetLevel', ({ target }) => target],
  ['priority', ({ priority }) => priority],
  ['gain', factor('gain')],
  ['leverage', factor('leverage')],
  ['urgency', factor('urgency')],
  ['effortLow', ({ effort }) => effort.low],
  ['effortLikely', ({ effort }) => effort.likely],
  ['effortHigh', ({ effort }) => effort.high],
  ['effortUnit', ({ effort }) => effort.unit],
  ['leads', ({ leads }) => leads],
  ['planned', ({ planned }) => planned ?? ''],
  ['tiedWith', ({ tiedWith }) => tiedWith.join('; ')],
  ['blockedBy', ({ blockedBy }) => blockedBy.join('; ')],
  ['assumes', ({ assumes }) => assumes.join('; ')],
  ['lacks', ({ lacks }) => lacks.join('; ')],
  ['unlocks', ({ unlocks }) => unlocks.join('; ')],
  ['closes', ({ closes }) => closes.join('; ')],
  ['opens', ({ opens }) => opens.join('; ')],
  ['why', ({ because }) => because.map(({ text }) => text).join('. ')],
  ['firstStep', ({ steps }) => steps[0]?.do.join(' ') ?? ''],
]

export function renderCsv(
  assessment: Assessment,
  { principle }: Pick<ReportOptions, 'principle'> = {},
): string {
  const { improvements } = narrowAssessment(assessment, principle)
  const rows = improvements.map((improvement) => columns.map(([, cell]) => cell(improvement)))
  return [columns.map(([name]) => name), ...rows].map((row) => `${row.map(escapeCsv).join(',')}\r\n`).join('')
}
