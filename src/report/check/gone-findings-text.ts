/** How findings that are no longer there are called: mended ones, and those that went without being mended. */
import type { CheckReport, FileCheck, UnmendedFinding, WhyGone } from '../../types/check-report.ts'

/** Against a baseline, which does not know what was said, less may be claimed where something is no longer found. */
export function fixedWord({ kind }: CheckReport['base']): 'mended' | 'no longer found' {
  return kind === 'revision' ? 'mended' : 'no longer found'
}

export const unmendedTitle = 'Gone, but not mended'

/** In the order in which they are told. */
export const whyGoneTexts: Readonly<Record<WhyGone, string>> = {
  'not-evaluated': 'not evaluated now, as something it rests on is not said',
  'not-applicable': 'not applicable now',
  'target-lowered': 'the target is lower now',
  'less-claimed': 'less is claimed now',
  'entry-gone': 'the entry it was about is gone',
  'rule-gone': 'the guidance pack has no such rule',
}

/** By reason, else in the order given. */
export function unmendedByReason({
  unmended,
}: Pick<FileCheck, 'unmended'>): (readonly [why: WhyGone, findings: readonly UnmendedFinding[]])[] {
  return (Object.keys(whyGoneTexts) as WhyGone[])
    .map((wanted) => [wanted, unmended.filter(({ why }) => why === wanted)] as const)
    .filter(([, findings]) => findings.length > 0)
}
