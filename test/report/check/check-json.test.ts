/** The JSON of a check: its published schema holds for every report, and the schema itself leaves nothing open. */
import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { renderCheckJson } from '../../../src/report/check/json.ts'
import { degenerateReports, hostileReport, report, richCheck } from './reports.ts'

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../schemas/${name}.schema.json`, import.meta.url), 'utf8'))
const schema = read('check')
const validate = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema)
const problems = (text: string) => (validate(JSON.parse(text)) ? [] : validate.errors)

describe('the JSON of a check', () => {
  it.each(Object.keys(degenerateReports))('holds to its schema: %s', (name) => {
    expect(problems(renderCheckJson(degenerateReports[name]!))).toEqual([])
  })

  it('says exactly what was given', () => {
    const text = '::error::\u001b[2J ##[group] ü "'
    const written = renderCheckJson(hostileReport(text))
    expect(problems(written)).toEqual([])
    expect(JSON.parse(written).files[0].file).toBe(hostileReport(text).files[0]!.file)
    expect(written).not.toContain('##[')
  })

  it('counts files by what became of them', () => {
    const { counts, passed } = JSON.parse(renderCheckJson(report([richCheck()])))
    expect(counts.files).toBe(1)
    expect(counts.passed + counts.failed + counts.invalid + counts.unreadable).toBe(1)
    expect(passed).toBe(report([richCheck()]).passed)
  })

  it('shares its parts with the schema of an assessment', () => {
    expect(schema.$defs).toMatchObject(read('assessment').$defs)
  })

  it.each([
    ['a field more', (data: Record<string, unknown>) => ({ ...data, extra: 1 })],
    ['a field less', ({ asOf: _, ...data }: Record<string, unknown>) => data],
    [
      'an unknown status',
      (data: Record<string, unknown>) => JSON.parse(JSON.stringify(data).replace('"new"', '"newish"')),
    ],
  ])('its schema refuses %s', (_, spoil) => {
    expect(validate(spoil(JSON.parse(renderCheckJson(report([richCheck()])))))).toBe(false)
  })

  it('its schema describes, requires and closes everything', () => {
    const open: string[] = []
    const visit = (node: Record<string, unknown>, path: string) => {
      const { properties, required, additionalProperties, description, items } = node
      if (typeof description !== 'string' && node['$ref'] === undefined) open.push(path)
      if (properties !== undefined) {
        if (additionalProperties !== false || !Array.isArray(required)) open.push(`${path} (open)`)
        for (const [name, child] of Object.entries(properties as Record<string, Record<string, unknown>>))
          visit(child, `${path}.${name}`)
      }
      if (items !== undefined) visit(items as Record<string, unknown>, `${path}[]`)
    }
    visit(schema, 'check')
    expect(open).toEqual([])
  })
})
