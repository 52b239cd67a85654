/** Edits taken back bring the text that stood before them, and never anything else than what they mean. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editText } from '../../src/yaml-edit/edit-text.ts'
import { putBack } from '../../src/yaml-edit/put-back.ts'
import { textBefore, withTextBefore } from '../../src/yaml-edit/text-before.ts'

const before = `practices:
  6.4:
    # level: 0
    # owner: Role   # who
`
const path = ['practices', '6.4', 'owner']
const takesBack = [{ path: ['practices', '6.4'], value: undefined }]

describe('edits taken back', () => {
  const after = editText(before, [{ path, value: 'Ana' }]).text

  it('bring comments back that the answer had replaced', () => {
    expect(after).toContain('    owner: Ana')
    expect(putBack(after, [{ path, value: undefined }], textBefore(before, after)).text).toBe(before)
  })

  it.each([
    ['where somebody added a line above', `# mine\n${after}`],
    ['where somebody changed a letter of the answer', after.replace('Ana', 'Eva')],
  ])('are made as any others %s', (_, now) => {
    const edits = [{ path, value: undefined }]
    expect(putBack(now, edits, textBefore(before, after))).toEqual(editText(now, edits))
  })

  it('are made as any others where the text before says something else than they do', () => {
    const other = textBefore(`${before}  7.3: { level: 1 }\n`, after)
    expect(putBack(after, takesBack, other)).toEqual(editText(after, takesBack))
  })
})

it('the stretch that differs brings back any text', () => {
  const lines = fc
    .array(fc.constantFrom('a', 'b', 'ab', '', '\r', '😀', '\ufeff'), { maxLength: 8 })
    .map((all) => all.join('\n'))
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      expect(withTextBefore(other, textBefore(one, other))).toBe(one)
    }),
  )
})
