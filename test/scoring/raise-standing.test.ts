import { describe, expect, it } from 'vitest'
import { raiseStanding } from '../../src/scoring/effects.ts'
import type { Evidence } from '../../src/types/description.ts'
import type { Level } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'
import { describeAnswers } from './hand-built.ts'

const framework = smallFramework()
const element = framework.elements.find(({ id }) => id === '2.2')!

const piece = (source: string, counts: boolean): Evidence => ({
  type: 'file',
  source,
  kind: 'document',
  date: counts ? '2026-05-01' : '2020-01-01',
  sha256: null,
  day: counts ? '2026-05-01' : '2020-01-01',
  state: counts ? 'fine' : 'too-old',
  counts,
  carries: 2,
  path: ['practices', '2.2', 'evidence', 0],
})

const description = describeAnswers(
  framework,
  { '2.1.1': 2, '2.2': 1 },
  {
    standing: {
      '2.2': {
        planned: '2027-01-01',
        criteria: new Map([
          ['2a', 'partly'],
          ['3a', 'not-applicable'],
          ['4a', 'no'],
        ]),
        evidence: [piece('old.md', false), piece('new.md', true)],
        practice: 'We try things.',
      },
    },
  },
)

const standing = (to: Level) => raiseStanding(framework, description, element, to)

describe('a raised element', () => {
  it('has the element at its new level, carried by evidence, and no longer planned', () => {
    expect(standing(3)).toMatchObject({
      state: 'assessed',
      level: 3,
      lowest: 3,
      highest: 3,
      evidenced: 3,
      planned: null,
      reviewed: '2026-06-30',
      practice: 'We try things.',
    })
  })

  it('has the criteria up to the level met and leaves those above as they are', () => {
    expect([...standing(3).criteria].toSorted()).toEqual([
      ['1a', 'yes'],
      ['2a', 'yes'],
      ['2b', 'yes'],
      ['3a', 'not-applicable'],
      ['4a', 'no'],
    ])
  })

  it('has fresh evidence of the needed kind in the place of what no longer counts', () => {
    const kinds = (to: Level) =>
      standing(to).evidence.map(({ source, kind, counts }) => [source, kind, counts])
    expect(kinds(4)).toEqual([
      ['new.md', 'document', true],
      ['fresh record of 2.2', 'record', true],
    ])
    expect(kinds(5).slice(2)).toEqual([['fresh result of 2.2', 'result', true]])
  })

  it('has an owner: the one named, or else one of its own', () => {
    expect(standing(3).owner).toBe('owner of 2.2')
    const owned = describeAnswers(framework, { '2.2': 1 }, { standing: { '2.2': { owner: 'Lab lead' } } })
    expect(raiseStanding(framework, owned, element, 3).owner).toBe('Lab lead')
  })
})
