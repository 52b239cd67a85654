/** Many answers one after another, as an interview gives them: the file ends the same in whatever order they came. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/assess.ts'
import type { Edit } from '../../src/yaml-edit/edit.ts'
import { editText } from '../../src/yaml-edit/edit-text.ts'
import { draft, elementIds } from './real-looking-files.ts'

const bare = `ims-gap: 1
framework: iso-56002:2019
organization:
  name: Bare
  kind: established
  size: small
practices:
`

function answerTo(id: string, index: number): readonly Edit[] {
  const path = ['practices', id]
  return [
    { path: [...path, 'level'], value: index % 6 },
    { path: [...path, 'practice'], value: `What is done for ${id}: this.` },
    {
      path: [...path, 'evidence', 0],
      value: { file: `evidence/${id}.md`, kind: 'record', date: '2026-01-31' },
    },
    { path: [...path, 'owner'], value: 'Head of it' },
  ]
}

describe('fifty-two answers', () => {
  it.each([
    ['a draft', draft],
    ['a file with nothing below its practices', bare],
  ])('into %s', (_, text) => {
    const inOrder = editText(text, elementIds.flatMap(answerTo))
    expect(inOrder.how).toBe('spliced')
    const { diagnostics, assessment } = assess(inOrder.text, { file: 'org.yaml', today: '2026-12-31' })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(assessment?.coverage.assessed).toBe(elementIds.length)
    const answers = elementIds.map((id, index) => answerTo(id, index))
    fc.assert(
      fc.property(fc.shuffledSubarray([...answers.keys()], { minLength: answers.length }), (order) => {
        const edits = order.flatMap((index) => answers[index]!)
        expect(editText(text, edits)).toEqual(inOrder)
      }),
      { numRuns: 2 },
    )
  })

  it('taken back leave a draft as long as it was, less the examples written over', () => {
    const answered = editText(draft, elementIds.flatMap(answerTo)).text
    const emptied = editText(
      answered,
      elementIds.map((id) => ({ path: ['practices', id], value: {} })),
    )
    const examples = /^ {4}# (?:level: 0|practice: What|evidence: \[|owner: Role)/
    const expected = draft.split('\n').filter((line) => !examples.test(line))
    expect(emptied).toEqual({ text: expected.join('\n'), how: 'spliced' })
  })

  it('removed and given again stand below their questions', () => {
    const removed = editText(draft, [{ path: ['practices', '6.1'], value: undefined }]).text
    const again = editText(removed, [{ path: ['practices', '6.1', 'level'], value: 2 }]).text
    const lines = again.split('\n')
    expect(lines[lines.indexOf('  6.1:') - 1]).toMatch(/^ {2}#/)
    expect(lines[lines.indexOf('  6.1:') + 1]).toBe('    level: 2')
  })
})
