/** What reports say about a check, its files and its gates, in one phrase or sentence each. */
import type { Assessment } from '../../types/assessment.ts'
import type {
  CheckedFinding,
  CheckReport,
  FileCheck,
  FindingStatus,
  GateName,
  GateResult,
} from '../../types/check-report.ts'
import { showSafely } from '../../util/show.ts'
import { declaredText } from '../assessment/phrases.ts'
import { levelText } from '../document.ts'
import { counted } from '../phrases.ts'
import { resolutionCounts, weakenedCounts } from './resolved-phrases.ts'

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
  const where =
    level === null ? `level ${levelText(lowest)} to ${levelText(highest)}` : `level ${levelText(level)}`
  return `${where}, ${assessed} of ${inScope} elements assessed`
}

/** Not yet safe to print. Where the message is about the file as a whole, the name in it is left out. */
export function whyUnreadable({ file, message }: Pick<FileCheck, 'file' | 'message'>): string {
  if (message === null) return 'cannot be read'
  const name = showSafely(file)
  if (name !== '' && message.startsWith(`${name} `)) return message.slice(name.length + 1)
  const end = `: ${name}`
  const at = message.indexOf(end)
  const rest = message.slice(at + end.length)
  return at === -1 || !/^(?:;|$)/.test(rest) ? message : `${message.slice(0, at)}${rest}`
}

export function passingFiles(count: number): string {
  if (count === 1) return 'The file passes'
  return count === 2 ? 'Both files pass' : `All ${count} files pass`
}

/** One sentence; empty where nothing could be checked. */
export function evidenceText({ files }: CheckReport): string {
  const evidence = files.find(({ assessment }) => assessment !== null)?.assessment?.evidence
  if (evidence === undefined) return ''
  return evidence === 'checked'
    ? 'Files named as evidence were looked at, which ims-gap assess does only with --evidence checked: it may find less.'
    : declaredText
}

/** So many are named. */
const most = 10

/** A line for each, not yet safe to print. */
export function deletedTexts(
  { base: { name, deleted = [], deletedFails } }: CheckReport,
  all = false,
): string[] {
  const shown = all ? deleted : deleted.slice(0, most)
  const hidden = deleted.length - shown.length
  return [
    ...shown.map(
      (file) =>
        `${file} is a practice description in ${name} and no longer exists${deletedFails ? ', which fails the check' : ''}`,
    ),
    ...(hidden > 0 ? [`and ${counted(hidden, 'more file')}`] : []),
  ]
}

/** In the order in which they are told. */
export const gateKinds: Readonly<Record<GateName, string>> = {
  comparison: 'the comparison',
  'new-findings': 'new findings',
  'worse-findings': 'worse findings',
  withdrawn: 'what is withdrawn',
  severity: 'severe findings',
  'stale-evidence': 'stale evidence',
  element: 'required elements',
  principle: 'minimums of principles',
  coverage: 'coverage',
  overall: 'a minimum of the whole',
  'expired-waiver': 'expired waivers',
  'overdue-plan': 'overdue plans',
}

/** `element 6.4`, `principle culture`, `new findings`; of one subject all gates have the same name. */
export function gateName({ gate, subject }: Pick<GateResult, 'gate' | 'subject'>): string {
  if (subject === undefined) return gateKinds[gate]
  return gate === 'overdue-plan' ? `the plan for ${subject}` : `${gate} ${subject}`
}
