import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { renderJson } from '../../src/report/json.ts'
import { renderValidation } from '../../src/report/validation-json.ts'
import type { Assessment } from '../../src/types/assessment.ts'
import { richAssessment, withText } from './fixtures/assessments.ts'
import { degenerate } from './fixtures/degenerate.ts'
import { hostile } from './fixtures/strings.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/assessment.schema.json', import.meta.url), 'utf8'),
)
const validate = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema)

function problems(text: string) {
  validate(JSON.parse(text))
  return validate.errors ?? []
}

describe('the JSON result', () => {
  it.each(Object.entries({ rich: richAssessment(), ...degenerate }))(
    'holds to its schema: %s',
    (_, assessment) => {
      expect(problems(renderJson(assessment))).toEqual([])
    },
  )

  it.each(hostile)('says exactly what was given: %j', (text) => {
    const assessment = withText(text)
    const written = renderJson(assessment)
    expect(problems(written)).toEqual([])
    expect(JSON.parse(written).organization.name).toBe(text)
    expect(JSON.parse(written).findings).toEqual(JSON.parse(JSON.stringify(assessment.findings)))
  })

  it('has its fields in the order of the contract, whatever the order of the data', () => {
    const shuffled = Object.fromEntries(Object.entries(richAssessment()).reverse()) as unknown as Assessment
    const fields = [
      ...['schemaVersion', 'tool', 'framework', 'input', 'asOf', 'organization', 'targets', 'evidence'],
      ...[
        'coverage',
        'scores',
        'findings',
        'improvements',
        'first',
        'foundations',
        'quickWins',
        'underWay',
        'outcomes',
        'notEvaluated',
        'diagnostics',
      ],
    ]
    expect(Object.keys(JSON.parse(renderJson(shuffled)))).toEqual(fields)
    expect(Object.keys(schema.properties)).toEqual(fields)
  })

  it('leaves the frames of diagnostics out', () => {
    expect(JSON.parse(renderJson(richAssessment())).diagnostics[0]).toEqual({
      code: 'description/unknown-key',
      severity: 'warning',
      message: 'a warning about the file',
      location: { file: 'org.yaml', line: 3, column: 5, endLine: 3, endColumn: 13 },
    })
  })

  it('is indented by two and ends with a line break', () => {
    expect(renderJson(richAssessment())).toMatch(/^\{\n {2}"schemaVersion": 1,\n[\s\S]*\n\}\n$/)
  })
})

describe('its schema', () => {
  it('allows nothing unknown, requires, and describes every field', () => {
    const bare: string[] = []
    const visit = (node: unknown, path: string) => {
      if (node === null || typeof node !== 'object' || Array.isArray(node)) return
      const { type, properties, additionalProperties, required, description, items } = node as Record<
        string,
        unknown
      >
      if (typeof description !== 'string') bare.push(path)
      if (properties) {
        if (type !== 'object' || additionalProperties !== false || !Array.isArray(required))
          bare.push(`${path} (open)`)
        for (const [name, child] of Object.entries(properties)) visit(child, `${path}.${name}`)
      }
      if (items && !Object.hasOwn(items, '$ref')) visit(items, `${path}[]`)
    }
    visit(schema, '')
    for (const [name, definition] of Object.entries(schema.$defs)) visit(definition, name)
    expect(bare).toEqual([])
  })

  it.each([
    ['a field more', (data: Record<string, unknown>) => ({ ...data, extra: 1 })],
    ['a field less', ({ asOf: _, ...data }: Record<string, unknown>) => data],
    [
      'a level above five',
      (data: Record<string, unknown>) => ({ ...data, targets: { source: 'flag', text: '', default: 6 } }),
    ],
  ])('refuses %s', (_, spoil) => {
    expect(validate(spoil(JSON.parse(renderJson(richAssessment()))))).toBe(false)
  })
})

it('the result of a validation is JSON too', () => {
  const text = renderValidation([{ path: 'a\u001b.yaml', valid: true, diagnostics: [] }])
  expect(JSON.parse(text)).toEqual({
    schemaVersion: 1,
    files: [{ file: 'a\u001b.yaml', valid: true, diagnostics: [] }],
  })
})
