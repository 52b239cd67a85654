import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'junit2json'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { renderJunit } from '../../../src/report/check/junit.ts'
import { escapeXml } from '../../../src/report/check/text.ts'
import type { CheckReport } from '../../../src/types/check-report.ts'
import { options } from '../checks.ts'
import { finding, richAssessment } from '../fixtures/assessments.ts'
import { nasty } from './nasty.ts'
import { checked, degenerateReports, fileCheck, gate, hostileReport, report, richCheck } from './reports.ts'

const schema = readFileSync(join(import.meta.dirname, 'fixtures', 'junit.xsd'), 'utf8')

/** All at once: starting the validator takes longer than its work. */
async function expectValid(reports: readonly CheckReport[]) {
  const xml = reports.map((each, index) => ({
    fileName: `${index}.xml`,
    contents: renderJunit(each, options),
  }))
  const { errors } = await validateXML({ xml, schema: [schema] })
  expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([])
}

describe('JUnit', () => {
  it('reads as expected', async () => {
    await expect(
      renderJunit(report([richCheck(), degenerateReports['an invalid file']!.files[0]!]), options),
    ).toMatchFileSnapshot('golden/junit.xml')
  })

  it('is valid for degenerate reports', async () => {
    await expectValid(Object.values(degenerateReports))
  })

  it('is valid whatever names there are', async () => {
    await expectValid(nasty.map(hostileReport))
  }, 20_000)

  it('is read by a program that others use for such files', async () => {
    const check = richCheck()
    const read = await parse(renderJunit(report([check]), options))
    const suites = read && 'testsuite' in read ? read.testsuite! : []
    expect(suites.map(({ name }) => name)).toEqual([check.file])
    const cases = suites.flatMap(({ testcase }) => testcase ?? [])
    expect(cases.filter(({ failure }) => failure?.length).length).toBe(Number(suites[0]!.failures))
    expect(cases.length).toBe(Number(suites[0]!.tests))
    expect(Number(suites[0]!.failures)).toBeGreaterThan(0)
  })

  it('is refused by the validator when something is wrong with it', async () => {
    const contents = renderJunit(report([richCheck()]), options)
    for (const broken of [contents.replace('time="0"', 'time="1"'), contents.replace('</testsuite>', '')]) {
      const { valid } = await validateXML({
        xml: [{ fileName: 'x.xml', contents: broken }],
        schema: [schema],
      })
      expect(valid).toBe(false)
    }
  })

  it('counts what it holds', () => {
    const text = renderJunit(degenerateReports['everything at once']!, options)
    const sum = (name: string) =>
      [...text.matchAll(new RegExp(` ${name}="(\\d+)"`, 'g'))].reduce(
        (total, [, count]) => total + Number(count),
        0,
      )
    expect(sum('tests')).toBe(text.match(/<testcase /g)!.length)
    expect(sum('failures')).toBe(text.match(/<failure /g)!.length)
    expect(sum('errors')).toBe(text.match(/<error /g)!.length)
    expect(sum('skipped')).toBe(text.match(/<skipped /g)!.length)
  })

  it('gives gates names in words, which stay whatever else is asked for', () => {
    const gates = [
      gate('element', true, { subject: '5.1.1' }),
      gate('element', false, { subject: '6.4' }),
      gate('principle', true, { subject: 'culture' }),
      gate('principle', false, { subject: 'culture', text: 'the lowest is 1' }),
      gate('coverage', true),
      gate('overall', true),
      gate('expired-waiver', false, { text: 'waiver 1 held' }),
      gate('expired-waiver', false, { text: 'waiver 3 held' }),
    ]
    const text = (some: typeof gates) =>
      renderJunit(report([fileCheck(richAssessment(), { gates: some, findings: [] })]), options)
    const names = (some: typeof gates) =>
      [...text(some).matchAll(/testcase name="(Gate [^"]+)"/g)].map(([, name]) => name)
    expect(names(gates)).toEqual([
      'Gate on element 5.1.1',
      'Gate on element 6.4',
      'Gate on principle culture',
      'Gate on coverage',
      'Gate on a minimum of the whole',
      'Gate on expired waivers',
    ])
    expect(names(gates.slice(1, 4))).toEqual(['Gate on element 6.4', 'Gate on principle culture'])
    expect(text(gates)).toContain(
      '<failure message="waiver 1 held; waiver 3 held" type="failure">close the finding',
    )
    expect(text(gates)).toContain('<failure message="the lowest is 1" type="failure">raise its weakest')
  })

  it('has one case for each finding with its place, and skips those that fail nothing', () => {
    const check = fileCheck(richAssessment(), {
      gates: [gate('new-findings', false, { findings: ['a/failing@6.2.2'] })],
      findings: [
        checked(finding('a/known', '6.2.2'), 'unchanged'),
        checked(finding('a/waived', '6.2.2', { waived: true }), 'unchanged'),
        checked(finding('a/failing', '6.2.2'), 'new', true),
      ],
    })
    const text = renderJunit(report([check]), options)
    const skipped = (state: string) => new RegExp(`<skipped message="Objectives without a plan: ${state}"/>`)
    expect(text).toMatch(skipped('open, fails no gate'))
    expect(text).toMatch(skipped('waived'))
    expect(text).toMatch(
      /name="a\/failing@6\.2\.2" classname="org\.yaml" file="org\.yaml" line="41"[^>]*>\s*<failure /,
    )
    expect(text).toContain('Fails the gate on new findings')
    // The gate that it fails is not counted again.
    expect(text).not.toContain('name="Gate on new findings"')
    expect(text).toContain('tests="4" failures="1" errors="0" skipped="2"')
  })

  it.each([
    ['<a href="x">\'&', '&lt;a href=&quot;x&quot;&gt;&#39;&amp;'],
    [']]>', ']]&gt;'],
    ['a\u0000b\u001b', 'a\\u{0}b\\u{1b}'],
    ['\ufffe\ud800', '\\u{fffe}\\u{d800}'],
    ['two\nlines', 'two\nlines'],
    ['x ##[group]', 'x &#35;#[group]'],
  ])('escapes %j as %j', (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped)
  })
})
