import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import { inactiveAnswers } from '../../src/interview/inactive-answers.ts'
import {
  openProfileQuestions,
  packProfile,
  profileEdits,
  profileQuestions,
} from '../../src/interview/profile.ts'
import { whatApplies } from '../../src/interview/what-applies.ts'
import { described } from './described.ts'

const pack = builtinPack()
const { framework } = pack
const questions = profileQuestions(framework, { kind: 'established', size: 'small' })
const question = (id: string) => questions.find((candidate) => candidate.id === id)!
const open = (practices?: string, more?: string) =>
  openProfileQuestions(framework, described(practices, { ...(more && { more }) })).map(({ id }) => id)

describe('the profile', () => {
  it('asks about the organization, then what it innovates, then its target', () => {
    expect(questions.map(({ id }) => id)).toEqual([
      'name',
      'kind',
      'size',
      'types',
      'approaches',
      'ambition',
      'target',
    ])
    expect(questions.filter(({ required }) => required).map(({ id }) => id)).toEqual(['name', 'kind', 'size'])
  })

  it('says what the targets of the pack are for this kind and size', () => {
    const [first, ...levels] = question('target').choices
    expect(first).toEqual({
      value: packProfile,
      about: 'the default for "Established small firm": 3, with exceptions',
    })
    expect(levels.map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5'])
    const general = profileQuestions(framework, { kind: 'established', size: 'medium' }).at(-1)!
    expect(general.choices[0]!.about).toBe('the default for "Established organization": 3')
  })

  it('leaves out what the description says', () => {
    expect(open()).toEqual(['types', 'approaches', 'ambition', 'target'])
    expect(
      open('', 'innovation: { types: [service], ambition: [radical] }\ntargets: { default: 4 }\n'),
    ).toEqual(['approaches'])
  })

  it('does not ask again once elements are answered', () => {
    expect(open('4.1.1: { level: 0 }')).toEqual([])
    expect(open('4.1.1: { criteria: { 1a: yes } }')).toEqual([])
    expect(open('4.1.1: { flagged: true }')).not.toEqual([])
  })

  it.each([
    ['name', 'Harbour Pumps', { path: ['organization', 'name'], value: 'Harbour Pumps' }],
    ['size', 'micro', { path: ['organization', 'size'], value: 'micro' }],
    ['types', ['product', 'service'], { path: ['innovation', 'types'], value: ['product', 'service'] }],
    ['target', '4', { path: ['targets', 'default'], value: 4 }],
  ])('writes the answer to %s', (id, answer, edit) => {
    expect(profileEdits(question(id), answer, described())).toEqual([edit])
  })

  it('takes away what is there where nothing is chosen, and only then', () => {
    const said = described('', { more: 'innovation: { types: [service] }\ntargets: { default: 4 }\n' })
    expect(profileEdits(question('types'), [], said)).toEqual([
      { path: ['innovation', 'types'], value: undefined },
    ])
    expect(profileEdits(question('target'), packProfile, said)).toEqual([
      { path: ['targets', 'default'], value: undefined },
    ])
    expect(profileEdits(question('types'), [], described())).toEqual([])
    expect(profileEdits(question('target'), packProfile, described())).toEqual([])
  })
})

describe('what applies of an element', () => {
  const element = framework.elements.find(({ id }) => id === '9.2')!
  const applies = (organization: string, more = '') =>
    whatApplies(element, described('', { organization, more }), pack.texts())

  it('is everything for a medium firm', () => {
    const { leftOut, asked, softer, target, ownTarget } = applies(
      '{ name: T, kind: established, size: medium }',
    )
    expect(leftOut).toEqual([])
    expect(asked).toEqual(element.criteria.map(({ id }) => id))
    expect([softer, target, ownTarget]).toEqual([null, 3, false])
  })

  it('is less for a micro firm, with a softer way and a lower target', () => {
    const { leftOut, asked, softer, target, ownTarget } = applies(
      '{ name: T, kind: established, size: micro }',
    )
    expect(leftOut.length).toBeGreaterThan(0)
    expect([...asked, ...leftOut].sort()).toEqual(element.criteria.map(({ id }) => id).sort())
    expect(softer).toBe(pack.texts().elements['9.2']!.softer)
    expect([target, ownTarget]).toEqual([1, true])
  })

  it.each([
    ['established', 'small', false],
    ['temporary', 'small', false],
    ['temporary', 'large', false],
    ['temporary', 'micro', true],
    ['start-up', 'micro', true],
    ['start-up', 'medium', true],
  ])('tells a %s organization that is %s how small ones do it: %s', (kind, size, told) => {
    const { softer } = applies(`{ name: T, kind: ${kind}, size: ${size} }`)
    expect(softer === null).toBe(!told)
  })

  it('takes the target of the file', () => {
    expect(applies('{ name: T, kind: established, size: micro }', 'targets: { default: 4 }\n')).toMatchObject(
      { target: 4, ownTarget: false },
    )
  })
})

describe('answers that do not count for a kind and size', () => {
  const answers = described(
    '4.1.2: { criteria: { 1a: yes, 5c: no } }\n5.1.1: { criteria: { 4a: yes } }\n9.2: { level: 1 }',
  )

  it('are those to criteria that are not asked, and they come back with the kind and size', () => {
    expect(inactiveAnswers(framework, answers, { kind: 'established', size: 'micro' })).toEqual([
      { element: '4.1.2', criteria: ['5c'] },
      { element: '5.1.1', criteria: ['4a'] },
    ])
    expect(inactiveAnswers(framework, answers, { kind: 'start-up', size: 'small' })).toEqual([
      { element: '5.1.1', criteria: ['4a'] },
    ])
    expect(inactiveAnswers(framework, answers, { kind: 'established', size: 'medium' })).toEqual([])
  })
})
