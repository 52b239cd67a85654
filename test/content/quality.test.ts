/** Holds the quality of the built-in pack's texts as far as a program can: unique, unlike each other, plain, in bounds, never about compliance. */
import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import { gradeOf, sentencesOf, similarity } from './reading.ts'

const { framework, rules, texts } = builtinPack()
const { elements, principles, rules: ruleTexts, terms } = texts()
const ids = framework.elements.map(({ id }) => id)

/** Everything a reader sees of one element. */
const wholeText = (id: string) => {
  const { purpose, question, anchors, criteria, evidence, steps, softer } = elements[id]!
  return [
    purpose,
    question,
    ...anchors,
    ...Object.values(criteria),
    ...Object.values(evidence).flat(),
    ...steps.flatMap((step) => [...step.do, ...step.shows]),
    softer ?? '',
  ].join(' ')
}
const allTexts: [string, string][] = [
  ...ids.map((id): [string, string] => [id, wholeText(id)]),
  ...Object.entries(principles).map(([id, text]): [string, string] => [
    id,
    [text.statement, text.rationale, ...text.benefits, ...text.actions, ...text.questions].join(' '),
  ]),
  ...Object.entries(ruleTexts).map(([id, text]): [string, string] => [
    id,
    [text.title, text.message, text.why, text.otherwise, text.check, text.do ?? ''].join(' '),
  ]),
  ...terms.map(({ term, definition }): [string, string] => [term, definition]),
]

describe('every element', () => {
  it.each(ids)(
    '%s has at least six criteria, one or more for each level, and every level has a step',
    (id) => {
      const { criteria } = framework.elements.find((element) => element.id === id)!
      expect(criteria.length).toBeGreaterThanOrEqual(6)
      expect(new Set(criteria.map(({ level }) => level))).toEqual(new Set([1, 2, 3, 4, 5]))
      const { steps, evidence, purpose, question, anchors } = elements[id]!
      for (const step of steps) {
        expect(step.do.length).toBeGreaterThanOrEqual(2)
        expect(step.do.length).toBeLessThanOrEqual(4)
        expect(step.shows.length).toBeGreaterThanOrEqual(1)
      }
      expect(Object.keys(evidence).sort()).toEqual(['document', 'interview', 'record', 'result'])
      expect(sentencesOf(purpose).length).toBeGreaterThanOrEqual(2)
      expect(sentencesOf(purpose).length).toBeLessThanOrEqual(4)
      expect(question).toMatch(/\?$/)
      expect(new Set(anchors).size).toBe(6)
      for (const anchor of anchors) expect(anchor.length).toBeLessThanOrEqual(200)
    },
  )

  it('can reach each level in every organization: no level is left without a criterion for some kind and size', () => {
    const kinds = ['established', 'temporary', 'start-up'] as const
    const sizes = ['micro', 'small', 'medium', 'large'] as const
    const left = framework.elements.flatMap(({ id, criteria }) =>
      kinds.flatMap((kind) =>
        sizes.flatMap((size) =>
          [1, 2, 3, 4, 5]
            .filter((level) =>
              criteria
                .filter((criterion) => criterion.level === level)
                .every(({ notFor }) =>
                  notFor.some(
                    (audience) =>
                      (audience.kind?.includes(kind) ?? true) && (audience.size?.includes(size) ?? true),
                  ),
                ),
            )
            .map((level) => `${id} level ${level} for ${kind} ${size}`),
        ),
      ),
    )
    expect(left).toEqual([])
  })

  it('costs more than nothing to raise, and a sane amount', () => {
    for (const { steps } of framework.elements) {
      for (const { low, likely, high } of steps) {
        expect(low).toBeGreaterThanOrEqual(1)
        expect(high).toBeLessThanOrEqual(120)
        expect(high / likely).toBeLessThanOrEqual(4)
      }
    }
  })
})

describe('the texts', () => {
  it('say no sentence of an element twice', () => {
    const places = new Map<string, string[]>()
    for (const id of ids) {
      for (const sentence of sentencesOf(wholeText(id))) {
        if (sentence.split(' ').length >= 4)
          places.set(sentence.toLowerCase(), [...(places.get(sentence.toLowerCase()) ?? []), id])
      }
    }
    expect([...places].filter(([, where]) => where.length > 1)).toEqual([])
  })

  it('are so specific that no two elements share more than a quarter of their phrases', () => {
    const alike = ids.flatMap((a, index) =>
      ids
        .slice(index + 1)
        .map((b) => ({ pair: `${a} and ${b}`, share: similarity(wholeText(a), wholeText(b)) })),
    )
    expect(alike.filter(({ share }) => share > 0.25)).toEqual([])
  })

  it('never speak of compliance, certification or requirements', () => {
    const words = /\b(complian\w*|comply|complies|certif\w*|non-?conformit\w*|conformity|shall|mandatory)\b/i
    const found = allTexts.flatMap(([id, text]) => {
      const match = words.exec(text)
      return match ? [`${id}: ${match[0]}`] : []
    })
    expect(found).toEqual([])
  })

  it('hold no filler', () => {
    const words =
      /\b(leverag\w*|robust\w*|holistic\w*|synerg\w*|cutting-edge|best-in-class|world-class|seamless\w*|paradigm)\b/i
    expect(allTexts.filter(([, text]) => words.test(text)).map(([id]) => id)).toEqual([])
  })

  it('are plain: reading grade of each element at most 12, of the whole at most 9', () => {
    expect(ids.map((id) => [id, gradeOf(wholeText(id))] as const).filter(([, grade]) => grade > 12)).toEqual(
      [],
    )
    expect(gradeOf(allTexts.map(([, text]) => text).join(' '))).toBeLessThanOrEqual(9)
  })

  it('keep to lengths a person reads', () => {
    for (const id of ids) {
      for (const criterion of Object.values(elements[id]!.criteria))
        expect(criterion.length).toBeLessThanOrEqual(220)
      for (const action of elements[id]!.steps.flatMap((step) => step.do))
        expect(action.length).toBeLessThanOrEqual(260)
      expect(elements[id]!.advice?.length).toBeLessThanOrEqual(100)
    }
  })

  it('name only elements that exist', () => {
    const known = new Set([...ids, ...framework.clauses.map(({ id }) => id)])
    const unknown = allTexts.flatMap(([id, text]) =>
      [...text.matchAll(/(?<![\d.])(?:[4-9]|10)(?:\.\d{1,2}){1,2}(?![\d.]*\d)/g)]
        .map(([number]) => number)
        .filter((number) => !known.has(number))
        .map((number) => `${id}: ${number}`),
    )
    expect(unknown).toEqual([])
  })
})

describe('the eight principles', () => {
  it.each(Object.keys(principles))('%s has benefits, actions and questions in number', (id) => {
    const { statement, rationale, benefits, actions, questions } = principles[id]!
    expect(sentencesOf(statement).length).toBeGreaterThanOrEqual(1)
    expect(rationale.length).toBeGreaterThan(60)
    expect([
      benefits.length >= 4 && benefits.length <= 6,
      actions.length >= 5 && actions.length <= 8,
      questions.length >= 2,
    ]).toEqual([true, true, true])
  })
})

describe('the rules', () => {
  it.each(rules.map(({ id }) => id))(
    '%s has an example that fires, one that stays silent, and says how to check',
    (id) => {
      const { examples, check, otherwise, why } = ruleTexts[id]!
      const outcomes = examples.map(({ outcome }) => outcome)
      expect(outcomes).toContain('gap')
      expect(outcomes).toContain('clear')
      expect(Math.min(check.length, otherwise.length, why.length)).toBeGreaterThan(20)
    },
  )

  it('that no single improvement can close say what to do', () => {
    const silent = rules.filter(
      ({ each, about, id }) =>
        ((each !== null && each !== 'elements') || about === null) && ruleTexts[id]!.do === null,
    )
    expect(silent.map(({ id }) => id)).toEqual([])
  })
})
