/** What is raised, how high, what waits for what, and in which order it is placed. */
import { describe, expect, it } from 'vitest'
import type { ClosedTogether } from '../../src/scoring/effects.ts'
import { sortImprovements } from '../../src/scoring/improvements.ts'
import type { Finding, Improvement } from '../../src/types/assessment.ts'
import type { Framework, FrameworkElement } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'
import {
  type Answers,
  type Circumstances,
  describeAnswers,
  elementOf,
  improvementsFor,
} from './hand-built.ts'

interface Given {
  readonly closes?: Readonly<Record<string, readonly string[]>>
  readonly findings?: readonly Partial<Finding>[]
  readonly together?: readonly ClosedTogether[]
}

function improve(
  framework: Framework,
  answers: Answers,
  circumstances: Circumstances = {},
  { closes = {}, ...given }: Given = {},
): readonly Improvement[] {
  const description = describeAnswers(framework, answers, circumstances)
  return improvementsFor(framework, description, { ...given, closes: (id) => closes[id] ?? [] })
}

const of = (...elements: readonly FrameworkElement[]) => smallFramework({ elements })
const needing = (id: string, needs: Readonly<Record<string, number>>, more: Partial<FrameworkElement> = {}) =>
  elementOf(id, 'people', {
    needs: Object.entries(needs).map(([element, lag]) => ({ element, lag })),
    ...more,
  })
const find = (improvements: readonly Improvement[], id: string) =>
  improvements.find(({ element }) => element === id)!
const order = (improvements: readonly Improvement[]) => improvements.map(({ element }) => element)

describe('how high an element is raised', () => {
  it('raises what stands at its target when a dependent needs more, and what that needs in turn', () => {
    const chain = of(needing('1', {}), needing('2', { 1: 1 }), needing('3', { 2: 0 }))
    const improvements = improve(chain, { 1: 2, 2: 2, 3: 3 }, { targets: { 1: 2, 2: 2, 3: 4 } })
    expect(improvements.map(({ element, from, to }) => [element, from, to])).toEqual([
      ['1', 2, 3],
      ['2', 2, 4],
      ['3', 3, 4],
    ])
  })

  it('asks nothing of others for what is not raised', () => {
    const chain = of(needing('1', {}), needing('2', { 1: 0 }))
    expect(improve(chain, { 1: 1, 2: 4 }, { targets: { 1: 1, 2: 3 } })).toEqual([])
  })

  it('passes nothing on through an element that is not assessed', () => {
    const chain = of(needing('1', {}), needing('2', { 1: 0 }), needing('3', { 2: 0 }))
    const improvements = improve(chain, { 1: 1, 3: 0 }, { targets: { 1: 1 } })
    expect(order(improvements)).toEqual(['3'])
    expect(find(improvements, '3').assumes).toEqual(['2'])
  })

  it('raises the foundation to the gate as soon as anything outside it goes above', () => {
    const gated = of(elementOf('1', 'people', { foundation: true }), elementOf('2', 'people'))
    const to = (target: 2 | 3) =>
      improve(gated, { 1: 1, 2: 1 }, { targets: { 1: 1, 2: target } }).map((each) => [each.element, each.to])
    expect(to(2)).toEqual([['2', 2]])
    expect(to(3)).toEqual([
      ['1', 2],
      ['2', 3],
    ])
  })

  it('lets the foundation itself pass the gate', () => {
    const gated = of(
      elementOf('1', 'people', { foundation: true }),
      elementOf('2', 'people', { foundation: true }),
    )
    expect(improve(gated, { 1: 1, 2: 1 }, { targets: { 1: 3, 2: 1 } }).map(({ element }) => element)).toEqual(
      ['1'],
    )
  })
})

describe('what an improvement waits for', () => {
  const three = of(needing('1', {}), needing('2', { 1: 1 }), needing('3', { 1: 1 }))

  it('is blocked only where its last step needs more than the other has', () => {
    const improvements = improve(three, { 1: 1, 2: 1, 3: 0 }, { targets: { 1: 3, 2: 2, 3: 3 } })
    expect(find(improvements, '2').blockedBy).toEqual([])
    expect(find(improvements, '3').blockedBy).toEqual(['1'])
    expect(find(improvements, '1').unlocks).toEqual(['3'])
  })

  it('assumes what is not assessed, as far as what is known does not suffice', () => {
    const assumes = (lowest: 0 | 1 | 2) =>
      find(improve(three, { 2: 0 }, { bounds: { 1: [lowest, 4] } }), '2').assumes
    expect([assumes(0), assumes(1), assumes(2)]).toEqual([['1'], ['1'], []])
  })

  it('lacks what was declined, and does not need what is not applicable', () => {
    const declined = find(improve(three, { 1: 'declined', 2: 0 }), '2')
    expect([declined.blockedBy, declined.assumes, declined.lacks]).toEqual([[], [], ['1']])
    const neutral = find(improve(three, { 1: 'not-applicable', 2: 0 }), '2')
    expect([neutral.blockedBy, neutral.assumes, neutral.lacks]).toEqual([[], [], []])
  })

  it('ends even where prerequisites form a circle, with everything placed once', () => {
    const circle = of(needing('1', { 3: 0 }), needing('2', { 1: 0 }), needing('3', { 2: 0 }))
    const improvements = improve(circle, { 1: 0, 2: 0, 3: 0 })
    expect(order(improvements).toSorted()).toEqual(['1', '2', '3'])
    expect(improvements.map(({ rank }) => rank)).toEqual([1, 2, 3])
  })
})

describe('the order of improvements', () => {
  const steps = (likely: number) => ({
    steps: Array.from({ length: 5 }, () => ({ low: 1, likely, high: 99 })),
  })

  it('ranks an enabler by what waits for it, while its own value is 0', () => {
    const enabled = of(
      elementOf('1', 'people', steps(5)),
      elementOf('2', 'people', { ...steps(1), importance: 5, needs: [{ element: '3', lag: 0 }] }),
      elementOf('3', 'people', steps(50)),
    )
    const improvements = improve(enabled, { 1: 0, 2: 1, 3: 1 }, { targets: { 3: 1 } })
    expect(order(improvements)).toEqual(['3', '2', '1'])
    const enabler = find(improvements, '3')
    expect([enabler.value, enabler.priority]).toEqual([0, find(improvements, '2').value])
    expect(enabler.because[0]).toEqual({
      term: 'gain',
      value: 0,
      text: 'Already at its target of 1; raised to 3 because others need it',
    })
  })

  it('lets the part start that waits for nothing, and says what comes before the rest', () => {
    const waiting = of(elementOf('1', 'people', { foundation: true }), elementOf('2', 'people', steps(2)))
    const { first, steps: all } = find(improve(waiting, { 1: 1, 2: 0 }, { targets: { 1: 1 } }), '2')
    expect(first).toEqual({ to: 2, effort: { low: 2, likely: 4, high: 198 }, gain: 50, after: [] })
    expect(all.map(({ to, after }) => [to, after])).toEqual([
      [1, []],
      [2, []],
      [3, ['1']],
    ])
  })

  it('shows ties as ties and places them by stage, then by order of the pack', () => {
    const tied = of(
      elementOf('1', 'people', { stage: 'act' }),
      elementOf('2', 'people', { stage: 'do' }),
      elementOf('3', 'people', { stage: 'do' }),
      elementOf('4', 'people', { stage: 'do', importance: 5 }),
    )
    const improvements = improve(tied, { 1: 0, 2: 0, 3: 0, 4: 0 })
    expect(order(improvements)).toEqual(['4', '2', '3', '1'])
    expect(improvements.map(({ tiedWith }) => tiedWith)).toEqual([[], ['3', '1'], ['2', '1'], ['2', '3']])
  })
})

describe('other orders', () => {
  it('put the fewest days first, or what brings most per day and can start now', () => {
    const days = (likely: number) => ({
      steps: Array.from({ length: 5 }, () => ({ low: 1, likely, high: 99 })),
    })
    const improvements = improve(
      of(
        elementOf('1', 'people', { ...days(9), importance: 5 }),
        elementOf('2', 'people', days(2)),
        elementOf('3', 'people', { ...days(1), needs: [{ element: '1', lag: 0 }] }),
      ),
      { 1: 0, 2: 0, 3: 0 },
    )
    expect(order(sortImprovements(improvements, 'value'))).toEqual(order(improvements))
    expect(order(sortImprovements(improvements, 'effort'))).toEqual(['3', '2', '1'])
    expect(order(sortImprovements(improvements, 'quick'))).toEqual(['1', '2', '3'])
  })
})

describe('the factors of a priority', () => {
  const pair = of(
    elementOf('1', 'people', { also: ['learning'] }),
    needing('2', { 1: 1 }, { steps: Array.from({ length: 5 }, () => ({ low: 1, likely: 2, high: 5 })) }),
  )

  it('says how much each principle gains, the main one first', () => {
    const { gain } = find(improve(pair, { 1: 2, 2: 0 }), '1')
    // people: 2 of (2 + 2) x 3; learning: 1 of 1 x 3; overall half of each, learning wholly its own.
    expect(Object.entries(gain.principles)).toEqual([
      ['people', 16.67],
      ['learning', 33.33],
    ])
    expect(gain.overall).toBe(25)
  })

  it('puts every factor in words', () => {
    const improvements = improve(
      pair,
      { 1: 0, 2: 0 },
      { size: 'micro' },
      {
        closes: { 1: ['a/b@1', 'practice/below-target@1'], 2: ['c/d@2'] },
        findings: [
          { id: 'a/b@1', rule: 'a/b', category: 'gap', severity: 'high', confidence: 'firm', waived: false },
          {
            id: 'practice/below-target@1',
            rule: 'practice/below-target',
            category: 'gap',
            severity: 'high',
            confidence: 'firm',
            waived: false,
          },
          { id: 'c/d@2', rule: 'c/d', category: 'gap', severity: 'high', confidence: 'firm', waived: true },
        ],
      },
    )
    expect(find(improvements, '1').because).toEqual([
      {
        term: 'gain',
        value: 75,
        text: '3 levels below its target of 3, worth 75 points of the percentage to target',
      },
      {
        term: 'leverage',
        value: 1.17,
        text: '1 improvement has steps that wait for it; they bring 17 % of all gains',
      },
      { term: 'urgency', value: 1.75, text: 'Closes a/b@1 (high, firm)' },
    ])
    expect(
      find(improvements, '2')
        .because.slice(1, 3)
        .map(({ value, text }) => [value, text]),
    ).toEqual([
      [1, 'No other improvement waits for it'],
      [1, 'Closes no finding besides the plain gap'],
    ])
    expect(find(improvements, '2').effort).toEqual({ low: 1.2, likely: 2.4, high: 6, unit: 'person-days' })
  })

  it('shares the urgency of a finding among those that close it only together, and counts no lint', () => {
    const finding = { severity: 'high', confidence: 'firm', waived: false } as const
    const improvements = improve(
      pair,
      { 1: 0, 2: 0 },
      {},
      {
        closes: { 1: ['c/lint@1'] },
        together: [{ finding: 'a/b@1', elements: ['1', '2'] }],
        findings: [
          { ...finding, id: 'a/b@1', rule: 'a/b', category: 'gap' },
          { ...finding, id: 'c/lint@1', rule: 'c/lint', category: 'lint' },
        ],
      },
    )
    expect(improvements.map(({ because }) => because[2]!.value)).toEqual([1.38, 1.38])
    expect(find(improvements, '1').closesTogether).toEqual([{ finding: 'a/b@1', with: ['2'] }])
    expect(find(improvements, '1').because[2]!.text).toBe('Closes a/b@1 (high, firm, together with 2)')
  })

  it('costs nothing for criteria that are already met', () => {
    const criteria = ['2a', '2b', '3a', '3b', '3c'].map((id) => ({
      id,
      level: Number(id[0]) as 2 | 3,
      notFor: [],
    }))
    const single = of(
      elementOf('1', 'people', {
        ...{ criteria },
        steps: [1, 2, 3, 4, 5].map(() => ({ low: 1, likely: 6, high: 9 })),
      }),
    )
    const met = (...ids: string[]) =>
      improve(single, { 1: 1 }, { standing: { 1: { criteria: new Map(ids.map((id) => [id, 'yes'])) } } })[0]!
        .effort.likely
    expect([met(), met('2a'), met('2a', '2b', '3a', '3b')]).toEqual([12, 9, 2])
  })

  it('gives the steps from where it stands to where it should, with what they cost here', () => {
    const { steps, leads } = find(improve(pair, { 1: 1, 2: 3 }, { size: 'large' }), '1')
    expect(leads).toBe('leader of 1')
    expect(steps).toEqual([
      {
        to: 2,
        after: [],
        do: ['take 1 to 2'],
        evidence: ['1 at 2'],
        effort: { low: 1.6, likely: 1.6, high: 3.2 },
      },
      {
        to: 3,
        after: [],
        do: ['take 1 to 3'],
        evidence: ['1 at 3'],
        effort: { low: 1.6, likely: 1.6, high: 3.2 },
      },
    ])
  })

  it('keeps an improvement that is planned, with the date', () => {
    const improvements = improve(pair, { 1: 0, 2: 3 }, { standing: { 1: { planned: '2027-03-31' } } })
    expect(find(improvements, '1').planned).toBe('2027-03-31')
  })
})
