/** How much work all improvements of a list are together. */
import type { Improvement } from '../types/assessment.ts'

export function totalEffort(
  improvements: readonly Improvement[],
): Pick<Improvement['effort'], 'low' | 'likely' | 'high'> {
  // Tenths add up exactly where they are whole numbers.
  const sum = (kind: 'low' | 'likely' | 'high') =>
    improvements.reduce((tenths, { effort }) => tenths + Math.round(effort[kind] * 10), 0) / 10
  return { low: sum('low'), likely: sum('likely'), high: sum('high') }
}
