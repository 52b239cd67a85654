/** The laws of taking a change apart. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesBetween } from '../../src/diff/causes.ts'
import { compare } from '../../src/diff/compare.ts'
import { hybridOf, type Sides } from '../../src/diff/hybrid.ts'
import { hybridsOf, membersIn, valuesOf } from '../../src/diff/movements.ts'
import { shareOut } from '../../src/diff/shapley.ts'
import type { Side } from '../../src/diff/side.ts'
import { exactScore } from '../../src/scoring/exact-score.ts'
import { type Cause, causes, type MovedMeasure, movedMeasures } from '../../src/types/comparison.ts'
import { compareRationals, type Rational, roundRational } from '../../src/util/rational.ts'
import {
  pairs,
  pairsWithPacks,
  type RandomPair,
  sideOf,
  sidesOf,
  sidesWithPacks,
  type Written,
} from './random-sides.ts'

const hundredths = (value: number | null) => Math.round((value ?? 0) * 100)
const total = (values: readonly (number | null)[]) =>
  values.reduce<number>((sum, value) => sum + hundredths(value), 0)

const anyPair: fc.Arbitrary<Sides<Side>> = fc.oneof(pairs.map(sidesOf), pairsWithPacks.map(sidesWithPacks))

/** The exact shares of the overall score by cause; nothing where a side has no such number. */
function exactShares(sides: Sides, order: readonly Cause[], name: MovedMeasure): Map<Cause, Rational> {
  const members = hybridsOf(sides, order).map((hybrid) => membersIn(hybrid, null))
  if (!exactScore(members[0]!, name) || !exactScore(members.at(-1)!, name)) return new Map()
  return new Map(shareOut(valuesOf(members, name)).map((share, index) => [order[index]!, share]))
}

const negative = ({ numerator, denominator }: Rational): Rational => ({ numerator: -numerator, denominator })

describe('a comparison', () => {
  it('has shares that add up to the change as printed, in every score and number, and answers that add up to their share', () => {
    fc.assert(
      fc.property(anyPair, (sides) => {
        const { overall, principles, answers } = compare(sides)
        for (const movement of [overall, ...principles.map((each) => each.movement)]) {
          if (!movement) continue
          for (const name of movedMeasures) {
            const { before, after, change, contributions } = movement
            if (before[name] === null || after[name] === null) expect(change[name]).toBeNull()
            else {
              expect(hundredths(change[name])).toBe(hundredths(after[name]) - hundredths(before[name]))
              expect(total(contributions.map(({ points }) => points[name]))).toBe(hundredths(change[name]))
            }
          }
        }
        const byAnswers = overall.contributions.find(({ cause }) => cause === 'answers')?.points
        for (const name of movedMeasures)
          expect(total(answers.map(({ points }) => points[name]))).toBe(hundredths(byAnswers?.[name] ?? 0))
      }),
      { numRuns: 80 },
    )
  })

  it('says nothing of two sides that are the same', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const {
          causes: differing,
          answers,
          overall,
          findings,
        } = compare(sidesOf({ ...pair, after: pair.before }))
        expect({ differing, answers, contributions: overall.contributions }).toEqual({
          differing: [],
          answers: [],
          contributions: [],
        })
        expect(total(Object.values(overall.change))).toBe(0)
        expect([findings.changed, findings.resolved]).toEqual([[], []])
      }),
      { numRuns: 40 },
    )
  })

  it('gives the negative when the sides are swapped, exactly', () => {
    fc.assert(
      fc.property(anyPair, ({ before, after }) => {
        const names = differencesBetween({ before, after }).map(({ cause }) => cause)
        expect(differencesBetween({ before: after, after: before }).map(({ cause }) => cause)).toEqual(names)
        for (const name of movedMeasures) {
          const [there, back] = [
            { before, after },
            { before: after, after: before },
          ].map((sides) => exactShares(sides, names, name))
          for (const [cause, share] of there!)
            expect(compareRationals(share, negative(back!.get(cause)!)), `${name} by ${cause}`).toBe(0)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('does not depend on the order in which the causes are looked at', () => {
    fc.assert(
      fc.property(anyPair, fc.shuffledSubarray([...causes], { minLength: causes.length }), (sides, order) => {
        const names = differencesBetween(sides).map(({ cause }) => cause)
        const shuffled = order.filter((cause) => names.includes(cause))
        for (const name of movedMeasures) {
          const [one, other] = [names, shuffled].map((each) => exactShares(sides, each, name))
          for (const [cause, share] of one!) expect(compareRationals(share, other!.get(cause)!)).toBe(0)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('gives nothing to causes that are said not to differ', () => {
    fc.assert(
      fc.property(anyPair, (sides) => {
        const names = differencesBetween(sides).map(({ cause }) => cause)
        for (const name of movedMeasures)
          for (const [cause, share] of exactShares(sides, causes, name))
            if (!names.includes(cause)) expect(share.numerator, `${name} by ${cause}`).toBe(0n)
      }),
      { numRuns: 30 },
    )
  })

  const parts: readonly (readonly [Cause, (before: Written, after: Written) => Written])[] = [
    ['targets', (before, { targets }) => ({ ...before, targets })],
    ['weights', (before, { weights }) => ({ ...before, weights })],
    ['date', (before) => ({ ...before, date: '2027-06-30' })],
    [
      'answers',
      (before, after) =>
        saidWith(before, after, inScopeOnly, ({ evidence }, { answer }) => ({ evidence, answer })),
    ],
    [
      'evidence',
      (before, after) =>
        saidWith(before, after, always, ({ answer }, { evidence }) => ({ answer, evidence })),
    ],
    [
      'scope',
      (before, after) =>
        saidWith(before, after, always, (old, { answer }) =>
          answer === 'not-applicable' ? { ...old, answer } : old,
        ),
    ],
  ]

  it.each(parts)('gives everything to %s where nothing else differs', (cause, change) => {
    fc.assert(
      fc.property(pairs, (pair) => {
        // A piece from the future that begins to count is new evidence, though nothing was written.
        const before = saidWith(pair.before, pair.before, always, ({ answer, evidence }) => ({
          answer,
          evidence: evidence.filter(({ date = '' }) => date <= pair.before.date),
        }))
        const sides = sidesOf({ ...pair, before, after: change(before, pair.after) })
        const { overall, causes: differing } = compare(sides)
        expect([[], [cause]]).toContainEqual(differing.map((each) => each.cause))
        for (const { points } of overall.contributions) expect(points).toEqual(overall.change)
      }),
      { numRuns: 40 },
    )
  })

  it('takes a cause from a side as if the file had been written so', () => {
    fc.assert(
      fc.property(pairs, fc.subarray<Cause>(['answers', 'targets', 'weights']), (pair, late) => {
        const { framework, before } = pair
        // One scope: what an answer is to an element that was not asked is another matter.
        const after = saidWith(before, pair.after, inScopeOnly, (_, now) => now)
        const dated = { ...pair.after, said: after.said, date: before.date }
        const pick = (cause: Cause) => (late.includes(cause) ? ('after' as const) : ('before' as const))
        const written: Written = {
          ...before,
          targets: (late.includes('targets') ? dated : before).targets,
          weights: (late.includes('weights') ? dated : before).weights,
          said: saidWith(before, dated, always, (old, now) => ({
            answer: (late.includes('answers') ? now : old).answer,
            evidence: old.evidence,
          })).said,
        }
        const hybrid = membersIn(hybridOf(sidesOf({ ...pair, after: dated }), pick), null)
        const { overall } = sideOf(framework, written).assessment.scores
        for (const name of movedMeasures) {
          const exact = exactScore(hybrid, name)
          expect(exact ? roundRational(exact) : null, name).toBe(overall[name])
        }
      }),
      { numRuns: 80 },
    )
  })

  it('lets time that passes only lower what is evidenced, and new evidence on its own day never count as old', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        fc.pre(pair.before.date < pair.after.date)
        const date = compare(sidesOf(pair)).overall.contributions.find(({ cause }) => cause === 'date')!
        expect(date.points.evidenced ?? 0).toBeLessThanOrEqual(0)
      }),
      { numRuns: 40 },
    )
  })
})

const always = () => true
const inScopeOnly = (a: Written['said'][string], b: Written['said'][string]) =>
  a.answer !== 'not-applicable' && b.answer !== 'not-applicable'

/** The earlier file with what `merge` makes of both for the elements that `wanted` picks. */
function saidWith(
  before: Written,
  after: RandomPair['after'],
  wanted: (a: Written['said'][string], b: Written['said'][string]) => boolean,
  merge: (a: Written['said'][string], b: Written['said'][string]) => Written['said'][string],
): Written {
  return {
    ...before,
    said: Object.fromEntries(
      Object.entries(before.said).map(([id, old]) => {
        const now = after.said[id]!
        return [id, wanted(old, now) ? merge(old, now) : old]
      }),
    ),
  }
}
