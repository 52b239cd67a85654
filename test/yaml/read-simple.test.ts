/** The reader of plain YAML: whatever it takes on, it reads exactly as the full parser does, and never what that would refuse. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFull } from '../../src/yaml/full-reader.ts'
import { makeSource } from '../../src/yaml/make-source.ts'
import { collectProblems } from '../../src/yaml/problems.ts'
import { readSimple } from '../../src/yaml/read-yaml.ts'
import { scanDocuments } from '../../src/yaml/scan-documents.ts'

const examples = join(import.meta.dirname, '..', '..', 'examples')
const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yaml'),
)
const texts = files.map((file) => readFileSync(join(examples, file), 'utf8'))

/** Holds the law; says whether the text was simple. */
function compare(text: string): boolean {
  const source = makeSource('org.yaml', text)
  if (scanDocuments(text)) return false
  const simple = readSimple(source)
  if (!simple) return false
  const problems = collectProblems()
  const full = readFull(source, false, problems)
  expect(problems.list()).toEqual([])
  expect(simple).toEqual(full)
  return true
}

const pieces = [
  'a:',
  'a: ',
  'b: 1',
  '- ',
  '- x',
  '-',
  ': ',
  ' ',
  '  ',
  '\n',
  '\n  ',
  '\n    ',
  '#',
  ' # c',
  "'",
  '"',
  "''",
  '""',
  '[',
  ']',
  '{',
  '}',
  ', ',
  ',',
  '|',
  '|-',
  '>',
  '>-',
  '|\n',
  'x: |\n',
  '    text\n',
  'true',
  '~',
  '1.10',
  '0x1',
  '2026-05-04',
  'é',
  'Águas do Vale',
  '[Luleå, é]',
  '“',
  '：',
  '&a',
  '*a',
  '!t',
  '<<: ',
  '? ',
  '%',
  '@',
  'key: value',
  'key: "value"',
  "key: 'value'",
  'key: [a, b]',
  'key: { a: 1, b: c }',
  '- a: 1\n  b: 2',
  'http://x.y/z#w',
  'null: 1',
  'A: 1\na: 2',
]

describe('the reader of plain YAML', () => {
  it.each(files.map((file, index) => [file, index] as const))(
    'reads %s as the full parser does',
    (_, index) => {
      compare(texts[index]!)
    },
  )

  it('takes on most real files', () => {
    expect(texts.filter(compare).length).toBeGreaterThan(texts.length * 0.9)
  })

  it('reads texts made of awkward pieces as the full parser does, or leaves them to it', () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (made) => void compare(made)),
      { numRuns: 6000 },
    )
  })

  it('reads real files with pieces put in, taken out and moved as the full parser does, or leaves them to it', () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(6),
      put: fc.constantFrom('', ...pieces),
    })
    const small = texts.filter((text) => text.length < 20_000).map((text) => text.slice(0, 3000))
    fc.assert(
      fc.property(
        fc.constantFrom(...small),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (text, changes) => {
          let made = text
          for (const { at, cut, put } of changes) {
            const place = Math.floor(at * made.length)
            made = made.slice(0, place) + put + made.slice(place + cut)
          }
          compare(made)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('is not always without an answer', () => {
    expect(
      compare(
        'a: 1\nb:\n  - c: [1, x y, "z"]\n    d: { e: f }\n  - plain text # remark\ng: |\n  one\n\n  two\nh: >-\n  folded\n  text\ni:\n',
      ),
    ).toBe(true)
  })
})
