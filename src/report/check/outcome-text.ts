/** What became of one file, on one line: `31 open findings (2 new), 3 waived, 1 fixed, 2 no longer evaluated, 1 answer lowered, 1 gate fails`. */
import type { Assessment } from '../../types/assessment.ts'
import type { CheckedFinding, CheckReport, FileCheck, FindingStatus } from '../../types/check-report.ts'
import { counted } from '../phrases.ts'
import { resolutionCounts } from './resolution-text.ts'
import { weakenedCounts } from './weakened-texts.ts'
import { whyUnreadable } from './why-unreadable.ts'

/** Not yet safe to print. */
export function outcomeText(check: FileCheck, base: CheckReport['base']): string {
  const { file, status, message, diagnostics, findings, gates } = check
  if (status === 'unreadable') return whyUnreadable({ file, message })
  if (status === 'invalid')
    return counted(diagnostics.filter(({ severity }) => severity === 'error').length, 'error')
  const open = findings.filter(({ finding }) => !finding.waived && !finding.planned)
  const among = (wanted: FindingStatus) => open.filter((one) => one.status === wanted).length
  const moved = [
    ...(among('new') > 0 ? [`${among('new')} new`] : []),
    ...(among('worse') > 0 ? [`${among('worse')} worse`] : []),
    ...(among('better') > 0 ? [`${among('better')} better`] : []),
  ]
  const settled = (what: (finding: CheckedFinding['finding']) => boolean) =>
    findings.filter(({ finding }) => what(finding)).length
  const waived = settled((finding) => finding.waived)
  const planned = settled((finding) => finding.planned && !finding.waived)
  const weakened = weakenedCounts([check])
  const failing = gates.filter(({ passed }) => !passed).length
  return [
    ...(check.assessment ? [standing(check.assessment)] : []),
    `${counted(open.length, 'open finding')}${moved.length === 0 ? '' : ` (${moved.join(', ')})`}`,
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(planned > 0 ? [`${planned} planned`] : []),
    ...resolutionCounts([check], base),
    ...(weakened === '' ? [] : [weakened]),
    ...(failing > 0 ? [failing === 1 ? '1 gate fails' : `${failing} gates fail`] : []),
  ].join(', ')
}

/** `level 2.1, 41 of 52 elements assessed`. */
function standing({ coverage: { assessed, inScope }, scores }: Assessment): string {
  if (assessed === 0) return 'nothing is assessed'
  const { level, lowest, highest } = scores.overall
  const shown = (value: number | null) => (value ?? 0).toFixed(1)
  const where = level === null ? `level ${shown(lowest)} to ${shown(highest)}` : `level ${shown(level)}`
  return `${where}, ${assessed} of ${inScope} elements assessed`
}
