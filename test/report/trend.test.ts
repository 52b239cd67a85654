/** What a trend looks like, and that nothing in it can steer a terminal, a spreadsheet or a parser. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import { pointsOf } from '../../src/diff/trend.ts'
import { displayWidth } from '../../src/report/terminal/display-width.ts'
import { trendReporters } from '../../src/report/trend.ts'
import type { Trend } from '../../src/types/trend.ts'
import { repository, small } from '../cli/run.ts'
import { hostile } from './fixtures/strings.ts'

const round = (year: number) => readFileSync(join(repository, `examples/two-rounds/${year}.yaml`), 'utf8')
const texts: readonly (readonly [date: string, text: string])[] = [
  ['2025-06-25', small],
  ['2025-07-02', round(2025)],
  ['2025-11-04', round(2025).replace('iso-56002:2019', 'iso-56001:2024')],
  ['2026-01-15', round(2025).replace('level: 1', 'level: 2').replace('default: 2', 'default: 3')],
  ['2026-06-22', round(2026)],
]

function trendOf(versions: readonly (readonly [date: string, text: string])[]): Trend {
  const { framework } = builtinPack()
  return {
    schemaVersion: 1,
    tool: { name: 'ims-gap', version: '0.0.0' },
    // A fixed version: the goldens are not about the pack's.
    framework: {
      id: 'iso-56002',
      edition: '2019',
      title: framework.title,
      packVersion: '1.0.0',
      sha256: '1'.repeat(64),
    },
    evidence: 'declared',
    file: 'org.yaml',
    every: 'commit',
    principles: framework.principles.map(({ id, title }) => ({ id, title })),
    points: pointsOf(
      versions.map(([date, text], index) => ({
        commit: index === versions.length - 1 ? null : `${index}`.repeat(40),
        date,
        path: 'org.yaml',
        bytes: Buffer.from(text),
      })),
      builtinPack(),
    ),
  }
}

const trend = trendOf(texts)
const { terminal: renderTrendTerminal, csv: renderTrendCsv, json: renderTrendJson } = trendReporters

const wide = { width: 100, color: false, unicode: true, all: false }

describe('a trend in the terminal', () => {
  it.each([
    ['100', wide],
    ['ascii-80', { ...wide, width: 80, unicode: false }],
    ['40', { ...wide, width: 40 }],
    ['70', { ...wide, width: 70 }],
    ['20', { ...wide, width: 20 }],
  ])('reads well: %s', async (name, options) => {
    const text = renderTrendTerminal(trend, options)
    await expect(text).toMatchFileSnapshot(`golden/trend-${name}.txt`)
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(options.width)
    if (!options.unicode) expect(text).toMatch(/^[\n -~]*$/)
  })

  it('shows the newest of many versions, and all where that is asked for', () => {
    const day = (index: number) =>
      `2026-0${1 + Math.floor(index / 20)}-${String((index % 20) + 1).padStart(2, '0')}`
    const many = trendOf(Array.from({ length: 60 }, (_, index) => [day(index), small] as const))
    const text = renderTrendTerminal(many, wide)
    expect(text).toContain('… and 36 earlier versions (--all)')
    expect(text).not.toContain('2026-02-05')
    expect(renderTrendTerminal(many, { ...wide, all: true })).toContain('2026-01-01')
  })

  it('says that there is nothing', () => {
    expect(renderTrendTerminal({ ...trend, points: [] }, wide)).toBe(
      'There is no version of org.yaml in that time.\n',
    )
  })
})

describe('a trend as CSV', () => {
  it('has a row per version, and empty cells where there is no number', () => {
    const rows = renderTrendCsv(trend)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.slice(1, -1).split('","'))
    const [head, ...body] = rows
    const column = (name: string) => body.map((row) => row[head!.indexOf(name)])
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([16 + 8 * 3]))
    expect(column('Date')).toEqual(texts.map(([date]) => date))
    expect(column('Status')).toEqual(['assessed', 'assessed', 'other-guidance', 'assessed', 'assessed'])
    expect(column('Level')).toEqual(['', '1.4', '', expect.stringMatching(/^1\.\d+$/), '1.74'])
    expect(column('Lowest')[2]).toBe('')
    expect(column('Culture: level')[1]).toBe('1.43')
    expect(column('Changed')[3]).toBe('answers; targets')
  })
})

it.each(hostile)('nothing in a text steers: %j', (text) => {
  const spoilt: Trend = {
    ...trend,
    file: text,
    framework: { ...trend.framework, title: text },
    principles: trend.principles.map(({ id }) => ({ id, title: text })),
    points: trend.points.map((point) => ({ ...point, path: text, problem: point.problem && text })),
  }
  expect(renderTrendTerminal(spoilt, wide)).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
  )
  expect(renderTrendCsv(spoilt)).not.toMatch(/"\s*[=+@-][^0-9]/)
  expect(JSON.parse(renderTrendJson(spoilt)).file).toBe(text)
})

it('the JSON of a trend holds to its schema, which refuses a field more or less', () => {
  const schema = JSON.parse(readFileSync(join(repository, 'schemas/trend.schema.json'), 'utf8'))
  const validate = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    schema,
  )
  const data = JSON.parse(renderTrendJson(trend))
  validate(data)
  expect(validate.errors ?? []).toEqual([])
  expect(validate({ ...data, extra: 1 })).toBe(false)
  expect(validate({ ...data, every: 'year' })).toBe(false)
})
