import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Assessed, assessWithInputs } from '../../src/assess.ts'
import { narrowingsOf, rankQuestions } from '../../src/interview/rank-questions.ts'
import { scanElements } from '../../src/interview/scan-elements.ts'
import { weigh } from '../../src/scoring/weights.ts'
import type { Description, Standing } from '../../src/types/description.ts'
import type { ElementId, Framework } from '../../src/types/framework.ts'
import { add, multiply, type Rational, rational, zero } from '../../src/util/rational.ts'
import { load } from '../packs/tiny-pack.ts'
import { level, models } from '../scoring/arbitrary.ts'
import { describeAnswers } from '../scoring/hand-built.ts'

/** The width of an interval by trying every completion, in exact levels. */
function bruteWidth(standings: readonly Standing[], weights: ReadonlyMap<ElementId, bigint>): Rational {
  const members = standings.filter(({ id }) => (weights.get(id) ?? 0n) > 0n)
  const whole = members.reduce((sum, { id }) => sum + weights.get(id)!, 0n)
  if (whole === 0n) return zero
  let sums = [0n]
  for (const { id, lowest, highest } of members)
    sums = [
      ...new Set(
        sums.flatMap((sum) => levels(lowest, highest).map((value) => sum + weights.get(id)! * BigInt(value))),
      ),
    ]
  const ordered = sums.toSorted((a, b) => (a < b ? -1 : 1))
  return rational(ordered.at(-1)! - ordered[0]!, whole)
}

function levels(lowest: number, highest: number): number[] {
  return Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step)
}

function widths(framework: Framework, description: Description): ReadonlyMap<string, Rational> {
  const { overall, principles } = weigh(framework, description)
  const standings = [...description.standings.values()].filter(({ state }) => state !== 'not-applicable')
  return new Map([
    ['overall', bruteWidth(standings, overall)],
    ...[...principles].map(([id, weights]) => [id, bruteWidth(standings, weights)] as const),
  ])
}

const minus = (a: Rational, b: Rational) => add(a, multiply(rational(-1), b))
const same = (a: Rational, b: Rational) => a.numerator * b.denominator === b.numerator * a.denominator

describe('the narrowing of an open answer', () => {
  it('is the difference of the intervals before and after, tried level by level', () => {
    const answers = fc.oneof(
      level,
      fc.constantFrom('not-applicable' as const, 'declined' as const, undefined, undefined),
    )
    fc.assert(
      fc.property(models(answers), fc.nat(5), ({ framework, answers: given, circumstances }, chosen) => {
        const description = describeAnswers(framework, given, circumstances)
        const before = widths(framework, description)
        const narrowings = narrowingsOf(framework, description)
        expect([...narrowings.keys()]).toEqual(
          [...description.standings.values()]
            .filter(({ state }) => state === 'not-assessed')
            .map(({ id }) => id),
        )
        for (const [id, { overall, principles }] of narrowings) {
          const standing = description.standings.get(id)!
          const known = Math.min(Math.max(chosen, standing.lowest), standing.highest) as 0
          const after = widths(framework, {
            ...description,
            standings: new Map(description.standings).set(id, {
              ...standing,
              state: 'assessed',
              level: known,
              lowest: known,
              highest: known,
            }),
          })
          expect(same(overall, minus(before.get('overall')!, after.get('overall')!))).toBe(true)
          for (const principle of framework.principles)
            expect(
              same(
                principles.get(principle.id) ?? zero,
                minus(before.get(principle.id)!, after.get(principle.id)!),
              ),
            ).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

const head = `ims-gap: 1
framework: iso-56002:2019
organization: { name: Test, kind: established, size: medium }
assessment: { date: 2026-10-01 }
`

function assessed(practices: string, pack?: Assessed['pack']): Assessed {
  const text = pack ? head.replace('iso-56002:2019', 'tiny:1') + practices : head + practices
  const { assessed: result, diagnostics } = assessWithInputs(text, pack && { pack })
  if (!result) throw new Error(diagnostics.map(({ message }) => message).join())
  return result
}

describe('the next question', () => {
  it('is the one that narrows most where nothing is known, and says so in numbers', () => {
    const [first] = rankQuestions(assessed(''))
    expect(first!.element).toBe('5.1.1')
    expect(first!.why).toBe(
      'The overall level is between 0.00 and 5.00; this answer narrows the range by 0.20, and that of Future-focused leaders by 1.19, and may make it one of the first 3 improvements.',
    )
  })

  it('ranks every open element of the sitting and no other', () => {
    const given = assessed(
      'practices:\n  5.1.1: { level: 2 }\n  7.8: { notApplicable: { kind: not-relevant, reason: No } }\n  6.4: { criteria: { 1a: yes, 2a: no } }\n',
    )
    const all = rankQuestions(given).map(({ element }) => element)
    expect(all).toHaveLength(49)
    expect(all).not.toContain('5.1.1')
    const scan = scanElements(given.pack.framework)
    expect(
      rankQuestions(given, scan)
        .map(({ element }) => element)
        .sort(),
    ).toEqual(scan.filter((id) => id !== '5.1.1' && id !== '6.4').sort())
    expect(rankQuestions(given, [])).toEqual([])
  })

  it('prefers one that could exchange the first improvements to one that narrows a little more', () => {
    const { pack: tiny } = load()
    const importances: Readonly<Record<string, number>> = { '1.1': 5, '1.2': 4 }
    const elements = tiny!.framework.elements.map((each) => ({ ...each, importance: importances[each.id]! }))
    const pack = { ...tiny!, framework: { ...tiny!.framework, elements } }
    const order = (targets: string) =>
      rankQuestions(assessed(`targets: ${targets}\npractices: {}\n`, pack)).map(({ element }) => element)
    expect(order('{ default: 3 }')).toEqual(['1.1', '1.2'])
    // At a target of 0 nothing about 1.1 is ever to be improved.
    expect(order('{ default: 3, elements: { 1.1: 0 } }')).toEqual(['1.2', '1.1'])
  })

  it('is the first of the pack among equals, and says that the element itself may become an improvement', () => {
    const { pack } = load()
    expect(rankQuestions(assessed('practices: {}\n', pack)).map(({ element }) => element)).toEqual([
      '1.1',
      '1.2',
    ])
    const half = rankQuestions(assessed('practices:\n  1.1: { level: 5 }\n', pack))
    expect(half).toHaveLength(1)
    expect(half[0]!.moves).toEqual({ in: ['1.2'], out: [] })
    expect(half[0]!.why).toBe(
      'The overall level is between 2.50 and 5.00; this answer narrows the range by 2.50, and that of One by 2.50, and may make it one of the first 3 improvements.',
    )
  })

  it('counts what criteria already leave open', () => {
    const { pack } = load()
    const [first, second] = rankQuestions(
      assessed('practices:\n  1.1: { criteria: { 1a: yes, 2a: yes, 5a: no } }\n', pack),
    )
    expect([first!.element, second!.element]).toEqual(['1.2', '1.1'])
    expect(second!.why).toContain('between 1.00 and 4.50; this answer narrows the range by 1.00')
  })

  it('says what it could bring in or take out', () => {
    const practices = Object.entries({
      '4.1.1': 2,
      '4.1.2': 2,
      '4.2': 2,
      '5.1.1': 1,
      '5.1.2': 2,
      '5.3': 1,
      '6.2.1': 3,
      '7.1.5': 1,
    })
    const whys = rankQuestions(
      assessed(`practices:\n${practices.map(([id, value]) => `  ${id}: { level: ${value} }\n`).join('')}`),
    )
      .filter(({ moves }) => moves !== null)
      .map(({ why }) => why)
    expect(whys).toHaveLength(3)
    for (const why of whys)
      expect(why).toMatch(
        /^The overall level is between \d\.\d\d and \d\.\d\d; this answer narrows the range by 0\.\d\d, and that of [A-Z][\w -]+ by \d\.\d\d(, and may (bring|make|take) .* improvements)?\.$/,
      )
  })

  it('changes nothing of what it was given', () => {
    const given = assessed('practices:\n  5.1.1: { level: 2 }\n')
    const before = JSON.stringify(given.assessment)
    rankQuestions(given)
    expect(JSON.stringify(given.assessment)).toBe(before)
    expect(given.description.standings.get('5.1.2')!.state).toBe('not-assessed')
  })
})
