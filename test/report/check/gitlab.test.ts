import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { renderGitlab } from '../../../src/report/check/gitlab.ts'
import type { CheckReport } from '../../../src/types/check-report.ts'
import { options } from '../checks.ts'
import { finding, place, richAssessment } from '../fixtures/assessments.ts'
import { nasty } from './nasty.ts'
import { degenerateReports, fileCheck, hostileReport, manyFindings, report, richCheck } from './reports.ts'

const validate = new Ajv().compile(
  JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', 'gitlab.schema.json'), 'utf8')),
)

function entriesOf(checkReport: CheckReport) {
  const entries = JSON.parse(renderGitlab(checkReport, options))
  expect(validate(entries) ? [] : validate.errors).toEqual([])
  const prints = entries.map(({ fingerprint }: { fingerprint: string }) => fingerprint)
  expect(new Set(prints).size).toBe(prints.length)
  return entries
}

describe('code quality for GitLab', () => {
  it('reads as expected', async () => {
    await expect(renderGitlab(report([richCheck()]), options)).toMatchFileSnapshot('golden/gitlab.json')
  })

  it.each(Object.entries(degenerateReports))(
    'is valid, with unique fingerprints, for %s',
    (_, checkReport) => {
      entriesOf(checkReport)
    },
  )

  it('is valid whatever names there are', () => {
    for (const text of nasty) expect(entriesOf(hostileReport(text)).length).toBe(6)
  })

  it('holds every finding once, however many there are', () => {
    expect(entriesOf(manyFindings(30_000, 1000))).toHaveLength(30_000)
  })

  it.each([
    [{ severity: 'high' }, 'critical'],
    [{ severity: 'medium' }, 'major'],
    [{ severity: 'low' }, 'minor'],
    [{ severity: 'high', waived: true }, 'info'],
    [{ severity: 'high', planned: true }, 'info'],
  ] as const)('takes %j for %s', (more, severity) => {
    const check = fileCheck({
      ...richAssessment(),
      findings: [finding('a/b', '6.2.2', more)],
      diagnostics: [],
    })
    expect(entriesOf(report([check]))[0].severity).toBe(severity)
  })

  it('points at the line, or at the first where there is none', () => {
    const lines = (location: ReturnType<typeof place> | null) => {
      const check = fileCheck({
        ...richAssessment(),
        findings: [finding('a/b', null, { location })],
        diagnostics: [],
      })
      return entriesOf(report([check]))[0].location.lines
    }
    expect(lines(place(41))).toEqual({ begin: 41, end: 41 })
    expect(lines(null)).toEqual({ begin: 1, end: 1 })
  })
})
