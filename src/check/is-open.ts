/** Whether anybody already decided about a finding: what is waived or planned never fails a gate. */
import type { Finding } from '../types/assessment.ts'

export function isOpen({ waived, planned }: Finding): boolean {
  return !waived && !planned
}
