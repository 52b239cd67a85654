/** What became of one file, on one line: `31 open findings (2 new), 3 waived, 1 mended, 2 gone but not mended, 1 gate fails`. */
import type { CheckedFinding, CheckReport, FileCheck, FindingStanding } from '../../types/check-report.ts'
import { counted } from '../phrases.ts'
import { fixedWord } from './gone-findings-text.ts'
import { lessSaidTexts } from './less-said-texts.ts'
import { whyUnreadable } from './why-unreadable.ts'

/** Not yet safe to print. */
export function outcomeText(check: FileCheck, base: CheckReport['base']): string {
  const { file, status, message, diagnostics, findings, fixed, unmended, gates } = check
  if (status === 'unreadable') return whyUnreadable({ file, message })
  if (status === 'invalid')
    return counted(diagnostics.filter(({ severity }) => severity === 'error').length, 'error')
  const open = findings.filter(({ finding }) => !finding.waived && !finding.planned)
  const among = (wanted: FindingStanding) => open.filter(({ standing }) => standing === wanted).length
  const moved = [
    ...(among('new') > 0 ? [`${among('new')} new`] : []),
    ...(among('worse') > 0 ? [`${among('worse')} worse`] : []),
    ...(among('better') > 0 ? [`${among('better')} better`] : []),
  ]
  const settled = (what: (finding: CheckedFinding['finding']) => boolean) =>
    findings.filter(({ finding }) => what(finding)).length
  const waived = settled((finding) => finding.waived)
  const planned = settled((finding) => finding.planned && !finding.waived)
  const less = lessSaidTexts(check, false).length
  const failing = gates.filter(({ passed }) => !passed).length
  return [
    `${counted(open.length, 'open finding')}${moved.length === 0 ? '' : ` (${moved.join(', ')})`}`,
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(planned > 0 ? [`${planned} planned`] : []),
    ...(fixed.length > 0 ? [`${fixed.length} ${fixedWord(base)}`] : []),
    ...(unmended.length > 0 ? [`${unmended.length} gone but not mended`] : []),
    ...(less > 0 ? [`less said in ${counted(less, 'place')}`] : []),
    ...(failing > 0 ? [failing === 1 ? '1 gate fails' : `${failing} gates fail`] : []),
  ].join(', ')
}
