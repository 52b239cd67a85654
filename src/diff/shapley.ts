/**
 * Shares out a change among its causes so that nothing depends on the order in which one looks at them: each gets what it
 * brings on average over all orders (the Shapley value). Exact, so the shares add up to the change.
 */

import { gcd, lcm, type Rational, rational } from '../util/rational.ts'

/**
 * `values[mask]` is what holds when exactly the causes whose bits are set in `mask` are taken from the later side; its
 * length is 2 to the number of causes. One share per cause, in the order of the bits.
 */
export function shareOut(values: readonly Rational[]): Rational[] {
  const count = Math.log2(values.length)
  const { numerators, denominator } = overOneDenominator(values)
  const orders = factorial(count)
  return Array.from({ length: count }, (_, cause) => {
    let share = 0n
    for (let mask = 0; mask < values.length; mask++) {
      if ((mask & (1 << cause)) !== 0) continue
      share += ordersWith(mask, count) * (numerators[mask | (1 << cause)]! - numerators[mask]!)
    }
    return rational(share, orders * denominator)
  })
}

/** Of all orders of so many causes, those in which the ones of `mask` come before a given other one, and the rest after. */
export function ordersWith(mask: number, count: number): bigint {
  let set = 0
  for (let rest = mask; rest !== 0; rest >>= 1) set += rest & 1
  return factorial(set) * factorial(count - set - 1)
}

export function factorial(number: number): bigint {
  let product = 1n
  for (let factor = 2; factor <= number; factor++) product *= BigInt(factor)
  return product
}

/** The same fractions, written with one common denominator. */
export function overOneDenominator(values: readonly Rational[]): {
  numerators: bigint[]
  denominator: bigint
} {
  const lowest = values.map(inLowestTerms)
  const denominator = lowest.reduce((common, value) => lcm(common, value.denominator), 1n)
  return {
    numerators: lowest.map((value) => value.numerator * (denominator / value.denominator)),
    denominator,
  }
}

function inLowestTerms({ numerator, denominator }: Rational): Rational {
  const common = gcd(numerator < 0n ? -numerator : numerator, denominator)
  return { numerator: numerator / common, denominator: denominator / common }
}

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
