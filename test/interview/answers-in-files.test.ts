/** Answers and their undoing through the real editor, on a file a person wrote. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describe as describeText } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import type { Answer } from '../../src/interview/answer.ts'
import { answerEdits } from '../../src/interview/answer-edits.ts'
import { inverseEdits } from '../../src/interview/inverse-edits.ts'
import type { Description } from '../../src/types/description.ts'
import { editText } from '../../src/yaml-edit/edit-text.ts'
import { repository } from '../cli/run.ts'

const { framework } = builtinPack()
const texts = ['manufacturer', 'minimal', 'start-up'].map((name) =>
  readFileSync(join(repository, 'examples', `${name}.yaml`), 'utf8'),
)

function read(text: string): Description {
  const { description, diagnostics } = describeText(text, { today: '2026-11-24' })
  if (!description) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return description
}

const said = ({ standings, registers, organization }: Description) =>
  JSON.stringify([
    [...standings.values()].map((each) => ({ ...each, criteria: [...each.criteria] })),
    [...registers],
    organization,
  ])

const answers: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant('level'), level: fc.integer({ min: 0, max: 5 }) }),
  fc.record({
    kind: fc.constant('criteria'),
    answers: fc.dictionary(fc.constantFrom('1a', '2a', '3a'), fc.constantFrom('yes', 'no'), { minKeys: 1 }),
  }),
  fc.constant({ kind: 'not-assessed' }),
  fc.record({
    kind: fc.constant('not-applicable'),
    because: fc.constant('declined'),
    reason: fc.constantFrom('Too dear', 'no: #1'),
  }),
  fc.record({
    kind: fc.constantFrom('practice', 'note'),
    text: fc.constantFrom('', 'Two\nlines: yes', '- dash'),
  }),
  fc.record({
    kind: fc.constant('evidence'),
    piece: fc.record({ file: fc.constantFrom('a b.md', 'ü.pdf'), kind: fc.constant('record') }),
  }),
  fc.record({ kind: fc.constant('flagged'), flagged: fc.boolean() }),
) as fc.Arbitrary<Answer>

describe('an answer in a file', () => {
  it('leaves a right file, and undone says what it said before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom(...framework.elements),
        answers,
        (text, element, answer) => {
          const before = read(text)
          const result = answerEdits(element, answer, before)
          if ('refused' in result) return
          const after = editText(text, result.edits).text
          read(after)
          const undone = editText(after, inverseEdits(result.edits, before.root)).text
          expect(said(read(undone))).toBe(said(before))
        },
      ),
      { numRuns: 40 },
    )
  })
})
