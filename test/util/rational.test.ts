import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compareRationals,
  divide,
  gcd,
  lcm,
  multiply,
  rational,
  roundRational,
  roundRoot,
} from '../../src/util/rational.ts'

const whole = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
const positive = fc.bigInt({ min: 1n, max: 10n ** 12n })
const fraction = fc.tuple(whole, positive).map(([above, below]) => rational(above, below))

describe('exact fractions', () => {
  it.each([
    [1, 8, 2, 0.13],
    [-1, 8, 2, -0.13],
    [1, 200, 2, 0.01],
    [-1, 200, 2, -0.01],
    [1, 201, 2, 0],
    [-1, 201, 2, 0],
    [2, 3, 2, 0.67],
    [200, 3, 0, 67],
    [49, 10, 1, 4.9],
    [1, 20, 1, 0.1],
    [1005, 1000, 2, 1.01],
    [0, 7, 2, 0],
    [6, -4, 0, -2],
  ])('rounds %d/%d to %d decimals as %d', (above, below, decimals, rounded) => {
    expect(Object.is(roundRational(rational(above, below), decimals), rounded)).toBe(true)
  })

  it('never rounds by more than half a unit, and halves away from zero', () => {
    fc.assert(
      fc.property(fraction, ({ numerator, denominator }) => {
        const rounded = BigInt(Math.round(roundRational({ numerator, denominator }, 0)))
        const error = 2n * (rounded * denominator - numerator)
        const away = numerator < 0n ? -error : error
        expect(away <= denominator && away > -denominator).toBe(true)
      }),
    )
  })

  it.each([
    [0, 1, 0],
    [2, 1, 1.41],
    [1, 2, 0.71],
    [9, 4, 1.5],
    [1, 10_000, 0.01],
    [1, 40_000, 0.01],
    [1, 40_001, 0],
    [6, 1, 2.45],
    [600_249, 40_000, 3.87],
  ])('rounds the root of %d/%d as %d', (above, below, rounded) => {
    expect(roundRoot(rational(above, below))).toBe(rounded)
  })

  it('rounds a root to the number whose neighbourhood holds it', () => {
    fc.assert(
      fc.property(positive, positive, (above, below) => {
        const hundredfold = BigInt(Math.round(roundRoot(rational(above, below)) * 100))
        // (h - 1/2)² <= 10000 n/d < (h + 1/2)²
        expect((2n * hundredfold + 1n) ** 2n * below > 40_000n * above).toBe(true)
        if (hundredfold > 0n) expect((2n * hundredfold - 1n) ** 2n * below <= 40_000n * above).toBe(true)
      }),
    )
  })

  it('computes without loss', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(compareRationals(add(a, b), add(b, a))).toBe(0)
        expect(compareRationals(add(add(a, b), multiply(rational(-1), b)), a)).toBe(0)
        if (b.numerator !== 0n) expect(compareRationals(multiply(divide(a, b), b), a)).toBe(0)
        expect(Math.sign(compareRationals(a, b))).toBe(-Math.sign(compareRationals(b, a)) || 0)
      }),
    )
  })

  it('orders fractions by value', () => {
    expect(compareRationals(rational(1, 3), rational(34, 100))).toBeLessThan(0)
    expect(compareRationals(rational(-1, 3), rational(-34, 100))).toBeGreaterThan(0)
    expect(compareRationals(rational(2, 6), rational(1, 3))).toBe(0)
  })

  it('finds common multiples and divisors', () => {
    expect(lcm(4n, 6n)).toBe(12n)
    expect(gcd(12n, 18n)).toBe(6n)
    expect(lcm(7n, 1n)).toBe(7n)
  })

  it('refuses a denominator of zero and numbers that are not whole', () => {
    expect(() => rational(1, 0)).toThrow(RangeError)
    expect(() => divide(rational(1), rational(0))).toThrow(RangeError)
    expect(() => rational(0.5)).toThrow(RangeError)
  })
})
