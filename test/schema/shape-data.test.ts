/** Data is read as its schema wants it: source text for texts, plain forms only for numbers, blanks left out. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bindDescription } from '../../src/description/bind-description.ts'
import { checkDescriptionShape } from '../../src/schema/check-description-shape.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { shapeData } from '../../src/schema/shape-data.ts'
import { smallFramework } from '../fixtures/framework.ts'
import { tree } from './tree.ts'

const text: Schema = { type: 'string' }
const schema: Schema = {
  type: 'object',
  properties: {
    text,
    count: { type: 'integer' },
    on: { type: 'boolean' },
    blank: { type: ['string', 'null'] },
    list: { type: 'array', items: text },
    any: {},
  },
  additionalProperties: text,
}
const shaped = (yaml: string) => shapeData(tree(yaml), schema) as Record<string, unknown>

describe('shaping data', () => {
  it.each([
    ['NO'],
    ['1.10'],
    ['7.10'],
    ['012'],
    ['0x3'],
    ['true'],
    ['2026-01-01'],
    ['1e2'],
    ['.nan'],
    ['~x'],
  ])('keeps %s as text where a text is wanted', (written) => {
    expect(shaped(`text: ${written}`).text).toBe(written)
    expect(shaped(`list: [${written}]`).list).toEqual([written])
    expect(Object.keys(shaped(`${written}: x`))).toEqual([written])
  })

  it.each([
    ['0', 0],
    ['3', 3],
    ['-2', -2],
    ['999999999999999', 999999999999999],
    ['3.0', '3.0'],
    ['+3', '+3'],
    ['012', '012'],
    ['0x3', '0x3'],
    ['1e2', '1e2'],
    ['-0', '-0'],
    ['"3"', '3'],
    ['9007199254740993', '9007199254740993'],
  ])('reads %s as a number only in plain form', (written, value) => {
    expect(shaped(`count: ${written}`).count).toBe(value)
    expect(shaped(`any: ${written}`).any).toBe(value)
  })

  it('reads only true and false as such', () => {
    expect(['true', 'false', 'yes', 'TRUE', '"true"'].map((word) => shaped(`on: ${word}`).on)).toEqual([
      true,
      false,
      'yes',
      'TRUE',
      'true',
    ])
  })

  it('leaves out what may be blank, and keeps a blank that may not be for the validator to refuse', () => {
    expect({ ...shaped('blank:\ntext:\n') }).toEqual({ text: null })
  })

  it('makes objects that inherit nothing', () => {
    const data = shaped('__proto__: a\nconstructor: b\n')
    expect(Object.getPrototypeOf(data)).toBeNull()
    expect(Object.keys(data)).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })
})

describe('a description as data', () => {
  it('has texts as written and nothing for what was left blank', () => {
    const { data, diagnostics } = checkDescriptionShape(
      tree(
        'ims-gap: 1\nframework: small:1\norganization: { name: 007, kind: established, size: medium, country: NO, sector: }\npractices:\n  3.10:\n  1.1: { owner: 1.10, note: ~ }\nrisks:\n',
      ),
    )
    expect(diagnostics).toEqual([])
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      'ims-gap': 1,
      framework: 'small:1',
      organization: { name: '007', kind: 'established', size: 'medium', country: 'NO' },
      practices: { '1.1': { owner: '1.10' } },
    })
  })

  it('is never a reason to throw', () => {
    const keys = fc.constantFrom(
      'ims-gap',
      'framework',
      'organization',
      'practices',
      'targets',
      'weights',
      'principles',
      'elements',
      'risks',
      'initiatives',
      'waivers',
      'assessment',
      'date',
      'finding',
      'until',
      '1.1',
      '2.2',
      '2.1',
      'level',
      'criteria',
      'evidence',
      'file',
      'notApplicable',
      'kind',
      'id',
      'title',
      'basedOn',
      'constructor',
      'toString',
    )
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(
          null,
          true,
          3,
          2.5,
          'x',
          'yes',
          'declined',
          'a/b@1.1',
          '2026-02-30',
          '2026-02-03',
          '../x',
          '\u202e',
        ),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(keys, tie('value')),
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(keys, value), (odd) => {
        const root = tree(JSON.stringify(odd))
        const { data, diagnostics } = checkDescriptionShape(root)
        const bound = data
          ? bindDescription(root, data, smallFramework(), {
              file: 'a',
              sha256: () => '',
              today: '2026-01-01',
            }).diagnostics
          : []
        for (const { location, message } of [...diagnostics, ...bound]) {
          expect(location).toBeDefined()
          expect(message).not.toMatch(/undefined|\[object|null/)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('stays readable in time when it is as large as it may be', () => {
    const practices = Array.from({ length: 2000 }, (_, n) => `  9.${n}: { levle: 1 }\n`).join('')
    const root = tree(`ims-gap: 1\npractices:\n${practices}`)
    const { diagnostics } = checkDescriptionShape(root)
    expect(diagnostics).toHaveLength(51)
  })
})
