/** Exact fractions, and the one rounding: half away from zero, once, when a number is written into a result. */

/** A fraction; the denominator is above zero. Not always in lowest terms. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** `numerator / denominator`; whole numbers only, anything else throws a RangeError, as does a denominator of zero. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1): Rational {
  const [above, below] = [BigInt(numerator), BigInt(denominator)]
  if (below === 0n) throw new RangeError('a fraction cannot have a denominator of zero')
  return below < 0n ? { numerator: -above, denominator: -below } : { numerator: above, denominator: below }
}

export const zero = rational(0)
export const one = rational(1)

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) return rational(a.numerator + b.numerator, a.denominator)
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** Throws a RangeError where `b` is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** Below zero where `a` is the smaller one, 0 where they are equal. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The nearest number of so many decimals, half away from zero: 0.125 is 0.13, -0.125 is -0.13. */
export function roundRational({ numerator, denominator }: Rational, decimals = 2): number {
  const above = (numerator < 0n ? -numerator : numerator) * BigInt(10 ** decimals)
  const whole = (2n * above + denominator) / (2n * denominator)
  return Number(numerator < 0n ? -whole : whole) / 10 ** decimals
}

/** The square root of a fraction that is not negative, rounded as `roundRational` does without computing the root itself. */
export function roundRoot({ numerator, denominator }: Rational, decimals = 2): number {
  // √(n/d) = √(nd)/d; a whole number is at most a root exactly when it is at most the whole part of that root.
  const scale = BigInt(10 ** decimals)
  const root = wholeRoot(4n * scale * scale * numerator * denominator)
  return Number((root + denominator) / (2n * denominator)) / 10 ** decimals
}

/** The largest whole number whose square is at most `square`. */
function wholeRoot(square: bigint): bigint {
  if (square < 2n) return square
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (root + square / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** The greatest common divisor of two numbers that are not negative. */
export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** The least common multiple of two numbers above zero. */
export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b
}
