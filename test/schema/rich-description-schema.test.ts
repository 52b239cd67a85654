/** The schema for editors: takes what we take, refuses what is no element, explains what it names. */
import { Ajv } from 'ajv'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { richDescriptionSchema } from '../../src/schema/rich-description-schema.ts'
import { smallFramework } from '../fixtures/framework.ts'

const framework = smallFramework()
const schema = richDescriptionSchema(framework)
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema)

const right = `
ims-gap: 1
framework: small:1
organization: { name: Harbour Pumps, kind: established, size: medium, sector: nace:C28.13, country: NO }
innovation: { types: [product, service], ambition: [incremental, radical], approaches: [internal, user-driven] }
assessment: { date: 2026-06-30, assessors: [Quality department] }
targets: { default: 3, principles: { people: 4 }, elements: { 1.1: 4 } }
weights: { principles: { people: 2 } }
practices:
  1.1: { level: 2, practice: Trend scan., owner: Head of strategy, reviewed: 2026-05-30, confidence: medium, note: , flagged: true }
  1.2:
  1.3: { criteria: { 1a: yes, 2a: partly, 3a: no, 4a: not-applicable, 5a: } }
  2.1.1:
    level: 3
    evidence:
      - { file: evidence/a.md, kind: record, date: 2026-05-04 }
      - { ticket: 4711, kind: result }
  2.1.2: { notApplicable: { kind: inherited, reason: The parent does it, revisit: 2027-06-30 } }
  1.1.: { level: 1 }
objectives: [{ id: o1, title: Grow, supports: [vision], measure: sales, basedOn: [1.1, 2.1.1] }]
initiatives: [{ id: i1, title: 2028, status: active, started: 2026-02-01, horizon: 2, type: service, ambition: radical, partners: [Port], sources: [users], inScope: true, objective: o1 }]
indicators: []
risks:
waivers: [{ finding: a/b@1.1, reason: Accepted by the board, owner: CEO, until: 2027-01-01 }]
`.replace('  1.1.: { level: 1 }\n', '')

function errorsOf(text: string): string[] {
  validate(load(text))
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
}

describe('the schema for editors', () => {
  it('is named, and takes a full description', () => {
    expect(schema).toMatchObject({
      $id: 'urn:ims-gap:description:1',
      $schema: 'http://json-schema.org/draft-07/schema#',
    })
    expect(errorsOf(right)).toEqual([])
  })

  it.each([
    ['an unknown element', '  1.2:', '  1.9:', '/practices additionalProperties'],
    ['a heading', '  1.2:', '  "2.1":', '/practices additionalProperties'],
    ['an unknown criterion', '1a: yes', '1z: yes', '/practices/1.3/criteria additionalProperties'],
    ['an unknown key', 'level: 2', 'levle: 2', '/practices/1.1 additionalProperties'],
    ['a level out of range', 'level: 2', 'level: 6', '/practices/1.1/level enum'],
    ['another framework', 'small:1', 'small:2', '/framework enum'],
    ['another version', 'ims-gap: 1', 'ims-gap: 2', '/ims-gap enum'],
    ['an unknown principle', '{ people: 4 }', '{ peple: 4 }', '/targets/principles additionalProperties'],
    ['a target for no element', '{ 1.1: 4 }', '{ 1.9: 4 }', '/targets/elements additionalProperties'],
    ['a reference to no element', 'basedOn: [1.1', 'basedOn: [1.9', '/objectives/0/basedOn/0 enum'],
    [
      'excluding what cannot be',
      'level: 2, practice',
      'notApplicable: { kind: inherited, reason: x }, practice',
      '/practices/1.1/notApplicable/kind enum',
    ],
    ['a wrong word', 'kind: established', 'kind: startup', '/organization/kind enum'],
  ])('refuses %s', (_, from, to, error) => {
    expect(right).toContain(from)
    expect(errorsOf(right.replace(from, to))).toEqual([error])
  })

  it('explains elements, levels, criteria and words', () => {
    const texts = {
      elements: Object.fromEntries(
        framework.elements.map(({ id }) => [
          id,
          {
            purpose: `purpose of ${id}`,
            question: `question of ${id}?`,
            anchors: [0, 1, 2, 3, 4, 5].map((level) => `anchor ${level}`),
            criteria: { '1a': `criterion 1a of ${id}` },
          },
        ]),
      ),
    }
    const told = JSON.stringify(richDescriptionSchema(framework, texts as never))
    for (const words of [
      'purpose of 2.2',
      'question of 2.2?',
      'developing: anchor 2',
      'criterion 1a of 3.10',
      'decided against',
      '2.2 Trials',
    ])
      expect(told).toContain(words)
  })
})
