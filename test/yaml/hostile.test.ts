/** Inputs made to exhaust a reader: each ends soon, with few diagnostics, and the limits say what they are. */
import { describe, expect, it } from 'vitest'
import { readYaml } from '../../src/yaml/read-yaml.ts'

const size = 1024 * 1024
const upToSize = (text: string) => text.slice(0, size)
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')
const laughs = `a0: &a0 lol\n${lines(10, (level) => `a${level + 1}: &a${level + 1} [${new Array(10).fill(`*a${level}`).join(', ')}]`)}`

const shapes: readonly (readonly [name: string, text: string, codes: readonly string[]])[] = [
  ['100,000 brackets', '['.repeat(100_000), ['too-deep']],
  ['10,000 braces with keys', '{a: '.repeat(10_000), ['too-deep']],
  ['2,000 levels of blocks', upToSize(lines(2000, (level) => `${' '.repeat(level)}a:`)), ['too-deep']],
  ['1,000,000 dashes on a line', upToSize('- '.repeat(1_000_000)), ['too-deep']],
  ['500,000 dashes on lines', upToSize('-\n'.repeat(size)), ['too-many-nodes']],
  ['100,000 question marks', '? '.repeat(100_000), ['too-deep']],
  ['500,000 entries in brackets', `[${'a,'.repeat(500_000)}]`, ['too-many-nodes']],
  ['500,000 keys in braces', `{${'a,'.repeat(500_000)}}`, ['too-many-nodes']],
  ['500,000 keys in braces that never close', `{${'a,'.repeat(500_000)}`, ['too-many-nodes']],
  ['80,000 dates in a list', `a:\n${'- 2026-10-14\n'.repeat(80_000)}`, []],
  ['a text of 130,000 commas', `a: "${','.repeat(130_000)}"`, []],
  ['170,000 pairs in brackets', `[${'a: b,'.repeat(170_000)}]`, ['too-many-nodes']],
  ['40,000 keys', lines(40_000, (index) => `k${index}: 1`), ['too-many-keys']],
  ['100,000 tags', '!!str '.repeat(100_000), ['tag']],
  ['100,000 anchors', '&a '.repeat(100_000), ['anchor']],
  ['tags on lines', '!a\n'.repeat(100_000), ['tag']],
  ['properties on alternating lines', '&a\n!b\n'.repeat(50_000), ['anchor']],
  ['a text of 1 MB', `a: ${'x'.repeat(1_000_000)}`, ['too-long']],
  ['a key of 1,025 characters', `${'k'.repeat(1025)}: 1`, ['too-long']],
  ['a text of digits of another script', `a: ${'٣'.repeat(400_000)}`, ['too-long']],
  ['unclosed quotes', 'a: "\n'.repeat(200_000), Array.from({ length: 3 }, () => 'unclosed-quote')],
  ['unclosed brackets', 'a: [\n'.repeat(200_000), ['unclosed-bracket']],
  ['only colons', upToSize(': '.repeat(size)), ['too-deep']],
  ['200,000 documents', '---\n'.repeat(200_000), ['several-documents']],
  ['200,000 directives', '%A\n'.repeat(200_000), ['directive']],
  ['1 MiB of comments', upToSize('# comment\n'.repeat(size / 10)), ['empty']],
  ['comments after a key', upToSize(`a: 1\n${'# comment\n'.repeat(100_000)}`), []],
  ['100,000 blank lines', `a: 1${'\n'.repeat(100_000)}`, []],
]

describe('hostile shapes', () => {
  it.each(shapes)('%s', { timeout: 5000 }, (_, text, codes) => {
    const { diagnostics } = readYaml(text, 'org.yaml')
    expect(diagnostics.map(({ code }) => code)).toEqual(codes.map((code) => `source/${code}`))
  })

  it.each([
    ['20,000 equal keys', 'a: 1\n'.repeat(20_000)],
    ['billion laughs', laughs],
    [
      '20,000 anchors with aliases',
      lines(20_000, (index) => `a${index}: &x${index} 1\nb${index}: *x${index}`),
    ],
    [
      'keys that differ in case',
      lines(
        4096,
        (index) =>
          `${Array.from('abcdefghijkl', (letter, bit) => ((index >> bit) & 1 ? letter.toUpperCase() : letter)).join('')}: 1`,
      ),
    ],
    ['1 MiB of NUL', '\0'.repeat(size)],
    ['1 MiB of ESC', '\x1b'.repeat(size)],
    [
      'keys with zero-width characters on one line',
      `{${Array.from({ length: 100_000 }, (_, index) => `\u200b${index}`).join(',')}`
        .slice(0, size / 2)
        .concat('}'),
    ],
    ['broken escapes', `[${'"\\uD800",'.repeat(100_000)}]`],
  ])('%s: fifty diagnostics and the number of the others', { timeout: 5000 }, (_, text) => {
    const { diagnostics } = readYaml(text, 'org.yaml')
    expect(diagnostics).toHaveLength(51)
    expect(diagnostics[50]!.message).toMatch(/^\+[\d,]+ more$/)
  })

  it('anchors in circles are refused without following them', () => {
    const codes = (text: string) => readYaml(text, 'org.yaml').diagnostics.map(({ code }) => code)
    expect(codes('x: &a [*a]')).toEqual(['source/anchor', 'source/alias'])
    expect(codes('&a {b: *a}')).toEqual(['source/anchor', 'source/alias'])
  })
})

describe('limits', () => {
  const read = (text: string) => readYaml(text, 'org.yaml').diagnostics.map(({ code }) => code)
  const nested = (depth: number) => `a: ${'['.repeat(depth - 1)}1${']'.repeat(depth - 1)}`
  const emptyNested = (depth: number) => `a: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}`
  const blocks = (depth: number) => `${lines(depth, (level) => `${' '.repeat(level)}a:`)} 1`

  it.each([
    ['collections in brackets 64 deep', nested(64), nested(65), 'too-deep'],
    ['empty collections 64 deep', emptyNested(64), emptyNested(65), 'too-deep'],
    ['blocks 64 deep', blocks(64), blocks(65), 'too-deep'],
    [
      '5,000 keys',
      lines(5000, (index) => `k${index}: 1`),
      lines(5001, (index) => `k${index}: 1`),
      'too-many-keys',
    ],
    ['a text of 131,072 characters', `a: ${'x'.repeat(131_072)}`, `a: ${'x'.repeat(131_073)}`, 'too-long'],
    ['a key of 1,024 characters', `${'k'.repeat(1024)}: 1`, `${'k'.repeat(1025)}: 1`, 'too-long'],
    ['100,000 values', `a:\n${'- 1\n'.repeat(99_997)}`, `a:\n${'- 1\n'.repeat(99_998)}`, 'too-many-nodes'],
  ])('%s and no more', { timeout: 5000 }, (_, allowed, refused, code) => {
    expect(read(allowed)).toEqual([])
    expect(read(refused)).toEqual([`source/${code}`])
  })
})
