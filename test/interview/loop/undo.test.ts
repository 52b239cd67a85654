/** Taking an answer back gives the bytes that stood before it, comments included. */
import { describe, expect, it } from 'vitest'
import { draft } from '../../yaml-edit/real-looking-files.ts'
import { changes, play } from './script.ts'

const from = { filters: { from: '4.1.2' } }

describe('an answer to what init writes, taken back,', () => {
  it.each([
    ['a practice', ['3', 'We meet once a year']],
    ['evidence', ['3', 'e', 'evidence/radar.md', 'r', '2026-05-04']],
    ['an owner before any level', [':owner', 'Ana Lima']],
    ['what does not apply', ['x', '1', 'We decided to have none of it.', '2027-01-31']],
    ['criteria', [':depth criteria', 'y', 'y', 'n']],
    ['a flag', [':flag', '2', '', ':flag']],
  ])('%s: leaves the examples and remarks that stood there', async (_, lines) => {
    const answered = await play(draft, lines, from)
    expect(answered.text).not.toBe(draft)
    const undone = await play(draft, [...lines, ...answered.state.undo.map(() => ':undo')], from)
    expect(changes(draft, undone.text)).toBe('')
    expect(undone.text).toBe(draft)
  })

  it('keeps what was answered before it, to the byte', async () => {
    const before = await play(draft, ['3'], from)
    const { text } = await play(draft, ['3', 'We meet once a year', ':undo'], from)
    expect(text).toBe(before.text)
    expect(text).toContain('# practice: What is done today, in a sentence.')
  })
})
