/** The laws of the four truth values, and that knowing more never takes back what was concluded. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bothOf,
  eitherOf,
  FALSE,
  NOT_APPLICABLE,
  opposite,
  TRUE,
  type Truth,
  UNKNOWN,
  within,
} from '../../src/rules/truth.ts'
import type { ConditionSpec } from '../../src/types/framework.ts'
import { assessed, conditions, everything, givens, ids } from './random-rules.ts'
import { type Given, truthOf } from './small-description.ts'

const truths: readonly Truth[] = [FALSE, NOT_APPLICABLE, UNKNOWN, TRUE]
const truth = fc.constantFrom(...truths)

describe('truth values', () => {
  it('combine by "all": any false, else any not applicable, else any unknown, else true', () => {
    const order = [FALSE, NOT_APPLICABLE, UNKNOWN, TRUE]
    for (const a of truths)
      for (const b of truths) expect(bothOf(a, b)).toBe(order.find((one) => one === a || one === b))
  })

  it('combine by "any": true before unknown before false, not applicable left out', () => {
    const order = [TRUE, UNKNOWN, FALSE, NOT_APPLICABLE]
    for (const a of truths)
      for (const b of truths) expect(eitherOf(a, b)).toBe(order.find((one) => one === a || one === b))
  })

  it('combine in any order and grouping', () => {
    fc.assert(
      fc.property(truth, truth, truth, (a, b, c) => {
        for (const combine of [bothOf, eitherOf]) {
          expect(combine(a, b)).toBe(combine(b, a))
          expect(combine(a, combine(b, c))).toBe(combine(combine(a, b), c))
          expect(combine(a, a)).toBe(a)
        }
        expect(opposite(opposite(a))).toBe(a)
      }),
    )
  })

  it('of a number within bounds are what trying every number gives', () => {
    const number = fc.integer({ min: 0, max: 6 })
    fc.assert(
      fc.property(number, number, number, number, (a, b, from, to) => {
        const [lowest, highest] = [Math.min(a, b), Math.max(a, b)]
        const tried = Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step).map(
          (n) => n >= from && n <= to,
        )
        const all = tried.every(Boolean) ? TRUE : tried.some(Boolean) ? UNKNOWN : FALSE
        const verdict = within(lowest, highest, from, to)
        // Bounds between the ends of what is possible: unknown, though numbers in between might all miss.
        expect([all, UNKNOWN]).toContain(verdict)
        if (lowest === highest || from > to) expect(verdict).toBe(all)
      }),
    )
  })
})

/** The same with something more known: assessed elements stay as they are, others may get a level, registers appear. */
function withMoreKnown(given: Given): fc.Arbitrary<Given> {
  const open = ids.filter((id) => {
    const practice = given[id]
    return (
      practice === undefined ||
      (typeof practice === 'object' &&
        practice !== null &&
        !('level' in practice) &&
        !('criteria' in practice))
    )
  })
  const more = fc.record(
    {
      ...(Object.fromEntries(open.map((id) => [id, assessed(id)])) as Record<string, fc.Arbitrary<unknown>>),
      innovation: fc.constant(given.innovation ?? { ambition: ['incremental'] }),
      initiatives: fc.constant(
        given.initiatives ?? [
          { status: 'active', owner: 'Ana' },
          { status: 'stopped', type: 'model' },
        ],
      ),
    },
    { requiredKeys: [] },
  )
  return more.map((added) => ({ ...given, ...added }))
}

describe('knowing more', () => {
  it('never turns true into false or false into true, where everything applies', () => {
    const choice = { ...everything, each: false, share: false, needs: false, crowds: false }
    const case_ = givens(false).chain((given) =>
      fc.tuple(conditions(choice), fc.constant(given), withMoreKnown(given)),
    )
    fc.assert(
      fc.property(case_, ([spec, given, more]) => {
        const before = truthOf(spec, given)
        fc.pre(before === 'true' || before === 'false')
        // Criteria that do not apply to micro firms are not applicable.
        fc.pre(!JSON.stringify(spec).includes('"2b"'))
        expect(truthOf(spec, more)).toBe(before)
      }),
      { numRuns: 600 },
    )
  })

  it('never turns true into anything else, whatever applies, where nothing is negated', () => {
    const choice = { ...everything, each: false, not: false, share: false, crowds: false }
    const case_ = givens(true).chain((given) =>
      fc.tuple(conditions(choice), fc.constant(given), withMoreKnown(given)),
    )
    fc.assert(
      fc.property(case_, ([spec, given, more]) => {
        fc.pre(truthOf(spec, given) === 'true')
        expect(truthOf(spec, more)).toBe('true')
      }),
      { numRuns: 600 },
    )
  })

  it('decides a share only where every way to fill the gaps agrees', () => {
    const type = fc.constantFrom('service', 'model', undefined)
    const status = fc.constantFrom('active', 'stopped', undefined)
    const items = fc.array(fc.record({ type, status }), { minLength: 1, maxLength: 4 })
    const bounds = fc.oneof(
      fc.integer({ min: 1, max: 100 }).map((atLeast) => ({ atLeast })),
      fc.integer({ min: 0, max: 99 }).map((atMost) => ({ atMost })),
    )
    const where = { oneOf: { field: 'item.status', values: ['active'] } }
    const word = fc.oneof(
      bounds.map((bound) => ({ share: { of: 'initiatives', same: 'type', ...bound } })),
      bounds.map((bound) => ({ share: { of: 'initiatives', same: 'type', where, ...bound } })),
      bounds.map((bound) => ({ share: { of: 'initiatives', where, ...bound } })),
      fc.nat(3).map((atMost) => ({ distinct: { of: 'initiatives', field: 'type', where, atMost } })),
      fc
        .nat(3)
        .map((atLeast) => ({ distinct: { of: 'initiatives', field: 'type', where, atLeast: atLeast + 1 } })),
    )
    type Item = { readonly type: string | undefined; readonly status: string | undefined }
    const verdict = (spec: ConditionSpec, all: readonly Item[]) =>
      truthOf(spec, { initiatives: all.map((one) => JSON.parse(JSON.stringify(one))) })
    const fill = (all: readonly Item[]): (readonly Item[])[] => {
      const place = all.findIndex((one) => one.type === undefined || one.status === undefined)
      if (place < 0) return [all]
      const open = all[place]!
      const filled =
        open.type === undefined
          ? ['service', 'model', `new ${place}`].map((one) => ({ ...open, type: one }))
          : ['active', 'stopped'].map((one) => ({ ...open, status: one }))
      return filled.flatMap((one) => fill(all.with(place, one)))
    }
    fc.assert(
      fc.property(items, word, (all, spec) => {
        const ways = fill(all)
        fc.pre(ways.length <= 60)
        const now = verdict(spec, all)
        if (now !== 'unknown') expect([...new Set(ways.map((way) => verdict(spec, way)))]).toEqual([now])
      }),
      { numRuns: 500 },
    )
  })
})
