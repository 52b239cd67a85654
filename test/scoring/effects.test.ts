/** What raising an element closes and opens, by the rules themselves. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/assess.ts'
import { compileRules } from '../../src/rules/compile-rules.ts'
import { concludeAll } from '../../src/rules/conclude-all.ts'
import { effectsIn } from '../../src/scoring/effects.ts'
import { raisesIn } from '../../src/scoring/raises.ts'
import type { ConditionSpec, Rule } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'
import { describeText } from './written.ts'

const framework = smallFramework()
const rule = (id: string, fires: ConditionSpec): Rule => ({
  ...{ id, about: '1.2', each: null, fires, unless: null },
  ...{ severity: 'high', confidence: 'firm', category: 'gap', principles: [] },
})
const rules = compileRules(
  [
    rule('strategy/not-led', { some: '1.2', lack: '1.1' }),
    rule('trials/no-means', { some: '1.2', lack: { any: ['2.1.1', '2.1.2'] } }),
  ],
  framework,
)

function effects(practices: string) {
  const description = describeText(framework, `targets: { default: 3 }\npractices: ${practices}\n`)
  const raises = raisesIn(framework, description.standings)
  const all = effectsIn(framework, rules, description, concludeAll(rules, description), raises)
  return {
    of: (id: string) => all.of(raises.find(({ element }) => element.id === id)!),
    together: all.together,
  }
}

describe('raising an element', () => {
  it('closes a gap that is none any more', () => {
    const { of } = effects('{ 1.1: { level: 0 }, 1.2: { level: 3 } }')
    expect(of('1.1')).toEqual({ closes: ['strategy/not-led@1.2'], opens: [], preventedBy: [] })
  })

  it('opens nothing that what must come first has settled by then', () => {
    expect(effects('{ 1.1: { level: 0 }, 1.2: { level: 1 } }').of('1.2').opens).toEqual([])
  })

  it('names what keeps it from opening a gap', () => {
    const { of } = effects(
      '{ 1.1: { level: 3 }, 1.2: { level: 1 }, 2.1.1: { level: 3 }, 2.1.2: { level: 0 } }',
    )
    expect(of('1.2')).toEqual({ closes: [], opens: ['trials/no-means@1.2'], preventedBy: ['2.1.2'] })
  })

  it('shares a gap among those that close it only together', () => {
    const { of, together } = effects(
      '{ 1.1: { level: 3 }, 1.2: { level: 3 }, 2.1.1: { level: 0 }, 2.1.2: { level: 0 } }',
    )
    expect(of('2.1.1').closes).toEqual([])
    expect(together(new Set())).toEqual([{ finding: 'trials/no-means@1.2', elements: ['2.1.1', '2.1.2'] }])
    expect(together(new Set(['trials/no-means@1.2']))).toEqual([])
  })
})

describe('in the guidance for ISO 56002', () => {
  const improvementIn = (name: string, id: string) =>
    assess(readFileSync(join(import.meta.dirname, 'cases', `${name}.yaml`))).assessment!.improvements.find(
      ({ element }) => element === id,
    )!

  it('opens nothing where the prerequisites of its prerequisites have come first', () => {
    expect(improvementIn('min-opens', '10.3').opens).toEqual([])
  })

  it('counts what all elements share again, but lints raise no urgency', () => {
    const { closes, because } = improvementIn('min-shared', '4.1.1')
    expect(closes.filter((id) => id.startsWith('evidence/shared-by-many@')).length).toBe(6)
    expect(because[2]!.text).not.toContain('evidence/')
  })
})
