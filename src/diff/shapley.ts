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
