/** What raising an element closes and opens, by the rules themselves. */
import { describe, expect, it } from 'vitest'
import { compileRules } from '../../src/rules/compile-rules.ts'
import { concludeAll } from '../../src/rules/conclude-all.ts'
import { consequencesIn, type Step } from '../../src/scoring/consequences.ts'
import type { Level, Rule } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'
import { describeText } from './written.ts'

const framework = smallFramework()
const rule: Rule = {
  id: 'strategy/not-led',
  about: '1.2',
  each: null,
  fires: { some: '1.2', lack: '1.1' },
  unless: null,
  severity: 'high',
  confidence: 'firm',
  category: 'gap',
  principles: [],
}
const rules = compileRules([rule], framework)
const step = (id: string, to: Level): Step => [framework.elements.find((element) => element.id === id)!, to]

function consequences(text: string) {
  const description = describeText(framework, text)
  return consequencesIn(framework, rules, description, concludeAll(rules, description))
}

describe('raising an element', () => {
  it('closes a gap that is none any more', () => {
    expect(consequences('practices: { 1.1: { level: 0 }, 1.2: { level: 2 } }\n')(step('1.1', 2), [])).toEqual(
      {
        closes: ['strategy/not-led@1.2'],
        opens: [],
      },
    )
  })

  it('opens a gap that it would make by itself', () => {
    expect(
      consequences('practices: { 1.1: { level: 0 }, 1.2: { level: 1 } }\n')(step('1.2', 3), []).opens,
    ).toEqual(['strategy/not-led@1.2'])
  })

  it('opens nothing that what must come first has settled by then', () => {
    const consequencesOf = consequences('practices: { 1.1: { level: 0 }, 1.2: { level: 1 } }\n')
    expect(consequencesOf(step('1.2', 3), [step('1.1', 3)]).opens).toEqual([])
    expect(consequencesOf(step('1.2', 3), [step('1.1', 1)]).opens).toEqual(['strategy/not-led@1.2'])
  })
})
