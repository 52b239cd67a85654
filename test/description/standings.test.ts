/** Where an element stands by what is said of it, and which target it is measured against. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bindData } from '../../src/description/bind-data.ts'
import { criteriaInterval } from '../../src/description/criteria-interval.ts'
import type { CriterionAnswer } from '../../src/types/description.ts'
import type { DescriptionData } from '../../src/types/description-data.ts'
import type { FrameworkElement, Level } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'

const framework = smallFramework()
const asOf = '2026-06-30'
const base = {
  'ims-gap': 1,
  framework: 'small:1',
  organization: { name: 'Harbour', kind: 'established', size: 'medium' },
} as const
const medium = { kind: 'established', size: 'medium' } as const

function standing(id: string, practice: unknown, more: object = {}) {
  const data = { ...base, ...more, practices: { [id]: practice } } as unknown as DescriptionData
  return bindData(data, framework, { asOf }).standings.get(id)!
}

const all = (answer: CriterionAnswer, change: object = {}) => ({
  criteria: { '1a': answer, '2a': answer, '2b': answer, '3a': answer, '4a': answer, '5a': answer, ...change },
})

describe('where an element stands', () => {
  it.each([
    ['nothing', undefined, 'not-assessed', null, 0, 5],
    ['an empty practice', {}, 'not-assessed', null, 0, 5],
    ['a level', { level: 3 }, 'assessed', 3, 3, 3],
    ['level 0', { level: 0 }, 'assessed', 0, 0, 0],
    ['planned only', { planned: '2027-01-01' }, 'not-assessed', null, 0, 5],
    ['a note only', { note: 'x', owner: 'y' }, 'not-assessed', null, 0, 5],
    ['declined', { notApplicable: { kind: 'declined', reason: 'x' } }, 'assessed', 0, 0, 0],
    ['not relevant', { notApplicable: { kind: 'not-relevant', reason: 'x' } }, 'not-applicable', null, 0, 5],
    ['inherited', { notApplicable: { kind: 'inherited', reason: 'x' } }, 'not-applicable', null, 0, 5],
    ['no answers', { criteria: {} }, 'not-assessed', null, 0, 5],
    ['all met', all('yes'), 'assessed', 5, 5, 5],
    ['none met', all('no'), 'assessed', 0, 0, 0],
    ['partly counts as unmet', all('yes', { '2a': 'partly' }), 'assessed', 1, 1, 1],
    ['one of two unmet', all('yes', { '2b': 'no' }), 'assessed', 1, 1, 1],
    ['not applicable is left out', all('yes', { '2b': 'not-applicable', '3a': 'no' }), 'assessed', 2, 2, 2],
    ['only the first met', { criteria: { '1a': 'yes' } }, 'not-assessed', null, 1, 5],
    ['only the first unmet', { criteria: { '1a': 'no' } }, 'assessed', 0, 0, 0],
    ['an upper one unmet', { criteria: { '4a': 'no' } }, 'not-assessed', null, 0, 3],
    [
      'a hole in the middle',
      { criteria: { '1a': 'yes', '2a': 'yes', '3a': 'no' } },
      'not-assessed',
      null,
      1,
      2,
    ],
    ['all not applicable', all('not-applicable'), 'not-assessed', null, 0, 5],
    ['a level inside the interval', { level: 2, criteria: { '1a': 'yes', '3a': 'no' } }, 'assessed', 2, 2, 2],
    [
      'a level above it: the criteria win',
      { level: 4, criteria: { '1a': 'yes', '2a': 'no' } },
      'assessed',
      1,
      1,
      1,
    ],
    [
      'a level below it: the criteria win',
      { level: 0, criteria: { '1a': 'yes', '3a': 'no' } },
      'not-assessed',
      null,
      1,
      2,
    ],
  ] as const)('%s', (_, practice, state, level, lowest, highest) => {
    expect(standing('2.2', practice)).toMatchObject({
      state,
      level,
      lowest,
      highest,
      evidenced: level === null ? null : Math.min(level, 1),
    })
  })

  it('does not ask what is not asked of organizations of this size', () => {
    const micro = { organization: { ...base.organization, size: 'micro' } }
    const practice = { criteria: { '1a': 'yes', '2a': 'yes', '2b': 'no', '3a': 'no' } }
    expect(standing('2.2', practice).level).toBe(1)
    expect(standing('2.2', practice, micro).level).toBe(2)
  })

  it.each([
    ['nothing', [], 1],
    ['a document', [{ file: 'a', kind: 'document' }], 2],
    [
      'a dated interview with a role',
      [{ interview: 'Head of sales', kind: 'interview', date: '2026-06-01' }],
      3,
    ],
    ['an interview without a day', [{ interview: 'Head of sales', kind: 'interview' }], 1],
    ['an interview without a role', [{ file: 'minutes.md', kind: 'interview', date: '2026-06-01' }], 1],
    ['a record', [{ file: 'a', kind: 'record' }], 4],
    ['a result', [{ url: 'https://a.example', kind: 'result', date: '2026-06-30' }], 5],
    [
      'the best of several',
      [
        { file: 'a', kind: 'document' },
        { ticket: 'T-1', kind: 'record' },
      ],
      4,
    ],
    ['too old', [{ file: 'a', kind: 'result', date: '2025-06-29' }], 1],
    ['just fresh enough', [{ file: 'a', kind: 'result', date: '2025-06-30' }], 5],
    [
      'dated a day ahead, as in a time zone ahead of UTC',
      [{ file: 'a', kind: 'result', date: '2026-07-01' }],
      5,
    ],
    ['from the future', [{ file: 'a', kind: 'result', date: '2026-07-02' }], 1],
  ])('evidence carries a claim up to its level: %s', (_, evidence, cap) => {
    for (const level of [0, 1, 2, 3, 4, 5])
      expect(standing('2.2', { level, evidence }).evidenced).toBe(Math.min(level, cap))
  })

  it('points at the answer', () => {
    expect(standing('1.2', { level: 2, criteria: { '1a': 'yes' } }).path).toEqual([
      'practices',
      '1.2',
      'level',
    ])
    expect(standing('1.2', { criteria: { '1a': 'yes' } }).path).toEqual(['practices', '1.2', 'criteria'])
    expect(standing('1.2', {}).path).toEqual(['practices', '1.2'])
    expect(standing('1.2', { notApplicable: { kind: 'declined', reason: 'x' } }).path).toEqual([
      'practices',
      '1.2',
      'notApplicable',
    ])
    expect(standing('1.2', { evidence: [{ file: 'a', kind: 'record' }] }).evidence[0]!.path).toEqual([
      'practices',
      '1.2',
      'evidence',
      0,
    ])
  })

  it('has one entry per element, in pack order', () => {
    const { standings } = bindData({ ...base }, framework, { asOf })
    expect([...standings.keys()]).toEqual(framework.elements.map(({ id }) => id))
  })
})

describe('targets', () => {
  const targets = (said?: object, organization: object = base.organization, target?: Level) => {
    const data = { ...base, organization, ...(said && { targets: said }) } as DescriptionData
    const bound = bindData(data, framework, { asOf, ...(target !== undefined && { target }) })
    return {
      ...bound.targets,
      of: Object.fromEntries([...bound.standings].map(([id, it]) => [id, it.target])),
    }
  }

  it('come from the profile that fits when the file says none', () => {
    expect(targets()).toMatchObject({
      source: 'profile',
      default: 3,
      text: 'the pack\'s profile "Everybody"',
    })
    const micro = targets(undefined, { ...base.organization, size: 'micro' })
    expect(micro.of).toMatchObject({ '1.1': 2, '2.2': 3, '3.2': 1, '3.10': 3 })
    expect(micro).toMatchObject({ source: 'profile', default: 2, text: 'the pack\'s profile "Very small"' })
  })

  it('of an element go over those of its main principle, over the default, over the profile', () => {
    const said = targets({ default: 4, principles: { learning: 5 }, elements: { '2.2': 1 } })
    expect(said.of).toMatchObject({ '1.1': 4, '1.2': 4, '2.2': 1, '3.1': 5 })
    expect(said).toMatchObject({ source: 'file', default: 4 })
    expect(said.text).toBe('in the file: 4, others for 1 principle and 1 element')
    const some = targets({ principles: { learning: 5, people: 1 } })
    expect(some.of).toMatchObject({ '1.1': 3, '3.1': 5, '2.1.1': 1 })
    expect(some.text).toBe('in the file for 2 principles, else the pack\'s profile "Everybody"')
    expect(targets({ default: 3 }).text).toBe('in the file: 3 for every element')
  })

  it('of the flag go over everything', () => {
    const flag = targets({ default: 4, elements: { '2.2': 1 } }, base.organization, 2)
    expect(new Set(Object.values(flag.of))).toEqual(new Set([2]))
    expect(flag).toMatchObject({ source: 'flag', default: 2, text: '--target: 2 for every element' })
  })
})

describe('registers, waivers and weights', () => {
  const data = {
    ...base,
    objectives: [],
    risks: [{ id: 'r1', title: 'A', kind: 'risk' }],
    weights: { principles: { people: 3 } },
    waivers: [
      { finding: 'a/b@1.1', reason: 'r', owner: 'o', until: asOf },
      { finding: 'a/c@1.1', reason: 'r', owner: 'o', until: '2026-06-29' },
    ],
  } as unknown as DescriptionData
  const bound = bindData(data, framework, { asOf })

  it('tell a missing register from an empty one', () => {
    expect(bound.registers.get('objectives')).toEqual([])
    expect(bound.registers.has('initiatives')).toBe(false)
    expect(bound.registers.get('risks')).toMatchObject([
      { id: 'r1', fields: { kind: 'risk' }, path: ['risks', 0] },
    ])
  })
  it('hold a waiver on its last day and not after', () => {
    expect(bound.waivers.map(({ active }) => active)).toEqual([true, false])
  })
  it('weigh a principle 1 where nothing is said', () => {
    expect([...bound.principleWeights]).toEqual([
      ['direction', 1],
      ['people', 3],
      ['learning', 1],
    ])
  })
})

const answer = fc.constantFrom<CriterionAnswer>('yes', 'partly', 'no', 'not-applicable')
const element = framework.elements.find(({ id }) => id === '2.2')!

/** Everything asked for level 2 is met, so that something is done at all, whatever was answered for level 1. */
function impliesFirst(
  { criteria }: FrameworkElement,
  answers: ReadonlyMap<string, CriterionAnswer>,
): boolean {
  const second = criteria.filter(({ id, level }) => level === 2 && answers.get(id) !== 'not-applicable')
  return second.length > 0 && second.every(({ id }) => answers.get(id) === 'yes')
}

/** The level that a full set of answers means, by its definition: every criterion up to it is met or implied. */
function levelOf(of: FrameworkElement, answers: ReadonlyMap<string, CriterionAnswer>): number {
  const unmet = of.criteria
    .filter(({ id }) => answers.get(id) === 'no' || answers.get(id) === 'partly')
    .filter(({ level }) => level > 1 || !impliesFirst(of, answers))
  return Math.min(5, ...unmet.map(({ level }) => level - 1))
}

describe('laws', () => {
  it('the interval of partly answered criteria is what all completions with yes and no reach', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...element.criteria.map(({ id }) => id)), answer),
        (given) => {
          const answers = new Map(Object.entries(given))
          const open = element.criteria.map(({ id }) => id).filter((id) => !answers.has(id))
          // Nobody answers "no" for level 1 and "yes" for all of level 2, unless that was said already.
          const contradicts = (all: ReadonlyMap<string, CriterionAnswer>) =>
            (all.get('1a') === 'no' || all.get('1a') === 'partly') && impliesFirst(element, all)
          const levels = Array.from(
            { length: 2 ** open.length },
            (_, bits) =>
              new Map([...answers, ...open.map((id, at) => [id, (bits >> at) & 1 ? 'yes' : 'no'] as const)]),
          )
            .filter((all) => contradicts(answers) || !contradicts(all))
            .map((all) => levelOf(element, all))
          const allLeftOut = element.criteria.every(({ id }) => answers.get(id) === 'not-applicable')
          const expected = allLeftOut
            ? undefined
            : { lowest: Math.min(...levels), highest: Math.max(...levels) }
          expect(criteriaInterval(element, answers, medium)).toEqual(expected)
        },
      ),
    )
  })

  it('the order of the file does not matter', () => {
    const practices = framework.elements.map(
      ({ id }, at) => [id, { level: at % 6, criteria: { '1a': 'yes', '2a': 'no' } }] as const,
    )
    const bind = (entries: readonly (readonly [string, object])[]) => {
      const data = { ...base, practices: Object.fromEntries(entries) } as unknown as DescriptionData
      return JSON.stringify([...bindData(data, framework, { asOf }).standings])
    }
    fc.assert(
      fc.property(fc.shuffledSubarray(practices, { minLength: practices.length }), (shuffled) => {
        expect(bind(shuffled)).toBe(bind(practices))
      }),
    )
  })

  it('no data makes it throw', () => {
    const keys = fc.constantFrom(
      'practices',
      'organization',
      'targets',
      'weights',
      'risks',
      'waivers',
      'innovation',
      'assessment',
      '1.1',
      '2.2',
      'level',
      'criteria',
      'evidence',
      'notApplicable',
      'kind',
      'elements',
      'principles',
      'default',
      '__proto__',
      'constructor',
    )
    const { odd } = fc.letrec((tie) => ({
      odd: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(null, undefined, true, 3, -1, NaN, 'x', 'yes', '2026-01-01'),
        fc.array(tie('odd'), { maxLength: 3 }),
        fc.dictionary(keys, tie('odd')),
      ),
    }))
    fc.assert(
      fc.property(odd, (data) => {
        const object = typeof data === 'object' && data !== null ? data : {}
        const { standings } = bindData(object as unknown as DescriptionData, framework, { asOf })
        expect(standings.size).toBe(framework.elements.length)
      }),
    )
  })
})
