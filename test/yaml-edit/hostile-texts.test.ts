/** Any text, in any place: what comes out reads back as the same text in every reader, or the edit is refused. */
import fc from 'fast-check'
import { load, YAML11_SCHEMA } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { nodeAt, type Path } from '../../src/types/document.ts'
import { readYaml } from '../../src/yaml/read-yaml.ts'
import { EditRefused } from '../../src/yaml-edit/edit-refused.ts'
import { editText } from '../../src/yaml-edit/edit-text.ts'

const places: readonly (readonly [before: string, path: Path])[] = [
  ['a: 1\n', ['note']],
  ['a: 1\r\nnote: |\r\n  old\r\n  text\r\nb: 2', ['note']],
  ['note: "old" # remark\n', ['note']],
  ["note: 'old' # remark\n", ['note']],
  ['a: { b: 1, note: old }\n', ['a', 'note']],
  ['a: { b: 1 }\n', ['a', 'note']],
  ['a: [one]\n', ['a', 1]],
  ['a:\n  - one\n  - x: 1\n', ['a', 2]],
  ['a:\n    - b: 1 # remark\n', ['a', 0, 'note']],
  ['a:\n  b:\n    note: plain\n      on two lines # remark\n  c: 1\n', ['a', 'b', 'note']],
  ['practices:\n  4.1.2: # remark\n', ['practices', '4.1.2', 'practice']],
]
const sign = fc.constantFrom(
  ...':#-?,[]{}&*!|>%@`"\'\\ \n\t~=<.0123x_eyn\u00a0\u2028\ufeff\u0085\u0007'.split(''),
)
const text = fc.oneof(
  fc.string({ unit: sign, maxLength: 12 }),
  fc.string({ unit: fc.oneof(sign, fc.constantFrom('word', 'yes', '\n  ', ': ', ' #')), maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

describe('a hostile text', () => {
  it('reads back as it was given, and leaves its neighbours alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), text, ([before, path], value) => {
        const edited = editText(before, [{ path, value }])
        expect(edited.how).toBe('spliced')
        const { root, diagnostics } = readYaml(edited.text, 'file')
        expect(diagnostics).toEqual([])
        expect(nodeAt(root, path)).toMatchObject({ text: value, value })
        const plain = edited.text.replaceAll('\r\n', '\n')
        for (const read of [parse(plain), load(plain, { schema: YAML11_SCHEMA })]) {
          const found = path.reduce<unknown>((data, step) => (data as Record<string, unknown>)[step], read)
          expect(found).toBe(value)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('as a key is written as that key or refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('practices:\n  4.2: { level: 1 }\n', 'practices: { "4.2": { level: 1 } }\n'),
        text,
        (before, key) => {
          try {
            const edited = editText(before, [{ path: ['practices', key, 'level'], value: 3 }])
            const { root } = readYaml(edited.text, 'file')
            expect(nodeAt(root, ['practices', key, 'level'])).toMatchObject({ value: 3 })
            expect(nodeAt(root, ['practices', '4.2', 'level'])).toMatchObject({ value: 1 })
          } catch (error) {
            expect(error).toBeInstanceOf(EditRefused)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
