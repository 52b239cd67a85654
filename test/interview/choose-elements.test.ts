import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import { chooseElements, type Wanted } from '../../src/interview/choose-elements.ts'
import { depths } from '../../src/interview/depth.ts'
import { scanElements } from '../../src/interview/scan-elements.ts'
import type { Duration } from '../../src/util/calendar.ts'
import { described } from './described.ts'

const { framework } = builtinPack()
const order = framework.elements.map(({ id }) => id)

function choose(wanted: Partial<Wanted>, practices = '') {
  const chosen = chooseElements(framework, described(practices), { depth: 'levels', ...wanted })
  return 'unknown' in chosen ? chosen.unknown : chosen.elements
}

const days = (count: number): Duration => ({ count, unit: 'days' })

describe('the elements a sitting asks', () => {
  it('are all of the depth, in the order of the pack', () => {
    expect(choose({ depth: 'scan' })).toEqual(scanElements(framework))
    expect(choose({ depth: 'levels' })).toEqual(order)
    expect(choose({ depth: 'criteria' })).toEqual(order)
  })

  it.each([
    [['6.4'], ['6.4']],
    [['9.1'], ['9.1.1', '9.1.2']],
    [[' ٩.١ '], ['9.1.1', '9.1.2']],
    [['5'], ['5.1.1', '5.1.2', '5.1.3', '5.1.4', '5.2.1', '5.2.2', '5.3']],
    [
      ['10.1', '9.3', '6.4'],
      ['6.4', '9.3.1', '9.3.2', '9.3.3', '10.1'],
    ],
    [
      ['managing-uncertainty'],
      ['6.1', '6.2.2', '6.4', '7.1.5', '7.6', '7.7', '8.1', '8.2', '8.3.1', '8.3.4', '8.3.5'],
    ],
  ])('are those that --only %s names', (only, expected) => {
    expect(choose({ only })).toEqual(expected)
  })

  it('are those of a named group that tell most in a scan, or all of it where none does', () => {
    expect(choose({ depth: 'scan', only: ['5.1'] })).toEqual(['5.1.1', '5.1.2', '5.1.4'])
    expect(choose({ depth: 'scan', only: ['7.5'] })).toEqual(['7.5.1', '7.5.2', '7.5.3'])
    expect(choose({ depth: 'scan', only: ['7.5.2', '5.3'] })).toEqual(['5.3', '7.5.2'])
  })

  it('begin where --from says, an element or a heading', () => {
    expect(choose({ from: '9.3.2' })).toEqual(['9.3.2', '9.3.3', '10.1', '10.2', '10.3'])
    expect(choose({ from: '10' })).toEqual(['10.1', '10.2', '10.3'])
    expect(choose({ from: '8.3.5', depth: 'scan' })).toEqual(['8.3.6', '9.1.1', '9.1.2'])
  })

  it('are the open ones, by what the depth asks', () => {
    const practices = `4.1.1: { level: 2 }
4.2: { criteria: { 1a: yes, 2a: no } }
4.3: { criteria: { 1a: yes } }
7.8: { notApplicable: { kind: not-relevant, reason: None here } }
9.2: { planned: 2027-01-01 }
9.1.1: { notApplicable: { kind: declined, reason: Too early } }`
    const answered = (depth: Wanted['depth']) => {
      const open = choose({ depth, unanswered: true }, practices) as readonly string[]
      return order.filter((id) => !open.includes(id))
    }
    expect(answered('levels')).toEqual(['4.1.1', '4.2', '7.8', '9.1.1'])
    expect(answered('criteria')).toEqual(['4.2', '7.8', '9.1.1'])
  })

  it('count criteria as answered once those asked of this kind and size leave one level', () => {
    const all = framework.elements.find(({ id }) => id === '4.1.2')!.criteria.map(({ id }) => id)
    expect(all).toContain('5c')
    const practices = `4.1.2: { criteria: { ${all
      .filter((id) => id !== '5c')
      .map((id) => `${id}: yes`)
      .join(', ')} } }`
    const open = (size: string) =>
      chooseElements(
        framework,
        described(practices, { organization: `{ name: T, kind: established, size: ${size} }` }),
        {
          depth: 'criteria',
          unanswered: true,
          only: ['4.1.2'],
        },
      )
    expect(open('micro')).toEqual({ elements: [] })
    expect(open('medium')).toEqual({ elements: ['4.1.2'] })
  })

  it('are the flagged ones, and with several reasons those that have one of them', () => {
    const practices = '4.1.1: { level: 2, flagged: true }\n4.1.2: { flagged: true }\n4.1.3: { level: 1 }'
    expect(choose({ flagged: true }, practices)).toEqual(['4.1.1', '4.1.2'])
    expect(choose({ flagged: true, unanswered: true, only: ['4.1'] }, practices)).toEqual(['4.1.1', '4.1.2'])
  })

  it.each([
    ['reviewed on the oldest day that is young enough', 'level: 2, reviewed: 2026-04-04', false],
    ['reviewed a day earlier', 'level: 2, reviewed: 2026-04-03', true],
    ['never dated', 'level: 2', true],
    ['with undated evidence', 'level: 2, evidence: [{ file: a.md, kind: record }]', true],
    [
      'with new evidence beside old',
      'level: 2, evidence: [{ file: a.md, kind: record, date: 2024-01-01 }, { file: b.md, kind: record, date: 2026-09-01 }]',
      false,
    ],
    [
      'with an old review and new evidence',
      'level: 2, reviewed: 2025-01-01, evidence: [{ file: b.md, kind: record, date: 2026-09-01 }]',
      true,
    ],
    ['partly answered and never dated', 'criteria: { 1a: yes }', true],
    ['never answered', 'note: Ask Eva', false],
    [
      'not applicable and to be looked at by now',
      'notApplicable: { kind: not-relevant, reason: No, revisit: 2026-10-01 }',
      true,
    ],
    [
      'not applicable and to be looked at later',
      'notApplicable: { kind: not-relevant, reason: No, revisit: 2026-10-02 }',
      false,
    ],
    ['not applicable without a day', 'notApplicable: { kind: not-relevant, reason: No }', true],
  ])('an answer is stale after 180 days or not: %s', (_, practice, stale) => {
    expect(choose({ stale: days(180), only: ['7.8'] }, `7.8: { ${practice} }`)).toEqual(stale ? ['7.8'] : [])
  })

  it.each([
    [
      'cultur',
      '"cultur" is not an element, clause or principle of ISO 56002:2019, guidance on innovation management systems',
      'did you mean "culture"?',
    ],
    ['Managing Uncertainty', undefined, 'did you mean "managing-uncertainty"?'],
    ['7.1.9', undefined, '7.1 is a heading; its elements are 7.1.1'],
    ['5.4', undefined, '4.4.2 (Culture)'],
    ['clause 5.1', undefined, 'did you mean "5.1"?'],
    ['4.1.2.', undefined, 'did you mean "4.1.2"?'],
    ['innovation strategy', undefined, 'did you mean "5.1.4"?'],
    ['leadership', undefined, 'did you mean "5"?'],
    ['xyz', undefined, 'the principles are realization-of-value'],
    ['', undefined, 'the principles are realization-of-value'],
  ])('an unknown name %s is told with what may be meant', (name, message, hint) => {
    for (const of of ['only', 'from'] as const) {
      const chosen = chooseElements(framework, described(), {
        depth: 'levels',
        [of]: of === 'only' ? [name] : name,
      })
      expect(chosen).toMatchObject({ unknown: { of } })
      const { unknown } = chosen as Extract<typeof chosen, { unknown: unknown }>
      if (message) expect(unknown.message).toBe(message)
      expect(unknown.hint).toContain(hint)
    }
  })

  it('keep their order whatever the order of the file and of the names', () => {
    for (const depth of depths)
      expect(
        choose(
          { depth, only: ['10.3', 'culture', '4.1'], unanswered: true },
          '10.1: { level: 1 }\n4.1.2: { level: 1 }',
        ),
      ).toEqual(
        choose(
          { depth, only: ['4.1', 'culture', '10.3'], unanswered: true },
          '4.1.2: { level: 1 }\n10.1: { level: 1 }',
        ),
      )
  })
})
