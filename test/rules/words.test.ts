/** Every word of the vocabulary, with each truth value it can have. */
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { checkRules } from '../../src/rules/check-rules.ts'
import { conditionSchema } from '../../src/rules/condition-schema.ts'
import { vocabulary } from '../../src/rules/vocabulary.ts'
import { framework, smallRule, truthOf } from './small-description.ts'
import { wordTable } from './word-table.ts'

const rows = Object.entries(wordTable).flatMap(([word, cases]) =>
  cases.map(([spec, given, truth, at]) => ({
    word,
    spec,
    given,
    truth,
    at,
    text: JSON.stringify([spec, given]),
  })),
)

/** What a word can never be: facts of the organization are always stated, and counting always ends in a number. */
const never: Readonly<Record<string, readonly string[]>> = {
  count: ['not applicable'],
  distinct: ['not applicable'],
  kind: ['unknown', 'not applicable'],
  size: ['unknown', 'not applicable'],
  ambition: ['not applicable'],
}

describe('the words of conditions', () => {
  it.each(rows)('$word is $truth for $text', ({ spec, given, truth, at }) => {
    expect(truthOf(spec, given, at)).toBe(truth)
  })

  it('are all in the table, with every truth value', () => {
    expect(Object.keys(wordTable).sort()).toEqual([...vocabulary.keys()].sort())
    const values = ['true', 'false', 'unknown', 'not applicable']
    for (const [word, cases] of Object.entries(wordTable)) {
      const seen = new Set<string>(cases.map(([, , truth]) => truth))
      expect([word, values.filter((value) => !seen.has(value)).sort()]).toEqual([
        word,
        [...(never[word] ?? [])].sort(),
      ])
    }
  })

  const validate = new Ajv({ strict: false }).compile(conditionSchema())
  it.each(rows)('the schema accepts $text', ({ spec }) => {
    expect(validate(spec)).toBe(true)
  })

  it.each([
    [{}],
    [{ hve: '1.1' }],
    [{ have: { some: ['1.1'] } }],
    [{ level: { atLeast: 2 } }],
    [{ count: { of: 'people', atLeast: 1 } }],
    [{ older: { field: '1.1.reviewed', than: 'long' } }],
    [{ all: [] }],
    [{ not: 'have' }],
    [{ size: 'tiny' }],
  ])('the schema refuses %j', (spec) => {
    expect(validate(spec)).toBe(false)
  })

  it.each(rows)('no check objects to $text', ({ spec, at }) => {
    const rule = smallRule({ fires: spec, ...(at !== undefined && { each: 'elements', about: 'this' }) })
    expect(checkRules([rule], {}, framework)).toEqual([])
  })
})
