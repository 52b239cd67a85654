/** Waivers that no longer hold: each fails, whatever else was asked for, so that nobody forgets what was put off. */
import type { Assessment } from '../types/assessment.ts'
import type { GateResult } from '../types/check-report.ts'

export function expiredWaivers({ diagnostics }: Assessment): GateResult[] {
  const expired = diagnostics.filter(({ code }) => code === 'description/expired-waiver')
  if (expired.length === 0)
    return [
      { gate: 'expired-waiver', passed: true, text: 'no waiver has expired', findings: [], location: null },
    ]
  return expired.map(({ message, location }) => ({
    gate: 'expired-waiver',
    passed: false,
    text: message,
    findings: [],
    location: location ?? null,
  }))
}
