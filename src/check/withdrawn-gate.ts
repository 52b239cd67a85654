/** The gate on what is said no more: answers withdrawn, assessed elements out of scope, lower targets, registers left out. */
import type { GateResult, LessSaid } from '../types/check-report.ts'
import { listWords } from '../util/show.ts'
import type { FileBase } from './file-base.ts'

/** To claim a lower level, or to decline, hides nothing. */
const kinds = {
  'answer-withdrawn': 'answers are withdrawn',
  'not-applicable': 'what was assessed is not applicable now',
  'target-lowered': 'targets are lower',
  'register-withdrawn': 'registers are left out',
} as const

export function withdrawnGate(less: readonly LessSaid[], { spared }: FileBase): GateResult {
  const found = Object.entries(kinds).flatMap(([kind, text]) => {
    const names = less.filter((one) => one.kind === kind).map(({ element, register }) => element ?? register!)
    return names.length === 0 ? [] : [`${text} (${listWords(names, 'and', 5)})`]
  })
  const first = less.find(({ kind }) => kind in kinds)
  return {
    gate: 'withdrawn',
    passed: !first,
    text: first
      ? `less is said than before: ${found.join('; ')}`
      : (spared ?? 'nothing that was said is withdrawn'),
    findings: [],
    location: first?.location ?? null,
  }
}
