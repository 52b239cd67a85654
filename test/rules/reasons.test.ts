/** What a conclusion rests on, what is missing for one, and what falls short in a gap. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRules } from '../../src/rules/compile-rules.ts'
import { concludeAll } from '../../src/rules/conclude-all.ts'
import { lackingOf } from '../../src/rules/lacking-of.ts'
import { missingOf } from '../../src/rules/missing-of.ts'
import { readingsOf } from '../../src/rules/readings-of.ts'
import { reasonsOf } from '../../src/rules/reasons-of.ts'
import type { ConditionSpec, Rule } from '../../src/types/framework.ts'
import { conditions, everything, givens } from './random-rules.ts'
import { dataOf, describeSmall, framework, type Given, smallRule } from './small-description.ts'

function first(rule: Rule, given: Given, all = false) {
  const rules = compileRules([rule], framework)
  const description = describeSmall(given)
  const conclusion = concludeAll(rules, description)[0]!
  return {
    outcome: conclusion.outcome,
    reasons: reasonsOf(rules, description, conclusion, all).map(({ path, expected, found }) => [
      path.join('.'),
      expected,
      found,
    ]),
    missing: missingOf(rules, description, conclusion),
    lacking: conclusion.outcome === 'gap' ? lackingOf(readingsOf(rules, description, conclusion)) : [],
  }
}

const fires = (spec: ConditionSpec, more: Partial<Rule> = {}) => smallRule({ fires: spec, ...more })

describe('the reasons of a gap', () => {
  it('are the inputs that made it one, with what a sound practice would show', () => {
    expect(first(smallRule(), { '1.1': 2, '1.2': 0 })).toEqual({
      outcome: 'gap',
      reasons: [
        ['practices.1.1.level', 'at least 2', 2],
        ['practices.1.2.level', 'at least 2', 0],
      ],
      missing: [],
      lacking: ['1.2'],
    })
  })

  it.each<[string, ConditionSpec, Given, unknown[], string[]]>([
    [
      'only the members that matter',
      { lack: { any: ['1.1', '1.2', '1.3'] } },
      { '1.1': 3, '1.2': 1, '1.3': 'not-applicable' },
      [['practices.1.2.level', 'at least 2', 1]],
      ['1.2'],
    ],
    [
      'bounds known from criteria',
      { lack: '2.2' },
      { '2.2': { criteria: { '1a': 'yes', '2a': 'no' } } },
      [['practices.2.2.criteria', 'at least 2', 1]],
      ['2.2'],
    ],
    [
      'a declined element',
      { lack: '2.2' },
      { '2.2': { notApplicable: { kind: 'declined', reason: 'No' } } },
      [['practices.2.2.notApplicable', 'at least 2', 0]],
      ['2.2'],
    ],
    [
      'the target',
      { level: { of: '1.1', belowTarget: true } },
      { '1.1': 1 },
      [['practices.1.1.level', 'at least 3, its target', 1]],
      ['1.1'],
    ],
    [
      'what is not, under "not"',
      { not: { have: '1.1' } },
      { '1.1': 1 },
      [['practices.1.1.level', 'at least 3', 1]],
      ['1.1'],
    ],
    [
      'what is, under "not"',
      { not: { lack: '1.1' } },
      { '1.1': 4 },
      [['practices.1.1.level', 'at least 2', 4]],
      [],
    ],
    [
      'a low mean',
      { mean: { of: ['1.1', '1.2'], atMost: 1 } },
      { '1.1': 0, '1.2': 2 },
      [
        ['practices.1.1.level', 'a mean of more than 1', 0],
        ['practices.1.2.level', 'a mean of more than 1', 2],
      ],
      ['1.1'],
    ],
    [
      'a high mean',
      { mean: { of: ['1.1', '1.2'], atLeast: 3 } },
      { '1.1': 5, '1.2': 2 },
      [
        ['practices.1.1.level', 'a mean of at least 3', 5],
        ['practices.1.2.level', 'a mean of at least 3', 2],
      ],
      [],
    ],
    [
      'a low lowest',
      { lowest: { of: ['1.1', '1.2'], atMost: 1 } },
      { '1.1': 0, '1.2': 3 },
      [
        ['practices.1.1.level', 'each more than 1', 0],
        ['practices.1.2.level', 'each more than 1', 3],
      ],
      ['1.1'],
    ],
    [
      'a difference',
      { difference: { from: { level: '1.1' }, minus: { lowest: ['1.2', '1.3'] }, atLeast: 2 } },
      { '1.1': 4, '1.2': 1, '1.3': 3 },
      [
        ['practices.1.1.level', 'at least 2 above the lowest level of 1.2 Strategy and 1.3 Roles', 4],
        ['practices.1.2.level', 'less than 2 below the level of 1.1 Leadership', 1],
        ['practices.1.3.level', 'less than 2 below the level of 1.1 Leadership', 3],
      ],
      ['1.2'],
    ],
    [
      'a missing owner',
      { absent: '1.1.owner' },
      { '1.1': 2 },
      [['practices.1.1.owner', 'a value', null]],
      ['1.1'],
    ],
    [
      'an unmet criterion',
      { criterion: { of: '2.2', id: '2a', is: 'unmet' } },
      { '2.2': { criteria: { '2a': 'partly' } } },
      [['practices.2.2.criteria.2a', 'criterion 2a: yes', 'partly']],
      ['2.2'],
    ],
    [
      'a criterion by level',
      { criterion: { of: '2.2', id: '2a', is: 'no' } },
      { '2.2': 0 },
      [['practices.2.2.level', 'criterion 2a: yes, as its level says', 0]],
      ['2.2'],
    ],
    [
      'no evidence',
      { evidence: { of: '1.1', kind: 'result', atMost: 0 } },
      { '1.1': 2 },
      [['practices.1.1.evidence', 'at least 1 result', null]],
      ['1.1'],
    ],
    [
      'too little evidence',
      { not: { evidence: { of: '1.1', atLeast: 2 } } },
      { '1.1': { level: 2, evidence: [{ kind: 'record', file: 'a' }] } },
      [['practices.1.1.evidence.0', 'at least 2 pieces of evidence', 'a']],
      ['1.1'],
    ],
    [
      'old evidence',
      { evidence: { of: '1.1', older: '18 months' } },
      {
        '1.1': {
          level: 2,
          evidence: [
            { kind: 'record', file: 'a', date: '2026-01-01' },
            { kind: 'record', file: 'b', date: '2023-01-01' },
          ],
        },
      },
      [['practices.1.1.evidence.1', 'no piece of evidence older than 18 months', 'b']],
      ['1.1'],
    ],
    [
      'an old date',
      { older: { field: '1.1.reviewed', than: '24 months' } },
      { '1.1': { level: 2, reviewed: '2023-01-01' } },
      [['practices.1.1.reviewed', 'not older than 24 months', '2023-01-01']],
      ['1.1'],
    ],
    [
      'the organization',
      { size: ['micro', 'medium'] },
      {},
      [['organization.size', 'micro or medium', 'medium']],
      [],
    ],
    [
      'the ambition',
      { ambition: 'radical' },
      { innovation: { ambition: ['radical'] } },
      [['innovation.ambition', 'radical', 'radical']],
      [],
    ],
    [
      'a register',
      { count: { of: 'risks', atLeast: 1 } },
      { risks: [{ id: 'a' }] },
      [['risks', 'at least 1', 1]],
      [],
    ],
    [
      'entries that match',
      { count: { of: 'risks', where: { absent: 'item.owner' }, atLeast: 1 } },
      { risks: [{ id: 'a', owner: 'Ana' }, { id: 'b' }] },
      [
        ['risks', "at least 1 such that the entry's owner is not stated", 1],
        ['risks.1.owner', 'a value', null],
      ],
      [],
    ],
    [
      'entries that do not',
      {
        count: { of: 'risks', where: { oneOf: { field: 'item.kind', values: ['opportunity'] } }, atMost: 0 },
      },
      { risks: [{ id: 'a', kind: 'risk' }] },
      [
        ['risks', "more than 0 such that the entry's kind is opportunity", 0],
        ['risks.0.kind', 'opportunity', 'risk'],
      ],
      [],
    ],
    [
      'elements that match',
      { count: { of: 'elements', where: { lack: 'this' }, atLeast: 1 } },
      { '1.2': 0 },
      [
        ['practices', 'at least 1 such that the element stands at level 1 or less', 1],
        ['practices.1.2.level', 'at least 2', 0],
      ],
      ['1.2'],
    ],
    [
      'a share',
      { share: { of: 'risks', same: 'owner', atLeast: 60 } },
      { risks: [{ owner: 'Ana' }] },
      [['risks', 'at least 60 percent', '1 of 1']],
      [],
    ],
    [
      'different values',
      { distinct: { of: 'risks', field: 'owner', atMost: 1 } },
      { risks: [{ owner: 'Ana' }] },
      [['risks', 'more than 1 different', 1]],
      [],
    ],
    [
      'nothing twice',
      { all: [{ lack: '1.1' }, { lack: '1.1' }] },
      { '1.1': 0 },
      [['practices.1.1.level', 'at least 2', 0]],
      ['1.1'],
    ],
  ])('name %s', (_, spec, given, reasons, lacking) => {
    const result = first(fires(spec), given)
    expect([result.outcome, result.reasons, result.lacking]).toEqual(['gap', reasons, lacking])
  })

  it('are those of the element or entry that it is about', () => {
    const each = fires({ lack: 'this' }, { each: 'elements', about: 'this' })
    expect(first(each, { '1.1': 1 }).reasons).toEqual([['practices.1.1.level', 'at least 2', 1]])
    const item = fires({ absent: 'item.owner' }, { each: 'risks' })
    expect(first(item, { risks: [{ id: 'a' }] }).reasons).toEqual([['risks.0.owner', 'a value', null]])
  })
})

describe('the reasons of other outcomes', () => {
  const guarded = smallRule({ unless: { ambition: 'radical' } })
  it.each<[string, Rule, Given, string, unknown[]]>([
    [
      'what kept the rule silent',
      smallRule(),
      { '1.1': 1, '1.2': 0 },
      'clear',
      [['practices.1.1.level', 'at least 2', 1]],
    ],
    [
      'what is not known',
      smallRule(),
      { '1.1': 2 },
      'not-evaluated',
      [['practices.1.2', 'at least 2', null]],
    ],
    [
      'what does not apply',
      smallRule(),
      { '1.1': 2, '1.2': 'not-applicable' },
      'not-applicable',
      [['practices.1.2.notApplicable', 'at least 2', 'not applicable']],
    ],
    [
      'the guard that holds',
      guarded,
      { '1.1': 2, '1.2': 0, innovation: { ambition: ['radical'] } },
      'not-applicable',
      [['innovation.ambition', 'radical', 'radical']],
    ],
    [
      'the guard that is not known',
      guarded,
      { '1.1': 2, '1.2': 0 },
      'not-evaluated',
      [['innovation.ambition', 'radical', null]],
    ],
    [
      'a missing register',
      smallRule({ each: 'risks', fires: { absent: 'item.owner' } }),
      {},
      'not-evaluated',
      [['risks', 'entries', null]],
    ],
    [
      'an empty register',
      smallRule({ each: 'risks', fires: { absent: 'item.owner' } }),
      { risks: [] },
      'not-applicable',
      [['risks', 'entries', 'none']],
    ],
    [
      'an element outside',
      smallRule({ each: 'elements', about: 'this', fires: { lack: 'this' } }),
      { '1.1': 'not-applicable' },
      'not-applicable',
      [['practices.1.1.notApplicable', 'a level', 'not applicable']],
    ],
  ])('name %s', (_, rule, given, outcome, reasons) => {
    const result = first(rule, given)
    expect([result.outcome, result.reasons, result.lacking]).toEqual([outcome, reasons, []])
  })

  it('are all inputs when everything is asked for', () => {
    expect(first(guarded, { '1.1': 1, '1.2': 4 }, true).reasons).toEqual([
      ['practices.1.1.level', 'at least 2', 1],
      ['practices.1.2.level', 'at least 2', 4],
      ['innovation.ambition', 'radical', null],
    ])
  })

  it('always point at something in the file, or say that nothing is there', () => {
    const rules = fc.oneof(
      conditions(everything).map((spec) => fires(spec, { each: 'elements', about: 'this' })),
      conditions({ ...everything, each: false }).map((spec) =>
        fires({ any: [spec, { absent: 'item.owner' }] }, { each: 'initiatives' }),
      ),
    )
    fc.assert(
      fc.property(rules, givens(true), fc.boolean(), (rule, given, all) => {
        const compiled = compileRules([rule], framework)
        const description = describeSmall(given)
        const data = dataOf(given)
        for (const conclusion of concludeAll(compiled, description)) {
          const reasons = reasonsOf(compiled, description, conclusion, all)
          for (const { path, found } of reasons) {
            if (found === null) continue
            let node = data as Record<string | number, unknown> | undefined
            for (const step of path) node = node?.[step] as typeof node
            expect([path, node === undefined]).toEqual([path, false])
          }
          const missing = missingOf(compiled, description, conclusion)
          expect([conclusion.outcome, missing.length > 0]).toEqual([
            conclusion.outcome,
            conclusion.outcome === 'not-evaluated',
          ])
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('what is missing', () => {
  it.each<[ConditionSpec, Given, string[]]>([
    [{ some: '1.1', lack: '1.2' }, {}, ['1.1', '1.2']],
    [{ some: '1.1', lack: '1.2' }, { '1.1': 3 }, ['1.2']],
    [{ lack: { all: ['1.1', '1.2', '1.3'] } }, { '1.1': 0 }, ['1.2', '1.3']],
    [{ count: { of: 'indicators', atLeast: 1 } }, {}, ['indicators']],
    [{ older: { field: '1.1.reviewed', than: '24 months' } }, { '1.1': 3 }, ['1.1.reviewed']],
    [{ older: { field: '1.1.reviewed', than: '24 months' } }, {}, ['1.1']],
    [
      { older: { field: '1.1.reviewed', than: '1.2.reviewed' } },
      { '1.1': { level: 1, reviewed: '2026-01-01' }, '1.2': 1 },
      ['1.2.reviewed'],
    ],
    [{ criterion: { of: '2.2', id: '2b', is: 'unmet' } }, { '2.2': 1 }, ['criterion 2b of 2.2']],
    [
      { criterion: { of: '2.2', id: '2b', is: 'unmet' } },
      { '2.2': { criteria: { '1a': 'yes' } } },
      ['criterion 2b of 2.2'],
    ],
    [{ criterion: { of: '2.2', id: '2b', is: 'unmet' } }, {}, ['2.2']],
    [{ ambition: 'radical' }, {}, ['innovation.ambition']],
    [{ mean: { of: { clause: '2.1' }, atMost: 1 } }, { '2.1.1': 1 }, ['2.1.2']],
    [{ difference: { from: { level: '1.1' }, minus: { level: '1.2' }, atLeast: 1 } }, { '1.2': 1 }, ['1.1']],
    [{ evidence: { of: ['1.1', '1.2'], atLeast: 2 } }, { '1.1': 1 }, ['1.2']],
    [
      {
        count: {
          of: 'initiatives',
          where: { oneOf: { field: 'item.status', values: ['active'] } },
          atLeast: 1,
        },
      },
      { initiatives: [{ id: 'pump' }] },
      ['pump.status'],
    ],
    [{ count: { of: 'elements', where: { have: 'this' }, atLeast: 1 } }, {}, ['practices']],
    [
      { count: { of: 'elements', where: { older: { field: 'this.reviewed', than: '1 day' } }, atLeast: 1 } },
      { '1.1': 3 },
      ['1.1.reviewed'],
    ],
    [{ share: { of: 'risks', same: 'owner', atLeast: 60 } }, { risks: [{ id: 'a' }] }, ['a.owner']],
    [
      { distinct: { of: 'risks', field: 'owner', atMost: 1 } },
      { risks: [{ id: 'a', owner: 'Ana' }, { id: 'b' }] },
      ['b.owner'],
    ],
    [
      { share: { of: 'elements', same: 'owner', where: { have: 'this' }, atLeast: 60 } },
      { '1.1': 3, '1.2': 1 },
      ['1.1.owner'],
    ],
    [
      { level: { of: '2.2', atLeast: 2, atMost: 3 } },
      { '2.2': { criteria: { '1a': 'yes', '3a': 'no' } } },
      ['2.2'],
    ],
  ])('for %j given %j is %j', (spec, given, missing) => {
    const result = first(fires(spec), given)
    expect([result.outcome, result.missing]).toEqual(['not-evaluated', missing])
  })
})
