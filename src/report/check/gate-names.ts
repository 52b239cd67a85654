/** What gates are called where people read, alone or after "gate on"; none of these names holds a number that moves. */
import type { GateName, GateResult } from '../../types/check-report.ts'

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
