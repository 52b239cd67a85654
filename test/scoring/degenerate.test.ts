/** Descriptions at the edges: the result is defined, and says what it does not know. */
import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../src/scoring/compose-assessment.ts'
import { scoresOf } from '../../src/scoring/scores.ts'
import { weigh } from '../../src/scoring/weights.ts'
import type { Score } from '../../src/types/assessment.ts'
import { smallFramework } from '../fixtures/framework.ts'
import {
  type Answer,
  type Answers,
  type Circumstances,
  describeAnswers,
  improvementsFor,
} from './hand-built.ts'

const framework = smallFramework()
const everywhere = (answer: Answer): Answers =>
  Object.fromEntries(framework.elements.map(({ id }) => [id, answer]))

function assessed(answers: Answers, circumstances: Circumstances = {}) {
  const description = describeAnswers(framework, answers, circumstances)
  const weights = weigh(framework, description)
  const improvements = improvementsFor(framework, description)
  return {
    scores: scoresOf(framework, description, weights),
    coverage: coverageOf(description.standings.values()),
    improvements,
  }
}

const withheld = { level: null, evidenced: null, percentToTarget: null, spread: null, withheld: true }

describe('descriptions at the edges', () => {
  it('withholds everything but the widest interval when nothing is assessed', () => {
    const { scores, coverage, improvements } = assessed({})
    const expected: Score = { ...withheld, lowest: 0, highest: 5, target: 3, assessed: 0, inScope: 9 }
    expect(scores.overall).toEqual(expected)
    for (const { score, weakest } of [...scores.principles, ...scores.clauses]) {
      expect(score).toEqual({ ...expected, inScope: score.inScope })
      expect(weakest).toEqual([])
    }
    expect(coverage.notAssessed).toHaveLength(9)
    expect(improvements).toEqual([])
  })

  it('has no score where everything is not applicable', () => {
    const { scores, coverage, improvements } = assessed(everywhere('not-applicable'))
    const nothing: Score = {
      level: null,
      lowest: null,
      highest: null,
      evidenced: null,
      target: null,
      percentToTarget: null,
      spread: null,
      assessed: 0,
      inScope: 0,
      withheld: false,
    }
    for (const score of [
      scores.overall,
      ...[...scores.principles, ...scores.clauses].map((each) => each.score),
    ])
      expect(score).toEqual(nothing)
    for (const element of scores.elements)
      expect(element).toMatchObject({
        state: 'not-applicable',
        level: null,
        lowest: null,
        highest: null,
        gap: null,
      })
    expect(coverage).toMatchObject({ elements: 9, inScope: 0, assessed: 0, notAssessed: [] })
    expect(coverage.notApplicable).toHaveLength(9)
    expect(improvements).toEqual([])
  })

  it('states no level and no percentage from one answer, but still an improvement', () => {
    const { scores, improvements } = assessed({ '3.1': 1 })
    expect(scores.overall).toMatchObject({ ...withheld, assessed: 1, inScope: 9 })
    expect(scores.overall.lowest).toBeGreaterThan(0)
    expect(scores.overall.highest).toBeLessThan(5)
    expect(improvements.map(({ element, from, to }) => [element, from, to])).toEqual([['3.1', 1, 3]])
    expect(improvements[0]!.assumes).toEqual(['1.1'])
    expect(improvements[0]!.gain.overall).toBe(66.67)
  })

  it('is at 100 percent with nothing to improve when everything is at its maximum', () => {
    const { scores, improvements } = assessed(everywhere(5))
    expect(scores.overall).toMatchObject({ level: 5, lowest: 5, highest: 5, percentToTarget: 100, spread: 0 })
    expect(improvements).toEqual([])
  })

  it('has no percentage where nothing is asked', () => {
    const { scores, improvements } = assessed(everywhere(0), { target: 0 })
    expect(scores.overall).toMatchObject({ level: 0, target: 0, percentToTarget: null, withheld: false })
    expect(improvements).toEqual([])
  })

  it('counts declined elements as level 0 and offers no improvement for them', () => {
    const { scores, coverage, improvements } = assessed(everywhere('declined'))
    expect(scores.overall).toMatchObject({ level: 0, percentToTarget: 0, assessed: 9 })
    expect(scores.elements[0]).toMatchObject({ state: 'assessed', declined: true, level: 0, gap: 3 })
    expect(coverage.declined).toHaveLength(9)
    expect(improvements).toEqual([])
  })

  it('lets principles of weight 0 count nothing overall, all of them included', () => {
    const { scores, improvements } = assessed(everywhere(1), {
      weights: { direction: 0, people: 0, learning: 0 },
    })
    expect(scores.overall).toMatchObject({
      level: null,
      lowest: null,
      percentToTarget: null,
      withheld: false,
    })
    expect(scores.principles[0]!.score.level).toBe(1)
    expect(improvements).toHaveLength(9)
    for (const { priority, gain } of improvements) expect([priority, gain.overall]).toEqual([0, 0])
  })

  it('withholds below the limit of coverage and not at it', () => {
    const ten = smallFramework({
      elements: [...framework.elements, { ...framework.elements[0]!, id: '3.11', foundation: false }],
    })
    const score = (count: number) => {
      const description = describeAnswers(
        ten,
        Object.fromEntries(ten.elements.slice(0, count).map(({ id }) => [id, 2])),
      )
      return scoresOf(ten, description, weigh(ten, description)).overall
    }
    expect([score(6).withheld, score(7).withheld]).toEqual([true, false])
    expect([score(6).level, score(7).level]).toEqual([null, 2])
  })

  it('holds no number that JSON cannot write', () => {
    for (const answers of [
      {},
      everywhere(0),
      everywhere(5),
      everywhere('not-applicable'),
      { '1.1': 0 as const },
    ])
      for (const target of [0, 3, 5] as const) {
        const result = assessed(answers, { target })
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      }
  })
})
