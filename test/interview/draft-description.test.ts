/** The draft of a description: complete, in the words of the pack, and right once the marks are taken away. */
import { describe, expect, it } from 'vitest'
import { describe as read } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import { type DraftFacts, draftDescription } from '../../src/interview/draft-description.ts'
import type { Texts } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'

const facts: DraftFacts = {
  name: 'Harbour Pumps',
  kind: 'established',
  size: 'medium',
  date: '2026-11-24',
  schema: './ims-gap.schema.json',
}
const { framework, texts } = builtinPack()
const draft = draftDescription(framework, texts(), facts)

function smallTexts(): Texts {
  const elements = smallFramework().elements.map(({ id }) => [
    id,
    {
      question: `What about ${id}?`,
      anchors: [0, 1, 2, 3, 4, 5].map((level) => `How it looks at ${level}.`),
    },
  ])
  return { elements: Object.fromEntries(elements) } as unknown as Texts
}

describe('a draft', () => {
  it('reads as expected for a small framework', async () => {
    await expect(draftDescription(smallFramework(), smallTexts(), facts)).toMatchFileSnapshot(
      'golden/small.yaml',
    )
  })

  it('names nothing that the framework does not have', () => {
    const small = draftDescription(smallFramework(), smallTexts(), facts)
    const ids = smallFramework().elements.map(({ id }) => id)
    for (const [, id] of small.matchAll(/ims-gap explain (\S+)/g)) expect(ids).toContain(id)
    expect(small).not.toMatch(/56002|\b6\.4\b/)
  })

  it('holds nothing but what was given while all marks stand', () => {
    const { description, diagnostics } = read(draft, { file: 'org.yaml', today: '2026-11-24' })
    expect(diagnostics).toEqual([])
    expect([...description!.standings.values()].every(({ state }) => state === 'not-assessed')).toBe(true)
  })

  it.each([
    ['every answer', /(?<=^ {4})# (?=level|practice|evidence|owner)/gm],
    ['every register', /^# (?=(objectives|initiatives|indicators|risks):| {2}- )/gm],
    [
      'the facts above',
      /^(# (?=innovation:| {2}(types|ambition|approaches):|targets:| {2}default:)|(?<= {2})# (?=sector|country|assessors))/gm,
    ],
  ])('is right with the marks taken away before %s', (_, marks) => {
    const filled = draft.replaceAll(marks, '')
    expect(filled).not.toBe(draft)
    const { description, diagnostics } = read(filled, { file: 'org.yaml', today: '2026-11-24' })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(description).toBeDefined()
  })

  it.each([
    ['level: 2', 'assessed'],
    ['criteria: { 1a: yes, 2a: partly, 2b: no }', 'assessed'],
    ['notApplicable: { kind: not-relevant, reason: Why it does not apply here }', 'not-applicable'],
  ])('shows ways to answer that work: %s', (way, state) => {
    expect(draft).toContain(`#   ${way}`)
    // An element that may be left out, with criteria of these names.
    const id = framework.elements.find(
      ({ neverNotApplicable, criteria }) =>
        !neverNotApplicable &&
        ['1a', '2a', '2b'].every((name) => criteria.some((criterion) => criterion.id === name)),
    )!.id
    const { description } = read(draft.replace(`  ${id}:\n`, `  ${id}:\n    ${way}\n`), {
      file: 'org.yaml',
      today: '2026-11-24',
    })
    expect(description!.standings.get(id)!.state).toBe(state)
  })

  it('keeps lines of comments within 120 columns, but for the examples of registers', () => {
    const long = draft.split('\n').filter((line) => line.length > 120)
    expect(long.every((line) => line.startsWith('#   - {') || line.startsWith('#   approaches'))).toBe(true)
  })
})
