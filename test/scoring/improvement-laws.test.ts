import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoresOf } from '../../src/scoring/scores.ts'
import { weigh } from '../../src/scoring/weights.ts'
import type { Finding, Improvement } from '../../src/types/assessment.ts'
import type { Level } from '../../src/types/framework.ts'
import { anyAnswer, level, type Model, models } from './arbitrary.ts'
import { describeAnswers, improvementsFor } from './hand-built.ts'

function improvementsIn({ framework, answers, circumstances }: Model): readonly Improvement[] {
  return improvementsFor(framework, describeAnswers(framework, answers, circumstances), {
    findings: framework.elements.map(({ id }) => findingAt(id)),
    closes: (id) => [findingAt(id).id],
  })
}

/** One finding per element; those of elements with an odd number are of no interest to urgency. */
function findingAt(element: string): Finding {
  const rule = Number(element) % 2 === 1 ? 'practice/below-target' : 'some/thing'
  return {
    id: `${rule}@${element}`,
    rule,
    category: 'gap',
    severity: 'high',
    confidence: 'likely',
    waived: false,
  } as Finding
}

describe('the laws of improvements', () => {
  it('places nothing before what its first step waits for', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        const improvements = improvementsIn(model)
        const rank = new Map(improvements.map((each) => [each.element, each.rank]))
        for (const { element, steps, blockedBy, unlocks, first } of improvements) {
          for (const other of steps[0]!.after) expect(rank.get(other)!).toBeLessThan(rank.get(element)!)
          expect(first.after).toEqual(steps[0]!.after)
          expect(blockedBy).toEqual(
            improvements
              .map((each) => each.element)
              .filter((id) => steps.some(({ after }) => after.includes(id)))
              .toSorted((a, b) => Number(a) - Number(b)),
          )
          for (const other of unlocks)
            expect(improvements.find((each) => each.element === other)!.blockedBy).toContain(element)
        }
      }),
    )
  })

  it('raises every improvement to what makes every step of it possible', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        const { framework } = model
        const description = describeAnswers(framework, model.answers, model.circumstances)
        const improvements = new Map(improvementsIn(model).map((each) => [each.element, each]))
        for (const { element, to, from, blockedBy, assumes, lacks } of improvements.values()) {
          const standing = description.standings.get(element)!
          expect(to).toBeGreaterThan(from)
          expect(to).toBeGreaterThanOrEqual(standing.target)
          const spec = framework.elements.find(({ id }) => id === element)!
          const needed = new Map(spec.needs.map((need) => [need.element, to - need.lag]))
          if (!spec.foundation && to >= framework.ranking.gate.from)
            for (const { id } of framework.elements.filter(({ foundation }) => foundation))
              needed.set(id, Math.max(needed.get(id) ?? 0, framework.ranking.gate.foundation))
          for (const [id, wanted] of needed) {
            const other = description.standings.get(id)!
            const met = other.state === 'not-applicable' || other.lowest >= wanted
            const possible = other.state === 'not-assessed' && other.highest >= wanted
            expect(blockedBy.includes(id)).toBe(!met && !possible && !other.declined)
            expect(assumes.includes(id)).toBe(!met && possible)
            expect(lacks.includes(id)).toBe(!met && other.declined)
            if (blockedBy.includes(id)) expect(improvements.get(id)!.to).toBeGreaterThanOrEqual(wanted)
          }
        }
      }),
    )
  })

  it('raises what is certainly below target, and nothing that is declined, unknown or not applicable', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        const raised = new Set(improvementsIn(model).map(({ element }) => element))
        const { standings } = describeAnswers(model.framework, model.answers, model.circumstances)
        for (const { id, state, declined, lowest, highest, target } of standings.values()) {
          const unknown = lowest === 0 && highest === 5
          if (declined || unknown || state === 'not-applicable') expect(raised.has(id)).toBe(false)
          else if (highest < target) expect(raised.has(id)).toBe(true)
        }
      }),
    )
  })

  it('has gains that add up, with what is reached, to 100 when everything in scope is assessed and nothing declined', () => {
    const answer = fc.oneof({ weight: 5, arbitrary: level }, fc.constant('not-applicable' as const))
    fc.assert(
      fc.property(models(answer), (model) => {
        const { framework } = model
        const description = describeAnswers(framework, model.answers, model.circumstances)
        const weights = weigh(framework, description)
        const { percentToTarget } = scoresOf(framework, description, weights).overall
        fc.pre(percentToTarget !== null)
        const sum = improvementsIn(model).reduce((total, { gain }) => total + gain.overall, 0)
        expect(Math.abs(100 - sum - percentToTarget!)).toBeLessThanOrEqual(0.04)
      }),
    )
  })

  it('has a value that is the product of its factors', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        for (const { value, priority, because } of improvementsIn(model)) {
          const [gain, leverage, urgency] = because.map((factor) => factor.value) as [number, number, number]
          // Printed factors are off by half of their last decimal at most; the bounds follow from that.
          expect(value).toBeGreaterThanOrEqual(
            (gain - 0.005) * (leverage - 0.005) * (urgency - 0.005) - 0.0051,
          )
          expect(value).toBeLessThanOrEqual((gain + 0.005) * (leverage + 0.005) * (urgency + 0.005) + 0.0051)
          if (gain > 0) expect(priority).toBe(value)
          else expect(priority).toBeGreaterThanOrEqual(value)
        }
      }),
    )
  })

  it('ties what lies within the tolerance, and places by priority wherever a first step can start', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        const improvements = improvementsIn(model)
        const byId = new Map(improvements.map((each) => [each.element, each]))
        const { tieTolerance } = model.framework.ranking
        for (const [index, { rank, element, priority, tiedWith }] of improvements.entries()) {
          expect(rank).toBe(index + 1)
          const group = [priority, ...tiedWith.map((id) => byId.get(id)!.priority)]
          for (const other of tiedWith) expect(byId.get(other)!.tiedWith).toContain(element)
          expect(Math.min(...group)).toBeGreaterThanOrEqual(
            (Math.max(...group) * (100 - tieTolerance)) / 100 - 0.011,
          )
          for (const later of improvements.slice(index + 1))
            if (later.first.after.length === 0 && !tiedWith.includes(later.element))
              expect(later.priority).toBeLessThanOrEqual(priority + 0.001)
        }
      }),
    )
  })

  it('never lowers a rank by asking for more of the element', () => {
    fc.assert(
      fc.property(models(anyAnswer), fc.nat(), (model, pick) => {
        const before = improvementsIn(model)
        const raisable = before.filter(({ target, to }) => target < 5 && to === target)
        fc.pre(raisable.length > 0)
        const { element, rank, target } = raisable[pick % raisable.length]!
        const targets = { ...model.circumstances.targets, [element]: (target + 1) as Level }
        const after = improvementsIn({ ...model, circumstances: { ...model.circumstances, targets } })
        // What others now have to reach first may come in before it; among those that were there it moves only forward.
        const known = after.filter((each) => before.some((other) => other.element === each.element))
        expect(known.findIndex((each) => each.element === element) + 1).toBeLessThanOrEqual(rank)
      }),
    )
  })

  it('does not reorder by size alone', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        const order = (size: 'micro' | 'large') =>
          improvementsIn({ ...model, circumstances: { ...model.circumstances, size } }).map(
            ({ element, value }) => [element, value],
          )
        expect(order('micro')).toEqual(order('large'))
      }),
    )
  })

  it('has leverage from 1 to 2, urgency of at least 1, and steps that lead from where it stands to where it should', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        for (const { because, steps, from, to, element } of improvementsIn(model)) {
          const [, leverage, urgency] = because.map(({ value }) => value) as [number, number, number]
          expect(leverage >= 1 && leverage <= 2).toBe(true)
          // 3 (high) x 2 (likely) / 12 for the one finding that is not the plain gap.
          expect(urgency).toBe(Number(element) % 2 === 1 ? 1 : 1.5)
          expect(steps.map((step) => step.to)).toEqual(
            Array.from({ length: to - from }, (_, index) => from + 1 + index),
          )
        }
      }),
    )
  })
})
