import { describe, expect, it } from 'vitest'
import type { CheckReport } from '../../../src/core/check-report.ts'
import { type CheckReporter, checkReporters } from '../../../src/report/check/check-reporters.ts'
import { options, rawControls } from '../checks.ts'
import { difficult } from '../fixtures/strings.ts'
import { nasty } from './nasty.ts'
import { degenerateReports, hostileReport, manyFindings, report, richCheck } from './reports.ts'

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

  it('lets nothing invisible or steering through', () => {
    for (const text of nasty) expect(rawControls(reporter.render(hostileReport(text), options))).toEqual([])
  })

  it('gives commands to a build machine only if it says so', () => {
    for (const text of nasty) {
      const output = reporter.render(hostileReport(text), options)
      if (!reporter.commands) expect(output).not.toMatch(/^\s*::|##\[/m)
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
})
