/** Random small frameworks and descriptions for the laws. */
import fc from 'fast-check'
import type { Framework, FrameworkElement, Level } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'
import { type Answers, type Circumstances, elementOf } from './hand-built.ts'

export const level = fc.integer({ min: 0, max: 5 }) as fc.Arbitrary<Level>

const principles = ['direction', 'people', 'learning']
const stages = ['steer', 'plan', 'do', 'check', 'act']

/** One to six elements under two clauses; prerequisites point at earlier elements, the foundation comes first. */
export const frameworks: fc.Arbitrary<Framework> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 2 }))
  .chain(([count, foundation]) =>
    fc.tuple(...Array.from({ length: count }, (_, index) => elements(index, index < foundation))),
  )
  .map((list) =>
    smallFramework({
      clauses: [
        { id: '1', title: 'One', parent: null },
        { id: '2', title: 'Two', parent: null },
        { id: '2.1', title: 'Two, one', parent: '2' },
      ],
      elements: list,
    }),
  )

function elements(index: number, foundation: boolean): fc.Arbitrary<FrameworkElement> {
  const effort = fc.record({ low: days, likely: days, high: days })
  return fc
    .record({
      main: fc.constantFrom(...principles),
      also: fc.subarray(principles),
      importance: fc.integer({ min: 1, max: 5 }),
      stage: fc.constantFrom(...stages),
      clause: fc.constantFrom('1', '2', '2.1'),
      needs: fc.subarray(Array.from({ length: index }, (_, other) => other)),
      lag: fc.integer({ min: 0, max: 2 }),
      steps: fc.tuple(effort, effort, effort, effort, effort),
    })
    .map(({ also, needs, lag, ...rest }) =>
      elementOf(`${index + 1}`, rest.main, {
        ...rest,
        foundation,
        also: also.filter((principle) => principle !== rest.main),
        needs: needs.map((other) => ({ element: `${other + 1}`, lag })),
      }),
    )
}

const days = fc.integer({ min: 0, max: 9 })

export interface Model {
  readonly framework: Framework
  readonly answers: Answers
  readonly circumstances: Circumstances
}

/** A framework with answers of the given kinds, targets, bounds for what is not assessed, principle weights and a size. */
export function models(answer: fc.Arbitrary<Answers[string]>): fc.Arbitrary<Model> {
  return frameworks.chain((framework) => {
    const perElement = <Value>(value: fc.Arbitrary<Value>) =>
      fc
        .tuple(...framework.elements.map(() => value))
        .map((values) => Object.fromEntries(framework.elements.map(({ id }, index) => [id, values[index]!])))
    return fc.record({
      framework: fc.constant(framework),
      answers: perElement(answer),
      circumstances: fc.record({
        targets: perElement(level),
        evidenced: perElement(level),
        bounds: perElement(
          fc.tuple(level, level).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as [Level, Level]),
        ),
        weights: fc
          .tuple(...principles.map(() => fc.integer({ min: 1, max: 4 })))
          .map((values) => Object.fromEntries(principles.map((id, index) => [id, values[index]!]))),
        size: fc.constantFrom('micro', 'small', 'medium', 'large'),
      }),
    })
  })
}

export const anyAnswer: fc.Arbitrary<Answers[string]> = fc.oneof(
  { weight: 6, arbitrary: level },
  fc.constant('not-applicable' as const),
  fc.constant('declined' as const),
  fc.constant(undefined),
)
