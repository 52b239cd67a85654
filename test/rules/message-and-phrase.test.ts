/** Messages with their placeholders filled, and conditions in plain English. */
import { describe, expect, it } from 'vitest'
import { compileRules } from '../../src/rules/compile-rules.ts'
import { concludeAll } from '../../src/rules/conclude-all.ts'
import { messageOf } from '../../src/rules/message-of.ts'
import { phraseOf } from '../../src/rules/phrase-of.ts'
import { vocabulary } from '../../src/rules/vocabulary.ts'
import type { ConditionSpec, Rule } from '../../src/types/framework.ts'
import { describeSmall, framework, type Given, smallRule } from './small-description.ts'

const each = smallRule({ each: 'elements', about: 'this', fires: { lack: 'this' } })
const item = smallRule({ each: 'initiatives', fires: { absent: 'item.owner' } })

/** `at`: the element concluded about; the first where left out. */
function message(template: string, rule: Rule, given: Given, at?: string): string {
  const description = describeSmall(given)
  const conclusion = concludeAll(compileRules([rule], framework), description).find(
    ({ element }) => at === undefined || element === at,
  )!
  return messageOf(template, description, conclusion, framework)
}

describe('messages', () => {
  it('are never longer than 2,000 characters, whatever is repeated in them', () => {
    const given = { initiatives: [{ id: 'a', title: 'x'.repeat(9000) }] }
    for (const template of ['{item.title}'.repeat(500), 'y'.repeat(5000), 'z{item.title}'])
      expect(message(template, item, given)).toHaveLength(2000)
  })

  it.each<[string, Rule, Given, string]>([
    ['Levels {1.1} and {1.2}.', smallRule(), { '1.1': 2, '1.2': 0 }, 'Levels 2 and 0.'],
    [
      '{1.1}, {1.2}, {2.2}',
      smallRule(),
      { '1.2': 'not-applicable', '2.2': { criteria: { '1a': 'yes', '3a': 'no' } } },
      'not assessed, not applicable, 1 to 2',
    ],
    ['{2.2}', smallRule(), { '2.2': { notApplicable: { kind: 'declined', reason: 'No' } } }, '0'],
    [
      '{this} {this.title}: {this.level} of {this.target}, {this.evidenced} shown by {this.owner}',
      each,
      { '1.1': { level: 2, owner: 'Ana' } },
      '1.1 Leadership: 2 of 3, 1 shown by Ana',
    ],
    ['{this.level} {this.evidenced} {this.owner}', each, {}, 'not assessed not assessed not stated'],
    [
      '{item.id} "{item.title}" {item.horizon} {item.partners} {item.owner} {1.1}',
      item,
      { initiatives: [{ id: 'p', title: 'Pump', horizon: 2, partners: ['a', 'b'] }] },
      'p "Pump" 2 a and b not stated not assessed',
    ],
    ['{item.title}', item, { initiatives: [{ id: 'p', title: 'A\u202e{1.1}' }] }, 'A\\u{202e}{1.1}'],
    ['{item.constructor} {__proto__} {}', item, { initiatives: [{ id: 'p' }] }, 'not stated {__proto__} {}'],
    ['{this.level} {item.id}', smallRule({ about: null }), {}, '{this.level} {item.id}'],
  ])('%s', (template, rule, given, expected) => {
    expect(message(template, rule, given)).toBe(expected)
  })

  it.each<[string, Given, string]>([
    ['1.1', { '1.1': 2 }, 'nothing'],
    ['2.2', { '2.2': 3, '1.2': 1, '2.1.2': 2 }, '1.2 Strategy (level 1)'],
    ['2.2', { '2.2': 3, '1.2': 1, '2.1.2': 1 }, '1.2 Strategy (level 1) and 2.1.2 Time (level 1)'],
    ['2.2', { '2.2': 3, '1.2': 'not-applicable' }, '2.1.2 Time (not assessed)'],
  ])('name the weakest of what %s needs: %j', (at, given, expected) => {
    expect(message('{this.weakest}', each, given, at)).toBe(expected)
  })
})

const phrases: readonly [ConditionSpec, string][] = [
  [
    { some: '1.1', lack: '1.2' },
    '1.1 Leadership stands at level 2 or more, and 1.2 Strategy at level 1 or less',
  ],
  [{ have: { any: ['1.1', '1.2'] } }, '1.1 Leadership or 1.2 Strategy stands at level 3 or more'],
  [{ lack: { all: ['1.1', '1.2'] } }, 'each of 1.1 Leadership and 1.2 Strategy stands at level 1 or less'],
  [
    { have: { any: { clause: 2 } } },
    'at least one of the elements of clause 2 Working stands at level 3 or more',
  ],
  [
    { have: { all: { stage: 'check' } } },
    'each of the elements of the stage check stands at level 3 or more',
  ],
  [{ level: { of: 'this', belowTarget: true } }, 'the element stands below its target'],
  [{ level: { of: '1.1', atLeast: 1, atMost: 2 } }, '1.1 Leadership stands at level 1 to 2'],
  [
    { mean: { of: { principle: 'people' }, atMost: '1.5' } },
    'the mean level of the elements that serve People is at most 1.5',
  ],
  [{ lowest: { of: 'elements', atLeast: 2 } }, 'the lowest level of all elements is at least 2'],
  [
    { difference: { from: { level: 'this' }, minus: { lowest: { needs: 'this' } }, atLeast: 2 } },
    'the level of the element is at least 2 above the lowest level of the elements that the element needs first',
  ],
  [
    { difference: { from: { target: '1.1' }, minus: { evidenced: '1.1' }, atLeast: 1 } },
    'the target of 1.1 Leadership is at least 1 above the level that the evidence of 1.1 Leadership carries',
  ],
  [
    { present: 'organization.sector', absent: '1.1.owner' },
    "the organization's sector is stated, and the owner of 1.1 Leadership is not stated",
  ],
  [
    { oneOf: { field: 'item.status', values: ['active', 'stopped'] } },
    "the entry's status is active or stopped",
  ],
  [
    { includes: { field: 'assessment.assessors', value: '{this.owner}' } },
    'the assessors of the assessment include the owner of the element',
  ],
  [{ includes: { field: 'innovation.types', value: 'service' } }, 'the types of innovation include service'],
  [{ criterion: { of: '2.2', id: '2b', is: 'unmet' } }, 'criterion 2b of 2.2 Trials is not fully met'],
  [{ evidence: { of: '1.1', kind: 'record' } }, '1.1 Leadership has at least 1 record'],
  [
    { evidence: { of: 'elements', older: '18 months', atLeast: 3 } },
    'all elements together have at least 3 pieces of evidence older than 18 months',
  ],
  [
    { evidence: { of: 'this', sharedBy: 6 } },
    'the element has at least 1 piece of evidence cited for 6 or more elements',
  ],
  [{ count: { of: 'risks', atLeast: 1 } }, 'there is at least 1 entry in risks'],
  [{ count: { of: 'risks', atMost: 0 } }, 'there is no entry in risks'],
  [
    { count: { of: 'initiatives', where: { present: 'item.owner', absent: 'item.ended' }, atLeast: 3 } },
    "there are at least 3 entries in initiatives such that (the entry's owner is stated, and the entry's end date is not stated)",
  ],
  [
    { share: { of: 'elements', where: { have: 'this' }, atLeast: 60 } },
    'for at least 60 percent of the elements, the element stands at level 3 or more',
  ],
  [
    { share: { of: 'initiatives', same: 'type', atLeast: 60 } },
    'at least 60 percent of the entries in initiatives have the same type',
  ],
  [
    { distinct: { of: 'indicators', field: 'kind', atMost: 1 } },
    'the entries in indicators have at most 1 different value of kind',
  ],
  [
    { recent: { field: '1.1.reviewed', within: '12 months' } },
    'the review date of 1.1 Leadership is a date within the last 12 months',
  ],
  [{ older: { field: 'item.last', than: '1 month' } }, "the entry's last date is more than 1 month ago"],
  [
    { older: { field: '1.1.reviewed', than: '1.2.reviewed' } },
    'the review date of 1.1 Leadership is before the review date of 1.2 Strategy',
  ],
  [
    { kind: 'start-up', size: ['micro', 'small'] },
    "the organization's kind is start-up, and the organization's size is micro or small",
  ],
  [{ ambition: 'radical' }, 'the ambition is radical'],
  [
    { lack: '1.1', any: [{ have: '1.2' }, { size: 'micro' }] },
    "1.1 Leadership stands at level 1 or less, and (1.2 Strategy stands at level 3 or more, or the organization's size is micro)",
  ],
  [
    { any: [{ all: [{ have: '1.1' }, { size: 'micro' }] }, { have: '1.2' }] },
    "(1.1 Leadership stands at level 3 or more, and the organization's size is micro), or 1.2 Strategy stands at level 3 or more",
  ],
  [{ not: { have: '1.1' } }, 'it is not so that 1.1 Leadership stands at level 3 or more'],
]

describe('conditions in words', () => {
  it.each(phrases)('%j', (spec, expected) => {
    expect(phraseOf(spec, framework)).toBe(expected)
  })

  it('are there for every word', () => {
    expect(
      [...vocabulary.keys()].filter(
        (word) => !phrases.some(([spec]) => JSON.stringify(spec).includes(`"${word}":`)),
      ),
    ).toEqual([])
  })
})
