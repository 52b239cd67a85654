/** What became of a finding: fixed is only what was evaluated again, by the same targets, and is no longer true. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Assessed, assessWithInputs } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import { compareFindings } from '../../src/scoring/compare-findings.ts'
import { knownGaps } from '../../src/scoring/known-gaps.ts'
import type { ResolvedFinding } from '../../src/types/check-report.ts'
import type { LookAtFiles } from '../../src/types/file-facts.ts'
import { text } from '../check/descriptions.ts'
import { repository } from '../cli/run.ts'

const pack = builtinPack()
const assessed = (yaml: string, lookAtFiles?: LookAtFiles): Assessed => {
  const options = { file: 'org.yaml', asOf: '2026-11-24', ...(lookAtFiles && { lookAtFiles }) }
  const { assessed: made, diagnostics } = assessWithInputs(yaml, { ...options, improvements: false })
  if (!made) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return made
}
/** What became of the findings of one description in another; against a baseline, by their levels only. */
function compared(before: Assessed, after: Assessed, base: 'revision' | 'baseline' = 'revision') {
  const findings = knownGaps(before.pack, before.rules, before.description)
  return compareFindings({ findings, answers: base === 'revision' ? before.description : null }, after)
}
const resolve = (...args: Parameters<typeof compared>) => compared(...args).resolved
const outcomeOf = (resolved: readonly ResolvedFinding[], id: string) =>
  resolved
    .filter((finding) => finding.id === id)
    .map(({ resolution, missing }) => [resolution, ...missing].join(' '))[0]

const plan = 'objectives/without-plan@6.2.1'
const below = 'practice/below-target@6.2.2'
const start = text({ '6.2.1': '{ level: 3 }', '6.2.2': '{ level: 1 }' })
const objective = (id: string) => `objectives:\n  - { id: ${id}, title: Grow, supports: [vision] }\n`

describe('a finding that is no longer there', () => {
  const cases: [what: string, after: string, id: string, byRevision: string, byBaseline: string][] = [
    [
      'whose element rose',
      text({ '6.2.1': '{ level: 3 }', '6.2.2': '{ level: 3 }' }),
      below,
      'fixed',
      'fixed',
    ],
    [
      'whose answer is gone',
      text({ '6.2.1': '{ level: 3 }' }),
      below,
      'not-evaluated 6.2.2',
      'not-evaluated 6.2.2',
    ],
    [
      'that rested on an answer which is gone',
      text({ '6.2.2': '{ level: 1 }' }),
      plan,
      'not-evaluated 6.2.1',
      'not-evaluated 6.2.1',
    ],
    [
      'whose element does not apply',
      text({
        '6.2.1': '{ level: 3 }',
        '6.2.2': '{ notApplicable: { kind: not-relevant, reason: None here. } }',
      }),
      below,
      'not-applicable',
      'not-applicable',
    ],
    ['whose target fell', `${start}targets: { default: 1 }\n`, below, 'target-lowered', 'target-lowered'],
    [
      'whose target fell as far as its level rose',
      `${text({ '6.2.2': '{ level: 2 }' })}targets: { elements: { 6.2.2: 2 } }\n`,
      below,
      'target-lowered',
      'fixed',
    ],
    [
      'whose element was excluded while the target fell',
      `${text({
        '6.2.1': '{ level: 3 }',
        '6.2.2': '{ notApplicable: { kind: not-relevant, reason: None here. } }',
      })}targets: { default: 1 }\n`,
      plan,
      'not-applicable',
      'not-applicable',
    ],
    [
      'that rested on a level which fell',
      text({ '6.2.1': '{ level: 1 }', '6.2.2': '{ level: 1 }' }),
      plan,
      'answer-lowered',
      'fixed',
    ],
  ]
  it.each(cases)('%s', (_, after, id, byRevision, byBaseline) => {
    const [before, now] = [assessed(start), assessed(after)]
    expect(outcomeOf(resolve(before, now), id)).toBe(byRevision)
    expect(outcomeOf(resolve(before, now, 'baseline'), id)).toBe(byBaseline)
  })

  it('whose element was excluded and whose register was removed in one change is not applicable any more', () => {
    const folder = join(repository, 'test', 'fixtures', 'history')
    const [before, after] = ['before', 'after'].map((name) =>
      assessed(readFileSync(join(folder, `excluded-${name}.yaml`), 'utf8')),
    )
    const resolved = resolve(before!, after!)
    expect(outcomeOf(resolved, 'collaboration/no-terms-before-work@4.4.3')).toBe('not-applicable')
    expect(resolved.map(({ resolution }) => resolution)).not.toContain('fixed')
  })

  it('that rested on 8.3.5 at level 3, which is now claimed at 1, is never fixed', () => {
    const answers = { '8.3.5': '{ level: 3 }', '8.3.4': '{ level: 1 }' }
    const before = assessed(text(answers))
    const lowered = resolve(before, assessed(text({ ...answers, '8.3.5': '{ level: 1 }' })))
    expect(lowered.length).toBeGreaterThan(0)
    for (const { id, resolution } of lowered.filter(({ id }) => !id.startsWith('evidence/')))
      expect(resolution, id).toBe('answer-lowered')
  })

  const judged = 'objectives/cannot-be-judged@6.2.1#grow'
  it.each([
    ['fixed', objective('grow').replace(' }', ', measure: Share of sales, check: yearly }')],
    ['entry-removed', objective('shrink')],
    ['entry-removed', 'objectives: []\n'],
    ['not-evaluated objectives', ''],
  ])('about an entry of a register: %s', (outcome, register) => {
    expect(outcomeOf(resolve(assessed(start + objective('grow')), assessed(start + register)), judged)).toBe(
      outcome,
    )
  })

  it('about a piece of evidence: not checked is not fixed, and no longer cited is', () => {
    const missing: LookAtFiles = (questions) =>
      new Map(questions.map(({ file }) => [file, { state: 'missing', committed: null, sha256: null }]))
    const citing = (more: string) =>
      text({ '6.4': `{ level: 2${more} }`, '7.4': '{ level: 1, evidence: [{ ticket: T-1, kind: record }] }' })
    const piece = ', evidence: [{ file: list.md, kind: document, date: 2026-10-01 }]'
    const before = assessed(citing(piece), missing)
    const id = 'evidence/file-shows-nothing@6.4#list.md'
    expect(outcomeOf(resolve(before, assessed(citing(''), missing)), id)).toBe('fixed')
    expect(outcomeOf(resolve(before, assessed(citing(piece))), id)).toBe('not-evaluated')
    const unanswered = assessed(citing(piece).replace('level: 2, ', ''), missing)
    expect(outcomeOf(resolve(before, unanswered), id)).toBe('not-evaluated 6.4')
    expect(outcomeOf(resolve(before, assessed(text({}), missing)), id)).toBe('not-evaluated 6.4')
  })

  it('whose rule the pack does not have', () => {
    const old = { id: 'theme/long-gone@6.4', element: '6.4', level: { lowest: 1, highest: 1 } } as const
    const earlier = { findings: [{ ...old, open: true, elements: [] }], answers: null }
    expect(compareFindings(earlier, assessed(start)).resolved).toEqual([
      { ...old, resolution: 'rule-changed', missing: [] },
    ])
  })

  it('is not fixed by claiming less, but a claim that the evidence did not support is', () => {
    const before = assessed(text({ '6.4': '{ level: 4 }' }))
    const after = assessed(text({ '6.4': '{ level: 1 }' }))
    expect(outcomeOf(resolve(before, after), 'evidence/level-not-shown@6.4')).toBe('fixed')
  })

  it('is never fixed where answers were only removed or lowered', () => {
    const rich = readFileSync(join(repository, 'examples', 'manufacturer.yaml'), 'utf8')
    const registers = rich
      .slice(rich.indexOf('\nobjectives:'), rich.indexOf('\nwaivers:') + 1)
      .replace(/^ +objective: .*\n/gm, '')
    const without = (name: string, yaml: string) =>
      yaml.replace(new RegExp(`^${name}:\\n(?:[ #].*\\n|\\n)*`, 'm'), '')
    const ids = pack.framework.elements
      .filter(({ neverNotApplicable }) => !neverNotApplicable)
      .map(({ id }) => id)
    const edit = fc.constantFrom('keep', 'keep', 'lower', 'withdraw', 'exclude')
    const answers = fc.tuple(
      ...ids.map((id) => fc.tuple(fc.constant(id), fc.integer({ min: 0, max: 5 }), edit)),
    )
    const names = fc.subarray(['objectives', 'initiatives', 'indicators', 'risks'])
    fc.assert(
      fc.property(answers, names, fc.integer({ min: 0, max: 4 }), (list, left, target) => {
        const yaml = (after: boolean) => {
          const practices = list.flatMap(([id, level, what]) => {
            if (!after || what === 'keep') return [[id, `{ level: ${level} }`]]
            if (what === 'lower') return [[id, `{ level: ${Math.max(0, level - 1)} }`]]
            return what === 'withdraw'
              ? []
              : [[id, '{ notApplicable: { kind: inherited, reason: From the parent. } }']]
          })
          const targets = `targets: { default: ${after ? target : 4} }\n`
          const kept = after ? left.reduce((all, name) => without(name, all), registers) : registers
          return text(Object.fromEntries(practices)) + targets + kept
        }
        const after = assessed(yaml(true))
        const gaps = resolve(assessed(yaml(false)), after).filter(
          ({ id, resolution }) =>
            resolution === 'fixed' && after.rules.byId.get(id.split('@')[0]!)!.rule.category === 'gap',
        )
        expect(gaps).toEqual([])
      }),
      { numRuns: 25 },
    )
  }, 20_000)
})

describe('a finding that is still there', () => {
  const statusOf = (before: string, after: string, id: string) =>
    compared(assessed(text({ '5.2.1': before })), assessed(text({ '5.2.1': after }))).present.find(
      ({ finding }) => finding.id === id,
    )
  const policy = 'practice/below-target@5.2.1'
  const cases: [what: string, before: string, after: string, status: string][] = [
    ['at a lower level', '{ level: 2 }', '{ level: 1 }', 'worse'],
    ['at best at a lower level', '{ level: 2 }', '{ criteria: { 2a: no } }', 'worse'],
    ['at a level that may be the same', '{ level: 1 }', '{ criteria: { 2a: no } }', 'unchanged'],
    ['at least at a higher level', '{ criteria: { 2a: no } }', '{ level: 2 }', 'better'],
  ]
  it.each(cases)('%s', (_, before, after, status) => {
    expect(statusOf(before, after, policy)).toMatchObject({ status })
  })
})
