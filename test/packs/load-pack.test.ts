/** Packs: what a right one becomes, what overlays change, and that every mistake is one diagnostic at its place. */
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/assess.ts'
import { load, tinyPack } from './tiny-pack.ts'

const over = 'extends: tiny:1\n'

describe('a pack', () => {
  it('becomes a framework with rules and texts', () => {
    const { pack, diagnostics } = load()
    expect(diagnostics).toEqual([])
    expect(
      pack?.framework.elements.map(({ id, clause, foundation, needs }) => ({
        id,
        clause,
        foundation,
        needs,
      })),
    ).toEqual([
      { id: '1.1', clause: '1', foundation: true, needs: [] },
      { id: '1.2', clause: '1', foundation: false, needs: [{ element: '1.1', lag: 1 }] },
    ])
    expect(pack?.texts().elements['1.1']?.criteria).toEqual({
      '1a': 'A',
      '2a': 'B',
      '3a': 'C',
      '4a': 'D',
      '5a': 'E',
    })
    expect(pack?.framework.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('has a digest of its content only', () => {
    expect(load().pack?.framework.sha256).toBe(load().pack?.framework.sha256)
    expect(load({ 'principles.yaml': ['only', 'one'] }).pack?.framework.sha256).not.toBe(
      load().pack?.framework.sha256,
    )
  })

  it('assesses descriptions: nothing in the program knows how many principles or elements there are', () => {
    const { pack } = load()
    const text =
      'ims-gap: 1\nframework: tiny:1\norganization: { name: X, kind: established, size: small }\npractices: { 1.1: { level: 1 }, 1.2: { level: 2 } }\n'
    const { assessment, diagnostics } = assess(text, { pack: pack!, today: '2026-01-01' })
    expect(diagnostics).toEqual([])
    expect(assessment?.scores.overall.level).toBe(1.5)
    expect(assessment?.findings.map(({ id }) => id)).toEqual(['plain/gap@1.1', 'plain/gap@1.2'])
    expect(assessment?.improvements.map(({ element }) => element)).toEqual(['1.1', '1.2'])
  })
})

describe('an overlay', () => {
  it('changes what it names and leaves the rest', () => {
    const { pack, diagnostics } = load(
      {},
      {
        'pack.yaml': `${over}version: 2.0.0\nscoring: { mainWeight: 5 }\n`,
        'elements/x.yaml': '1.2: { importance: 5 }\n',
      },
    )
    expect(diagnostics).toEqual([])
    expect(pack?.framework).toMatchObject({
      id: 'tiny',
      version: '2.0.0',
      scoring: { mainWeight: 5, alsoWeight: 1 },
    })
    expect(pack?.framework.elements.map(({ importance }) => importance)).toEqual([3, 5])
  })

  it('adds a principle, an element and a rule, last', () => {
    const { pack, diagnostics } = load(
      {},
      {
        'pack.yaml': `${over}defaultEffort: { low: 1, likely: 1, high: 1 }\n`,
        'principles.yaml': 'two: { title: Two, statement: Another. }\n',
        'elements/x.yaml': `1.3: { title: New, stage: plan, principle: { main: two, also: [one] }, importance: 1, freshness: 6, purpose: P, question: Q, anchors: { 0: a, 1: b, 2: c, 3: d, 4: e, 5: f } }\n`,
        'rules/x.yaml': tinyPack['rules/1.yaml']!.replace('plain/gap', 'more/gap'),
      },
    )
    expect(diagnostics).toEqual([])
    expect(pack?.framework.principles.map(({ id }) => id)).toEqual(['one', 'two'])
    expect(pack?.framework.elements.map(({ id }) => id)).toEqual(['1.1', '1.2', '1.3'])
    expect(pack?.rules.map(({ id }) => id)).toEqual(['plain/gap', 'more/gap'])
  })

  it('removes with a blank entry, and a rule with remove', () => {
    const { pack, diagnostics } = load(
      {
        'rules/1.yaml': [
          '- id: plain/gap',
          tinyPack['rules/1.yaml']!.replace('plain/gap', 'other/gap').trimEnd().concat('\n- id: plain/gap'),
        ],
      },
      {
        'pack.yaml': over,
        'elements/x.yaml': '1.2:\n',
        'rules/x.yaml': '- { id: other/gap, remove: true }\n',
      },
    )
    expect(diagnostics).toEqual([])
    expect(pack?.framework.elements.map(({ id }) => id)).toEqual(['1.1'])
    expect(pack?.rules.map(({ id }) => id)).toEqual(['plain/gap'])
  })

  it('may be laid over an overlay; the last has the last word', () => {
    const { pack } = load(
      {},
      { 'pack.yaml': `${over}title: First\n` },
      { 'pack.yaml': `${over}title: Second\n` },
    )
    expect(pack?.framework.title).toBe('Second')
  })

  it('that extends another pack is refused at its extends', () => {
    const { pack, diagnostics } = load({}, { 'pack.yaml': 'extends: tiny:2\n' })
    expect(pack).toBeUndefined()
    expect(diagnostics).toMatchObject([
      { code: 'pack/cannot-extend', location: { file: 'over1/pack.yaml', line: 1, column: 10 } },
    ])
  })

  it('that breaks something below is told where the broken part stands', () => {
    const { diagnostics } = load({}, { 'pack.yaml': over, 'elements/x.yaml': '1.1:\n' })
    expect(diagnostics.map(({ code, location }) => [code, location?.file])).toEqual([
      ['pack/unknown-element', 'tiny/elements/1.yaml'],
    ])
  })
})

describe('a mistake in a pack is one diagnostic at its place', () => {
  const cases: [string, string, readonly [string, string], string, number, number][] = [
    [
      'a key that means nothing',
      'pack.yaml',
      ['title: A tiny pack', 'titel: A tiny pack'],
      'pack/unknown-key',
      5,
      1,
    ],
    [
      'a value outside the list',
      'rules/1.yaml',
      ['severity: low', 'severity: lowest'],
      'pack/wrong-value',
      5,
      13,
    ],
    ['an unknown stage', 'elements/1.yaml', ['stage: plan', 'stage: pln'], 'pack/unknown-stage', 3, 10],
    ['an unknown principle', 'elements/1.yaml', ['main: one', 'main: oen'], 'pack/unknown-principle', 4, 22],
    [
      'an unknown prerequisite',
      'elements/1.yaml',
      ['element: 1.1', 'element: 1.9'],
      'pack/unknown-element',
      39,
      22,
    ],
    [
      'a prerequisite that waits for itself',
      'elements/1.yaml',
      ['element: 1.1', 'element: 1.2'],
      'pack/cyclic',
      39,
      3,
    ],
    ['an element under no heading', 'elements/1.yaml', ['1.2:', '2.2:'], 'pack/unknown-clause', 24, 1],
    [
      'an effort out of order',
      'elements/1.yaml',
      ['low: 1, likely: 2', 'low: 9, likely: 2'],
      'pack/bad-effort',
      19,
      58,
    ],
    ['a level without a criterion', 'elements/1.yaml', [', 4a: D', ''], 'pack/missing-criterion', 17, 3],
    ['a criterion of no level', 'elements/1.yaml', ['5a: E', '5a: E, 6a: F'], 'pack/bad-criterion', 17, 50],
    [
      'a profile that does not fit everybody',
      'pack.yaml',
      ['for: {}', 'for: { size: [micro] }'],
      'pack/unreachable',
      27,
      39,
    ],
    [
      'a gate above what it lets through',
      'pack.yaml',
      ['foundation: 2', 'foundation: 4'],
      'pack/cyclic',
      21,
      9,
    ],
    [
      'a rule that points nowhere',
      'rules/1.yaml',
      ['about: this', 'about: 1.7'],
      'pack/unknown-element',
      2,
      10,
    ],
    [
      'an unknown word in a condition',
      'rules/1.yaml',
      ['fires: { level:', 'fires: { levle:'],
      'pack/unknown-word',
      4,
      12,
    ],
    ['an example with another outcome', 'rules/1.yaml', ['1.1: 3', '1.1: 2'], 'pack/wrong-example', 14, 37],
    [
      'a placeholder that means nothing',
      'rules/1.yaml',
      ['{this.level}', '{this.colour}'],
      'pack/bad-placeholder',
      8,
      3,
    ],
    [
      'the plain gap that is no rule',
      'pack.yaml',
      ['plainGap: plain/gap', 'plainGap: plain/gaps'],
      'pack/unknown-rule',
      22,
      13,
    ],
  ]
  it.each(cases)('%s', (_, path, change, code, line, column) => {
    const { pack, diagnostics } = load({ [path]: change })
    expect(pack).toBeUndefined()
    expect(
      diagnostics.map((diagnostic) => [
        diagnostic.code,
        diagnostic.location?.line,
        diagnostic.location?.column,
      ]),
    ).toEqual([[code, line, column]])
  })

  it('two elements of one number, in two files', () => {
    const { diagnostics } = load(
      { 'principles.yaml': ['one:', 'one:'] },
      {
        'pack.yaml': over,
        'elements/a.yaml': '1.2: { importance: 4 }\n',
        'elements/b.yaml': '1.2: { importance: 5 }\n',
      },
    )
    expect(diagnostics).toMatchObject([
      {
        code: 'pack/duplicate-id',
        location: { file: 'over1/elements/b.yaml' },
        related: [{ location: { file: 'over1/elements/a.yaml' } }],
      },
    ])
  })

  it('two rules of one id', () => {
    const rules = tinyPack['rules/1.yaml']!
    const { diagnostics } = load({ 'rules/1.yaml': [rules, rules + rules] })
    expect(diagnostics).toMatchObject([{ code: 'pack/duplicate-id', location: { line: 16 } }])
  })

  it('removing what is not there', () => {
    const { diagnostics } = load({}, { 'pack.yaml': over, 'elements/x.yaml': '1.12:\n' })
    expect(diagnostics).toMatchObject([
      { code: 'pack/nothing-to-remove', hint: expect.stringContaining('1.1') },
    ])
  })

  it('a principle that no element serves is a warning', () => {
    const { pack, diagnostics } = load(
      {},
      { 'pack.yaml': over, 'principles.yaml': 'two: { title: Two, statement: Another. }\n' },
    )
    expect(pack).toBeDefined()
    expect(diagnostics).toMatchObject([{ code: 'pack/unreachable', severity: 'warning' }])
  })
})
