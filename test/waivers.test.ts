/** Waivers day by day and against what the rules state: who holds, who ends soon, who has nothing to accept. */
import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import { run } from './cli/run.ts'

const finding = 'objectives/without-plan@6.2.1'

function text(waiver: { finding?: string; until?: string }, more = ''): string {
  const { finding: id = finding, until = '2026-12-31' } = waiver
  return `ims-gap: 1
framework: iso-56002:2019
organization: { name: Small Firm, kind: established, size: small }
practices: { 6.2.1: { level: 2 }, 6.2.2: { level: 0 }, 4.2: { level: 3 } }
${more}waivers: [{ finding: "${id}", reason: Planning starts in the new year., owner: Ana, until: ${until} }]
`
}

const codesAt = (asOf: string, waiver: Parameters<typeof text>[0], more = '') =>
  assess(text(waiver, more), { asOf }).diagnostics.map(({ code }) => code.replace('description/', ''))

describe('a waiver until 2026-12-31', () => {
  it.each([
    ['2025-11-25', true, ['long-waiver'], '401 days before'],
    ['2025-11-26', true, [], '400 days before'],
    ['2026-11-30', true, [], '31 days before'],
    ['2026-12-01', true, ['waiver-ends-soon'], '30 days before'],
    ['2026-12-31', true, ['waiver-ends-soon'], 'on its last day'],
    ['2027-01-01', false, ['expired-waiver'], 'on the day after'],
    ['2029-02-28', false, ['expired-waiver'], 'long after'],
  ])('as of %s holds: %s, and says %j (%s)', (asOf, waived, codes) => {
    const { assessment, diagnostics } = assess(text({}), { asOf })
    expect(assessment!.findings.find(({ id }) => id === finding)!.waived).toBe(waived)
    expect(diagnostics.map(({ code }) => code)).toEqual(codes.map((code) => `description/${code}`))
    expect(assessment!.diagnostics).toEqual(diagnostics)
  })

  it('counts across the end of February in a leap year', () => {
    expect(codesAt('2028-02-05', { until: '2028-03-06' })).toEqual(['waiver-ends-soon'])
    expect(codesAt('2028-02-04', { until: '2028-03-06' })).toEqual([])
    expect(codesAt('2026-06-30', { until: '9999-12-31' })).toEqual(['long-waiver'])
    expect(codesAt('0001-01-01', { until: '0001-01-20' })).toEqual(['waiver-ends-soon'])
  })

  it.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'America/St_Johns'])(
    'ends with its last day in UTC, also where the clock shows %s',
    (zone) => {
      const before = process.env['TZ']
      process.env['TZ'] = zone
      try {
        const waived = (today: string) =>
          assess(text({}), { today }).assessment!.findings.find(({ id }) => id === finding)!.waived
        const dayOf = (moment: string) => new Date(moment).toISOString().slice(0, 10)
        expect(waived(dayOf('2026-12-31T23:59:59Z'))).toBe(true)
        expect(waived(dayOf('2027-01-01T00:00:00Z'))).toBe(false)
      } finally {
        if (before === undefined) delete process.env['TZ']
        else process.env['TZ'] = before
      }
    },
  )
})

describe('a waiver whose finding is not there', () => {
  const register = 'indicators: [{ id: r1, title: Ideas per year }]\n'
  it.each<[string, string, string[], string?]>([
    ['is unused where the rule stays silent', 'practice/below-target@4.2', ['unused-waiver']],
    [
      'is unused where the rule speaks about another element',
      'objectives/without-plan@6.2.2',
      ['unused-waiver'],
    ],
    [
      'is unused where the rule speaks about the organization',
      'objectives/without-plan@organization',
      ['unused-waiver'],
    ],
    ['is unused where the element stands, and the rule has no entries', `${finding}#x`, []],
    ['says nothing where the rule could not be evaluated', 'practice/below-target@9.2', []],
    ['says nothing where the register is missing', 'measurement/indicator-without-value@9.1.1#r1', []],
    ['is used where the entry is there', 'measurement/indicator-without-value@9.1.1#r1', [], register],
    [
      'is unused where the register has no such entry',
      'measurement/indicator-without-value@9.1.1#r2',
      ['unused-waiver'],
      register,
    ],
    ['says nothing where files were not looked at', 'evidence/file-shows-nothing@6.2.1#a.md', []],
    ['has its own warning where there is no such rule', 'objectives/with-plan@6.2.1', ['unknown-rule']],
  ])('%s', (_, id, codes, more) => {
    expect(codesAt('2026-06-30', { finding: id }, more)).toEqual(codes)
  })

  it('is not told twice when it has expired', () => {
    expect(codesAt('2027-06-30', { finding: 'practice/below-target@4.2' })).toEqual(['expired-waiver'])
  })

  it('is shown with its place', async () => {
    const { code, stderr } = await run(
      ['assess', '-', '--as-of', '2026-06-30', '--stdin-filename', 'org.yaml'],
      {
        stdin: text({ finding: 'practice/below-target@4.2' }),
      },
    )
    expect(code).toBe(0)
    expect(stderr).toContain(
      'org.yaml:5:22: warning: waiver 1 accepts "practice/below-target@4.2", and there is no such finding [description/unused-waiver]',
    )
  })
})
