/** Laws: the same data as another reader, offsets that lead back to the text, and no input that makes it throw. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { readYaml } from '../../src/yaml/read-yaml.ts'
import { plainData, slicesOf } from './trees.ts'

const sample = `# A description
ims-gap: 1
framework: iso-56002:2019
organization: { name: "Harbour Pumps", kind: established, size: medium }
assessors: [Quality department, 'It''s us']
practices:
  4.1.2:
    level: 2
    practice: Trend scan twice a year.
    evidence:
      - file: evidence/trend.md
        date: 2026-05-04
      - interview: Sales
    note: |
      Two lines
        of text
  "6.4":
    criteria: { 1a: yes, 2b: no }
    note: >-
      folded
      text
objectives: []
`

const key = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019.-_ é世'), minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() === text)
const word = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'ab:#-?[]{},"\'|>&*!%@` \n\t\\'), maxLength: 12 }),
  fc.constantFrom(
    'null',
    'true',
    '7.10',
    '012',
    '0x1F',
    '.inf',
    '-',
    '---',
    '~',
    '2026-05-04',
    'yes',
    '<<',
    ' x',
    'x ',
  ),
)
// The other writer leaves these without quotes within brackets, where they are no text.
const text = word.filter((candidate) => !/^[?:-]\s/.test(candidate))
const leaf = fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null))
const { data } = fc.letrec((tie) => ({
  data: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  value: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('data')),
}))
/** What a file may hold: no invisible controls, no half characters, no keys that are twins. */
const document = data.filter(
  (value) =>
    !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u.test(
      JSON.stringify(value).replace(/\\u([\da-f]{4})/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    ),
)

// In block style the other writer needs indented lists: it would write empty ones below their key, at its column.
const styles = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  lineWidth: fc.constantFrom(0, 20, 80),
  singleQuote: fc.constantFrom(true, false, null),
  layout: fc.constantFrom(
    { collectionStyle: 'any', indentSeq: false } as const,
    { collectionStyle: 'any', indentSeq: true } as const,
    { collectionStyle: 'block', indentSeq: true } as const,
    { collectionStyle: 'flow' } as const,
  ),
  flowCollectionPadding: fc.boolean(),
})

function written(
  value: unknown,
  { layout, ...style }: typeof styles extends fc.Arbitrary<infer Style> ? Style : never,
): string {
  return stringify(value, { ...style, ...layout, aliasDuplicateObjects: false })
}

/** What random data may well contain and a reader rightly remarks on. */
const madeByChance = new Set([
  'source/case-twin',
  'source/foreign-digits',
  'source/smart-quotes',
  'source/foreign-separator',
  'source/lookalike-key',
  'source/empty',
])

describe('reading', () => {
  it('gives the same data as another reader, whatever the style', () => {
    fc.assert(
      fc.property(document, styles, fc.constantFrom('\n', '\r\n'), (value, style, end) => {
        // Between brackets the other writer leaves such a text without quotes, where its colon ends a key.
        fc.pre(style.layout.collectionStyle !== 'flow' || !/:\s*\\n/.test(JSON.stringify(value)))
        const text = written(value, style).replaceAll('\n', end)
        const { root, diagnostics } = readYaml(text, 'org.yaml')
        fc.pre(diagnostics.every(({ code }) => !madeByChance.has(code)))
        expect(diagnostics).toEqual([])
        expect(plainData(root!)).toEqual(parse(text, { schema: 'core' }) ?? {})
      }),
      { numRuns: 1500 },
    )
  })

  it('places every node so that its slice is its own source', () => {
    fc.assert(
      fc.property(document, styles, (value, style) => {
        const text = written(value, style)
        const { root } = readYaml(text, 'org.yaml')
        for (const { node, slice } of root ? slicesOf(root) : []) {
          if (node.kind === 'scalar' && node.plain)
            expect(slice.replace(/\s+/g, ' ')).toBe(node.text.replace(/\s+/g, ' '))
          else if (node.kind === 'scalar') expect(slice).toMatch(/^(?:"[\s\S]*"|'[\s\S]*'|[|>][\s\S]*)$/)
          else expect(slice).not.toMatch(/^\s|[\r\n]$/)
          if (slice.startsWith('{') || slice.startsWith('[')) expect(slice).toMatch(/[\]}]$/)
          if (node.kind === 'scalar' && !node.plain && /^["']/.test(slice))
            expect(parse(slice)).toBe(node.text)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('no input makes it throw', () => {
  const isSound = (input: Uint8Array | string) => {
    const { root, diagnostics, source } = readYaml(input, 'org.yaml')
    expect(diagnostics.length).toBeLessThanOrEqual(51)
    expect(root !== undefined || diagnostics.length > 0).toBe(true)
    for (const { location, message, hint } of diagnostics) {
      expect(location!.line).toBeLessThanOrEqual(source.lineStarts.length)
      expect(location!.line < location!.endLine || location!.column <= location!.endColumn).toBe(true)
      expect(`${message}${hint ?? ''}`).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u,
      )
    }
  }

  it('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), isSound), { numRuns: 1000 })
  })

  it('random texts of YAML signs', () => {
    const signs = fc.string({
      unit: fc.constantFrom(
        ...'ab1:#-?[]{},"\'|>&*!%@`~ .\n\r\t\\=<“”：،٣\u00a0\ufeff',
        '\n  ',
        ': ',
        '- ',
        '---',
        'key: ',
      ),
      maxLength: 60,
    })
    fc.assert(fc.property(signs, isSound), { numRuns: 3000 })
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), isSound), { numRuns: 500 })
  })

  it('descriptions with some characters changed, and no mistake is reported twice', () => {
    const change = fc.record({
      at: fc.nat(sample.length),
      remove: fc.constantFrom(0, 0, 1, 1, 2, 5),
      insert: fc.oneof(
        fc.constant(''),
        fc.constantFrom(...'\t"\':#-[]{},|>&*!%@ \n', '\u00a0', '\n  ', ': ', '“', '、', '\0', '---\n'),
      ),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let text = sample
        for (const { at, remove, insert } of changes)
          text = text.slice(0, at) + insert + text.slice(at + remove)
        isSound(text)
        const { root, diagnostics } = readYaml(text, 'org.yaml')
        if (!root && !text.includes('\0')) {
          // Several changes near each other may make more mistakes than there are changes; five are read at most.
          const most = changes.length === 1 ? 1 : 5
          expect(diagnostics.length).toBeLessThanOrEqual(most)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
