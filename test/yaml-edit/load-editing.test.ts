/** What is loaded when: the plain way needs nothing, the rest says what it lacks. */
import { describe, expect, it, vi } from 'vitest'

describe('editing before anything more was loaded', () => {
  it('does what most edits need, and asks for the rest', async () => {
    vi.resetModules()
    const { editText, NeedsRewriter } = await import('../../src/yaml-edit/edit-text.ts')
    const { NeedsFullReader } = await import('../../src/yaml/read-yaml.ts')
    const { loadEditing } = await import('../../src/yaml-edit/load-editing.ts')
    expect(editText('a: 1\n', [{ path: ['a'], value: 2 }]).text).toBe('a: 2\n')
    const unproven = () =>
      editText('a:\n  - x: 1\n    # why\n    y: 2\n', [{ path: ['a', 0, 'x'], value: undefined }])
    const odd = () => editText('? a\n: 1\n', [{ path: ['a'], value: 2 }])
    expect(unproven).toThrow(NeedsRewriter)
    expect(odd).toThrow(NeedsFullReader)
    await loadEditing()
    expect(unproven().how).toBe('rewritten')
    expect(odd()).toEqual({ text: '? a\n: 2\n', how: 'spliced' })
  })
})
