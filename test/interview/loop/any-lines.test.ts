/** Whatever is typed, in whatever order: the loop answers, the file stays right, and everything can be taken back. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describe } from '../../../src/assess.ts'
import { small } from '../../cli/run.ts'
import { draft } from '../../yaml-edit/real-looking-files.ts'
import { play } from './script.ts'

const typed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '',
      '0',
      '2',
      '3',
      '5',
      'n',
      '-',
      'x',
      'p',
      'y',
      'd',
      'l',
      '1',
      '4',
      'm',
      'r',
      'a',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('2027-03-31', '2026-02-30', '-', 'no', 'partly', 'declined', 'level', 't'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ':back',
      ':skip',
      ':undo',
      ':flag',
      ':review',
      ':jump 7.8',
      ':jump',
      '6.4',
      ':depth criteria',
      ':depth scan',
      ':depth',
      ':evidence',
      ':note',
      ':confidence',
      ':owner',
      ':practice',
      ':again',
      '?',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'minutes.md',
      'https://example.org',
      'interview: CEO',
      'We: do # that',
      '::x',
      'Others decide it for us.',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
)

const comments = `${small}
# a remark at the end
  # and one that is indented
`

it.each([
  ['a file in flow style', small],
  ['a file with remarks', comments.replace('6.2.1: { level: 2 }', '6.2.1:\n    # why\n    level: 2   # so')],
  ['what init writes', draft],
  ['what init writes, on Windows', draft.replaceAll('\n', '\r\n')],
])('any lines on %s', async (_, text) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(typed, { maxLength: 22 }),
      fc.constantFrom('levels', 'criteria', 'scan'),
      async (lines, depth) => {
        const played = await play(text, lines, { depth: depth as 'levels' })
        expect(
          describe(played.text, { today: '2026-11-24' }).diagnostics.filter(
            ({ severity }) => severity === 'error',
          ),
        ).toEqual([])
        expect(played.shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
        if (played.state.over === 'finished') return
        const undone = await play(text, [...lines, ...played.state.undo.map(() => ':undo')], {
          depth: depth as 'levels',
        })
        expect(undone.text).toBe(text)
      },
    ),
    { numRuns: text.length > 10_000 ? 12 : 30 },
  )
})
