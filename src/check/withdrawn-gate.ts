/** The gate on what can hide a finding: answers withdrawn, assessed elements excluded, targets lowered, registers removed. */
import type { GateResult, Weakened } from '../types/check-report.ts'
import { listWords } from '../util/show.ts'

/** Claiming a lower level, or declining, hides nothing. */
const kinds = {
  'answer-withdrawn': 'answers withdrawn',
  'not-applicable': 'assessed elements excluded',
  'target-lowered': 'targets lowered',
  'register-withdrawn': 'registers removed',
} as const

export function withdrawnGate(weakened: readonly Weakened[]): GateResult {
  const found = Object.entries(kinds).flatMap(([kind, text]) => {
    const names = weakened
      .filter((one) => one.kind === kind)
      .map(({ element, register }) => element ?? register!)
    return names.length === 0 ? [] : [`${text} (${listWords(names, 'and', 5)})`]
  })
  const first = weakened.find(({ kind }) => kind in kinds)
  return {
    gate: 'withdrawn',
    passed: !first,
    text: first ? found.join('; ') : 'no answer, target or register was withdrawn',
    findings: [],
    location: first?.location ?? null,
  }
}
