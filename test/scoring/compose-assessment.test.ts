/** The whole assessment of a written description, with a few rules. */
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { compileRules } from '../../src/rules/compile-rules.ts'
import { composeAssessment } from '../../src/scoring/compose-assessment.ts'
import type { Assessment } from '../../src/types/assessment.ts'
import type { Pack, Rule, RuleTexts } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'
import { packOf } from './hand-built.ts'
import { describeText } from './written.ts'

const rule = (id: string, more: Partial<Rule>): Rule => ({
  id,
  about: null,
  each: null,
  fires: {},
  unless: null,
  severity: 'medium',
  confidence: 'firm',
  category: 'gap',
  principles: [],
  ...more,
})

const rules: readonly Rule[] = [
  rule('practice/below-target', {
    about: 'this',
    each: 'elements',
    fires: { level: { of: 'this', belowTarget: true } },
    severity: 'low',
  }),
  rule('strategy/not-led', { about: '1.2', fires: { some: '1.2', lack: '1.1' }, severity: 'high' }),
  rule('trials/not-measured', {
    about: '3.1',
    fires: { have: '2.2', lack: '3.1' },
    severity: 'high',
    confidence: 'likely',
    principles: ['learning'],
  }),
  rule('work/unstaffed', { fires: { some: '2.2', lack: { any: ['2.1.1', '2.1.2'] } }, confidence: 'hint' }),
  rule('evidence/not-shown', {
    about: 'this',
    each: 'elements',
    category: 'lint',
    fires: {
      have: 'this',
      difference: { from: { level: 'this' }, minus: { evidenced: 'this' }, atLeast: 1 },
    },
  }),
  rule('objectives/without-owner', {
    about: '1.2',
    each: 'objectives',
    fires: { absent: 'item.owner' },
    severity: 'low',
    confidence: 'likely',
  }),
  rule('review/unread', { about: '3.2', fires: { some: '3.2', lack: '3.10' } }),
]
const texts: Readonly<Record<string, Partial<RuleTexts>>> = {
  'strategy/not-led': {
    title: 'A strategy nobody leads',
    message: 'Strategy stands at {1.2}, leadership at {1.1}.',
    do: 'Ask them.',
  },
}
const pack: Pack = packOf(smallFramework(), rules, texts)

const file = `targets: { default: 3 }
practices:
  1.1: { level: 1, planned: 2027-01-31 }
  1.2: { level: 2 }
  1.3: { level: 3 }
  2.1.1: { level: 3, evidence: [{ file: a.md, kind: record, date: 2026-05-04 }] }
  2.1.2: { level: 1, planned: 2026-01-31 }
  2.2: { level: 3 }
  3.1:
    notApplicable: { kind: declined, reason: Measuring has no place with us. }
  3.2: { level: 2 }
objectives:
  - { id: o1, title: Two new pumps }
  - { id: o2, title: Shorter trials, owner: Ana }
waivers:
  - { finding: strategy/not-led@1.2, reason: New head from August., owner: Board, until: 2026-09-30 }
  - { finding: trials/not-measured@3.1, reason: Measuring starts with the new plant., owner: Board, until: 2026-01-31 }
`

function compose(text: string, diagnostics: readonly Diagnostic[] = []): Assessment {
  return composeAssessment({
    pack,
    rules: compileRules(rules, pack.framework),
    description: describeText(pack.framework, text),
    diagnostics,
    toolVersion: '9.9.9',
  })
}

const assessment = compose(file)
const finding = (id: string) => assessment.findings.find((each) => each.id === id)!
const improvement = (id: string) => assessment.improvements.find(({ element }) => element === id)!

describe('an assessment', () => {
  it('says what it was made with and about', () => {
    const warning: Diagnostic = { code: 'a/b', severity: 'warning', message: 'm' }
    const made = compose(file, [warning])
    expect(made.diagnostics).toEqual([warning])
    expect(made).toMatchObject({
      schemaVersion: 1,
      tool: { name: 'ims-gap', version: '9.9.9' },
      framework: { id: 'small', edition: '1', title: 'A small framework', packVersion: '1.0.0' },
      input: { file: 'org.yaml', sha256: '1'.repeat(64) },
      asOf: '2026-06-30',
      targets: { source: 'file', default: 3 },
      evidence: 'declared',
    })
    expect(made.organization).toEqual({ name: 'Harbour Pumps', kind: 'established', size: 'medium' })
  })

  it('counts what is covered', () => {
    expect(assessment.coverage).toEqual({
      elements: 9,
      inScope: 9,
      assessed: 8,
      notAssessed: ['3.10'],
      notApplicable: [],
      declined: ['3.1'],
      planned: ['1.1', '2.1.2'],
    })
  })

  it('places every element that the file speaks about', () => {
    const { elements } = assessment.scores
    expect(elements.find(({ id }) => id === '2.2')).toMatchObject({
      level: 3,
      gap: 0,
      location: { line: 12, column: 10 },
    })
    expect(elements.find(({ id }) => id === '3.10')).toMatchObject({ lowest: 0, highest: 5, location: null })
    expect(elements.find(({ id }) => id === '3.1')).toMatchObject({
      declined: true,
      level: 0,
      location: { line: 14 },
    })
  })

  it('orders findings by severity, confidence, rule and element', () => {
    expect(assessment.findings.map(({ id }) => id)).toEqual([
      'strategy/not-led@1.2',
      'trials/not-measured@3.1',
      'evidence/not-shown@1.3',
      'evidence/not-shown@2.2',
      'work/unstaffed@organization',
      'practice/below-target@1.1',
      'practice/below-target@1.2',
      'practice/below-target@2.1.2',
      'practice/below-target@3.1',
      'practice/below-target@3.2',
      'objectives/without-owner@1.2#o1',
    ])
    expect(assessment.outcomes.gap).toBe(assessment.findings.length)
  })

  it('tells a finding in full', () => {
    expect(finding('strategy/not-led@1.2')).toEqual({
      id: 'strategy/not-led@1.2',
      rule: 'strategy/not-led',
      category: 'gap',
      element: '1.2',
      principles: ['direction', 'learning'],
      outcome: 'gap',
      severity: 'high',
      confidence: 'firm',
      title: 'A strategy nobody leads',
      message: 'Strategy stands at 2, leadership at 1.',
      why: 'why',
      otherwise: 'otherwise',
      check: 'check',
      do: 'Ask them.',
      waived: true,
      waiver: { reason: 'New head from August.', owner: 'Board', until: '2026-09-30' },
      planned: true,
      reasons: [
        { path: ['practices', '1.2', 'level'], expected: expect.any(String), found: 2 },
        { path: ['practices', '1.1', 'level'], expected: expect.any(String), found: 1 },
      ],
      location: { file: 'org.yaml', line: 7, column: 10, endLine: 7, endColumn: 18 },
      related: [
        {
          message: expect.stringMatching(/^1\.2 level: .*found 2$/),
          location: expect.objectContaining({ line: 8 }),
        },
      ],
    })
  })

  it('keeps what is special about an item, an organization, a lint and a rule with its own principles', () => {
    expect(finding('objectives/without-owner@1.2#o1')).toMatchObject({
      element: '1.2',
      item: 'o1',
      location: { line: 17 },
    })
    expect(finding('work/unstaffed@organization')).toMatchObject({
      element: null,
      principles: [],
      location: { line: 11 },
    })
    expect(finding('evidence/not-shown@2.2').category).toBe('lint')
    expect(finding('trials/not-measured@3.1').principles).toEqual(['learning'])
    expect(finding('strategy/not-led@1.2')).not.toHaveProperty('item')
  })

  it('lets a waiver count only while it is active, and a plan only while it lies ahead', () => {
    expect(finding('trials/not-measured@3.1')).toMatchObject({ waived: false })
    expect(finding('trials/not-measured@3.1')).not.toHaveProperty('waiver')
    expect(finding('practice/below-target@1.1').planned).toBe(true)
    expect(finding('practice/below-target@2.1.2').planned).toBe(false)
  })

  it('says what is missing where a rule could not be evaluated', () => {
    expect(assessment.notEvaluated).toContainEqual({
      rule: 'review/unread',
      element: '3.2',
      missing: ['3.10'],
    })
    expect(assessment.outcomes.notEvaluated).toBe(assessment.notEvaluated.length)
  })

  it('computes what an improvement closes and opens by the rules', () => {
    expect(improvement('1.1')).toMatchObject({
      from: 1,
      to: 3,
      planned: '2027-01-31',
      closes: ['practice/below-target@1.1', 'strategy/not-led@1.2'],
      opens: [],
    })
    expect(improvement('2.1.2').closes).toEqual([
      'practice/below-target@2.1.2',
      'work/unstaffed@organization',
    ])
    // Of the two, the waived finding does not press; 2 x 1 / 12 for a medium hint rounds to 0.17.
    expect(improvement('1.1').because[2]!.value).toBe(1)
    expect(improvement('2.1.2').because[2]!.value).toBe(1.17)
  })

  it('opens a finding where raising one element makes another the odd one out', () => {
    const { improvements } = compose(file.replace('2.2: { level: 3 }', '2.2: { level: 1 }'))
    expect(improvements.find(({ element }) => element === '2.2')!.opens).toEqual([
      'trials/not-measured@3.1',
      'work/unstaffed@organization',
    ])
  })

  it('improves nothing that was declined and says who lacks it', () => {
    expect(assessment.improvements.map(({ element }) => element).toSorted()).toEqual([
      '1.1',
      '1.2',
      '2.1.2',
      '3.2',
    ])
    expect(improvement('3.2').lacks).toEqual(['3.1'])
  })

  it('does not depend on the order in which the file names its practices', () => {
    const lines = file.split('\n')
    const practices = lines.slice(2, 11)
    const other = compose(
      [...lines.slice(0, 2), ...practices.slice(0, 6), ...practices.slice(8), ...lines.slice(11)].join('\n'),
    )
    const same = compose(
      [
        ...lines.slice(0, 2),
        ...practices.slice(8),
        ...practices.slice(0, 6).toReversed(),
        ...lines.slice(11),
      ].join('\n'),
    )
    const placeless = (value: Assessment) =>
      JSON.parse(
        JSON.stringify(value, (key, inner) => (key === 'location' || key === 'related' ? null : inner)),
      )
    expect(placeless(same)).toEqual(placeless(other))
  })

  it('is plain data, the same every time', () => {
    const again = compose(file)
    expect(JSON.stringify(again)).toBe(JSON.stringify(assessment))
    expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment)
  })
})
