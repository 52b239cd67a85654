/** Rounds several exact numbers so that, as printed, they add up to a printed sum. */
import type { Rational } from '../util/rational.ts'

const hundred = 100n

/**
 * Two decimals each, by largest remainder: all are rounded down, and the hundredths that are then missing from `sum` go to
 * those that lost most by it, the earlier one first. `sum` is less than a hundredth away from the exact sum, so that no
 * number moves by a hundredth or more, and one of exactly two decimals not at all. Of negated numbers it gives the negatives.
 */
export function roundTogether(values: readonly Rational[], sum: number): number[] {
  const leads = sum === 0 ? (values.find(({ numerator }) => numerator !== 0n)?.numerator ?? 0n) : sum
  if (leads < 0) {
    const negated = values.map(({ numerator, denominator }) => ({ numerator: -numerator, denominator }))
    return roundTogether(negated, 0 - sum).map((value) => 0 - value)
  }
  const parts = values.map(({ numerator, denominator }, index) => {
    const scaled = numerator * hundred
    const below = floorDivide(scaled, denominator)
    return { index, below, lost: scaled - below * denominator, denominator }
  })
  const missing = Math.round(sum * 100) - Number(parts.reduce((total, { below }) => total + below, 0n))
  const raised = new Set(
    parts
      .toSorted((a, b) => compareLost(b, a) || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  )
  return parts.map(({ index, below }) => (Number(below) + (raised.has(index) ? 1 : 0)) / 100)
}

interface Lost {
  readonly lost: bigint
  readonly denominator: bigint
}

function compareLost(a: Lost, b: Lost): number {
  const difference = a.lost * b.denominator - b.lost * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Towards minus infinity; the divisor is above zero. */
function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient
}
