import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { improvementsOf } from '../../src/scoring/compose-assessment.ts'
import { gainsIn } from '../../src/scoring/gains.ts'
import { scoresOf } from '../../src/scoring/scores.ts'
import { weigh } from '../../src/scoring/weights.ts'
import type { Finding, Improvement } from '../../src/types/assessment.ts'
import { add, rational, roundRational } from '../../src/util/rational.ts'
import { anyAnswer, level, type Model, models } from './arbitrary.ts'
import { describeAnswers, packOf } from './hand-built.ts'

function improvementsFor({ framework, answers, circumstances }: Model): Improvement[] {
  const description = describeAnswers(framework, answers, circumstances)
  const weights = weigh(framework, description)
  const findings = framework.elements.map(({ id }) => findingAt(id))
  return improvementsOf({
    pack: packOf(framework),
    description,
    weights,
    findings,
    consequencesOf: ([{ id }]) => ({ closes: [findingAt(id).id], opens: [] }),
  })
}

/** One finding per element; those of elements with an odd number are of no interest to urgency. */
function findingAt(element: string): Finding {
  const rule = Number(element) % 2 === 1 ? 'practice/below-target' : 'some/thing'
  return { id: `${rule}@${element}`, rule, severity: 'high', confidence: 'likely', waived: false } as Finding
}

describe('the laws of improvements', () => {
  it('places nothing before what it waits for', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        const rank = new Map(improvementsFor(model).map((each) => [each.element, each.rank]))
        for (const { element, blockedBy, unlocks } of improvementsFor(model)) {
          for (const other of blockedBy) expect(rank.get(other)!).toBeLessThan(rank.get(element)!)
          for (const other of unlocks) expect(rank.get(other)!).toBeGreaterThan(rank.get(element)!)
        }
      }),
    )
  })

  it('raises every improvement to what makes every step of it possible', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        const { framework } = model
        const description = describeAnswers(framework, model.answers, model.circumstances)
        const improvements = new Map(improvementsFor(model).map((each) => [each.element, each]))
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
        const raised = new Set(improvementsFor(model).map(({ element }) => element))
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
        const gainOf = gainsIn(description.standings, weights)
        const raised = new Set(improvementsFor(model).map(({ element }) => element))
        const sum = framework.elements
          .filter(({ id }) => raised.has(id))
          .map((element) => gainOf(element).overall)
          .reduce(add, rational(0))
        const left = add(rational(100), { ...sum, numerator: -sum.numerator })
        expect(roundRational(left)).toBe(percentToTarget)
      }),
    )
  })

  it('has a priority that is the product of its factors', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        for (const { priority, because, effort } of improvementsFor(model)) {
          const [gain, leverage, urgency, days] = because.map(({ value }) => value) as [
            number,
            number,
            number,
            number,
          ]
          expect(days).toBe(Math.max(0.1, effort.likely))
          // Printed factors are off by half of their last decimal at most; the bounds follow from that.
          const least = ((gain - 0.005) * (leverage - 0.005) * (urgency - 0.005)) / (days + 0.05)
          const most = ((gain + 0.005) * (leverage + 0.005) * (urgency + 0.005)) / Math.max(0.1, days - 0.05)
          expect(priority).toBeGreaterThanOrEqual(Math.max(0, least) - 0.00051)
          expect(priority).toBeLessThanOrEqual(most + 0.00051)
        }
      }),
    )
  })

  it('places by printed priority wherever nothing blocks, and says which ones are equal', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        const improvements = improvementsFor(model)
        const placed = new Set<string>()
        for (const [index, next] of improvements.entries()) {
          expect(next.rank).toBe(index + 1)
          const free = improvements
            .slice(index)
            .filter(({ blockedBy }) => blockedBy.every((id) => placed.has(id)))
          // An enabler has no gain of its own and is placed by what waits for it: it may go before better ones only then.
          if (next.gain.overall > 0 && free.every(({ gain }) => gain.overall > 0))
            expect(next.priority).toBe(Math.max(...free.map(({ priority }) => priority)))
          expect(next.tiedWith).toEqual(
            improvements
              .filter((other) => other !== next && other.priority === next.priority)
              .map(({ element }) => element),
          )
          placed.add(next.element)
        }
      }),
    )
  })

  it('has leverage from 1 to 2, urgency of at least 1, and steps that lead from where it stands to where it should', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        for (const { because, steps, from, to, element } of improvementsFor(model)) {
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
