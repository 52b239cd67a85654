import { describe, expect, it } from 'vitest'
import { type Clues, locateFinding } from '../../src/scoring/findings.ts'
import { smallFramework } from '../fixtures/framework.ts'
import { describeText } from './written.ts'

const description = describeText(
  smallFramework(),
  `practices:
  1.1: { level: 1 }
  1.2:
    level: 3
    owner: Head of strategy
  2.2:
    criteria: { 1a: yes }
objectives:
  - { id: o1, title: Two new pumps }
  - id: o2
    title: Shorter trials
    owner: Ana
`,
)

function locate(clues: Partial<Clues>) {
  const { location, related } = locateFinding(description, {
    element: null,
    item: null,
    eachElement: false,
    lacking: [],
    reasons: [],
    ...clues,
  })
  return {
    at: location && `${location.file}:${location.line}:${location.column}`,
    related: related.map(({ message, location: { line, column } }) => `${line}:${column} ${message}`),
  }
}

const level = (id: string, found: number | null) => ({
  path: ['practices', id, 'level'],
  expected: 'at least 2',
  found,
})

describe('the place of a finding', () => {
  it('is the answer of what is lacking, and the other inputs are related', () => {
    expect(locate({ element: '1.2', lacking: ['1.1'], reasons: [level('1.2', 3), level('1.1', 1)] })).toEqual(
      { at: 'org.yaml:6:10', related: ['8:5 1.2 level: at least 2, found 3'] },
    )
  })

  it('is the element itself for a rule that speaks about each, and what it is compared with is related', () => {
    expect(
      locate({
        element: '1.2',
        eachElement: true,
        lacking: ['1.1'],
        reasons: [level('1.2', 3), level('1.1', 1)],
      }),
    ).toEqual({ at: 'org.yaml:8:5', related: ['6:10 1.1 level: at least 2, found 1'] })
  })

  it('is the element the finding points at where the file is silent about what is lacking', () => {
    expect(locate({ element: '1.2', lacking: ['3.1'], reasons: [level('3.1', null)] })).toEqual({
      at: 'org.yaml:8:5',
      related: [],
    })
  })

  it('is the criteria where a level follows from them', () => {
    expect(locate({ element: '2.2', lacking: ['2.2'] }).at).toBe('org.yaml:11:5')
  })

  it('is the field that was read, or the item where the field is not there, for a rule about an item', () => {
    const item = (index: number) => description.registers.get('objectives')![index]!
    const reason = (index: number, field: string, found: string | null) => ({
      path: ['objectives', index, field],
      expected: 'a value',
      found,
    })
    expect(locate({ item: item(1), element: '1.2', reasons: [reason(1, 'owner', 'Ana')] })).toEqual({
      at: 'org.yaml:16:5',
      related: [],
    })
    expect(locate({ item: item(0), element: '1.2', reasons: [reason(0, 'owner', null)] }).at).toBe(
      'org.yaml:13:5',
    )
    expect(locate({ item: item(0), reasons: [level('1.1', 1), reason(1, 'owner', 'Ana')] })).toEqual({
      at: 'org.yaml:13:5',
      related: ['6:10 1.1 level: at least 2, found 1', '16:5 objectives 1 owner: a value, found "Ana"'],
    })
  })

  it('is the first input of the file where nothing else is, and nowhere when the file has none', () => {
    const size = { path: ['organization', 'size'], expected: 'small', found: 'medium' }
    expect(locate({ reasons: [level('3.1', null), size] }).at).toBe('org.yaml:3:57')
    expect(locate({ element: '3.1', lacking: ['3.1'], reasons: [level('3.1', null)] })).toEqual({
      at: null,
      related: [],
    })
  })

  it('names one place once, and text from the file safely', () => {
    const owner = { path: ['practices', '1.2', 'owner'], expected: 'nobody', found: 'Head\u001bof' }
    expect(locate({ element: '1.1', reasons: [level('1.1', 1), owner, owner] }).related).toEqual([
      '9:5 1.2 owner: nobody, found "Head\\u{1b}of"',
    ])
  })

  it('names a hundred other places at most', () => {
    const pieces = '{ file: a.md, kind: record },'.repeat(150)
    const { root, standings } = describeText(
      smallFramework(),
      `practices:\n  1.1: { level: 1 }\n  1.2: { level: 1, evidence: [${pieces}] }\n`,
    )
    const reasons = Array.from({ length: 150 }, (_, index) => ({
      path: ['practices', '1.2', 'evidence', index],
      expected: 'none',
      found: 'a.md',
    }))
    const clues = { element: '1.1', item: null, eachElement: false, lacking: [], reasons }
    expect(locateFinding({ root, standings } as typeof description, clues).related).toHaveLength(100)
  })
})
