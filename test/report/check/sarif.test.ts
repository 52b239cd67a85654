import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { renderSarif } from '../../../src/report/check/sarif.ts'
import { sarifText } from '../../../src/report/check/sarif-rule.ts'
import type { CheckReport } from '../../../src/types/check-report.ts'
import { options } from '../checks.ts'
import { finding, place, richAssessment } from '../fixtures/assessments.ts'
import { nasty } from './nasty.ts'
import {
  checked,
  degenerateReports,
  example,
  fileCheck,
  hostileReport,
  manyFindings,
  report,
  richCheck,
} from './reports.ts'

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures', 'sarif-2.1.0.schema.json'), 'utf8'),
)
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)

function runOf(checkReport: CheckReport, more = {}) {
  const log = JSON.parse(renderSarif(checkReport, { ...options, ...more }))
  expect(validate(log) ? [] : validate.errors).toEqual([])
  return log.runs[0]
}

const withFinding = (more: Parameters<typeof finding>[2], about: string | null = '6.2.2') =>
  report([fileCheck({ ...richAssessment(), findings: [finding('area/rule', about, more)], diagnostics: [] })])
const resultOf = (more: Parameters<typeof finding>[2]) => runOf(withFinding(more)).results[0]

describe('SARIF', () => {
  it('reads as expected', async () => {
    await expect(renderSarif(report([richCheck(), example('mistakes')]), options)).toMatchFileSnapshot(
      'golden/rich.sarif',
    )
  })

  it.each(Object.entries(degenerateReports))('is valid against the schema for %s', (_, checkReport) => {
    runOf(checkReport)
  })

  it('is valid and inert whatever names there are', () => {
    for (const text of nasty) {
      const { results, tool } = runOf(hostileReport(text))
      for (const { message } of results) expect(message.text).not.toMatch(/(^|[^\\])\]\(|(^|[^{]){(?!{)/)
      for (const { help } of tool.driver.rules) expect(help.markdown).not.toMatch(/[^\\]\]\(|[^\\]</)
    }
  }, 20_000)

  it('names rule and index alike', () => {
    const { results, tool } = runOf(degenerateReports['everything at once']!)
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('takes the level from the severity, and a note from what is planned', () => {
    expect(resultOf({ severity: 'high' }).level).toBe('error')
    expect(resultOf({ severity: 'medium' }).level).toBe('warning')
    expect(resultOf({ severity: 'low' }).level).toBe('note')
    expect(resultOf({ severity: 'high', planned: true }).level).toBe('note')
  })

  it('says of every finding whether it is waived once one of them is', () => {
    const { results } = runOf(report([richCheck()]))
    const suppressed = results.filter((result: { suppressions: object[] }) => result.suppressions.length > 0)
    expect(suppressed).toHaveLength(1)
    expect(suppressed[0].suppressions[0]).toMatchObject({
      kind: 'external',
      status: 'accepted',
      justification: 'A second owner starts in spring.',
      properties: { owner: 'Managing director', until: '2027-03-31' },
    })
    expect(resultOf({})).not.toHaveProperty('suppressions')
  })

  it('tells new, changed and known findings apart where there is a base', () => {
    const states = (standing: 'new' | 'worse' | 'better' | 'unchanged' | null) =>
      runOf(report([richCheck({ findings: [checked(finding('a/b', '6.2.2'), standing)] })])).results.find(
        ({ ruleId }: { ruleId: string }) => ruleId === 'a/b',
      ).baselineState
    expect(['new', 'worse', 'better', 'unchanged', null].map((each) => states(each as never))).toEqual([
      ...['new', 'updated', 'updated', 'unchanged'],
      undefined,
    ])
  })

  it('shows a finding without a place at the top of its file', () => {
    expect(resultOf({ location: null }).locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'org.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 1 },
    })
  })

  it.each([
    ['org.yaml', 'org.yaml'],
    ['./units/north sea.yaml', 'units/north%20sea.yaml'],
    ['100%#?.yaml', '100%25%23%3F.yaml'],
    ['größe/日本.yaml', 'gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC.yaml'],
    ['/home/ana/org.yaml', 'org.yaml'],
    ['C:/Users/ana/org.yaml', 'org.yaml'],
    ['//server/share/org.yaml', 'org.yaml'],
    ['../../other/org.yaml', 'other/org.yaml'],
    ['a\\b:c.yaml', 'a%5Cb%3Ac.yaml'],
    ['\ud800.yaml', '%EF%BF%BD.yaml'],
    ['-', '-'],
    ['', '-'],
  ])('writes the file %j as the address %s', (file, uri) => {
    const { locations } = resultOf({ location: place(3, 1, file) })
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe(uri)
    expect(() => decodeURIComponent(uri)).not.toThrow()
  })

  it('places files where they lie in the repository when told so', () => {
    const { results } = runOf(withFinding({}), { pathInRepository: (file: string) => `units/${file}` })
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('units/org.yaml')
  })

  it.each([
    ['', '-.'],
    ['One sentence', 'One sentence.'],
    ['A question?', 'A question?'],
    ['two\nlines', 'two lines.'],
    ['{0} and {name}', '{{0}} and {{name}}.'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1)).'],
    ['a [note] stays', 'a [note] stays.'],
    ['x'.repeat(2000), `${'x'.repeat(999)}…`],
  ])('writes the message %j as %j', (text, message) => {
    expect(sarifText(text)).toBe(message)
  })

  it('keeps the fingerprint of a finding whatever its line, order, wording or severity', () => {
    const same = resultOf({}).partialFingerprints
    for (const more of [
      { location: place(99) },
      { message: 'Andere Worte.', title: 'Anders' },
      { severity: 'low' },
    ] as const)
      expect(resultOf(more).partialFingerprints).toEqual(same)
    expect(resultOf({ item: 'I-1' }).partialFingerprints).not.toEqual(same)
    expect(resultOf({ rule: 'area/other' }).partialFingerprints).not.toEqual(same)
    expect(resultOf({ element: null }).partialFingerprints).not.toEqual(same)
  })

  it('lets no two findings share a fingerprint, in however many files', () => {
    const several = report(['large', 'manufacturer', 'start-up', 'minimal'].map((name) => example(name)))
    const twin = { ...several.files[0]!, file: 'examples/twin.yaml' }
    const above = { ...twin, file: '../examples/twin.yaml' }
    const { results } = runOf({ ...several, files: [...several.files, twin, twin, above] })
    const prints = results.flatMap(({ partialFingerprints }: { partialFingerprints?: object }) =>
      partialFingerprints ? [JSON.stringify(partialFingerprints)] : [],
    )
    expect(prints.length).toBeGreaterThan(100)
    expect(new Set(prints).size).toBe(prints.length)
  })

  it('takes two names of one file in the repository for one file', () => {
    const twice = report([richCheck(), richCheck({ file: './org.yaml' })])
    const there = { pathInRepository: (file: string) => file.replace('./', '') }
    expect(runOf(twice, there).results).toHaveLength(runOf(report([richCheck()])).results.length)
  })

  it('never leaves a message empty', () => {
    expect(resultOf({ message: '' }).message.text).toBe('Objectives without a plan.')
  })

  it('keeps the worst 5,000 of 30,000 findings and says how many were dropped', () => {
    const text = renderSarif(manyFindings(30_000, 1000), options)
    const [{ results, invocations }] = JSON.parse(text).runs
    expect(results).toHaveLength(5000)
    expect(invocations[0].toolExecutionNotifications).toMatchObject([
      { message: { text: '25,000 of 30,000 results were left out: those that stand here are the worst.' } },
    ])
    // Of the 12,000 that fail the check, the 4,000 of high severity, then those of medium.
    const levels = results.map(({ level }: { level: string }) => level)
    expect([levels.lastIndexOf('error'), levels.indexOf('warning'), levels.at(-1)]).toEqual([
      3999,
      4000,
      'warning',
    ])
    expect(gzipSync(text, { level: 1 }).length).toBeLessThan(1_000_000)
  })

  it('stays under 10 MB after packing however long and odd the texts are', () => {
    const odd = Array.from({ length: 2000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
    ).join('')
    const findings = Array.from({ length: 6000 }, (_, index) =>
      finding(`area/rule-${index}`, '6.2.2', {
        message: odd,
        title: odd,
        why: odd,
        otherwise: odd,
        check: odd,
      }),
    )
    const text = renderSarif(report([fileCheck({ ...richAssessment(), findings })]), options)
    expect(text.length).toBeLessThan(12_000_000)
    expect(Buffer.byteLength(text)).toBeLessThan(20_000_000)
    expect(gzipSync(text, { level: 1 }).length).toBeLessThan(10_000_000)
    expect(text).toContain('results were left out')
  }, 20_000)

  it('holds nothing that a build machine takes for a command', () => {
    expect(renderSarif(hostileReport('x ##[add-mask]y'), options)).not.toContain('##[')
    expect(JSON.stringify(runOf(hostileReport('x ##[add-mask]y')))).toContain('##[add-mask]y')
  })
})
