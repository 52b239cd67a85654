/** Which pieces count once the files were looked at, and what an element is shown at then. */
import { describe, expect, it } from 'vitest'
import { filesCited } from '../../src/description/files-cited.ts'
import { standingOf } from '../../src/description/standing-of.ts'
import type { FileFact } from '../../src/types/file-facts.ts'
import type { FrameworkElement } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'

const { scoring, elements } = smallFramework()
const element: FrameworkElement = { ...elements[0]!, freshness: 12 }
const present: FileFact = { state: 'present', committed: null, sha256: null }

function standing(pieces: readonly object[], found: Record<string, Partial<FileFact>> | null, level = 4) {
  const files = found && new Map(Object.entries(found).map(([file, fact]) => [file, { ...present, ...fact }]))
  return standingOf(
    element,
    { level, evidence: pieces },
    {
      organization: { kind: 'established', size: 'medium' },
      asOf: '2026-06-30',
      scoring,
      target: 3,
      files: files ?? undefined,
    },
  )
}
const record = (more: object = {}) => ({ file: 'a.md', kind: 'record', ...more })
const digest = '0123456789abcdef'.repeat(4)

describe('a piece of evidence whose file was looked at', () => {
  it.each<[string, object, Partial<FileFact>, state: string, day: string | null]>([
    ['is fine when it is there', record(), {}, 'fine', null],
    ['is missing', record(), { state: 'missing' }, 'missing', null],
    ['has another name', record(), { state: 'wrong-case' }, 'wrong-case', null],
    ['lies outside', record(), { state: 'outside' }, 'outside', null],
    ['is no file', record(), { state: 'not-regular' }, 'not-regular', null],
    ['is empty', record(), { state: 'empty' }, 'empty', null],
    ['cannot be read', record(), { state: 'unreadable' }, 'unreadable', null],
    ['has the digest cited', record({ sha256: digest }), { sha256: digest }, 'fine', null],
    ['has another digest', record({ sha256: digest }), { sha256: digest.replace('0', '1') }, 'changed', null],
    ['could not be compared', record({ sha256: digest }), {}, 'unreadable', null],
    ['is as old as allowed', record({ date: '2025-06-30' }), {}, 'fine', '2025-06-30'],
    ['is a day too old', record({ date: '2025-06-29' }), {}, 'too-old', '2025-06-29'],
    ['is of the day itself', record({ date: '2026-06-30' }), {}, 'fine', '2026-06-30'],
    ['is of the day after', record({ date: '2026-07-01' }), {}, 'fine', '2026-07-01'],
    ['is of two days after', record({ date: '2026-07-02' }), {}, 'dated-later', '2026-07-02'],
    ['is undated and committed in time', record(), { committed: '2025-06-30' }, 'fine', '2025-06-30'],
    ['is undated and committed long ago', record(), { committed: '2025-06-29' }, 'too-old', '2025-06-29'],
    [
      'is undated and committed later',
      record(),
      { committed: '2026-07-01' },
      'committed-later',
      '2026-07-01',
    ],
    [
      'is dated, whatever git says',
      record({ date: '2026-01-01' }),
      { committed: '2020-01-01' },
      'fine',
      '2026-01-01',
    ],
    [
      'is missing first and old second',
      record({ date: '2020-01-01' }),
      { state: 'missing' },
      'missing',
      '2020-01-01',
    ],
    [
      'is changed first and old second',
      record({ date: '2020-01-01', sha256: digest }),
      { sha256: digest.replace('0', '1') },
      'changed',
      '2020-01-01',
    ],
  ])('%s', (_, piece, fact, state, day) => {
    const { evidence, evidenced, level } = standing([piece], { 'a.md': fact })
    expect(evidence[0]).toMatchObject({ state, day, counts: state === 'fine' })
    expect(evidenced).toBe(state === 'fine' ? 4 : 1)
    expect(level).toBe(4)
  })

  it('counts as missing where nobody said anything of it', () => {
    expect(standing([record()], {}).evidence[0]!.state).toBe('missing')
  })

  it('is not asked for where the piece is no file', () => {
    const pieces = [
      { url: 'https://example.org', kind: 'record' },
      { ticket: 'T-1', kind: 'record' },
    ]
    expect(standing(pieces, {}).evidence.map(({ state }) => state)).toEqual(['fine', 'fine'])
  })
})

describe('what is cited', () => {
  it('is what would be shown if every piece with a finding of its own counted', () => {
    const both = standing([record(), { file: 'b.md', kind: 'document' }], {
      'a.md': { state: 'missing' },
      'b.md': {},
    })
    expect([both.level, both.evidenced, both.cited]).toEqual([4, 2, 4])
  })

  it('takes no account of pieces dated after the assessment, which are mistakes in the file', () => {
    const later = standing([record({ date: '2027-01-01' })], { 'a.md': {} })
    expect([later.evidenced, later.cited]).toEqual([1, 1])
  })

  it('is what is evidenced where the files were not looked at', () => {
    const old = standing([record({ date: '2020-01-01' })], null)
    expect([old.evidenced, old.cited]).toEqual([1, 1])
  })
})

describe('the files to look at', () => {
  it('are each asked for once, with what any citation needs, and none that leads out', () => {
    const practices = {
      '1.1': { evidence: [record({ date: '2026-01-01' }), { url: 'https://example.org', kind: 'record' }] },
      '1.2': {
        evidence: [
          record({ sha256: digest, date: '2026-01-01' }),
          record(),
          { file: '../b.md', kind: 'record' },
        ],
      },
      '1.3': {
        evidence: [
          { file: '/etc/passwd', kind: 'record' },
          { file: 'c.md', kind: 'record', date: '2026-01-01' },
        ],
      },
    }
    expect(filesCited({ practices } as never)).toEqual([
      { file: 'a.md', needsDate: true, needsDigest: true },
      { file: 'c.md', needsDate: false, needsDigest: false },
    ])
  })
})
