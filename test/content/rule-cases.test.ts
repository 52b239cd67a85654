/** Small descriptions for which it is known what the rules must say, and that every serious finding can be acted on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import { compileRules } from '../../src/rules/compile-rules.ts'
import { describeGiven } from '../../src/rules/run-example.ts'
import { composeAssessment } from '../../src/scoring/compose-assessment.ts'
import type { Assessment } from '../../src/types/assessment.ts'

function assessed(name: string): Assessment {
  return assess(readFileSync(join(import.meta.dirname, 'cases', `${name}.yaml`))).assessment!
}

/** Rules of findings about practice that matter, without the plain gap. */
const rulesIn = ({ findings }: Assessment) =>
  findings
    .filter(
      ({ rule, category, severity }) =>
        category === 'gap' && severity !== 'low' && rule !== 'practice/below-target',
    )
    .map(({ rule }) => rule)

describe('the rules of the built-in guidance', () => {
  it.each([
    ['f1-rights', []],
    ['f2-means', []],
    ['f4-internal-collab', []],
    ['f5-context', ['strategy/own-strengths-unknown']],
    ['f6-pilots', ['pilots/without-route-to-use']],
    ['pilots', ['pilots/without-route-to-use', 'portfolio/no-common-list', 'culture/fear-of-failure']],
    ['building-for-nobody', ['process/developed-for-nobody']],
    ['rights-settled', ['leadership/not-resourced']],
    ['all0', ['leadership/no-first-initiative']],
    ['all1', ['leadership/no-first-initiative', 'cycle/depends-on-individuals']],
    ['all2', ['cycle/not-used-everywhere']],
    ['f3-startup-busy', ['process/launch-unmeasured']],
  ])('say about %s what holds it back, and nothing that its answers contradict', (name, expected) => {
    expect(rulesIn(assessed(name))).toEqual(expected)
  })

  it.each(['f7-l1', 'first-criterion-no'])(
    'let no unmet criterion for level 1 hide a working practice: %s',
    (name) => {
      for (const { id, state, level } of assessed(name).scores.elements)
        if (state === 'assessed') expect(level, id).toBeGreaterThanOrEqual(3)
    },
  )

  it('tell organizations apart that differ only in ambition and approach', () => {
    const [open, radical] = [assessed('c1'), assessed('c2')]
    expect(rulesIn(open)).toContain('collaboration/without-rights')
    expect(rulesIn(radical)).toContain('process/radical-without-experiments')
    expect(open.first).not.toEqual(radical.first)
  })

  it('estimate only what is missing', () => {
    const { improvements } = assessed('first-only')
    for (const { effort } of improvements) expect(effort.likely).toBeLessThan(10)
  })
})

describe('every finding above low', () => {
  const { framework, rules, texts } = builtinPack()
  const compiled = compileRules(rules, framework)
  const cases = rules
    .filter(({ severity, category }) => severity !== 'low' && category === 'gap')
    .filter(({ id }) => texts().rules[id]!.do === null)
    .flatMap(({ id }) =>
      texts()
        .rules[id]!.examples.filter(({ outcome }) => outcome === 'gap')
        .map((example, index) => [id, index, example] as const),
    )

  it.each(cases)(
    'is closed by an improvement or several together, or says what to do: %s, example %i',
    (id, _, { given }) => {
      const description = describeGiven(given, framework)
      const pack = builtinPack()
      const { findings, improvements } = composeAssessment({
        ...{ pack, rules: compiled, description, diagnostics: [], toolVersion: '0' },
      })
      const found = findings.filter(({ rule }) => rule === id).map((finding) => finding.id)
      const closed = improvements.flatMap(({ closes, closesTogether }) => [
        ...closes,
        ...closesTogether.map(({ finding }) => finding),
      ])
      for (const finding of found) expect(closed).toContain(finding)
    },
  )
})

describe('the map from elements to principles', () => {
  it('ticks every element for one principle mainly and one also, so that no weight follows from the number of ticks', () => {
    for (const { id, also } of builtinPack().framework.elements) expect(also.length, id).toBe(1)
  })
})
