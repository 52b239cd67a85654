/** Holds what makes the pack's rules and prerequisites trustworthy: every outcome shown, every marked criterion read, no message that stumbles. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import { bindData } from '../../src/description/bind-data.ts'
import { compileRules } from '../../src/rules/compile-rules.ts'
import { concludeAll } from '../../src/rules/conclude-all.ts'
import { messageOf } from '../../src/rules/message-of.ts'
import { expandGiven } from '../../src/rules/run-example.ts'
import type { Rule } from '../../src/types/framework.ts'

const { framework, rules, texts } = builtinPack()
const { elements, rules: ruleTexts } = texts()
const outcomesOf = (id: string) => ruleTexts[id]!.examples.map(({ outcome }) => outcome)

describe('the examples of a rule', () => {
  it.each(rules.map(({ id }) => id))('%s show that it does not judge what it does not know', (id) => {
    expect(outcomesOf(id)).toContain('not-evaluated')
  })

  it.each(rules.filter(({ unless }) => unless !== null).map(({ id }) => id))(
    '%s show whom its guard spares',
    (id) => {
      expect(outcomesOf(id)).toContain('not-applicable')
    },
  )
})

describe('the messages of rules', () => {
  const spoken = rules.flatMap((rule) =>
    ruleTexts[rule.id]!.examples.filter(({ outcome }) => outcome === 'gap').map(
      ({ given, at }, place) => [`${rule.id}, example ${place + 1}`, messagesFor(rule, given, at)] as const,
    ),
  )

  it.each(spoken)('%s: reads as a sentence where something is not assessed', (_, messages) => {
    expect(messages.length).toBeGreaterThan(0)
    for (const message of messages) {
      expect(message).not.toMatch(/(?:level|at|and|\() ?(?:not assessed|not applicable|not stated)/)
      expect(message).not.toMatch(/[{}]/)
      expect(message).toMatch(/^["A-Z\d].*\.$/)
    }
  })

  it('name only elements that their rule reads', () => {
    const strangers = rules.flatMap((rule) => {
      const read = new Set(elementsIn([rule.fires, rule.unless]))
      return [...ruleTexts[rule.id]!.message.matchAll(/\{([\d.]+)\}/g)]
        .map(([, element]) => element!)
        .filter((element) => !read.has(element))
        .map((element) => `${rule.id}: ${element}`)
    })
    expect(strangers).toEqual([])
  })
})

describe('criteria that rules read', () => {
  const readByRules = new Set(rules.flatMap(({ fires, unless }) => criteriaIn([fires, unless])))

  it('exist', () => {
    const known = new Set(
      framework.elements.flatMap(({ id, criteria }) => criteria.map((criterion) => `${id} ${criterion.id}`)),
    )
    expect(readByRules.size).toBeGreaterThan(20)
    expect([...readByRules].filter((criterion) => !known.has(criterion))).toEqual([])
  })

  it('are the ones marked so in the files, and no others', () => {
    expect(markedCriteria().sort()).toEqual([...readByRules].sort())
  })
})

describe('prerequisites', () => {
  const edges = framework.elements.flatMap(({ id, needs }) =>
    needs.map(({ element }) => [id, element] as const),
  )

  it.each(edges)('%s needs %s for a reason of its own', (id, needed) => {
    expect(elements[id]!.needs[needed]!.length).toBeGreaterThanOrEqual(20)
  })

  it('have no reason twice', () => {
    const reasons = edges.map(([id, needed]) => elements[id]!.needs[needed]!)
    expect(new Set(reasons).size).toBe(reasons.length)
  })

  it('let no element hold up more than a quarter of the others by itself, the foundation apart', () => {
    const needsOf = new Map(
      framework.elements.map(({ id, needs }) => [id, needs.filter(({ lag }) => lag < 2)]),
    )
    const waitsFor = (id: string, other: string): boolean =>
      needsOf.get(id)!.some(({ element }) => element === other || waitsFor(element, other))
    const holdingUp = framework.elements
      .filter(({ foundation }) => !foundation)
      .map(({ id }) => [id, framework.elements.filter((other) => waitsFor(other.id, id)).length] as const)
      .filter(([, waiting]) => waiting > framework.elements.length / 4)
    expect(holdingUp).toEqual([])
  })
})

function messagesFor(rule: Rule, given: Record<string, unknown>, at: string | null): string[] {
  const { data, ...context } = expandGiven(given, framework)
  const root = {
    kind: 'mapping',
    source: { file: '', text: '', lineStarts: [0] },
    start: 0,
    end: 0,
    entries: [],
  }
  const bound = bindData(data, framework, context)
  const description = { ...bound, file: '', sha256: () => '', root: root as never }
  return concludeAll(compileRules([rule], framework), description)
    .filter(({ outcome }) => outcome === 'gap')
    .filter(({ element, item }) => at === null || (item ? item.id : element) === at)
    .map((conclusion) => messageOf(ruleTexts[rule.id]!.message, description, conclusion, framework))
}

/** Every text within a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

/** Elements named by themselves, through a field, a clause, a stage or a principle. */
function elementsIn(value: unknown): string[] {
  const words = new Set(textsIn(value))
  return framework.elements
    .filter(
      ({ id, stage, main, also }) =>
        [...words].some((word) => word === id || word.startsWith(`${id}.`)) ||
        [stage, main, ...also].some((word) => words.has(word)),
    )
    .map(({ id }) => id)
}

interface CriterionRead {
  readonly of: string
  readonly id: string
}

function readsIn(value: unknown): CriterionRead[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'criterion' ? [part as CriterionRead] : readsIn(part),
  )
}

const criteriaIn = (value: unknown) => readsIn(value).map(({ of, id }) => `${of} ${id}`)

/** `5.1.1 3a` for each criterion under a comment that says so. */
function markedCriteria(): string[] {
  const folder = new URL('../../packs/iso-56002/elements/', import.meta.url)
  return readdirSync(folder).flatMap((file) => {
    let element = ''
    let marked = false
    return readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const heading = /^"?(\d+(?:\.\d+)+)"?:$/.exec(line)?.[1]
        if (heading !== undefined) element = heading
        const criterion = marked ? /^ {4}(\d[a-z]):/.exec(line)?.[1] : undefined
        marked = line.startsWith('    # read by rules:')
        return criterion === undefined ? [] : [`${element} ${criterion}`]
      })
  })
}
