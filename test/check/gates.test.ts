/** Every gate, met and not met, over small descriptions; and what never fails. */
import { describe, expect, it } from 'vitest'
import { type Assessed, assessWithInputs } from '../../src/assess.ts'
import { judge } from '../../src/check/check-assessment.ts'
import type { FileBase } from '../../src/check/gates.ts'
import { defaultGates, type Gates, mergeGates } from '../../src/check/gates.ts'
import { knownGaps } from '../../src/scoring/known-gaps.ts'
import type { FileComparison, GateName } from '../../src/types/check-report.ts'
import { full, text } from './descriptions.ts'

const assessed = (yaml: string, asOf = '2026-11-24'): Assessed => {
  const { assessed: made, diagnostics } = assessWithInputs(yaml, { file: 'org.yaml', asOf })
  if (!made) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return made
}
const against = (yaml: string, more: Partial<FileBase> = {}): FileBase => {
  const { pack, rules, description } = assessed(yaml)
  const earlier = { findings: knownGaps(pack, rules, description), answers: description }
  return { comparison: compared, earlier, newBecause: null, ...more }
}
const compared: FileComparison = {
  status: 'compared',
  with: 'org.yaml',
  text: 'compared with org.yaml at main',
}
const nothing = { findings: [], answers: null }
const asked = (gates: Partial<Gates>) => mergeGates(defaultGates, gates)
const one = (yaml: string, gates: Partial<Gates>, gate: GateName, base: FileBase | null = null) => {
  const { gates: results } = judge(assessed(yaml), asked(gates), base)
  const found = results.filter((result) => result.gate === gate)
  expect(found).toHaveLength(1)
  return found[0]!
}

describe('a gate on numbers', () => {
  const partly = text({
    '5.1.1': '{ criteria: { 1a: yes } }',
    '7.8': '{ notApplicable: { kind: outside-control, reason: Held by the parent company. } }',
  })
  const cases: [string, string, Partial<Gates>, GateName, boolean, string][] = [
    [
      'an element at its level',
      text({ '5.1.1': '{ level: 2 }' }),
      { require: { '5.1.1': 2 } },
      'element',
      true,
      'level is 2; at least 2 is required',
    ],
    [
      'one below',
      text({ '5.1.1': '{ level: 1 }' }),
      { require: { '5.1.1': 2 } },
      'element',
      false,
      'level is 1; at least 2 is required',
    ],
    [
      'one that is not assessed',
      text({}),
      { require: { '5.1.1': 1 } },
      'element',
      false,
      'not assessed; at least 1 is required',
    ],
    ['one whose criteria are partly answered', partly, { require: { '5.1.1': 5 } }, 'element', false, ''],
    [
      'one that does not apply',
      partly,
      { require: { '7.8': 3 } },
      'element',
      true,
      'not applicable, so no level is required',
    ],
    [
      'a principle at its level',
      full(2),
      { min: { culture: 2 } },
      'principle',
      true,
      'Culture: level is 2; at least 2 is required',
    ],
    [
      'one just below',
      full(2),
      { min: { culture: 2.01 } },
      'principle',
      false,
      'level is 2; at least 2.01 is required',
    ],
    [
      'a withheld level',
      text({ '5.1.1': '{ level: 5 }' }),
      { min: { culture: 1 } },
      'principle',
      false,
      'withheld',
    ],
    [
      'its lower end',
      full(2),
      { minLowest: { culture: 2 } },
      'principle',
      true,
      'lowest possible level is 2',
    ],
    [
      'the lower end of a withheld level',
      text({ '5.1.1': '{ level: 5 }' }),
      { minLowest: { culture: 1 } },
      'principle',
      false,
      'lowest possible level is',
    ],
    [
      'what evidence carries',
      full(3),
      { minEvidenced: { culture: 2 } },
      'principle',
      false,
      'evidenced level is 1',
    ],
    [
      'the whole, when asked',
      full(2),
      { min: { overall: 3 } },
      'overall',
      false,
      'Overall level is 2; at least 3 is required',
    ],
    [
      'coverage of all',
      full(1),
      { minCoverage: 100 },
      'coverage',
      true,
      '52 of 52 elements are assessed (100.00 %); at least 100 % is required',
    ],
    [
      'coverage of one',
      text({ '5.1.1': '{ level: 5 }' }),
      { minCoverage: 2 },
      'coverage',
      false,
      '1 of 52 elements are assessed (1.92 %)',
    ],
    [
      'coverage by the exact fraction',
      text({ '5.1.1': '{ level: 5 }' }),
      { minCoverage: 1 },
      'coverage',
      true,
      '1 of 52',
    ],
  ]
  it.each(cases)('on %s', (_, yaml, gates, gate, passed, says) => {
    const result = one(yaml, gates, gate)
    expect(result).toMatchObject({ passed, findings: [] })
    expect(result.text).toContain(says)
  })

  it('is not there unless it was asked for', () => {
    expect(judge(assessed(full(0)), defaultGates, null).gates.map(({ gate }) => gate)).toEqual([
      'expired-waiver',
    ])
  })

  it('says which element or principle it is about', () => {
    const { gates } = judge(
      assessed(full(2)),
      { ...defaultGates, require: { '6.4': 1 }, min: { culture: 1, overall: 1 }, minLowest: { culture: 1 } },
      null,
    )
    expect(gates.map(({ gate, subject }) => [gate, subject])).toEqual([
      ['element', '6.4'],
      ['principle', 'culture'],
      ['principle', 'culture'],
      ['overall', undefined],
      ['expired-waiver', undefined],
    ])
  })

  it('says where an element is answered', () => {
    expect(
      one(text({ '5.1.1': '{ level: 1 }' }), { require: { '5.1.1': 2 } }, 'element').location,
    ).toMatchObject({
      file: 'org.yaml',
      line: 6,
    })
  })
})

describe('a gate on findings', () => {
  const before = text({ '6.2.1': '{ level: 3 }', '6.2.2': '{ level: 2 }' })
  const after = text({ '6.2.1': '{ level: 3 }', '6.2.2': '{ level: 1 }' })

  it('fails for what is new', () => {
    const result = one(after, {}, 'new-findings', against(text({ '6.2.1': '{ level: 3 }' })))
    expect(result.passed).toBe(false)
    expect(result.findings).toContain('practice/below-target@6.2.2')
    expect(result.location).toMatchObject({ file: 'org.yaml' })
  })

  it('fails for what is worse, and only there', () => {
    const findings = against(after).earlier!.findings.map((finding) => {
      const level = finding.id === 'practice/below-target@6.2.2' ? 2 : 0
      return { ...finding, level: { lowest: level, highest: level } }
    })
    const base: FileBase = { comparison: compared, earlier: { findings, answers: null }, newBecause: null }
    expect(one(after, {}, 'new-findings', base).passed).toBe(true)
    expect(one(after, {}, 'worse-findings', base)).toMatchObject({
      passed: false,
      findings: ['practice/below-target@6.2.2'],
    })
  })

  it('counts only what is severe enough', () => {
    expect(one(after, { failOnNew: 'high' }, 'worse-findings', against(before)).passed).toBe(true)
    expect(one(after, { failOn: 'low' }, 'severity').passed).toBe(false)
    expect(judge(assessed(after), asked({ failOnNew: 'none' }), against(before)).gates).toHaveLength(1)
  })

  it('is fooled by no swap: one fixed and one new still fail', () => {
    const swapped = text({ '6.2.1': '{ level: 3 }', '6.2.2': '{ level: 3 }', '7.4': '{ level: 1 }' })
    const { passed, resolved, gates, findings } = judge(assessed(swapped), defaultGates, against(before))
    expect(resolved).toContainEqual(
      expect.objectContaining({ id: 'practice/below-target@6.2.2', resolution: 'fixed' }),
    )
    expect(gates.find(({ gate }) => gate === 'new-findings')!.findings).toContain('practice/below-target@7.4')
    expect(findings.filter(({ fails }) => fails).map(({ finding }) => finding.id)).toEqual(
      gates.find(({ gate }) => gate === 'new-findings')!.findings,
    )
    expect(passed).toBe(false)
  })

  it('never fails for what is waived or planned', () => {
    const planned = text({ '6.2.2': '{ level: 1, planned: 2027-01-01 }' })
    const waived = `${text({ '6.2.2': '{ level: 1 }' })}waivers:\n  - { finding: practice/below-target@6.2.2, reason: Accepted until the reorganization., owner: Head, until: 2026-12-31 }\n`
    for (const yaml of [planned, waived]) {
      const { findings, passed } = judge(assessed(yaml), asked({ failOn: 'low' }), against(text({})))
      const found = findings.find(({ finding }) => finding.id === 'practice/below-target@6.2.2')
      expect(found).toMatchObject({ status: 'new', fails: false })
      expect(passed).toBe(true)
    }
  })

  it('fails where what was waived or planned no longer is, though it was there before', () => {
    const { earlier } = against(after)
    const findings = earlier!.findings.map((one) => ({
      ...one,
      open: one.id !== 'practice/below-target@6.2.2',
    }))
    const base = against(after, { earlier: { ...earlier!, findings } })
    expect(one(after, {}, 'new-findings', base).findings).toEqual(['practice/below-target@6.2.2'])
    const still = text({ '6.2.1': '{ level: 3 }', '6.2.2': '{ level: 1, planned: 2027-01-01 }' })
    expect(
      judge(assessed(still), defaultGates, base).findings.find(({ finding }) => finding.planned)?.status,
    ).toBe('unchanged')
  })

  it('says why everything is new where the base never was about the file', () => {
    const base = against(text({}), { earlier: nothing, newBecause: 'the baseline has no entries' })
    expect(one(after, {}, 'new-findings', base).text).toMatch(
      /^\d+ open findings are new: the baseline has no entries$/,
    )
    expect(one(text({}), {}, 'new-findings', base).text).toBe('no open finding is new')
  })

  it('does not fail for a new file, and fails for one that cannot be compared', () => {
    const isNew = against(text({}), {
      comparison: { status: 'new', with: null, text: 'the file is new' },
      earlier: nothing,
    })
    expect(one(after, {}, 'comparison', isNew)).toMatchObject({ passed: true, text: 'the file is new' })
    expect(judge(assessed(after), defaultGates, isNew).passed).toBe(true)
    const unknown = against(text({}), {
      comparison: { status: 'not-compared', with: null, text: 'org.yaml at main is invalid' },
      earlier: null,
    })
    expect(one(after, {}, 'comparison', unknown)).toMatchObject({ passed: false })
    expect(one(after, { failOnNew: 'none', failOnWithdrawn: true }, 'comparison', unknown).passed).toBe(false)
    expect(one(after, { allowUncompared: true }, 'comparison', unknown).passed).toBe(true)
    expect(judge(assessed(after), asked({ failOnNew: 'none' }), unknown).passed).toBe(true)
    expect(
      judge(assessed(after), defaultGates, unknown).findings.every(({ status }) => status === null),
    ).toBe(true)
  })

  it('a claim that is lowered makes a finding about its evidence no worse', () => {
    const claimed = (level: number) => text({ '6.2.2': `{ level: ${level} }` })
    const { findings } = judge(assessed(claimed(3)), defaultGates, against(claimed(4)))
    expect(findings.find(({ finding }) => finding.rule === 'evidence/level-not-shown')?.status).toBe(
      'unchanged',
    )
  })

  it('on stale evidence', () => {
    const stale = text({
      '6.4': '{ level: 2, evidence: [{ file: list.md, kind: document, date: 2024-01-10 }] }',
    })
    expect(one(stale, { failOnStale: true }, 'stale-evidence')).toMatchObject({
      passed: false,
      findings: ['evidence/too-old@6.4'],
    })
    expect(one(text({ '6.4': '{ level: 2 }' }), { failOnStale: true }, 'stale-evidence').passed).toBe(true)
  })
})

describe('a gate on what is withdrawn', () => {
  const before = text({ '5.1.1': '{ level: 2 }', '6.2.2': '{ level: 0 }', '7.8': '{ level: 4 }' })
  const apart = '{ notApplicable: { kind: not-relevant, reason: None of it here. } }'
  const declined = '{ notApplicable: { kind: declined, reason: Not wanted here. } }'
  const cases: [what: string, after: string, passed: boolean, says: string][] = [
    ['an answer', before.replace(/ {2}6\.2\.2.*\n/, ''), false, 'answers withdrawn (6.2.2)'],
    ['scope', before.replace('{ level: 4 }', apart), false, 'assessed elements excluded (7.8)'],
    ['a target', `${before}targets: { elements: { 7.8: 1 } }\n`, false, 'targets lowered (7.8)'],
    [
      'several',
      `${before.replace(/ {2}6\.2\.2.*\n/, '').replace('{ level: 4 }', apart)}targets: { elements: { 5.1.1: 1 } }\n`,
      false,
      'answers withdrawn (6.2.2); assessed elements excluded (7.8); targets lowered (5.1.1)',
    ],
    [
      'a lower level',
      before.replace('{ level: 4 }', '{ level: 0 }'),
      true,
      'no answer, target or register was withdrawn',
    ],
    [
      'declining',
      before.replace('{ level: 4 }', declined),
      true,
      'no answer, target or register was withdrawn',
    ],
    ['nothing', before, true, 'no answer, target or register was withdrawn'],
  ]
  it.each(cases)('on %s', (_, after, passed, says) => {
    const result = one(after, { failOnWithdrawn: true }, 'withdrawn', against(before))
    expect(result).toMatchObject({ passed, findings: [] })
    expect(result.text).toContain(says)
  })

  it('on a register', () => {
    const risks = `${before}risks: [{ id: a, title: A }]\n`
    const result = one(before, { failOnWithdrawn: true }, 'withdrawn', against(risks))
    expect(result).toMatchObject({ passed: false, location: null })
    expect(result.text).toContain('registers removed (risks)')
  })

  it('says where to look first', () => {
    const after = text({ '5.1.1': '{ level: 2 }', '6.2.2': '{ owner: Head }', '7.8': '{ level: 4 }' })
    expect(one(after, { failOnWithdrawn: true }, 'withdrawn', against(before)).location?.line).toBe(7)
  })

  it('is off unless it was asked for, and weakened answers are listed all the same', () => {
    const { gates, weakened, passed } = judge(assessed(text({})), defaultGates, against(before))
    expect(gates.map(({ gate }) => gate)).not.toContain('withdrawn')
    expect(weakened.map(({ element }) => element)).toEqual(['5.1.1', '6.2.2', '7.8'])
    expect(passed).toBe(true)
  })
})

describe('an expired waiver', () => {
  const yaml = `${text({ '6.2.2': '{ level: 1 }' })}waivers:\n  - { finding: practice/below-target@6.2.2, reason: Accepted until the reorganization., owner: Head, until: 2026-11-24 }\n`

  it.each([
    ['2026-11-24', true],
    ['2026-11-25', false],
  ])('on %s: passed %s', (asOf, passed) => {
    const result = judge(assessed(yaml, asOf), defaultGates, null)
    expect(result.passed).toBe(passed)
    expect(result.gates.find(({ gate }) => gate === 'expired-waiver')?.location === null).toBe(passed)
    expect(
      result.findings.find(({ finding }) => finding.id === 'practice/below-target@6.2.2')?.finding.waived,
    ).toBe(passed)
  })
})
