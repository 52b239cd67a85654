/** What steps cost in an organization of a given size, in person-days. */
import type { Effort } from '../core/framework.ts'
import { compareRationals, type Rational, rational, roundRational } from '../core/rational.ts'

/** Sum of the steps at `percent` of the pack's person-days, rounded to one decimal. */
export function effortOf(steps: readonly Effort[], percent: number): Effort {
  const printed = (kind: keyof Effort) => roundRational(days(steps, kind, percent), 1)
  return { low: printed('low'), likely: printed('likely'), high: printed('high') }
}

/** The exact divisor of the priority. Steps that cost nothing count as a tenth of a day, the least that is printed. */
export function likelyDays(steps: readonly Effort[], percent: number): Rational {
  const least = rational(1, 10)
  const exact = days(steps, 'likely', percent)
  return compareRationals(exact, least) < 0 ? least : exact
}

function days(steps: readonly Effort[], kind: keyof Effort, percent: number): Rational {
  return rational(steps.reduce((sum, step) => sum + step[kind], 0) * percent, 100)
}
