import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundTogether, shareOut } from '../../src/diff/shapley.ts'
import { add, compareRationals, type Rational, rational } from '../../src/util/rational.ts'

const fractions = fc
  .tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 12 }))
  .map(([above, below]) => rational(above, below))

/** Values for every set of one to four causes. */
const games = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.array(fractions, { minLength: 1 << count, maxLength: 1 << count }))

const minus = (a: Rational, b: Rational) => add(a, rational(-b.numerator, b.denominator))
const sum = (values: readonly Rational[]) => values.reduce(add, rational(0))
const equal = (a: Rational, b: Rational) => compareRationals(a, b) === 0

function ordersOf(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) =>
    ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  )
}

describe('sharing out a change', () => {
  it('gives shares that add up to the change exactly', () => {
    fc.assert(
      fc.property(games, (values) => {
        expect(equal(sum(shareOut(values)), minus(values.at(-1)!, values[0]!))).toBe(true)
      }),
    )
  })

  it('gives what walking through every order gives on average', () => {
    fc.assert(
      fc.property(games, (values) => {
        const count = Math.log2(values.length)
        const orders = ordersOf(Array.from({ length: count }, (_, index) => index))
        const totals = Array.from({ length: count }, () => rational(0))
        for (const order of orders) {
          let mask = 0
          for (const cause of order) {
            const next = mask | (1 << cause)
            totals[cause] = add(totals[cause]!, minus(values[next]!, values[mask]!))
            mask = next
          }
        }
        const shares = shareOut(values)
        for (const [cause, total] of totals.entries())
          expect(
            equal(shares[cause]!, rational(total.numerator, total.denominator * BigInt(orders.length))),
          ).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('gives nothing to a cause that never changes anything', () => {
    fc.assert(
      fc.property(games, (values) => {
        const doubled = [...values, ...values]
        expect(shareOut(doubled).at(-1)!.numerator).toBe(0n)
      }),
    )
  })
})

describe('rounding together', () => {
  it('adds up as printed, and moves no number by a hundredth', () => {
    fc.assert(
      fc.property(fc.array(fractions, { minLength: 1, maxLength: 7 }), fc.boolean(), (values, up) => {
        const exact = sum(values)
        const hundredths = Number((exact.numerator * 100n) / exact.denominator)
        const isWhole = (exact.numerator * 100n) % exact.denominator === 0n
        const below = isWhole || exact.numerator > 0n ? hundredths : hundredths - 1
        const target = (isWhole || !up ? below : below + 1) / 100
        const rounded = roundTogether(values, target)
        expect(Math.round(rounded.reduce((total, value) => total + value * 100, 0))).toBe(
          Math.round(target * 100),
        )
        const negated = values.map(({ numerator, denominator }) => rational(-numerator, denominator))
        expect(roundTogether(negated, 0 - target)).toEqual(rounded.map((value) => 0 - value))
        for (const [index, value] of rounded.entries()) {
          const { numerator, denominator } = values[index]!
          expect(Math.abs(value - Number(numerator) / Number(denominator))).toBeLessThan(0.01)
        }
      }),
    )
  })

  it.each([
    [[1, 3], [1, 3], [1, 3], 1, [0.34, 0.33, 0.33]],
    [[-1, 3], [-1, 3], [-1, 3], -1, [-0.34, -0.33, -0.33]],
    [[-1, 2], [1, 3], [1, 6], 0, [-0.5, 0.33, 0.17]],
    [[1, 2], [-1, 3], [-1, 6], 0, [0.5, -0.33, -0.17]],
    [[1, 2], [0, 1], [1, 3], 0.83, [0.5, 0, 0.33]],
  ] as const)('%j, %j and %j make %d as %j', (a, b, c, total, printed) => {
    expect(
      roundTogether(
        [a, b, c].map(([above, below]) => rational(above, below)),
        total,
      ),
    ).toEqual(printed)
  })
})
