import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inertText } from '../../../src/cli/io/inert-output.ts'
import { type CheckReporter, checkReporters } from '../../../src/report/check/reporters.ts'
import type { CheckReport } from '../../../src/types/check-report.ts'
import { options, rawControls } from '../checks.ts'
import { difficult } from '../fixtures/strings.ts'
import { nasty } from './nasty.ts'
import { degenerateReports, hostileReport, manyFindings, report, richCheck } from './reports.ts'

const outputsPage = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'outputs.md'), 'utf8')
const all: [string, CheckReporter][] = Object.entries(checkReporters)
const large = { '1,000 files': manyFindings(1000, 1000), '30,000 findings': manyFindings(30_000) }
const cases: Readonly<Record<string, CheckReport>> = { ...degenerateReports, ...large }

describe.each(all)('the %s reporter of checks', (_, reporter) => {
  it('has a title and at least one ending', () => {
    expect(reporter.title).toMatch(/^[A-Z]/)
    expect(reporter.extensions.length).toBeGreaterThan(0)
  })

  it.each(Object.keys(cases))('renders %s in words, without NaN or undefined', (which) => {
    const text = reporter.render(cases[which]!, options)
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object /)
    expect(text.endsWith('\n')).toBe(true)
    expect(rawControls(text)).toEqual([])
  })

  it('gives the same bytes each time', () => {
    const fresh = () => reporter.render(report([richCheck()]), options)
    expect(fresh()).toBe(fresh())
  })

  it('lets nothing invisible or steering through, and gives commands only if it says so', () => {
    for (const text of nasty) {
      const output = reporter.render(hostileReport(text), options)
      expect(rawControls(output)).toEqual([])
      const printed = inertText(output, Boolean(reporter.commands))
      if (!reporter.commands) expect(printed).not.toMatch(/^\s*::|##\[/m)
    }
  })

  it.each(Object.keys(difficult))('renders names that are %s', (which) => {
    expect(reporter.render(hostileReport(difficult[which]!), options).length).toBeGreaterThan(10)
  })
})

describe('the registry', () => {
  it('leaves no doubt which reporter an ending means', () => {
    const endings = all.flatMap(([, { extensions }]) => extensions)
    expect(new Set(endings).size).toBe(endings.length)
  })

  it.each(all)('%s stands in docs/outputs.md with its endings', (name, { extensions }) => {
    const endings = extensions.map((ending) => `\`.${ending}\``).join(', ')
    expect(outputsPage).toContain(`| \`${name}\` | ${endings} |`)
  })
})
