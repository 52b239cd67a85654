/** Holds that every example is sound: no diagnostics, JSON by its schema, nothing said twice, and five mistakes where they belong. */
import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/assess.ts'
import { renderJson } from '../../src/report/json.ts'
import { assessed, files, folder, read, sound } from './assessed.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/assessment.schema.json', import.meta.url), 'utf8'),
)
const validate = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema)

describe('every example', () => {
  it('is one of eleven', () => {
    expect(files).toHaveLength(11)
  })

  it.each(sound)('%s has nothing wrong with it', (file) => {
    expect(read(file).diagnostics).toEqual([])
  })

  it.each(sound)('%s gives JSON that holds to the schema', (file) => {
    validate(JSON.parse(renderJson(assessed(file))))
    expect(validate.errors ?? []).toEqual([])
  })

  it.each(sound)('%s carries its own day, so that its result never ages', (file) => {
    const later = assess(readFileSync(new URL(file, folder)), {
      file: `examples/${file}`,
      today: '2031-01-01',
    })
    expect(later.assessment).toEqual(assessed(file))
  })

  it.each(sound)('%s is told nothing twice: no two findings have the same message', (file) => {
    const messages = assessed(file).findings.map(({ message, rule }) => `${rule}: ${message}`)
    expect(new Set(messages).size).toBe(messages.length)
  })

  it.each(sound)('%s reads no sentence that stumbles over something not assessed', (file) => {
    for (const { message } of assessed(file).findings) {
      expect(message).not.toMatch(/level not|at not|and not assessed|[{}]|undefined|null/)
    }
  })

  it.each(sound)('%s gets no waiver that accepts nothing', (file) => {
    const waived = assessed(file).findings.filter((each) => each.waived).length
    const written = readFileSync(new URL(file, folder), 'utf8').match(/^ {2}- finding:/gm)?.length ?? 0
    expect(waived).toBe(written)
  })

  it.each(sound)('%s stands in the README', (file) => {
    const readme = readFileSync(new URL('README.md', folder), 'utf8')
    const real = readFileSync(new URL('real/README.md', folder), 'utf8')
    expect(`${readme}${real}`).toContain(file.split('/').at(-1))
  })
})

describe('mistakes.yaml', () => {
  it('has five mistakes, each on its line', () => {
    const { assessment, diagnostics } = read('mistakes.yaml')
    expect(assessment).toBeUndefined()
    expect(
      diagnostics.map(({ code, severity, location }) => [code, severity, location?.line, location?.column]),
    ).toEqual([
      ['description/unknown-principle', 'error', 15, 5],
      ['description/unknown-element', 'error', 17, 3],
      ['description/unknown-key', 'error', 22, 5],
      ['description/wrong-number', 'error', 30, 12],
      ['description/wrong-date', 'error', 43, 15],
    ])
  })
})
