import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupLevel } from '../../src/scoring/exact-score.ts'
import { scoresOf } from '../../src/scoring/scores.ts'
import { weigh } from '../../src/scoring/weights.ts'
import type { Assessment, Score } from '../../src/types/assessment.ts'
import type { Framework, Level } from '../../src/types/framework.ts'
import { anyAnswer, level, type Model, models } from './arbitrary.ts'
import { type Answers, describeAnswers } from './hand-built.ts'

function scoresFor({ framework, answers, circumstances }: Model): Assessment['scores'] {
  const description = describeAnswers(framework, answers, circumstances)
  return scoresOf(framework, description, weigh(framework, description))
}

/** With this a level is always stated, so that laws about levels speak about every model. */
function stated(model: Model): Model {
  const { framework } = model
  return { ...model, framework: { ...framework, scoring: { ...framework.scoring, coverage: 0 } } }
}

const allScores = ({ overall, principles, clauses }: Assessment['scores']): Score[] => [
  overall,
  ...principles.map(({ score }) => score),
  ...clauses.map(({ score }) => score),
]

const knownOrNot = fc.option(level, { nil: undefined })

describe('the laws of scoring', () => {
  it('equals the weighted mean of the levels when every answer is whole or missing', () => {
    fc.assert(
      fc.property(models(knownOrNot), (model) => {
        const unbounded = stated({ ...model, circumstances: { ...model.circumstances, bounds: {} } })
        const { framework, answers, circumstances } = unbounded
        const { overall } = weigh(framework, describeAnswers(framework, answers, circumstances))
        const known = framework.elements.flatMap(({ id }) => {
          const answer = answers[id]
          return typeof answer === 'number' ? [{ answer, weight: Number(overall.get(id)) }] : []
        })
        const total = known.reduce((sum, { weight }) => sum + weight, 0)
        const mean = known.reduce((sum, { answer, weight }) => sum + answer * weight, 0) / total
        const { level } = scoresFor(unbounded).overall
        if (known.length === 0) expect(level).toBeNull()
        else expect(Math.abs(level! - mean)).toBeLessThanOrEqual(0.005 + 1e-9)
      }),
    )
  })

  it('takes an element with bounds as the level of the rest, held within its bounds', () => {
    fc.assert(
      fc.property(models(knownOrNot), (model) => {
        const { framework, answers, circumstances } = stated(model)
        const description = describeAnswers(framework, answers, circumstances)
        const members = framework.elements.map(({ id }) => ({
          standing: description.standings.get(id)!,
          weight: weigh(framework, description).overall.get(id) ?? 0n,
        }))
        const exact = groupLevel(members)
        fc.pre(exact !== null)
        const level = Number(exact!.numerator) / Number(exact!.denominator)
        const pull = members.reduce((sum, { standing: { lowest, highest }, weight }) => {
          if (lowest === 0 && highest === 5) return sum
          return sum + Number(weight) * (Math.min(Math.max(level, lowest), highest) - level)
        }, 0)
        expect(Math.abs(pull)).toBeLessThan(1e-6)
      }),
    )
  })

  it('is monotone in the bounds: raising one never lowers a level', () => {
    fc.assert(
      fc.property(models(knownOrNot), fc.nat(), (model, pick) => {
        const before = stated(model)
        const bounds = before.circumstances.bounds!
        const raisable = before.framework.elements.filter(({ id }) => {
          const [low, high] = bounds[id]!
          return before.answers[id] === undefined && high < 5 && (low > 0 || high < 4)
        })
        fc.pre(raisable.length > 0)
        const { id } = raisable[pick % raisable.length]!
        const [low, high] = bounds[id]!
        const circumstances = {
          ...before.circumstances,
          bounds: { ...bounds, [id]: [low, high + 1] as [Level, Level] },
        }
        const [less, more] = [
          allScores(scoresFor(before)),
          allScores(scoresFor({ ...before, circumstances })),
        ]
        for (const [index, score] of less.entries())
          for (const key of ['level', 'lowest', 'highest', 'evidenced', 'percentToTarget'] as const)
            expect(more[index]![key] ?? 0).toBeGreaterThanOrEqual(score[key] ?? 0)
      }),
    )
  })

  it('is monotone among assessed answers: raising one never lowers a level, what is evidenced or a percentage', () => {
    fc.assert(
      fc.property(models(anyAnswer), fc.nat(), (model, pick) => {
        const before = stated(model)
        const raisable = before.framework.elements.filter(({ id }) => {
          const answer = before.answers[id]
          return typeof answer === 'number' && answer < 5
        })
        fc.pre(raisable.length > 0)
        const { id } = raisable[pick % raisable.length]!
        const answers: Answers = { ...before.answers, [id]: ((before.answers[id] as number) + 1) as Level }
        const [low, high] = [allScores(scoresFor(before)), allScores(scoresFor({ ...before, answers }))]
        for (const [index, score] of low.entries())
          for (const key of ['level', 'lowest', 'highest', 'evidenced', 'percentToTarget'] as const)
            expect(high[index]![key] ?? 0).toBeGreaterThanOrEqual(score[key] ?? 0)
      }),
    )
  })

  it('gives for an element that is not applicable what the framework without the element gives', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        const { framework, answers } = model
        const kept = framework.elements.filter(({ id }) => answers[id] !== 'not-applicable')
        const ids = new Set(kept.map(({ id }) => id))
        const without: Framework = { ...framework, elements: kept }
        const [full, small] = [scoresFor(model), scoresFor({ ...model, framework: without })]
        expect(small.overall).toEqual(full.overall)
        expect(small.principles).toEqual(full.principles)
        expect(small.clauses).toEqual(full.clauses)
        expect(small.elements).toEqual(full.elements.filter(({ id }) => ids.has(id)))
      }),
    )
  })

  it('does not care in which order elements and principles come', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        const { framework } = model
        const reversed: Framework = {
          ...framework,
          elements: framework.elements.toReversed(),
          principles: framework.principles.toReversed(),
        }
        const [one, other] = [scoresFor(model), scoresFor({ ...model, framework: reversed })]
        expect(other.overall).toEqual(one.overall)
        expect(other.principles.map(({ score }) => score)).toEqual(
          one.principles.map(({ score }) => score).toReversed(),
        )
      }),
    )
  })

  it('changes nothing when all weights are scaled', () => {
    fc.assert(
      fc.property(models(anyAnswer), fc.integer({ min: 2, max: 9 }), (model, scale) => {
        const { framework, circumstances } = model
        const scaled: Framework = {
          ...framework,
          elements: framework.elements.map((one) => ({ ...one, importance: one.importance * scale })),
        }
        const weights = Object.fromEntries(
          Object.entries(circumstances.weights!).map(([id, weight]) => [id, weight * scale]),
        )
        const before = scoresFor(model)
        expect(scoresFor({ ...model, framework: scaled })).toEqual(before)
        expect(scoresFor({ ...model, circumstances: { ...circumstances, weights } })).toEqual(before)
      }),
    )
  })

  it('states the interval that trying every completion finds', () => {
    fc.assert(
      fc.property(models(fc.oneof({ weight: 3, arbitrary: knownOrNot }, anyAnswer)), (model) => {
        const unknown = model.framework.elements
          .map(({ id }) => id)
          .filter((id) => model.answers[id] === undefined)
        fc.pre(unknown.length <= 3)
        const found = completions(model, unknown).map((answers) =>
          allScores(scoresFor({ ...model, answers })),
        )
        for (const [index, { lowest, highest }] of allScores(scoresFor(model)).entries()) {
          const levels = found.map((scores) => scores[index]!.level)
          if (lowest === null) expect(new Set(levels)).toEqual(new Set([null]))
          else
            expect([Math.min(...(levels as number[])), Math.max(...(levels as number[]))]).toEqual([
              lowest,
              highest,
            ])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('states overall the mean of the principles, by their weights, when everything is assessed', () => {
    fc.assert(
      fc.property(models(level), (model) => {
        const { overall, principles } = scoresFor(model)
        let [sum, total] = [0, 0]
        for (const { id, score } of principles) {
          if (score.level === null) continue
          const weight = model.circumstances.weights![id]!
          sum += weight * score.level
          total += weight
        }
        // Each printed level may be off by half a hundredth.
        expect(Math.abs(overall.level! - sum / total)).toBeLessThanOrEqual(0.01 + 1e-9)
      }),
    )
  })

  it('keeps every number in its range, and the level between its bounds', () => {
    fc.assert(
      fc.property(models(anyAnswer), (model) => {
        for (const score of allScores(scoresFor(model))) {
          const { level: mean, lowest, highest, evidenced, target, percentToTarget, spread } = score
          for (const value of [mean, lowest, highest, evidenced, target]) {
            if (value !== null) expect(value >= 0 && value <= 5).toBe(true)
          }
          if (mean !== null) expect(evidenced!).toBeLessThanOrEqual(mean)
          if (lowest !== null) expect(lowest).toBeLessThanOrEqual(highest!)
          if (mean !== null) expect(mean >= lowest! && mean <= highest!).toBe(true)
          if (percentToTarget !== null) expect(percentToTarget >= 0 && percentToTarget <= 100).toBe(true)
          if (spread !== null) expect(spread >= 0 && spread <= 2.5).toBe(true)
          expect(score.withheld && mean !== null).toBe(false)
        }
      }),
    )
  })
})

/** Every way to answer the unknown elements within their bounds. */
function completions({ answers, circumstances }: Model, unknown: readonly string[]): Answers[] {
  return unknown.reduce<Answers[]>(
    (found, id) => {
      const [lowest, highest] = circumstances.bounds![id]!
      const levels = Array.from({ length: highest - lowest + 1 }, (_, step) => (lowest + step) as Level)
      return found.flatMap((each) => levels.map((one) => ({ ...each, [id]: one })))
    },
    [answers],
  )
}
