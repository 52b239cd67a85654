/** Whether one assessed description passes: its findings against a base, and every gate that was asked for. */
import type { FileCheck } from '../types/check-report.ts'
import { expiredWaivers } from './expired-waivers.ts'
import type { FileBase } from './file-base.ts'
import { findingGates } from './finding-gates.ts'
import type { Gates } from './gates.ts'
import { numberGates } from './number-gates.ts'
import { type Judgeable, standingsOf } from './standings.ts'
import { withdrawnGate } from './withdrawn-gate.ts'

export type Judged = Pick<FileCheck, 'gates' | 'findings' | 'fixed' | 'unmended' | 'lessSaid'> & {
  readonly passed: boolean
}

/** `base` null: there is nothing to compare with. */
export function judge(assessed: Judgeable, gates: Gates, base: FileBase | null): Judged {
  const { assessment } = assessed
  const { findings, ...compared } = standingsOf(assessed, base)
  const results = [
    ...findingGates(findings, gates, base),
    ...(gates.failOnWithdrawn && base ? [withdrawnGate(compared.lessSaid, base)] : []),
    ...numberGates(assessment, gates),
    ...expiredWaivers(assessment),
  ]
  const failing = new Set(results.flatMap((result) => (result.passed ? [] : result.findings)))
  return {
    gates: results,
    findings: findings.map((checked) => ({ ...checked, fails: failing.has(checked.finding.id) })),
    ...compared,
    passed: results.every(({ passed }) => passed),
  }
}
