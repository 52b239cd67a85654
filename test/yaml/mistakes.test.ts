/** One mistake, one diagnostic: its code, where it stands, and what to write instead. */
import { describe, expect, it } from 'vitest'
import { readYaml } from '../../src/yaml/read-yaml.ts'

type Row = [text: string, code: string, line: number, column: number, hint?: string]

const layout: Row[] = [
  ['organization:\n\tname: x', 'tab', 2, 1, 'use spaces'],
  ['a:\n  b: 1\n \tc: 2', 'tab', 3, 2, 'use spaces'],
  ['a:\n  - x\n\t- y', 'tab', 3, 1, 'use spaces'],
  ['a:\n\u00a0\u00a0b: 1', 'no-break-space', 2, 1, 'ordinary spaces'],
  ['a:\n  b: 1\n\u00a0\u00a0c: 1', 'no-break-space', 3, 1, 'ordinary spaces'],
  ['a:\n  - x\n\u3000\u3000- y', 'no-break-space', 3, 1, 'ordinary spaces'],
  ['a:\n  level:\u00a03\n  b: 1', 'no-break-space', 2, 9, 'write level: 3'],
  ['a:\n  -\u00a0x\n  -\u00a0y', 'no-break-space', 2, 4, 'write - x'],
  ['a:\n  b: 1\n c: 2', 'indentation', 3, 2, 'by 0 or 2 spaces'],
  ['a:\n    b: 1\n  c: 2', 'indentation', 3, 3, 'by 0 or 4 spaces'],
  ['a:\n  b: 1\n    c: 2', 'indentation', 3, 5, 'like the key above'],
  ['a:\n  b: "1"\n    c: 2', 'indentation', 3, 5, 'by 2 spaces'],
  ['a:\n  - x\n  b: 1', 'indentation', 3, 3, 'begin it with "- "'],
  ['a:\n  b: 1\n  - x', 'indentation', 3, 3, 'below the key'],
  ['a: {\n  b: 1\n}', 'indentation', 3, 1, 'one space more'],
  ['a: [\n  b,\n]', 'indentation', 3, 1, 'one space more'],
  ['types: - product', 'list-on-key-line', 1, 8, '[one, two]'],
]

const colons: Row[] = [
  ['key:value', 'space-after-colon', 1, 4, 'write key: value'],
  ['a:\n  level:3\n  owner: x', 'space-after-colon', 2, 8, 'write level: 3'],
  ['a:\n  owner: x\n  level:3', 'space-after-colon', 3, 8, 'write level: 3'],
  ['a:\n  owner: x\n  level:3\n  note: y', 'space-after-colon', 3, 8, 'write level: 3'],
  ['4.1.2:\n  level:3', 'space-after-colon', 2, 8, 'write level: 3'],
  ['a:\n  name:Harbour\n  kind:established', 'space-after-colon', 2, 7, 'write name: Harbour'],
  ['a:\n  - id:o-1\n    title: y', 'space-after-colon', 2, 7, 'write id: o-1'],
  ['a: {level:2}', 'space-after-colon', 1, 10, 'write level: 2'],
  ['a: {4.1.2:2, b: 1}', 'space-after-colon', 1, 10, 'write 4.1.2: 2'],
  ['a: "x"\nb:"y"', 'space-after-colon', 2, 2, 'write b: "y"'],
  ['a:\n  level：3\n  owner: x', 'full-width-colon', 2, 8, 'write level: 3'],
  ['a:\n  level：3', 'full-width-colon', 2, 8, 'write level: 3'],
  ['organization：\n  name: x', 'full-width-colon', 1, 13, 'write organization:'],
  ['organization\n  name: x', 'missing-colon', 1, 1, 'write organization:'],
  ['a:\n  name\n  kind: x', 'missing-colon', 2, 3, 'write name:'],
  ['a:\n  name: x\n  kind\n  size: y', 'missing-colon', 3, 3, 'write kind:'],
  ['a: 1\ngoes on right here\nb: 2', 'missing-colon', 2, 1, 'indent it below the text it continues'],
  ['a: 1\n0  Nobody does it\nb: 2', 'missing-colon', 2, 1, 'make it a comment with "# "'],
  ['a: 1\nlevel = 3\nb: 2', 'missing-colon', 2, 1, 'write level: 3'],
  ['a: 1\nsome words\nb: 2', 'missing-colon', 2, 1, 'write some: words'],
  ['a:\n  level 2\n  owner: x', 'missing-colon', 2, 3, 'write level: 2'],
  ['- id o-1\n  title: x', 'missing-colon', 1, 3, 'write id: o-1'],
  ['a: b: c', 'colon-in-text', 1, 5, 'write "b: c"'],
  ['note: Trend scan: twice a year', 'colon-in-text', 1, 17, 'write "Trend scan: twice a year"'],
  ['note: say "x": y', 'colon-in-text', 1, 14, `write 'say "x": y'`],
  ['note: We do\n  many things: badly\nb: 1', 'colon-in-text', 2, 14, 'whole text in quotes'],
  ['a: {b: c: d}', 'colon-in-text', 1, 9, 'write ","'],
  ['a:\n  – file: b', 'foreign-dash', 2, 3, 'write - file: b'],
  ['a:\n  – file: b\n    kind: c', 'foreign-dash', 2, 3, 'write - file: b'],
  ['a:\n  - file: b\n  – file: c', 'foreign-dash', 3, 3, 'write - file: c'],
  ['a:\n  -x\n  -y', 'space-after-dash', 2, 3, 'write - x'],
  ['a:\n  - x\n  -y', 'space-after-dash', 3, 3, 'write - y'],
  ['a:\n  -x\n  - y', 'space-after-dash', 2, 3, 'write - x'],
]

const signs: Row[] = [
  ['a: @x', 'reserved-start', 1, 4, 'write "@x"'],
  ['a: ?', 'reserved-start', 1, 4, 'take the line out'],
  ['a: ? or not', 'reserved-start', 1, 4, 'in quotes'],
  ['a: `x`', 'reserved-start', 1, 4, 'write "`x`"'],
  ['a: %x', 'reserved-start', 1, 4, 'write "%x"'],
  ['a:\n  - @x', 'reserved-start', 2, 5, 'write "@x"'],
  ['a: [x, @y]', 'reserved-start', 1, 8, 'in quotes'],
  ['a: > 5 days', 'reserved-start', 1, 4, 'write "> 5 days"'],
  ['a: | x', 'reserved-start', 1, 4, 'write "| x"'],
  ['a: * item', 'reserved-start', 1, 4, 'write "* item"'],
  ['a: *very* good', 'reserved-start', 1, 4, 'write "*very* good"'],
  ['a: & co', 'reserved-start', 1, 4, 'write "& co"'],
  ['a: ] x', 'reserved-start', 1, 4, 'write "] x"'],
  ['practice: We use C # more\n  and so on\nb: 1', 'comment-in-text', 1, 20, 'in quotes'],
  ['a: "Harbour\nb: x', 'unclosed-quote', 1, 4, 'write "Harbour"'],
  ['a: "Harbour\nb: "x"\nc: 1', 'unclosed-quote', 1, 4, 'write "Harbour"'],
  ["a: 'Harbour\nb: x", 'unclosed-quote', 1, 4, "write 'Harbour'"],
  ['a:\n  - "x\n  - y', 'unclosed-quote', 2, 5, 'write "x"'],
  ['a: ["x, y]\nb: 1', 'unclosed-quote', 1, 5, 'write " at the end'],
  ['a: ["x, y]\nb: "z: 1"', 'unclosed-quote', 1, 5, 'write " at the end'],
  ['a: "x" and y', 'text-after-quote', 1, 8, `write '"x" and y'`],
  ["a: 'don't do'", 'text-after-quote', 1, 9, 'write "don\'t do"'],
  ['a: "say "hi" now"', 'text-after-quote', 1, 10, `write 'say "hi" now'`],
  ['a: "C:\\path"', 'escape', 1, 7, "write 'C:\\path'"],
  ['a: [x, y\nb: 1', 'unclosed-bracket', 1, 4, 'write ]'],
  ['a: {x: 1\nb: 1', 'unclosed-bracket', 1, 4, 'write }'],
  ['a: {x: {y: 1}\nb: 1', 'unclosed-bracket', 1, 4, 'write }'],
  ['a: [x # one]\nb: 1', 'unclosed-bracket', 1, 4, 'before the "#"'],
  ['a: [x}\nb: 1', 'unclosed-bracket', 1, 6, 'write ]'],
  ['a: [1] see there', 'text-after-bracket', 1, 8, 'write "[1] see there"'],
  ['a: ["x" "y"]', 'missing-comma', 1, 9, 'write ","'],
  ['a: [x,, y]', 'missing-comma', 1, 7, 'delete one'],
  ['name: “Harbour”', 'smart-quotes', 1, 7, 'write "Harbour"'],
  ['name: „Hafen“', 'smart-quotes', 1, 7, 'write "Hafen"'],
  ['name: ‘Harbour: x’', 'smart-quotes', 1, 7, 'write "Harbour: x"'],
  ['“name”: x', 'smart-quotes', 1, 1, 'write "name"'],
  ['level: ٣', 'foreign-digits', 1, 8, 'write 3'],
  ['date: ٢٠٢٦-٠٥-٠٤', 'foreign-digits', 1, 7, 'write 2026-05-04'],
  ['level: ۴', 'foreign-digits', 1, 8, 'write 4'],
  ['level: ３', 'foreign-digits', 1, 8, 'write 3'],
  ['٤.١.٢:\n  level: 1', 'foreign-digits', 1, 1, 'write 4.1.2'],
  ['types: [product، service]', 'foreign-separator', 1, 16, 'write ","'],
  ['types: [product؛ service]', 'foreign-separator', 1, 16, 'write ","'],
  ['a: { level: 2، owner: x }', 'foreign-separator', 1, 14, 'write ","'],
]

const beyondData: Row[] = [
  ['a: &x 1', 'anchor', 1, 4, 'delete the anchor'],
  ['b: *undefined', 'alias', 1, 4, 'write the value itself'],
  ['a: !custom x', 'tag', 1, 4, 'delete the tag'],
  ['a: !include other.yaml', 'tag', 1, 4],
  ['a: !!python/object/apply:os.system [ls]', 'tag', 1, 4],
  ['a: !!js/function "x"', 'tag', 1, 4],
  ['a: !!binary |\n  abc', 'tag', 1, 4],
  ['a: !!timestamp 2026-01-01', 'tag', 1, 4],
  ['a: !e!x y', 'tag', 1, 4],
  ['!!set {a, b}', 'tag', 1, 1],
  ['!!null', 'tag', 1, 1],
  ['- &a', 'anchor', 1, 3],
  ['%YAML 1.1\n---\na: 1', 'directive', 1, 1, 'delete this line'],
  ['# x\n%YAML 3.0\n---\na: 1', 'directive', 2, 1],
  ['%TAG ! tag:x,2000:\n---\na: 1', 'directive', 1, 1],
  ['<<: {a: 1}', 'merge-key', 1, 1],
  ['<<: *x', 'merge-key', 1, 1],
  ['<<: [*x, *y]', 'merge-key', 1, 1],
  ['"<<": 1', 'merge-key', 1, 1],
  ['a: 1\n---\nb: 2', 'several-documents', 2, 1],
  ['a: 1\n...\nb: 2', 'several-documents', 3, 1],
  ['? [1, 2]\n: x', 'complex-key', 1, 3],
  ['{[a]: b}', 'complex-key', 1, 2],
  [': x', 'empty-key', 1, 1],
  ['a: {"": 1}', 'empty-key', 1, 5],
  ['null: 1', 'null-key', 1, 1, 'write "null":'],
  ['a: {~: 1}', 'null-key', 1, 5, 'write "~":'],
  ['a:\n  NULL: 1', 'null-key', 2, 3, 'write "NULL":'],
  ['__proto__: 1', 'reserved-key', 1, 1],
  ['a: {constructor: 1}', 'reserved-key', 1, 5],
  ['"prototype": 1', 'reserved-key', 1, 1],
  ['a: 1\na: 2', 'duplicate-key', 2, 1],
  ['1: x\n"1": y', 'duplicate-key', 2, 1],
  ['4.2: x\n"4.2": y', 'duplicate-key', 2, 1],
  ['caf\u00e9: 1\ncafe\u0301: 2', 'duplicate-key', 2, 1, 'how their characters are composed'],
  ['Level: 1\nlevel: 2', 'case-twin', 2, 1],
  ['\u0440\u0031: x', 'lookalike-key', 1, 1, 'write p1'],
  ['a\u200bb: 1', 'unsafe-key', 1, 1],
  ['a\u202eb: 1', 'unsafe-key', 1, 1],
  ['"\\e[2Ja": 1', 'unsafe-key', 1, 1],
  ['a: 1\n"b\\nc": 1', 'unsafe-key', 2, 1],
  ['a: "\\uD800"', 'lone-surrogate', 1, 5],

  ['a: "x\\U00110000"', 'lone-surrogate', 1, 6],
  ['<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> other', 'conflict-marker', 1, 1],
  ['a: 1\n=======\nb: 2', 'conflict-marker', 2, 1],
  ['a: 1\n>>>>>>> other\n', 'conflict-marker', 2, 1],
  ['- a\n- b', 'not-a-mapping', 1, 1],
  ['hello', 'not-a-mapping', 1, 1],
  ['# x\n42', 'not-a-mapping', 2, 1],
]

const characters: Row[] = [
  ['a: x\0y', 'control-character', 1, 5, 'UTF-16'],
  ['# \x1b[2J\na: 1', 'control-character', 1, 3, 'delete it'],
  ['a: 1\nb: \x7f', 'control-character', 2, 4],
  ['a: x\u0085', 'control-character', 1, 5, 'line break'],
  ['a: \uffff', 'control-character', 1, 4],
  ['a: \ud83d', 'lone-surrogate', 1, 4],
  ['a: 1\rb: 2\r', 'line-ends', 1, 5],
]

describe('one mistake gives exactly one diagnostic at its place', () => {
  it.each([...layout, ...colons, ...signs, ...beyondData, ...characters])(
    '%j is %s',
    (text, code, line, column, hint) => {
      const { diagnostics } = readYaml(text, 'org.yaml')
      const found = diagnostics.map((diagnostic) => [
        diagnostic.code,
        diagnostic.location?.line,
        diagnostic.location?.column,
      ])
      expect(found).toEqual([[`source/${code}`, line, column]])
      if (hint) expect(diagnostics[0]!.hint).toContain(hint)
      expect(JSON.stringify(diagnostics[0]!.message + (diagnostics[0]!.hint ?? ''))).not.toMatch(/\\u00[01]/)
    },
  )
})

describe('empty documents', () => {
  it.each(['', '   ', '\n\n', '# only\n', '---', '---\n...\n', 'null', '~', '\ufeff', '\ufeff# x'])(
    '%j holds no data',
    (text) => {
      const { root, diagnostics } = readYaml(text, 'org.yaml')
      expect(root).toBeUndefined()
      expect(diagnostics.map(({ code }) => code)).toEqual(['source/empty'])
      expect(diagnostics[0]!.hint).toContain('ims-gap init')
    },
  )
})

describe('texts that only look like mistakes', () => {
  it.each([
    'sector: nace:C28.13',
    'url: https://example.org/a#b',
    'note: it is 10:30 # really',
    "note: it's fine",
    'note: a "quoted" word',
    'note: “Fail fast” is our motto',
    'note: 注意：これは本文です',
    'note: نص، وتكملة',
    'note: -5',
    'note:\n  https://example.org',
    'note:\n  – prose may begin so',
    'note: |\n  key:value\n  \t[ "open\n  <<: *x\n  ------- @',
    'note: >-\n    two\n    lines: here\nb: 1',
    'a: "two\n  lines: [ #"\nb: 1',
    "a: 'it''s\n\n  fine'\nb: 1",
    'a: # "not open [\n  - x # { \n',
    'a:\n- x\n- y\nb: 1',
    'a:\n  - - x\n    - y\n  -\n    b: 1',
    '---\na: 1\n...\n# end\n',
    'toString: 1\nhasOwnProperty: 1\nvalueOf: 1',
    'a: "\\uD83D\\uDE00"',
    'a: "\\e[2J"',
    'note: "\u202etext"',
    'a: {b: "x:y", "c":1}',
    'assessors: [a:b, nace:C28]',
    'a: ~\nb:\nc: null',
    '? a\n: b\n',
    'a: 1\r\nb: 2\nc:\r\n  - d\r\n',
    'привет: мир\nκόσμος: 1\n地球: 2',
    'note: ١ first of ٣ things',
    'a: |2\n    b\n',
    'a: =======\n',
  ])('%j is read without a word', (text) => {
    expect(readYaml(text, 'org.yaml').diagnostics).toEqual([])
  })
})

describe('several mistakes', () => {
  it('are all reported, in order of place', () => {
    const text = 'a: &x 1\nb: 1\nb: 2\n__proto__: 3\nc: [*x, "\\uD800"]\n'
    const { diagnostics } = readYaml(text, 'org.yaml')
    expect(diagnostics.map(({ code, location }) => `${location!.line}:${location!.column} ${code}`)).toEqual([
      '1:4 source/anchor',
      '3:1 source/duplicate-key',
      '4:1 source/reserved-key',
      '5:5 source/alias',
      '5:10 source/lone-surrogate',
    ])
  })

  it('names both places of a key written twice', () => {
    const { diagnostics } = readYaml('a:\n  b: 1\n  c: 2\n  "b": 3\n', 'org.yaml')
    expect(diagnostics[0]!.related![0]!.location).toMatchObject({ line: 2, column: 3, endColumn: 4 })
    expect(diagnostics[0]!.location).toMatchObject({ line: 4, column: 3, endColumn: 6 })
  })

  it('shows fifty and counts the rest', () => {
    const { diagnostics } = readYaml('a: 1\n'.repeat(20_000), 'org.yaml')
    expect(diagnostics).toHaveLength(51)
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'source/too-many',
      message: '+19,949 more',
      severity: 'error',
    })
  })

  it.each([
    ['a: @x\nb: "y\nc:1\n', ['1 reserved-start', '2 unclosed-quote', '3 space-after-colon']],
    ["a: 'it's'\nb: x: y\nc: *d\n", ['1 text-after-quote', '2 colon-in-text', '3 alias']],
    ['a:\n  b:2\n  c: `d\ne: %f\n', ['2 space-after-colon', '3 reserved-start', '4 reserved-start']],
    // The lines below may belong to the mistake: nothing is reported that may follow from it.
    ['a: "x\n  b: @y\n', ['1 unclosed-quote']],
    ['a: [\nb: @x\n', ['1 unclosed-bracket']],
  ])('reports every syntax error of %j once, at its line', (text, expected) => {
    const { diagnostics } = readYaml(text, 'org.yaml')
    expect(
      diagnostics.map(({ code, location }) => `${location!.line} ${code.replace('source/', '')}`),
    ).toEqual(expected)
  })
})

describe('a document that need not be a mapping', () => {
  it('may be a list', () => {
    const { root, diagnostics } = readYaml('- id: a\n- id: b\n', 'rules.yaml', { anyRoot: true })
    expect(diagnostics).toEqual([])
    expect(root).toMatchObject({ kind: 'sequence', start: 0, end: 15 })
  })
})
