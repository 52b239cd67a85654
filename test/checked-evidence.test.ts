/** The whole way with files looked at: findings at the lines of pieces, the level shown, and nothing else changed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../src/assess.ts'
import type { FileFact, FileQuestion } from '../src/types/file-facts.ts'

const head = `ims-gap: 1
framework: iso-56002:2019
organization: { name: Small Firm, kind: established, size: small }
assessment: { date: 2026-06-30 }
practices:
`
const present: FileFact = { state: 'present', committed: null, sha256: null }
const digest = 'ab'.repeat(32)

/** `found`: what differs from a file that is there. */
function assessFiles(text: string, found: Record<string, Partial<FileFact>> = {}) {
  const asked: FileQuestion[][] = []
  const result = assess(text, {
    file: 'org.yaml',
    lookAtFiles: (questions) => {
      asked.push([...questions])
      return new Map(questions.map(({ file }) => [file, { ...present, ...found[file] }]))
    },
  })
  return { ...result, assessment: result.assessment!, asked }
}

/** Findings that only come from looking, as `id line:column`. */
const seen = ({ assessment }: ReturnType<typeof assessFiles>) =>
  assessment.findings
    .filter(({ item }) => item !== undefined)
    .map(({ id, location }) => `${id} ${location?.line}:${location?.column}-${location?.endColumn}`)

describe('an assessment that looked at files', () => {
  const text = `${head}  6.4:
    level: 3
    evidence:
      - file: list.md
        kind: record
      - { file: intent.md, kind: document, date: 2026-01-01, sha256: ${digest} }
  9.2: { evidence: [{ file: nobody.md, kind: record }] }
`

  it.each<[string, Record<string, Partial<FileFact>>, string[], number]>([
    ['all there', { 'intent.md': { sha256: digest } }, [], 3],
    [
      'one missing',
      { 'list.md': { state: 'missing' }, 'intent.md': { sha256: digest } },
      ['evidence/file-shows-nothing@6.4#list.md 9:9-22'],
      2,
    ],
    [
      'one missing, the other changed',
      { 'list.md': { state: 'missing' }, 'intent.md': { sha256: 'c0'.repeat(32) } },
      ['evidence/file-shows-nothing@6.4#list.md 9:9-22', 'evidence/file-changed@6.4#intent.md 11:62-134'],
      1,
    ],
    [
      'one too old by its last commit',
      { 'list.md': { committed: '2024-01-01' }, 'intent.md': { sha256: digest } },
      ['evidence/piece-too-old@6.4#list.md 9:9-22'],
      2,
    ],
    [
      'one committed after the day',
      { 'list.md': { committed: '2026-07-01' }, 'intent.md': { sha256: digest } },
      ['evidence/committed-later@6.4#list.md 9:9-22'],
      2,
    ],
  ])('%s', (_, found, findings, evidenced) => {
    const result = assessFiles(text, found)
    expect(seen(result)).toEqual(findings.map((line) => line))
    const score = result.assessment.scores.elements.find(({ id }) => id === '6.4')!
    expect([score.level, score.evidenced]).toEqual([3, evidenced])
    expect(result.assessment.evidence).toBe('checked')
  })

  it('says what is left of the level, and does not say it again at the element', () => {
    const { assessment } = assessFiles(text, {
      'list.md': { state: 'missing' },
      'intent.md': { sha256: digest },
    })
    expect(assessment.findings.find(({ item }) => item === 'list.md')!.message).toBe(
      '6.4 Innovation portfolios cites list.md as a record: there is no such file. The other evidence supports level 2 of the 3 claimed.',
    )
    expect(assessment.findings.map(({ rule }) => rule)).not.toContain('evidence/level-not-shown')
  })

  it('still says that a level is claimed beyond everything cited', () => {
    const { assessment } = assessFiles(text.replace('level: 3', 'level: 5'), {
      'list.md': { state: 'missing' },
      'intent.md': { sha256: digest },
    })
    expect(assessment.findings.find(({ rule }) => rule === 'evidence/level-not-shown')!.message).toMatch(
      /claimed at level 5; the evidence cited supports level 4\.$/,
    )
  })

  it('lets an old piece rest beside a newer one that carries as much', () => {
    const both = `${head}  6.4:\n    level: 3\n    evidence:\n      - { file: old.md, kind: record, date: 2020-01-01 }\n      - { file: new.md, kind: record, date: 2026-01-01 }\n`
    expect(seen(assessFiles(both))).toEqual([])
    expect(seen(assessFiles(both, { 'new.md': { state: 'empty' } }))).toEqual([
      'evidence/file-shows-nothing@6.4#new.md 10:11-23',
      'evidence/piece-too-old@6.4#old.md 9:39-55',
    ])
  })

  it('waives a piece by its id', () => {
    const waived = `${text}waivers: [{ finding: evidence/file-shows-nothing@6.4#list.md, reason: It is being scanned., owner: Ana, until: 2026-12-31 }]\n`
    const missing = assessFiles(waived, { 'list.md': { state: 'missing' }, 'intent.md': { sha256: digest } })
    expect(missing.assessment.findings.find(({ item }) => item === 'list.md')!.waived).toBe(true)
    expect(missing.diagnostics).toEqual([])
    const there = assessFiles(waived, { 'intent.md': { sha256: digest } })
    expect(there.diagnostics.map(({ code }) => code)).toEqual(['description/unused-waiver'])
    expect(assess(waived).diagnostics).toEqual([])
  })

  it('asks once for all files, and not at all where the file has mistakes or nothing asks', () => {
    expect(assessFiles(text).asked).toEqual([
      [
        { file: 'list.md', needsDate: true, needsDigest: false },
        { file: 'intent.md', needsDate: false, needsDigest: true },
        { file: 'nobody.md', needsDate: true, needsDigest: false },
      ],
    ])
    expect(assessFiles(text.replace('level: 3', 'level: 9')).asked).toEqual([])
    expect(assess(text).assessment!.evidence).toBe('declared')
  })

  it('never asks for a path that leads out, which is an error as before', () => {
    const out = assessFiles(text.replace('list.md', '../list.md'))
    expect(out.asked.flat().map(({ file }) => file)).not.toContain('../list.md')
    expect(out.diagnostics.map(({ code }) => code)).toEqual(['description/bad-path'])
  })

  it('does not let an improvement close what is wrong with a file', () => {
    const { assessment } = assessFiles(text.replace('level: 3', 'level: 2'), {
      'list.md': { state: 'missing' },
    })
    const pieces = assessment.findings.flatMap(({ id, item }) => (item === undefined ? [] : [id]))
    expect(pieces.length).toBeGreaterThan(0)
    for (const { closes } of assessment.improvements) {
      expect(closes.filter((id) => pieces.includes(id))).toEqual([])
    }
  })
})

describe('looking at files that are all there', () => {
  const date = fc.constantFrom(null, '2026-06-30', '2026-03-01', '2019-01-01', '2027-01-01')
  const piece = fc.record({
    source: fc.constantFrom(
      'file: a.md',
      'file: b/c.md',
      'url: https://example.org',
      'interview: Head',
      'ticket: T-1',
    ),
    kind: fc.constantFrom('document', 'interview', 'record', 'result'),
    date,
  })
  const practice = fc.record({ level: fc.option(fc.nat(5)), evidence: fc.array(piece, { maxLength: 3 }) })
  const practices = fc.record({
    '4.1.2': practice,
    '5.1.1': practice,
    '6.2.1': practice,
    '6.2.2': practice,
    '9.3.1': practice,
  })
  const write = (
    all: Record<
      string,
      { level: number | null; evidence: { source: string; kind: string; date: string | null }[] }
    >,
  ) =>
    head +
    Object.entries(all)
      .map(([id, { level, evidence }]) => {
        const pieces = evidence.map(
          (one) => `{ ${one.source}, kind: ${one.kind}${one.date === null ? '' : `, date: ${one.date}`} }`,
        )
        return `  ${id}: { ${level === null ? '' : `level: ${level}, `}evidence: [${pieces.join(', ')}] }\n`
      })
      .join('')

  it('changes no score, and nothing at all beside outcomes where no piece is old', () => {
    fc.assert(
      fc.property(practices, (all) => {
        const text = write(all)
        const plain = assess(text, { file: 'org.yaml' }).assessment!
        const { assessment: looked } = assessFiles(text)
        expect(looked.evidence).toBe('checked')
        expect(looked.scores).toEqual(plain.scores)
        expect(looked.coverage).toEqual(plain.coverage)
        expect(looked.diagnostics).toEqual(plain.diagnostics)
        if (text.includes('2019')) return
        const { evidence: _, outcomes: __, notEvaluated: ___, ...rest } = looked
        expect(plain).toMatchObject(rest)
        expect(looked.findings).toHaveLength(plain.findings.length)
        expect(looked.outcomes.gap).toBe(plain.outcomes.gap)
      }),
      { numRuns: 60 },
    )
  })

  it('shows at most as much when a file falls short, and claims what was claimed', () => {
    const state = fc.constantFrom(
      'missing',
      'wrong-case',
      'outside',
      'not-regular',
      'empty',
      'unreadable',
    ) as fc.Arbitrary<FileFact['state']>
    fc.assert(
      fc.property(practices, state, (all, wrong) => {
        const text = write(all)
        const { assessment: fine } = assessFiles(text)
        const { assessment: short } = assessFiles(text, { 'a.md': { state: wrong } })
        short.scores.elements.forEach((element, place) => {
          const before = fine.scores.elements[place]!
          expect({ ...element, evidenced: null }).toEqual({ ...before, evidenced: null })
          expect(element.evidenced ?? 0).toBeLessThanOrEqual(before.evidenced ?? 0)
        })
      }),
      { numRuns: 40 },
    )
  })
})
