/** Baselines: what is written is read again, what is accepted passes, and what a hand or a merge broke is told at its line. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import {
  acceptFindings,
  type BaselineEntry,
  baseOf,
  compareEntries,
  renderBaseline,
  tighten,
} from '../../src/check/baseline.ts'
import { readBaseline } from '../../src/check/read-baseline.ts'
import type { Finding } from '../../src/types/assessment.ts'
import {
  type Range,
  type Resolution,
  type ResolvedFinding,
  resolutions,
} from '../../src/types/check-report.ts'
import type { Level } from '../../src/types/framework.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'
import { finding } from '../report/fixtures/assessments.ts'

const pack = builtinPack()
const head = { framework: 'iso-56002:2019', packVersion: pack.framework.version }
const read = (text: string) => {
  const { root, diagnostics } = readYaml(text, 'ims-gap.baseline.yaml')
  return root && diagnostics.length === 0 ? readBaseline(root, pack) : { baseline: undefined, diagnostics }
}

const odd = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom(
    'org.yaml',
    'a b/#x: y.yaml',
    'null',
    '1.10',
    '- x',
    "it's",
    '"q"',
    'NO',
    'a\u001b[2J',
    'ä\u2028',
  ),
)
const ids = fc
  .tuple(
    fc.constantFrom('practice/below-target', 'evidence/undated'),
    fc.constantFrom('5.1.1', '6.4'),
    fc.option(odd),
  )
  .map(([rule, element, item]) => `${rule}@${element}${item === null ? '' : `#${item}`}`)
const level = fc.option(fc.integer({ min: 0, max: 5 })) as fc.Arbitrary<Level | null>
const entries: fc.Arbitrary<BaselineEntry[]> = fc
  .uniqueArray(
    fc.record({
      file: odd,
      finding: ids,
      level,
      since: fc.option(fc.constant('2026-10-14')),
      reason: fc.option(odd),
    }),
    { selector: ({ file, finding: id }) => JSON.stringify([file, id]), maxLength: 8 },
  )
  .map((list) => list.sort(compareEntries))
const found = fc
  .uniqueArray(fc.record({ id: ids, level, waived: fc.boolean(), planned: fc.boolean() }), {
    selector: ({ id }) => id,
    maxLength: 8,
  })
  .map((list) =>
    list.map(({ id, level: at, waived, planned }) => ({
      finding: { ...finding('a/b', '5.1.1'), id, waived, planned } as Finding,
      level: (at === null ? null : { lowest: at, highest: at }) as Range | null,
    })),
  )

describe('a baseline', () => {
  it('is one line for each finding, which a person can read', () => {
    const text = renderBaseline({
      ...head,
      entries: [
        {
          file: 'a b.yaml',
          finding: 'practice/below-target@5.1.1',
          level: 1,
          since: '2026-10-14',
          reason: 'Until "spring".',
        },
        { file: 'org.yaml', finding: 'practice/below-target@5.1.1', level: null, since: null, reason: null },
      ],
    })
    expect(text.split('\n').slice(2)).toEqual([
      'ims-gap-baseline: 1',
      'framework: iso-56002:2019',
      `pack: "${pack.framework.version}"`,
      'findings:',
      '  - { file: "a b.yaml", finding: practice/below-target@5.1.1, level: 1, since: 2026-10-14, reason: "Until \\"spring\\"." }',
      '  - { file: org.yaml, finding: practice/below-target@5.1.1 }',
      '',
    ])
  })

  it('reads as it was written, whatever the names hold', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const { baseline, diagnostics } = read(renderBaseline({ ...head, entries: list }))
        expect(diagnostics).toEqual([])
        expect(baseline).toEqual({ ...head, entries: list })
      }),
      { numRuns: 200 },
    )
  })

  it('does not mind in which order its lines stand', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const lines = renderBaseline({ ...head, entries: list }).split('\n')
        const shuffled = [...lines.slice(0, 6), ...lines.slice(6, -1).reverse(), ''].join('\n')
        expect(read(shuffled).baseline).toEqual(read(lines.join('\n')).baseline)
      }),
      { numRuns: 50 },
    )
  })

  it('knows every open finding it accepted, at its level, and no other file changes', () => {
    fc.assert(
      fc.property(entries, odd, found, (list, file, now) => {
        const { entries: after } = acceptFindings(list, file, now, '2026-11-24')
        const open = now.filter((one) => !one.finding.waived && !one.finding.planned)
        expect(
          new Map(
            baseOf({ entries: after }, file, 'b.yaml').earlier!.findings.map(({ id, level: at }) => [
              id,
              at?.lowest ?? null,
            ]),
          ),
        ).toEqual(new Map(open.map((one) => [one.finding.id, one.level?.lowest ?? null])))
        expect(after.filter((entry) => entry.file !== file)).toEqual(
          list.filter((entry) => entry.file !== file),
        )
        expect(after).toEqual([...after].sort(compareEntries))
        const again = acceptFindings(after, file, [...now].reverse(), '2027-01-01')
        expect(again).toEqual({
          entries: after,
          added: 0,
          accepted: [],
          dropped: 0,
          kept: 0,
          better: 0,
          worse: 0,
        })
      }),
      { numRuns: 100 },
    )
  })

  it('keeps reason and day of what stays accepted', () => {
    const old = { file: 'a', finding: 'a/b@6.4', level: 1, since: '2025-01-01', reason: 'Known.' } as const
    const now = [{ finding: { ...finding('a/b', '6.4'), id: 'a/b@6.4' }, level: { lowest: 0, highest: 0 } }]
    expect(acceptFindings([old], 'a', now, '2026-11-24')).toMatchObject({
      entries: [{ ...old, level: 0 }],
      worse: 1,
    })
  })

  it.each([false, true])(
    'tightening (remembering better levels: %s) never adds, never lowers, and settles at once',
    (raise) => {
      fc.assert(
        fc.property(entries, odd, found, (list, file, now) => {
          const { entries: after } = tighten(list, file, { findings: now, resolved: [] }, raise)
          const before = new Map(list.map((entry) => [JSON.stringify([entry.file, entry.finding]), entry]))
          for (const entry of after) {
            const old = before.get(JSON.stringify([entry.file, entry.finding]))!
            expect({ ...entry, level: null }).toEqual({ ...old, level: null })
            if (!raise || old.level === null) expect(entry.level).toBe(old.level)
            else expect(entry.level).toBeGreaterThanOrEqual(old.level)
          }
          const present = new Set(now.map((one) => one.finding.id))
          expect(after.filter((entry) => entry.file === file && !present.has(entry.finding))).toEqual([])
          expect(tighten(after, file, { findings: now, resolved: [] }, raise).entries).toEqual(after)
        }),
        { numRuns: 100 },
      )
    },
  )
})

describe('tightening a baseline', () => {
  const entry = (id: string) => ({ file: 'a', finding: id, level: 1 as Level, since: null, reason: null })
  const closed = (id: string, resolution: Resolution): ResolvedFinding => ({
    ...{ id, element: '6.4', level: { lowest: 1, highest: 1 }, resolution, missing: [] },
  })

  it('keeps what is merely not asked about now, and takes out what was asked or can never be again', () => {
    const resolved = resolutions.map((resolution) => closed(`a/${resolution}@6.4`, resolution))
    const list = resolutions.map((resolution) => entry(`a/${resolution}@6.4`))
    const { entries: after, kept, dropped } = tighten(list, 'a', { findings: [], resolved }, true)
    expect(after.map(({ finding: id }) => id)).toEqual(['a/not-applicable@6.4', 'a/not-evaluated@6.4'])
    expect({ kept, dropped }).toEqual({ kept: 2, dropped: 5 })
  })
})

describe('a baseline that something happened to', () => {
  const lines = [
    'ims-gap-baseline: 1',
    'framework: iso-56002:2019',
    `pack: "${pack.framework.version}"`,
    'findings:',
    '  - { file: org.yaml, finding: practice/below-target@5.1.1, level: 1 }',
    '  - { file: org.yaml, finding: practice/below-target@6.4, level: 2 }',
  ]
  const edited = (line: number, text: string) =>
    lines.map((old, at) => (at + 1 === line ? text : old)).join('\n')
  const mistakes: [what: string, text: string, line: number, code: string, says: string][] = [
    ['a newer format', edited(1, 'ims-gap-baseline: 2'), 1, 'baseline/format-version', 'upgrade'],
    [
      'another framework',
      edited(2, 'framework: iso-56001:2024'),
      2,
      'baseline/other-framework',
      'or delete the file and write it again',
    ],
    [
      'an unknown key',
      edited(5, '  - { file: org.yaml, finding: practice/below-target@5.1.1, levle: 1 }'),
      5,
      'baseline/unknown-key',
      'did you mean "level"',
    ],
    [
      'a missing file',
      edited(5, '  - { finding: practice/below-target@5.1.1 }'),
      5,
      'baseline/missing-key',
      '"file" is missing',
    ],
    [
      'a level that is none',
      edited(5, '  - { file: org.yaml, finding: practice/below-target@5.1.1, level: 7 }'),
      5,
      'baseline/wrong-number',
      'from 0 to 5',
    ],
    [
      'a day that is none',
      edited(5, '  - { file: org.yaml, finding: practice/below-target@5.1.1, since: soon }'),
      5,
      'baseline/wrong-date',
      'YYYY-MM-DD',
    ],
    ['a line written twice', edited(6, lines[4]!), 6, 'baseline/duplicate-finding', 'duplicate entry'],
    [
      'a finding that is none',
      edited(5, '  - { file: org.yaml, finding: all of them }'),
      5,
      'baseline/unknown-finding',
      'not the id of a finding',
    ],
    [
      'a rule that is none',
      edited(5, '  - { file: org.yaml, finding: practice/below-targte@5.1.1 }'),
      5,
      'baseline/unknown-finding',
      'did you mean "practice/below-target"',
    ],
    [
      'an element that is none',
      edited(5, '  - { file: org.yaml, finding: practice/below-target@5.1.9 }'),
      5,
      'baseline/unknown-finding',
      '"5.1.9" is not an element',
    ],
    [
      'a merge',
      [...lines.slice(0, 4), '<<<<<<< HEAD', lines[4], '=======', lines[5], '>>>>>>> other'].join('\n'),
      5,
      'source/conflict-marker',
      '',
    ],
    ['nothing left', '', 1, 'source/empty', ''],
  ]
  it.each(mistakes)('%s', (_, text, line, code, says) => {
    const { baseline, diagnostics } = read(`${text}\n`)
    expect(baseline).toBeUndefined()
    expect(diagnostics.map((one) => ({ line: one.location?.line, code: one.code }))).toEqual([{ line, code }])
    expect(`${diagnostics[0]!.message} ${diagnostics[0]!.hint}`).toContain(says)
  })

  it('was written with another version of the pack: a warning, and rules that are gone are none of its mistakes', () => {
    const text = edited(3, 'pack: "0.0.1"').replace('below-target@6.4', 'long-gone@6.4')
    const { baseline, diagnostics } = read(`${text}\n`)
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'baseline/other-pack-version' }])
    expect(baseline?.entries).toHaveLength(2)
  })
})
