/** A plan covers what keeping it would close, for a limited time; one whose date has passed fails a check. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Assessed, assessWithInputs } from '../../src/assess.ts'
import { judge } from '../../src/check/check-assessment.ts'
import { defaultGates } from '../../src/check/gates.ts'
import { text } from '../check/descriptions.ts'
import { repository } from '../cli/run.ts'

const assessed = (yaml: string, asOf = '2026-12-01'): Assessed => {
  const { assessed: made, diagnostics } = assessWithInputs(yaml, { file: 'org.yaml', asOf })
  if (!made) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return made
}
const planned = (yaml: string, id: string, asOf?: string) =>
  assessed(yaml, asOf).assessment.findings.find((finding) => finding.id === id)?.planned

describe('a plan', () => {
  const objectives = 'objectives/without-plan@6.2.1'
  const withPlan = (answer: string) => text({ '6.2.1': '{ level: 3 }', '6.2.2': answer })
  const apart = '{ notApplicable: { kind: declined, reason: Not wanted here. }, planned: 2027-03-31 }'
  const cases: [what: string, yaml: string, id: string, covered: boolean][] = [
    ['covers what it closes', withPlan('{ level: 0, planned: 2027-03-31 }'), objectives, true],
    ['covers it on its last day', withPlan('{ level: 0, planned: 2026-12-01 }'), objectives, true],
    ['covers it for twelve months', withPlan('{ level: 0, planned: 2027-12-01 }'), objectives, true],
    ['covers nothing beyond them', withPlan('{ level: 0, planned: 2027-12-02 }'), objectives, false],
    ['covers nothing after its date', withPlan('{ level: 0, planned: 2026-11-30 }'), objectives, false],
    [
      'covers nothing that it would not close',
      `${withPlan('{ level: 0, planned: 2027-03-31 }')}targets: { elements: { 6.2.2: 1 } }\n`,
      objectives,
      false,
    ],
    ['covers nothing beside declined', withPlan(apart), objectives, false],
    [
      'never covers a finding about evidence',
      text({ '6.4': '{ level: 4, planned: 2027-03-31 }' }),
      'evidence/level-not-shown@6.4',
      false,
    ],
  ]
  it.each(cases)('%s', (_, yaml, id, covered) => {
    expect(planned(yaml, id)).toBe(covered)
  })
})

describe('the cases of plans', () => {
  const check = (name: string) => {
    const yaml = readFileSync(join(repository, 'test', 'fixtures', 'gates', `${name}.yaml`), 'utf8')
    return judge(assessed(yaml), { ...defaultGates, failOn: 'high' }, null)
  }

  it('a date in 2999 covers no more than no date', () => {
    expect(check('planned-forever').passed).toBe(false)
    expect(check('unplanned').passed).toBe(false)
  })

  it('a date that has passed is a finding at its line and fails', () => {
    const { gates, passed, findings } = check('planned-past')
    expect(passed).toBe(false)
    expect(gates.find(({ gate }) => gate === 'overdue-plan')).toMatchObject({
      passed: false,
      text: '6.1: plan overdue since 2026-11-01 (level 1, target 3)',
      location: { line: 6 },
    })
    expect(findings.map(({ finding }) => finding.message)).toContainEqual(
      expect.stringContaining('overdue since 2026-11-01'),
    )
  })
})
