/** The tree: values by the core schema, texts as written, and offsets that lead back to them. */
import { describe, expect, it } from 'vitest'
import type { DocumentNode, ScalarNode } from '../../src/types/document.ts'
import { entryOf, nodeAt } from '../../src/types/document.ts'
import { locateNode, locatePath } from '../../src/types/location.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'

function tree(text: string | Uint8Array): DocumentNode {
  const { root, diagnostics } = readYaml(text, 'org.yaml')
  expect(diagnostics).toEqual([])
  return root!
}

function readValue(text: string): ScalarNode {
  return entryOf(tree(`a: ${text}`), 'a')!.value as ScalarNode
}

function written(text: string, ...path: (string | number)[]): string {
  const node = nodeAt(tree(text), path)!
  return node.source.text.slice(node.start, node.end)
}

describe('plain values', () => {
  it.each<[string, string | number | boolean | null]>([
    ['null', null],
    ['~', null],
    ['Null', null],
    ['nULL', 'nULL'],
    ['true', true],
    ['False', false],
    ['yes', 'yes'],
    ['NO', 'NO'],
    ['off', 'off'],
    ['3', 3],
    ['-3', -3],
    ['+3', 3],
    ['012', 12],
    ['0o17', 15],
    ['0x1F', 31],
    ['-0x1F', '-0x1F'],
    ['0b1', '0b1'],
    ['1_000', '1_000'],
    ['3.0', 3],
    ['7.10', 7.1],
    ['.5', 0.5],
    ['1.', 1],
    ['1e2', 100],
    ['1e400', Infinity],
    ['-.inf', -Infinity],
    ['.INF', Infinity],
    ['4.1.2', '4.1.2'],
    ['2026-05-04', '2026-05-04'],
    ['1:30', '1:30'],
    ['.', '.'],
    ['+', '+'],
    ['e5', 'e5'],
  ])('%s', (text, value) => {
    expect(readValue(text)).toMatchObject({ plain: true, text, value })
  })

  it('.nan is not a number', () => {
    expect(readValue('.nan').value).toBeNaN()
  })

  it('keep what was written, quotes make text', () => {
    expect(readValue('7.10')).toMatchObject({ text: '7.10', value: 7.1 })
    expect(readValue('"7.10"')).toMatchObject({ text: '7.10', value: '7.10', plain: false })
    expect(readValue("'it''s'")).toMatchObject({ text: "it's", plain: false })
    expect(readValue('"a\\tb\\u00e9\\\n  c"')).toMatchObject({ text: 'a\tbéc' })
  })

  it('are null where nothing is written, right after the colon or the dash', () => {
    const text = 'a:\nb: # none\nc:\n  - \n  - x\n  -\nd: {e, f: , g: 1}\n? h\n: \n'
    const root = tree(text)
    const place = (...path: (string | number)[]) => {
      const node = nodeAt(root, path)!
      expect(node).toMatchObject({ kind: 'scalar', text: '', value: null, plain: true })
      expect(node.start).toBe(node.end)
      return text.slice(node.start - 1, node.start)
    }
    expect([
      place('a'),
      place('b'),
      place('c', 0),
      place('c', 2),
      place('d', 'e'),
      place('d', 'f'),
      place('h'),
    ]).toEqual([':', ':', '-', '-', 'e', ':', ':'])
    expect(nodeAt(root, ['a'])!.start).toBe(2)
    expect(nodeAt(root, ['b'])!.start).toBe(5)
  })
})

describe('offsets', () => {
  it('slice to what was written', () => {
    const text = [
      'plain: two words  # comment',
      'several: one',
      '  two',
      'double: "a \\" b"',
      "single: 'a '' b'",
      'list: [ a, "b]", [c], {d: e}, f: g , ]',
      'map: { a: 1, # }',
      '  b: [], c }',
      'block:',
      '  - x',
      '  - y: 1',
      '    z: 2',
      'literal: |-  # why | not',
      '  a | b',
      '',
      '  c  ',
      '',
      'folded: >+',
      '  text',
      '',
      'empty: |',
      'last: end',
    ].join('\n')
    expect(written(text, 'plain')).toBe('two words')
    expect(written(text, 'several')).toBe('one\n  two')
    expect(written(text, 'double')).toBe('"a \\" b"')
    expect(written(text, 'single')).toBe("'a '' b'")
    expect(written(text, 'list')).toBe('[ a, "b]", [c], {d: e}, f: g , ]')
    expect(written(text, 'list', 1)).toBe('"b]"')
    expect(written(text, 'list', 2)).toBe('[c]')
    expect(written(text, 'list', 3)).toBe('{d: e}')
    expect(written(text, 'list', 4)).toBe('f: g')
    expect(written(text, 'map')).toBe('{ a: 1, # }\n  b: [], c }')
    expect(written(text, 'map', 'b')).toBe('[]')
    expect(written(text, 'block')).toBe('- x\n  - y: 1\n    z: 2')
    expect(written(text, 'block', 1)).toBe('y: 1\n    z: 2')
    expect(written(text, 'literal')).toBe('|-  # why | not\n  a | b\n\n  c  ')
    expect(written(text, 'folded')).toBe('>+\n  text')
    expect(written(text, 'empty')).toBe('|')
    expect(written(text, 'last')).toBe('end')
    expect(written(text)).toBe(text)
  })

  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
  ])('become lines and columns with %s', (_, end) => {
    const root = tree(['# 😀 first', 'a: 1', '', '"😀 b": x', 'c: {😀: 😀😀, d: y}'].join(end))
    expect(locateNode(nodeAt(root, ['a'])!)).toMatchObject({ line: 2, column: 4, endColumn: 5 })
    expect(locatePath(root, ['😀 b'])).toMatchObject({ line: 4, column: 1, endLine: 4, endColumn: 10 })
    expect(locateNode(nodeAt(root, ['c', '😀'])!)).toMatchObject({ line: 5, column: 9, endColumn: 13 })
    expect(locateNode(nodeAt(root, ['c', 'd'])!)).toMatchObject({ line: 5, column: 18 })
  })

  it('ignore a byte order mark and take lone CR among LF for a line end', () => {
    const root = tree(new TextEncoder().encode('\ufeffa: 1\rb: 2\r\nc: 3\n'))
    expect(locateNode(nodeAt(root, ['a'])!)).toMatchObject({ line: 1, column: 4 })
    expect(locateNode(nodeAt(root, ['b'])!)).toMatchObject({ line: 2, column: 4 })
    expect(locateNode(nodeAt(root, ['c'])!)).toMatchObject({ line: 3, column: 4 })
  })
})

describe('keys', () => {
  it('are named by what was written', () => {
    const root = tree('7.10: a\n"7.1": b\n0x1: c\ntrue: d\n"null": e\n')
    expect(root.kind === 'mapping' && root.entries.map(({ name }) => name)).toEqual([
      '7.10',
      '7.1',
      '0x1',
      'true',
      'null',
    ])
  })

  it('leave out what was refused, but keep the rest', () => {
    const { root } = readYaml('a: 1\n__proto__: 2\nb: 3\n', 'org.yaml')
    expect(root?.kind === 'mapping' && root.entries.map(({ name }) => name)).toEqual(['a', 'b'])
  })
})
