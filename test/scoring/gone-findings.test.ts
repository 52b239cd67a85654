/** Why a finding is no longer there: mended is only what was asked again, by the same measure, and holds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Assessed, assessWithInputs } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import { compareFindings, knownFindings } from '../../src/scoring/compare-findings.ts'
import { type GoneFindings, sortGone } from '../../src/scoring/gone-findings.ts'
import { lessSaid } from '../../src/scoring/less-said.ts'
import type { LookAtFiles } from '../../src/types/file-facts.ts'
import { text } from '../check/descriptions.ts'
import { repository } from '../cli/run.ts'
import '../../src/yaml/full-reader.ts'

const pack = builtinPack()
const assessed = (yaml: string, lookAtFiles?: LookAtFiles): Assessed => {
  const options = { file: 'org.yaml', asOf: '2026-11-24', ...(lookAtFiles && { lookAtFiles }) }
  const { assessed: made, diagnostics } = assessWithInputs(yaml, { ...options, improvements: false })
  if (!made) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return made
}
/** What became of the findings of one description in another; with a baseline, by their levels only. */
function gone(before: Assessed, after: Assessed, base: 'revision' | 'baseline' = 'revision'): GoneFindings {
  const { fixed } = compareFindings(knownFindings(before.assessment), after.assessment)
  const said = base === 'revision' ? before.description : null
  const less = said ? lessSaid(said, after.description, pack.framework) : []
  return sortGone(fixed, after.rules, after.description, said, less)
}
const outcomeOf = ({ fixed, unmended }: GoneFindings, id: string) =>
  fixed.some((finding) => finding.id === id)
    ? 'mended'
    : unmended
        .filter((finding) => finding.id === id)
        .map(({ why, missing }) => [why, ...missing].join(' '))[0]

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
      'mended',
      'mended',
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
      'mended',
    ],
    [
      'that rested on a level which fell',
      text({ '6.2.1': '{ level: 1 }', '6.2.2': '{ level: 1 }' }),
      plan,
      'less-claimed',
      'mended',
    ],
  ]
  it.each(cases)('%s', (_, after, id, byRevision, byBaseline) => {
    const [before, now] = [assessed(start), assessed(after)]
    expect(outcomeOf(gone(before, now), id)).toBe(byRevision)
    expect(outcomeOf(gone(before, now, 'baseline'), id)).toBe(byBaseline)
  })

  const judged = 'objectives/cannot-be-judged@6.2.1#grow'
  it.each([
    ['mended', objective('grow').replace(' }', ', measure: Share of sales, check: yearly }')],
    ['entry-gone', objective('shrink')],
    ['entry-gone', 'objectives: []\n'],
    ['not-evaluated objectives', ''],
  ])('about an entry of a register: %s', (outcome, register) => {
    expect(outcomeOf(gone(assessed(start + objective('grow')), assessed(start + register)), judged)).toBe(
      outcome,
    )
  })

  it('about a piece of evidence: not looked at is not mended, and no longer cited is', () => {
    const missing: LookAtFiles = (questions) =>
      new Map(questions.map(({ file }) => [file, { state: 'missing', committed: null, sha256: null }]))
    const citing = (more: string) =>
      text({ '6.4': `{ level: 2${more} }`, '7.4': '{ level: 1, evidence: [{ ticket: T-1, kind: record }] }' })
    const piece = ', evidence: [{ file: list.md, kind: document, date: 2026-10-01 }]'
    const before = assessed(citing(piece), missing)
    const id = 'evidence/file-shows-nothing@6.4#list.md'
    expect(outcomeOf(gone(before, assessed(citing(''), missing)), id)).toBe('mended')
    expect(outcomeOf(gone(before, assessed(citing(piece))), id)).toBe('not-evaluated')
    const unanswered = assessed(citing(piece).replace('level: 2, ', ''), missing)
    expect(outcomeOf(gone(before, unanswered), id)).toBe('not-evaluated 6.4')
    expect(outcomeOf(gone(before, assessed(text({}), missing)), id)).toBe('not-evaluated 6.4')
  })

  it('whose rule the pack does not have', () => {
    const { rules, description } = assessed(start)
    const old = { id: 'theme/long-gone@6.4', element: '6.4', level: 1 } as const
    expect(sortGone([old], rules, description, null, []).unmended).toMatchObject([
      { ...old, why: 'rule-gone' },
    ])
  })

  it('is not mended by claiming less, but a claim that was not shown is', () => {
    const before = assessed(text({ '6.4': '{ level: 4 }' }))
    const after = assessed(text({ '6.4': '{ level: 1 }' }))
    expect(outcomeOf(gone(before, after), 'evidence/level-not-shown@6.4')).toBe('mended')
  })

  it('is never mended where things were only taken away or lowered', () => {
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
        const { fixed } = gone(assessed(yaml(false)), after)
        const gaps = fixed.filter(
          ({ id }) => after.rules.byId.get(id.split('@')[0]!)!.rule.category === 'gap',
        )
        expect(gaps).toEqual([])
      }),
      { numRuns: 25 },
    )
  }, 20_000)
})
