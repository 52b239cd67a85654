/** Every mistake in a rule is one problem, at its place. */
import { describe, expect, it } from 'vitest'
import { checkRules } from '../../src/rules/check-rules.ts'
import type { ConditionSpec, Rule, RuleExample, RuleTexts } from '../../src/types/framework.ts'
import { framework, smallRule } from './small-description.ts'

const examples: readonly RuleExample[] = [
  { given: { '1.1': 2, '1.2': 0 }, at: null, outcome: 'gap' },
  { given: { '1.1': 2, '1.2': 3 }, at: null, outcome: 'clear' },
  { given: {}, at: null, outcome: 'not-evaluated' },
]
const texts = (change: Partial<RuleTexts> = {}): RuleTexts => ({
  title: 'T',
  message: 'Levels {1.1} and {1.2}.',
  why: 'W',
  otherwise: 'O',
  check: 'C',
  do: null,
  examples,
  ...change,
})
const at = (place: string | null) => examples.map((example) => ({ ...example, at: place }))
const itemExamples = examples.map((example) => ({
  ...example,
  given: { initiatives: [{ id: 'i' }] },
  at: 'i',
}))
const check = (rule: Rule, change?: Partial<RuleTexts>) =>
  checkRules([rule], { [rule.id]: texts(change) }, framework)

const eachElement = { each: 'elements', about: 'this' } as const
const eachPiece = { each: 'evidence', about: 'this' } as const
const deep = (levels: number): ConditionSpec => (levels === 0 ? { have: '1.1' } : { not: deep(levels - 1) })

type Case = readonly [spec: unknown, code: string, place: string, message: RegExp]

const conditions: readonly Case[] = [
  [
    { evidence: { of: '1.1', dated: false } },
    'bad-operand',
    'fires.evidence.dated',
    /expected true, not false/,
  ],
  [{ hvae: '1.1' }, 'unknown-word', 'fires.hvae', /unknown word "hvae" -> did you mean "have"/],
  [{ have: '1.1', wobble: '1.2' }, 'unknown-word', 'fires.wobble', /the words are have, some/],
  [{ constructor: '1.1' }, 'unknown-word', 'fires.constructor', /unknown word "constructor"/],
  [{}, 'bad-operand', 'fires', /expected a condition, not an empty mapping/],
  [{ not: ['1.1'] }, 'bad-operand', 'fires.not', /expected a condition, not a list/],
  [{ all: [] }, 'bad-operand', 'fires.all', /expected a list of conditions, not an empty list/],
  [{ any: { have: '1.1' } }, 'bad-operand', 'fires.any', /expected a list of conditions, not a mapping/],
  [{ all: [{ have: '1.1' }, 'x'] }, 'bad-operand', 'fires.all.1', /expected a condition, not "x"/],
  [deep(20), 'bad-condition', `fires${'.not'.repeat(20)}`, /nested more than 20 deep/],
  [{ have: '9.9' }, 'unknown-element', 'fires.have', /there is no element "9\.9"/],
  [{ have: '1.11' }, 'unknown-element', 'fires.have', /did you mean "1\.1"/],
  [{ have: 2 }, 'unknown-element', 'fires.have', /it is a heading/],
  [{ have: null }, 'bad-operand', 'fires.have', /expected the number of an element, not nothing/],
  [{ have: { any: ['1.1', '9.9'] } }, 'unknown-element', 'fires.have.any.1', /"9\.9"/],
  [{ have: { any: ['1.1', '1.1'] } }, 'bad-operand', 'fires.have.any.1', /named twice/],
  [
    { have: { either: ['1.1'] } },
    'bad-operand',
    'fires.have',
    /expected an element, any or all, not "either"/,
  ],
  [
    { have: { any: 'element' } },
    'bad-operand',
    'fires.have.any',
    /expected a list of elements, a selector or "elements", not "element"/,
  ],
  [{ have: { any: { clause: 7 } } }, 'unknown-clause', 'fires.have.any.clause', /there is no clause "7"/],
  [{ have: { any: { stage: 'chek' } } }, 'unknown-stage', 'fires.have.any.stage', /did you mean "check"/],
  [
    { have: { any: { principle: 'poeple' } } },
    'unknown-principle',
    'fires.have.any.principle',
    /did you mean "people"/,
  ],
  [{ have: { any: { needed: '1.1' } } }, 'bad-operand', 'fires.have.any.needed', /unknown selector "needed"/],
  [
    { have: { any: { clause: 1, stage: 'plan' } } },
    'bad-operand',
    'fires.have.any',
    /expected one selector, not "clause" and "stage"/,
  ],
  [
    { have: { any: { stage: 'plan' } } },
    'bad-condition',
    'fires.have.any.stage',
    /no element belongs to the stage "plan"/,
  ],
  [{ have: 'this' }, 'misplaced-this', 'fires.have', /"this" means nothing/],
  [{ absent: 'item.owner' }, 'misplaced-this', 'fires.absent', /"item" means nothing/],
  [
    { level: { of: '1.1', atLest: 2 } },
    'bad-operand',
    'fires.level.atLest',
    /unknown key "atLest" -> did you mean "atLeast"/,
  ],
  [{ level: { of: '1.1' } }, 'bad-operand', 'fires.level', /a bound must be given/],
  [{ level: { atLeast: 2 } }, 'bad-operand', 'fires.level', /of must be given/],
  [
    { level: { of: '1.1', atLeast: 6 } },
    'bad-operand',
    'fires.level.atLeast',
    /expected a level from 1 to 5, not 6/,
  ],
  [{ level: { of: '1.1', atLeast: 0 } }, 'bad-operand', 'fires.level.atLeast', /from 1 to 5, not 0/],
  [{ level: { of: '1.1', atMost: '2.5' } }, 'bad-operand', 'fires.level.atMost', /from 0 to 4, not "2\.5"/],
  [
    { level: { of: '1.1', belowTarget: false } },
    'bad-operand',
    'fires.level.belowTarget',
    /expected true, not false/,
  ],
  [
    { level: { of: '1.1', atLeast: 4, atMost: 2 } },
    'bad-condition',
    'fires.level',
    /nothing is at least 4 and at most 2/,
  ],
  [
    { mean: { of: ['1.1'], atLeast: 'NaN' } },
    'bad-operand',
    'fires.mean.atLeast',
    /above 0 and at most 5, not "NaN"/,
  ],
  [{ lowest: { of: '1.1', atLeast: 2 } }, 'bad-operand', 'fires.lowest.of', /expected a list of elements/],
  [
    { difference: { from: { level: '1.1' }, minus: { levl: '1.2' }, atLeast: 1 } },
    'bad-operand',
    'fires.difference.minus.levl',
    /did you mean "level"/,
  ],
  [
    { difference: { from: { level: '1.1' }, minus: '1.2', atLeast: 1 } },
    'bad-operand',
    'fires.difference.minus',
    /expected a measure such as/,
  ],
  [
    { difference: { from: { level: '1.1' }, minus: { level: '1.2' } } },
    'bad-operand',
    'fires.difference',
    /atLeast must be given/,
  ],
  [{ present: '1.1' }, 'bad-operand', 'fires.present', /expected a field, not "1\.1"/],
  [
    { present: '1.1.ownr' },
    'bad-operand',
    'fires.present',
    /there is no field "ownr" -> did you mean "owner"/,
  ],
  [{ present: '9.9.owner' }, 'unknown-element', 'fires.present', /there is no element "9\.9"/],
  [{ present: 'organisation.sector' }, 'bad-operand', 'fires.present', /did you mean "organization"/],
  [{ present: 'this.owner' }, 'misplaced-this', 'fires.present', /"this" means nothing/],
  [
    { oneOf: { field: '1.1.confidence', values: ['sure'] } },
    'bad-operand',
    'fires.oneOf.values.0',
    /unknown value "sure"/,
  ],
  [
    { oneOf: { field: '1.1.owner', values: [['Ana']] } },
    'bad-operand',
    'fires.oneOf.values.0',
    /expected a single value, not a list/,
  ],
  [
    { includes: { field: '1.1.owner', value: 'Ana' } },
    'bad-operand',
    'fires.includes.field',
    /this field is no list/,
  ],
  [
    { includes: { field: 'assessment.assessors', value: '{1.1.ownr}' } },
    'bad-operand',
    'fires.includes.value',
    /there is no field "ownr"/,
  ],
  [
    { criterion: { of: '2.2', id: '2z', is: 'yes' } },
    'bad-criterion',
    'fires.criterion.id',
    /"2z" is no criterion of element 2\.2/,
  ],
  [
    { criterion: { of: '2.2', id: '2a', is: 'maybe' } },
    'bad-operand',
    'fires.criterion.is',
    /unknown answer "maybe"/,
  ],
  [{ criterion: { of: '9.9', id: '2a', is: 'yes' } }, 'unknown-element', 'fires.criterion.of', /"9\.9"/],
  [
    { evidence: { of: '1.1', kind: 'recrod' } },
    'bad-operand',
    'fires.evidence.kind',
    /did you mean "record"/,
  ],
  [
    { evidence: { of: '1.1', older: '18 month ago' } },
    'bad-operand',
    'fires.evidence.older',
    /expected a duration/,
  ],
  [
    { evidence: { of: '1.1', sharedBy: 1 } },
    'bad-operand',
    'fires.evidence.sharedBy',
    /expected a whole number from 2, not 1/,
  ],
  [
    { count: { of: 'initiative', atLeast: 1 } },
    'bad-operand',
    'fires.count.of',
    /unknown register "initiative" -> did you mean "initiatives"/,
  ],
  [
    { count: { of: 'initiatives', where: { absent: 'item.titel' }, atLeast: 1 } },
    'bad-operand',
    'fires.count.where.absent',
    /did you mean "title"/,
  ],
  [
    { count: { of: 'initiatives', where: { lack: 'this' }, atLeast: 1 } },
    'misplaced-this',
    'fires.count.where.lack',
    /"this" means nothing/,
  ],
  [
    { share: { of: 'risks', atLeast: 101 } },
    'bad-operand',
    'fires.share.atLeast',
    /a percentage above 0 and at most 100, not 101/,
  ],
  [
    { share: { of: 'risks', same: 'horizon', atLeast: 50 } },
    'bad-operand',
    'fires.share.same',
    /there is no field "horizon"/,
  ],
  [{ distinct: { of: 'risks', atMost: 1 } }, 'bad-operand', 'fires.distinct', /field must be given/],
  [
    { recent: { field: '1.1.owner', within: '12 months' } },
    'bad-operand',
    'fires.recent.field',
    /this field is no date/,
  ],
  [
    { recent: { field: '1.1.reviewed', within: '0 months' } },
    'bad-operand',
    'fires.recent.within',
    /expected a duration, not "0 months"/,
  ],
  [
    { older: { field: '1.1.reviewed', than: '1.2.owner' } },
    'bad-operand',
    'fires.older.than',
    /this field is no date/,
  ],
  [{ size: 'tiny' }, 'bad-operand', 'fires.size', /unknown size "tiny"/],
  [{ kind: ['start-up', 'startup'] }, 'bad-operand', 'fires.kind.1', /did you mean "start-up"/],
  [{ ambition: [] }, 'bad-operand', 'fires.ambition', /an empty list/],
  [{ have: '1.1', lack: '1.1' }, 'bad-condition', 'fires.lack', /no level of 1\.1 fits/],
  [
    { some: '1.1', all: [{ level: { of: '1.1', atMost: 1 } }] },
    'bad-condition',
    'fires.all.0.level',
    /no level of 1\.1 fits/,
  ],
]

describe('a broken condition', () => {
  it.each(conditions)('%j: %s at %s', (spec, code, place, message) => {
    const problems = check(smallRule({ fires: spec as ConditionSpec }), {
      // Without an element or register nothing can be unknown; the examples are not what is tested here.
      message: 'None',
    })
    expect(problems.map((problem) => [problem.code, problem.path.join('.')])).toEqual([
      [`pack/${code}`, place],
    ])
    expect(`${problems[0]!.message} -> ${problems[0]!.hint}`).toMatch(message)
    expect(problems[0]!.message).not.toMatch(/\.$/)
  })

  it('is a problem in "unless" too', () => {
    expect(check(smallRule({ unless: { sice: 'micro' } })).map(({ path }) => path)).toEqual([
      ['unless', 'sice'],
    ])
  })

  it('gives one problem for each of several mistakes', () => {
    const fires = { hvae: '1.1', lack: '9.9', level: { of: '1.2', atLeast: 9 } }
    expect(check(smallRule({ fires })).map(({ path }) => path.join('.'))).toEqual([
      'fires.hvae',
      'fires.lack',
      'fires.level.atLeast',
    ])
  })

  it('ends however deep it is', () => {
    expect(check(smallRule({ fires: deep(2000) }))).toHaveLength(1)
    let all: ConditionSpec = { have: '1.1' }
    for (let level = 0; level < 2000; level++) all = { all: [all] }
    expect(check(smallRule({ fires: all }))).toHaveLength(1)
  })
})

describe('a broken rule', () => {
  it.each<[string, Rule, Partial<RuleTexts>, string, string, RegExp]>([
    ['about an unknown element', smallRule({ about: '9.9' }), {}, 'unknown-element', 'about', /"9\.9"/],
    [
      'about "this" without each',
      smallRule({ about: 'this' }),
      {},
      'misplaced-this',
      'about',
      /each: elements/,
    ],
    [
      'about "this" for a register',
      smallRule({ each: 'initiatives', about: 'this', fires: { absent: 'item.owner' } }),
      { examples: itemExamples },
      'misplaced-this',
      'about',
      /name an element/,
    ],
    [
      'about one element for each',
      smallRule({ each: 'elements', fires: { lack: 'this' } }),
      { examples: at('1.2') },
      'bad-operand',
      'about',
      /is about "this"/,
    ],
    [
      'with an unknown principle',
      smallRule({ principles: ['people', 'learn'] }),
      {},
      'unknown-principle',
      'principles.1',
      /there is no principle "learn"/,
    ],
    [
      'with an unknown number in its message',
      smallRule(),
      { message: '{9.9}' },
      'bad-placeholder',
      'message',
      /"\{9\.9\}" means nothing here/,
    ],
    [
      'with "this" in its message',
      smallRule(),
      { message: '{this.level}' },
      'bad-placeholder',
      'message',
      /"\{this\.level\}"/,
    ],
    [
      'with an unknown field of this',
      smallRule({ ...eachElement, fires: { lack: 'this' } }),
      { message: '{this.levle}', examples: at('1.2') },
      'bad-placeholder',
      'message',
      /did you mean "this\.level"/,
    ],
    [
      'with an unknown field of the item',
      smallRule({ each: 'initiatives', fires: { absent: 'item.owner' } }),
      { message: '{item.titel}', examples: itemExamples },
      'bad-placeholder',
      'message',
      /did you mean "item\.title"/,
    ],
    ['with empty braces', smallRule(), { message: 'a {} b' }, 'bad-placeholder', 'message', /means nothing/],
    [
      'without an example of a gap',
      smallRule(),
      { examples: examples.slice(1) },
      'missing-example',
      'examples',
      /outcome gap/,
    ],
    [
      'without an example of silence',
      smallRule(),
      { examples: [examples[0]!, examples[2]!] },
      'missing-example',
      'examples',
      /outcome clear/,
    ],
    [
      'without an example that cannot be evaluated',
      smallRule(),
      { examples: examples.slice(0, 2) },
      'missing-example',
      'examples',
      /outcome not-evaluated/,
    ],
    [
      'with an example at no element',
      smallRule({ ...eachElement, fires: { lack: 'this' } }),
      { examples: [...at('1.2'), examples[0]!] },
      'wrong-example',
      'examples.3',
      /does not say at which/,
    ],
    [
      'with an example at an unknown element',
      smallRule({ ...eachElement, fires: { lack: 'this' } }),
      { examples: [...at('1.2'), { ...examples[0]!, at: '9.9' }] },
      'unknown-element',
      'examples.3.at',
      /"9\.9"/,
    ],
    [
      'with an example at an unknown entry',
      smallRule({ each: 'initiatives', fires: { absent: 'item.owner' } }),
      { examples: [...itemExamples, { ...itemExamples[0]!, at: 'j' }] },
      'wrong-example',
      'examples.3.at',
      /no entry with the id "j"/,
    ],
    [
      'with "at" where nothing is each',
      smallRule(),
      { examples: [...examples, { ...examples[0]!, at: '1.2' }] },
      'wrong-example',
      'examples.3.at',
      /does not speak about each/,
    ],
    [
      'with an unknown element given',
      smallRule(),
      { examples: [...examples, { given: { '1.9': 2 }, at: null, outcome: 'clear' }] },
      'unknown-element',
      'examples.3.given.1.9',
      /"1\.9"/,
    ],
    [
      'with an unknown part given',
      smallRule(),
      { examples: [...examples, { given: { initiative: [] }, at: null, outcome: 'clear' }] },
      'wrong-example',
      'examples.3.given.initiative',
      /did you mean "initiatives"/,
    ],
    [
      'with a level out of range given',
      smallRule(),
      { examples: [...examples, { given: { '1.1': 6 }, at: null, outcome: 'clear' }] },
      'wrong-example',
      'examples.3.given.1.1',
      /expected a level from 0 to 5/,
    ],
    [
      'with files that are no mapping',
      smallRule(),
      { examples: [...examples, { given: { files: ['a.md'] }, at: null, outcome: 'clear' }] },
      'wrong-example',
      'examples.3.given.files',
      /expected a mapping from files to what was found of them, not a list/,
    ],
    [
      'with a file in a state that none can be in',
      smallRule(),
      { examples: [...examples, { given: { files: { 'a.md': 'gone' } }, at: null, outcome: 'clear' }] },
      'wrong-example',
      'examples.3.given.files.a.md',
      /expected what was found of a file, not "gone" -> one of present, missing,/,
    ],
    [
      'about one element for each piece of evidence',
      smallRule({ each: 'evidence', fires: { oneOf: { field: 'item.file', values: ['missing'] } } }),
      {},
      'bad-operand',
      'about',
      /is about "this"/,
    ],
    [
      'with a word that no file is in',
      smallRule({ ...eachPiece, fires: { oneOf: { field: 'item.file', values: ['gone'] } } }),
      {},
      'bad-operand',
      'fires.oneOf.values.0',
      /unknown value "gone"/,
    ],
    [
      'with an unknown field of a piece',
      smallRule({ ...eachPiece, fires: { oneOf: { field: 'item.file', values: ['missing'] } } }),
      { message: '{item.sorce}' },
      'bad-placeholder',
      'message',
      /did you mean "item\.source"/,
    ],
    [
      'with an example at a piece that nothing cites',
      smallRule({ ...eachPiece, fires: { oneOf: { field: 'item.file', values: ['missing'] } } }),
      { examples: [...examples, { ...examples[0]!, at: 'a.md' }] },
      'wrong-example',
      'examples.3.at',
      /no element cites "a\.md"/,
    ],
    [
      'with a day that does not exist',
      smallRule(),
      { examples: [...examples, { given: { asOf: '2026-02-30' }, at: null, outcome: 'clear' }] },
      'wrong-example',
      'examples.3.given.asOf',
      /expected a date/,
    ],
  ])('%s', (_, rule, change, code, place, message) => {
    const problems = check(rule, change)
    expect(problems.map((problem) => [problem.rule, problem.code, problem.path.join('.')])).toEqual([
      [rule.id, `pack/${code}`, place],
    ])
    expect(`${problems[0]!.message} -> ${problems[0]!.hint}`).toMatch(message)
  })

  it('is not one that reads only what is always stated and has no example without an evaluation', () => {
    expect(check(smallRule({ fires: { size: 'micro' } }), { examples: examples.slice(0, 2) })).toEqual([])
  })

  it('is one about a register, which can be missing, without an example that cannot be evaluated', () => {
    const rule = smallRule({ each: 'initiatives', fires: { size: 'micro' } })
    expect(check(rule, { examples: itemExamples.slice(0, 2) }).map(({ message }) => message)).toEqual([
      'no example shows the outcome not-evaluated',
    ])
  })

  it('is not one that may be fine under "any" and "not"', () => {
    expect(check(smallRule({ fires: { have: '1.1', any: [{ lack: '1.1' }, { lack: '1.2' }] } }))).toEqual([])
    expect(check(smallRule({ fires: { have: '1.1', not: { lack: '1.1' } } }))).toEqual([])
  })

  it('is named with its problems in the order of the rules', () => {
    const rules = ['b/b', 'a/a'].map((id) => smallRule({ id, fires: { hav: '1.1' } }))
    expect(checkRules(rules, {}, framework).map(({ rule }) => rule)).toEqual(['b/b', 'a/a'])
  })
})
