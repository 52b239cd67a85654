/** Versions of one file, chosen and assessed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import { lastOfEach, pointsOf, type Version } from '../../src/diff/trend.ts'
import type { Every } from '../../src/types/trend.ts'
import { weekOf } from '../../src/util/calendar.ts'
import { repository, small } from '../cli/run.ts'

const version = (date: string, text: string | Uint8Array | undefined, commit = 'a'.repeat(40)): Version => ({
  commit,
  date,
  path: 'org.yaml',
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
})
const undated = small.replace('assessment: { date: 2026-10-01 }\n', '')

describe('choosing versions', () => {
  const dates = [
    '2025-01-01',
    '2025-01-31',
    '2025-02-01',
    '2025-02-02',
    '2025-02-03',
    '2025-04-01',
    '2025-12-29',
    '2026-01-02',
  ]

  it.each<[Every, string[]]>([
    ['commit', dates],
    ['week', ['2025-01-01', '2025-02-02', '2025-02-03', '2025-04-01', '2026-01-02']],
    ['month', ['2025-01-31', '2025-02-03', '2025-04-01', '2025-12-29', '2026-01-02']],
    ['quarter', ['2025-02-03', '2025-04-01', '2025-12-29', '2026-01-02']],
  ])('takes the last of every %s', (every, expected) => {
    expect(
      lastOfEach(
        dates.map((date) => ({ date })),
        every,
      ).map(({ date }) => date),
    ).toEqual(expected)
  })

  it('begins weeks on Monday, also across years', () => {
    const days = ['2024-12-29', '2024-12-30', '2025-01-01', '2025-01-05', '2025-01-06']
    expect(days.map((day) => weekOf(day) - weekOf('2024-12-29'))).toEqual([0, 1, 1, 1, 2])
  })

  it('keeps the order of the history where dates run backwards', () => {
    const found = lastOfEach(
      [{ date: '2025-03-01' }, { date: '2025-01-05' }, { date: '2025-03-02' }],
      'month',
    )
    expect(found.map(({ date }) => date)).toEqual(['2025-01-05', '2025-03-02'])
  })
})

describe('assessing versions', () => {
  const pack = builtinPack()

  it('gives each the scores that assess gives, at the day of the file, else of the commit', () => {
    const text = readFileSync(join(repository, 'examples/two-rounds/2026.yaml'), 'utf8')
    const [one, other] = pointsOf([version('2020-01-01', undated), version('2020-02-02', text)], pack)
    expect([one!.asOf, other!.asOf]).toEqual(['2020-01-01', '2026-06-19'])
    const { scores } = assess(text, { today: '2026-11-24' }).assessment!
    expect(other!.overall).toEqual(scores.overall)
    expect(other!.principles).toEqual(scores.principles.map(({ id, score }) => ({ id, score })))
  })

  it('breaks the line where a version cannot be assessed, says why, and compares the next with the last that could', () => {
    const points = pointsOf(
      [
        version('2025-01-01', small),
        version('2025-02-01', small.replace('iso-56002:2019', 'iso-56001:2024')),
        version('2025-03-01', small.replace('level: 0', 'levle: 0').replace('level: 2', 'level: 9')),
        version('2025-04-01', undefined),
        version('2025-05-01', small.replace('level: 0', 'level: 1')),
      ],
      pack,
    )
    expect(points.map(({ status }) => status)).toEqual([
      'assessed',
      'other-guidance',
      'invalid',
      'invalid',
      'assessed',
    ])
    for (const point of points.slice(1, 4))
      expect(point).toMatchObject({ overall: null, principles: [], asOf: null, changed: [] })
    expect(points.map(({ problem }) => problem)).toEqual([
      null,
      'the description is written for "iso-56001:2024" and read with "iso-56002:2019"',
      expect.stringMatching(/must be a whole number.*\(and 1 more\)$/),
      'it has more than 1 MiB',
      null,
    ])
    expect(points[4]!.changed).toEqual(['answers'])
  })

  it.each([
    ['answers', small.replace('level: 0', 'level: 4')],
    ['targets', small.replace('practices:', 'targets: { default: 5 }\npractices:')],
    ['weights', small.replace('practices:', 'weights: { principles: { culture: 3 } }\npractices:')],
    ['scope', `${small}  7.8: { notApplicable: { kind: not-relevant, reason: None. } }\n`],
    ['date', small.replace('2026-10-01', '2026-10-02')],
    [
      'evidence',
      small.replace('5.1.1: { level: 2 }', '5.1.1: { level: 2, evidence: [{ ticket: T-1, kind: record }] }'),
    ],
  ])('marks a version whose %s differ', (cause, text) => {
    const [, changed, same] = pointsOf(
      [version('2025-01-01', small), version('2025-01-02', text), version('2025-01-03', `${text}# more\n`)],
      pack,
    )
    expect([changed!.changed, same!.changed]).toEqual([[cause], []])
  })

  it('assesses equal contents once, unless their day is that of the commit', () => {
    const [same, dateless] = [Buffer.from(small), Buffer.from(undated)]
    const points = pointsOf(
      [
        version('2025-01-01', same),
        version('2025-02-01', dateless),
        version('2025-03-01', same),
        version('2025-04-01', dateless),
      ],
      pack,
    )
    expect(points[2]!.overall).toBe(points[0]!.overall)
    expect(points.map(({ asOf }) => asOf)).toEqual(['2026-10-01', '2025-02-01', '2026-10-01', '2025-04-01'])
  })
})
