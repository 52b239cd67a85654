/** What steps cost in an organization of a given size, in person-days. */
import type { Effort } from '../types/framework.ts'
import { compareRationals, type Rational, rational } from '../util/rational.ts'

/** Sum of the steps at `percent` of the pack's person-days, rounded to one decimal. */
export function effortOf(steps: readonly Effort[], percent: number): Effort {
  // Hundredths of days are whole numbers far below what a number holds exactly: tenths need no fraction.
  const printed = (kind: keyof Effort) => Math.floor((hundredths(steps, kind, percent) + 5) / 10) / 10
  return { low: printed('low'), likely: printed('likely'), high: printed('high') }
}

/** The exact divisor of the priority. Steps that cost nothing count as a tenth of a day, the least that is printed. */
export function likelyDays(steps: readonly Effort[], percent: number): Rational {
  const least = rational(1, 10)
  const exact = rational(hundredths(steps, 'likely', percent), 100)
  return compareRationals(exact, least) < 0 ? least : exact
}

function hundredths(steps: readonly Effort[], kind: keyof Effort, percent: number): number {
  let sum = 0
  for (const step of steps) sum += step[kind]
  return sum * percent
}
