/** How the findings of one description stand against a base, before any gate has spoken. */

import type { Assessed } from '../assess.ts'
import { compareFindings } from '../scoring/compare-findings.ts'
import { sortGone } from '../scoring/gone-findings.ts'
import { lessSaid } from '../scoring/less-said.ts'
import type { CheckedFinding, FileCheck } from '../types/check-report.ts'
import type { FileBase } from './file-base.ts'
import { isOpen } from './is-open.ts'

export type Standing = Omit<CheckedFinding, 'fails'>

/** An assessment with what it was made from. */
export type Judgeable = Omit<Assessed, 'data'>

export type Standings = Pick<FileCheck, 'fixed' | 'unmended' | 'lessSaid'> & {
  readonly findings: readonly Standing[]
}

/** Without anything known nothing has a standing. */
export function standingsOf(
  { assessment, description, rules, pack }: Judgeable,
  base: FileBase | null,
): Standings {
  const { findings, fixed: gone } = compareFindings(base?.known ?? [], assessment)
  if (!base?.known)
    return {
      findings: findings.map((found) => ({ ...found, standing: null })),
      fixed: [],
      unmended: [],
      lessSaid: [],
    }
  const less = base.said ? lessSaid(base.said, description, pack.framework) : []
  return {
    // One that was waived or planned and no longer is stands open for the first time.
    findings: findings.map((found) =>
      base.settled.has(found.finding.id) && isOpen(found.finding)
        ? { ...found, standing: 'new', before: null }
        : found,
    ),
    ...sortGone(gone, rules, description, base.said, less),
    lessSaid: less,
  }
}
