/** Wording for findings of the base that are no longer reported. */
import {
  type CheckReport,
  type FileCheck,
  type Resolution,
  type ResolvedFinding,
  resolutions,
} from '../../types/check-report.ts'

/** A baseline does not record answers, so that a lower claim may be why a finding is no longer found. */
export function fixedWord({ kind }: CheckReport['base']): 'fixed' | 'no longer found' {
  return kind === 'revision' ? 'fixed' : 'no longer found'
}

export const notFixedTitle = 'No longer reported, but not fixed'

type NotFixed = Exclude<Resolution, 'fixed'>

const reasons: Readonly<Record<NotFixed, string>> = {
  'not-evaluated': 'no longer evaluated, because an input is no longer given',
  'not-applicable': 'no longer applicable',
  'target-lowered': 'the target was lowered',
  'answer-lowered': 'an answer was lowered',
  'entry-removed': 'the entry it is about was removed',
  'rule-changed': 'the guidance pack changed or removed the rule',
}

const counts: Readonly<Record<NotFixed, string>> = {
  'not-evaluated': 'no longer evaluated',
  'not-applicable': 'no longer applicable',
  'target-lowered': 'below a lowered target',
  'answer-lowered': 'closed by a lowered answer',
  'entry-removed': 'with the entry removed',
  'rule-changed': 'with the rule changed',
}

const notFixed = resolutions.filter((resolution) => resolution !== 'fixed')

export function fixedFindings({ resolved }: Pick<FileCheck, 'resolved'>): ResolvedFinding[] {
  return resolved.filter(({ resolution }) => resolution === 'fixed')
}

/** `4 fixed`, `1 no longer evaluated`; by kind. */
export function resolutionCounts(
  checks: readonly Pick<FileCheck, 'resolved'>[],
  base: CheckReport['base'],
): string[] {
  const all = checks.flatMap(({ resolved }) => resolved)
  return resolutions.flatMap((wanted) => {
    const count = all.filter(({ resolution }) => resolution === wanted).length
    return count === 0 ? [] : [`${count} ${wanted === 'fixed' ? fixedWord(base) : counts[wanted]}`]
  })
}

/** Those that were not fixed, by reason, else in the order given. */
export function notFixedByReason({
  resolved,
}: Pick<FileCheck, 'resolved'>): (readonly [reason: string, findings: readonly ResolvedFinding[]])[] {
  return notFixed
    .map((wanted) => [reasons[wanted], resolved.filter(({ resolution }) => resolution === wanted)] as const)
    .filter(([, findings]) => findings.length > 0)
}
