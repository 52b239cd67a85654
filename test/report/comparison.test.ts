/** What a comparison looks like, and that nothing in it can steer a terminal, a page or a parser. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import { compare } from '../../src/diff/compare.ts'
import { readSide } from '../../src/diff/side.ts'
import { comparisonReporters } from '../../src/report/comparison/comparison.ts'
import { displayWidth } from '../../src/report/terminal/display-width.ts'
import type { Comparison, ComparisonReport } from '../../src/types/comparison.ts'
import type { Pack } from '../../src/types/framework.ts'
import { repository, small } from '../cli/run.ts'
import { hostile } from './fixtures/strings.ts'

function sideOf(text: string, name = 'org.yaml', pack = builtinPack()) {
  const { side, diagnostics } = readSide(Buffer.from(text), { file: name, name, pack, today: '2026-11-24' })
  if (!side) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return side
}

const reportOf = (...comparisons: Comparison[]): ComparisonReport => ({
  schemaVersion: 1,
  tool: { name: 'ims-gap', version: '0.0.0' },
  comparisons,
  added: [],
  removed: [],
})

const round = (year: number) => {
  const name = `examples/two-rounds/${year}.yaml`
  return sideOf(readFileSync(join(repository, name), 'utf8'), name)
}
const rounds = compare({ before: round(2025), after: round(2026) })
const withheld = compare({
  before: sideOf(small),
  after: sideOf(
    small
      .replace('5.1.1: { level: 2 }', '5.1.1: { level: 3 }')
      .replace('practices:', 'practices:\n  7.8: { notApplicable: { kind: not-relevant, reason: None. } }'),
  ),
})
/** Two low answers withdrawn, one element out of scope, an entry gone, and nothing done. */
const withdrawn = compare({
  before: round(2025),
  after: sideOf(
    readFileSync(join(repository, 'examples/two-rounds/2025.yaml'), 'utf8')
      .replace('criteria: { 1a: yes, 2a: partly, 2b: no, 3a: yes }', '')
      .replace('  9.1.1:\n    level: 0\n', '  9.1.1:\n')
      .replace('  6.4:\n    level: 0\n', '  6.4:\n    notApplicable: { kind: not-relevant, reason: None. }\n')
      .replace('id: remote-service', 'id: remote-repair'),
    'later.yaml',
  ),
})
const same = compare({ before: sideOf(small), after: sideOf(small) })

/** The built-in guidance under a version of its own, 6.2.2 counting as much as said. */
function guidance(version: string, importance: number): Pack {
  const { framework } = builtinPack()
  return {
    ...builtinPack(),
    framework: {
      ...framework,
      version,
      sha256: version[0]!.repeat(64),
      elements: framework.elements.map((element) =>
        element.id === '6.2.2' ? { ...element, importance } : element,
      ),
    },
  }
}
const other = compare({
  before: sideOf(small, 'org.yaml', guidance('1.0.0', 3)),
  after: sideOf(small, 'org.yaml', guidance('2.0.0', 9)),
})

const {
  terminal: renderComparisonTerminal,
  markdown: renderComparisonMarkdown,
  json: renderComparisonJson,
} = comparisonReporters

const wide = { width: 100, color: false, unicode: true, all: false }

describe('a comparison in the terminal', () => {
  it.each([
    ['rounds-100', rounds, wide],
    ['rounds-all-ascii', rounds, { ...wide, unicode: false, all: true }],
    ['rounds-50', rounds, { ...wide, width: 50 }],
    ['withheld', withheld, wide],
    ['withdrawn', withdrawn, wide],
    ['same', same, wide],
    ['other-guidance', other, wide],
  ] as const)('reads well: %s', async (name, comparison, options) => {
    const text = renderComparisonTerminal(reportOf(comparison), options)
    await expect(text).toMatchFileSnapshot(`golden/comparison-${name}.txt`)
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(options.width)
    if (!options.unicode) expect(text).toMatch(/^[\n -~]*$/)
  })

  it('tells files that only one side has, and that there is nothing', () => {
    const alone = { ...reportOf(), added: ['b/new.yaml'], removed: ['old\u001b.yaml'] }
    expect(renderComparisonTerminal(alone, wide)).toBe(
      'Only on the later side: b/new.yaml.\n\nOnly on the earlier side: old\\u{1b}.yaml.\n',
    )
    expect(renderComparisonTerminal(reportOf(), wide)).toBe('There is no description to compare.\n')
  })
})

describe('a comparison in Markdown', () => {
  it('reads well', async () => {
    await expect(renderComparisonMarkdown(reportOf(rounds))).toMatchFileSnapshot(
      'golden/comparison-rounds.md',
    )
  })
})

describe.each(hostile)('a text from a file: %j', (text) => {
  const spoilt = reportOf({
    ...rounds,
    before: { ...rounds.before, name: text, revision: text, commit: 'a'.repeat(40) },
    after: { ...rounds.after, organization: text },
    causes: rounds.causes.map((cause) => ({ ...cause, text })),
    findings: {
      ...rounds.findings,
      changed: rounds.findings.changed.map((change) => ({
        ...change,
        title: text,
        id: `${change.rule}@${text}`,
        because: [text],
      })),
    },
  })

  it('steers nothing', () => {
    const terminal = renderComparisonTerminal(spoilt, wide)
    expect(terminal).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    const markdown = renderComparisonMarkdown(spoilt)
    expect(markdown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    expect(markdown).not.toMatch(/(?<!\\)<(script|img|!)|(?<!\\)!\[|(?<!\\)\]\(|(?<!\\)@\w/i)
    expect(markdown.split('\n').filter((line) => line.startsWith('# ')).length).toBe(1)
    const table = markdown.split('\n').filter((line) => line.startsWith('| '))
    for (const line of table) expect([4, 5, 7]).toContain(line.replaceAll('\\|', '').split('|').length - 2)
    expect(JSON.parse(renderComparisonJson(spoilt)).comparisons[0].after.organization).toBe(text)
  })
})

describe('a comparison as JSON', () => {
  const schema = JSON.parse(readFileSync(join(repository, 'schemas/comparison.schema.json'), 'utf8'))
  const validate = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    schema,
  )

  it.each(Object.entries({ rounds, withheld, withdrawn, same, other }))(
    'holds to its schema: %s',
    (_, comparison) => {
      validate(JSON.parse(renderComparisonJson(reportOf(comparison))))
      expect(validate.errors ?? []).toEqual([])
    },
  )

  it('is refused with a field more or less', () => {
    const data = JSON.parse(renderComparisonJson(reportOf(rounds)))
    expect(validate({ ...data, extra: 1 })).toBe(false)
    expect(validate({ ...data, added: undefined })).toBe(false)
  })
})
