/** What rules conclude: order, ids, guards, registers, and that asking again in part gives the same as asking everything. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRules } from '../../src/rules/compile-rules.ts'
import { type Conclusion, concludeAll } from '../../src/rules/conclude-all.ts'
import { concludeFor } from '../../src/rules/conclude-for.ts'
import { missingOf } from '../../src/rules/missing-of.ts'
import type { Rule } from '../../src/types/framework.ts'
import { conditions, everything, givens, ids } from './random-rules.ts'
import { describeSmall, framework, type Given, smallRule } from './small-description.ts'

const conclude = (rules: readonly Rule[], given: Given) =>
  concludeAll(compileRules(rules, framework), describeSmall(given))
const brief = (conclusions: readonly Conclusion[]) => conclusions.map(({ id, outcome }) => `${id} ${outcome}`)

describe('concluding', () => {
  it('keeps the order of rules, then of elements in the pack, then of entries in the file', () => {
    const rules = [
      smallRule({ id: 'b/last', about: null, fires: { kind: 'established' } }),
      smallRule({ id: 'a/each', about: 'this', each: 'elements', fires: { lack: 'this' } }),
      smallRule({ id: 'c/items', about: '3.1', each: 'indicators', fires: { absent: 'item.owner' } }),
      smallRule({ id: 'd/items', about: null, each: 'risks', fires: { absent: 'item.owner' } }),
    ]
    const given = {
      '3.10': 0,
      '3.2': 5,
      '2.2': 'not-applicable',
      indicators: [{ id: 'z' }, { id: 'a', owner: 'Ana' }],
      risks: [{ id: 'r' }],
    }
    expect(brief(conclude(rules, given))).toEqual([
      'b/last@organization gap',
      'a/each@1.1 not-evaluated',
      'a/each@1.2 not-evaluated',
      'a/each@1.3 not-evaluated',
      'a/each@2.1.1 not-evaluated',
      'a/each@2.1.2 not-evaluated',
      'a/each@2.2 not-applicable',
      'a/each@3.1 not-evaluated',
      'a/each@3.2 clear',
      'a/each@3.10 gap',
      'c/items@3.1#z gap',
      'c/items@3.1#a clear',
      'd/items@organization#r gap',
    ])
  })

  it('says which element and which entry a conclusion is about', () => {
    const [item] = conclude([smallRule({ each: 'risks', fires: { absent: 'item.owner' } })], {
      risks: [{ id: 'r' }],
    })
    expect([item!.element, item!.item!.id, item!.rule.id]).toEqual(['1.2', 'r', 'work/without-plan'])
    const [each] = conclude([smallRule({ about: 'this', each: 'elements', fires: { lack: 'this' } })], {})
    expect([each!.element, each!.item]).toEqual(['1.1', null])
    expect(conclude([smallRule({ about: null })], {})[0]!.element).toBeNull()
  })

  it.each<[string, Given, string]>([
    ['a missing register', {}, 'work/without-plan@1.2 not-evaluated'],
    ['an empty register', { risks: [] }, 'work/without-plan@1.2 not-applicable'],
  ])('%s is one conclusion about no entry', (_, given, expected) => {
    const conclusions = conclude([smallRule({ each: 'risks', fires: { absent: 'item.owner' } })], given)
    expect(brief(conclusions)).toEqual([expected])
    expect(conclusions[0]!.item).toBeNull()
  })

  it.each<[string, Given, string]>([
    ['fires', { '1.1': 2, '1.2': 1, '1.3': 1 }, 'gap'],
    ['fires, guard true', { '1.1': 2, '1.2': 1, '1.3': 3 }, 'not-applicable'],
    ['fires, guard unknown', { '1.1': 2, '1.2': 1 }, 'not-evaluated'],
    ['fires, guard not applicable', { '1.1': 2, '1.2': 1, '1.3': 'not-applicable' }, 'gap'],
    ['false', { '1.1': 1, '1.3': 1 }, 'clear'],
    ['false, guard true', { '1.1': 1, '1.3': 3 }, 'not-applicable'],
    ['false, guard unknown', { '1.1': 1 }, 'clear'],
    ['unknown', { '1.1': 2, '1.3': 1 }, 'not-evaluated'],
    ['unknown, guard true', { '1.3': 3 }, 'not-applicable'],
    ['not applicable, guard unknown', { '1.1': 'not-applicable' }, 'not-applicable'],
  ])('%s gives the outcome %j -> %s', (_, given, outcome) => {
    expect(conclude([smallRule({ unless: { have: '1.3' } })], given)[0]!.outcome).toBe(outcome)
  })

  it('leaves an element that is not applicable alone, whatever the rule reads', () => {
    const rule = smallRule({ about: 'this', each: 'elements', fires: { kind: 'established' } })
    expect(conclude([rule], { '1.1': 'not-applicable' })[0]!.outcome).toBe('not-applicable')
  })

  describe('about each piece of evidence', () => {
    const rule = smallRule({
      about: 'this',
      each: 'evidence',
      fires: { not: { oneOf: { field: 'item.file', values: ['there'] } } },
    })
    const evidence = (...files: string[]) => files.map((file) => ({ file, kind: 'record' }))

    it('is about the element that cites it, in the order of the pack and of the file', () => {
      const given = {
        '1.2': { level: 3, evidence: evidence('b', 'a') },
        '1.1': { level: 3, evidence: evidence('a') },
        files: { a: 'missing', b: 'present' },
      }
      expect(brief(conclude([rule], given))).toEqual([
        'work/without-plan@1.1#a gap',
        'work/without-plan@1.2#b clear',
        'work/without-plan@1.2#a gap',
      ])
    })

    it.each<[string, Given, string]>([
      ['files that nobody looked at', { '1.1': { level: 3, evidence: evidence('a') } }, 'not-applicable'],
      ['nothing cited at all', { '1.1': 3, files: {} }, 'not-applicable'],
    ])('is one conclusion about no element for %s', (_, given, outcome) => {
      expect(brief(conclude([rule], given))).toEqual([`work/without-plan@organization ${outcome}`])
    })

    it('cannot say what is missed where there is no level, and leaves alone what does not apply', () => {
      const given = {
        '1.1': { evidence: evidence('a') },
        '1.2': { notApplicable: { kind: 'not-relevant', reason: 'x' }, evidence: evidence('a') },
        files: {},
      }
      const conclusions = conclude([rule], given)
      expect(brief(conclusions)).toEqual([
        'work/without-plan@1.1#a not-evaluated',
        'work/without-plan@1.2#a not-applicable',
      ])
      const description = describeSmall(given)
      expect(missingOf(compileRules([rule], framework), description, conclusions[0]!)).toEqual(['1.1'])
    })

    it('tells pieces from each other that cite the same, whatever else is called so', () => {
      const given = { '1.1': { level: 3, evidence: evidence('a', 'a (2)', 'a', 'a') }, files: {} }
      expect(conclude([rule], given).map(({ id }) => id.split('#')[1])).toEqual([
        'a',
        'a (2)',
        'a (3)',
        'a (4)',
      ])
    })
  })

  it('reads nothing that objects inherit', () => {
    const rule = smallRule({ each: 'risks', fires: { present: 'item.constructor' } })
    expect(conclude([rule], { risks: [{ id: 'r' }] })[0]!.outcome).toBe('clear')
  })
})

describe('concluding again for changed elements', () => {
  const rules = fc.array(
    fc.oneof(
      conditions(everything).map((fires) => smallRule({ each: 'elements', about: 'this', fires })),
      conditions(everything).map((more) =>
        smallRule({
          each: 'evidence',
          about: 'this',
          fires: { all: [{ oneOf: { field: 'item.age', values: ['fresh'] } }, more] },
        }),
      ),
      fc
        .tuple(
          conditions({ ...everything, each: false }),
          fc.option(conditions({ ...everything, each: false })),
        )
        .map(([fires, unless]) => smallRule({ fires, unless })),
      conditions({ ...everything, each: false }).map((more) =>
        smallRule({ each: 'initiatives', fires: { all: [{ absent: 'item.owner' }, more] } }),
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )

  it('gives exactly what asking everything gives, and what it leaves out has not changed', () => {
    const changes = fc.subarray([...ids], { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(rules, givens(true), givens(true), changes, (some, given, other, changed) => {
        const numbered = some.map((rule, place) => ({ ...rule, id: `a/rule-${place}` }))
        const compiled = compileRules(numbered, framework)
        const before = describeSmall({ ...given, files: {} })
        const standings = new Map(before.standings)
        const from = describeSmall({ ...other, files: {} }).standings
        for (const id of changed) standings.set(id, from.get(id)!)
        const after = { ...before, standings }
        const all = new Map(concludeAll(compiled, after).map((one) => [one.id, one]))
        const part = concludeFor(compiled, after, [...changed, 'no such element'])
        for (const one of part) expect(one).toEqual(all.get(one.id))
        const asked = new Set(part.map(({ id }) => id))
        expect(part.map(({ id }) => id)).toEqual([...all.keys()].filter((id) => asked.has(id)))
        for (const one of concludeAll(compiled, before)) {
          // Pieces of evidence can come and go.
          const gone = one.rule.each === 'evidence' && !all.has(one.id)
          if (!asked.has(one.id) && !gone) expect(all.get(one.id)!.outcome).toBe(one.outcome)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('asks only the rules that read the element', () => {
    const compiled = compileRules(
      [
        smallRule({ id: 'a/a', fires: { lack: '1.1' } }),
        smallRule({ id: 'a/b', fires: { lack: '1.2' } }),
        smallRule({
          id: 'a/each',
          about: 'this',
          each: 'elements',
          fires: { level: { of: 'this', belowTarget: true } },
        }),
        smallRule({
          id: 'a/needs',
          about: 'this',
          each: 'elements',
          fires: { lowest: { of: { needs: 'this' }, atMost: 1 } },
        }),
        smallRule({
          id: 'a/count',
          about: null,
          fires: { count: { of: 'elements', where: { have: 'this' }, atLeast: 3 } },
        }),
        smallRule({
          id: 'a/shared',
          about: 'this',
          each: 'elements',
          fires: { evidence: { of: 'this', sharedBy: 2 } },
        }),
      ],
      framework,
    )
    const asked = concludeFor(compiled, describeSmall({}), ['1.1']).map(({ id }) => id)
    // What one element cites decides what all others share.
    expect(asked).toEqual([
      'a/a@1.2',
      'a/each@1.1',
      'a/needs@1.1',
      'a/needs@1.2',
      'a/count@organization',
      ...framework.elements.map(({ id }) => `a/shared@${id}`),
    ])
  })
})
