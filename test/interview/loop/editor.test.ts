/** What a sitting makes of texts from an editor: answers like typed ones, and nothing written there is lost. */
import { describe, expect, it } from 'vitest'
import { describe as read } from '../../../src/assess.ts'
import { exitCode, Stop } from '../../../src/cli/exit-code.ts'
import type { EditorRun } from '../../../src/cli/io/run-editor.ts'
import { small } from '../../cli/run.ts'
import { type Play, play } from './script.ts'

/** Gives these runs one after the other, and remembers what it was opened with. */
function editor(...runs: EditorRun[]) {
  const opened: string[] = []
  return {
    opened,
    play: (lines: readonly string[], options: Play = {}) =>
      play(small, lines, {
        filters: { from: '4.1.1' },
        editor: (text) => {
          opened.push(text)
          return runs.shift()!
        },
        ...options,
      }),
  }
}
const answer = (text: string) => read(text, { today: '2026-11-24' }).description!.standings.get('4.1.1')!

describe(':edit', () => {
  it('opens what stands and saves paragraphs as they are, whatever they begin with', async () => {
    const long = ':a colon\n\n  and "more" # of it\n- e'
    const { opened, play } = editor({ text: `\n${long}\n` }, { text: `${long}!\n` }, { text: 'e\n' })
    const { text, shown } = await play(['3', ':edit', ':practice', ':edit', ':back', '3', ':edit'])
    expect(opened).toEqual(['', long, `${long}!`])
    expect(shown).toContain('4.1.1: practice saved.')
    // One line where it is only mentioned.
    expect(shown).toContain('In the file: level 3; :a colon and "more" # of it - e!\n')
    expect(answer(text).practice).toBe('e')
  })

  it('is there for owner, note and the reason why something does not apply', async () => {
    const { play } = editor({ text: 'Board\n' }, { text: 'One\nTwo\n' }, { text: 'Others do.\nAll of it.' })
    const { text } = await play([':owner', ':edit', ':note', ':edit', ':back', 'x', 'declined', ':edit'])
    expect(answer(text)).toMatchObject({
      owner: 'Board',
      note: 'One\nTwo',
      notApplicable: { kind: 'declined', reason: 'Others do.\nAll of it.' },
    })
  })

  it.each([
    [[':edit']],
    [[':evidence', ':edit']],
    [['p', ':edit']],
    [[':jump', ':edit']],
    [[':review', ':edit']],
  ])('%j: says where it works', async (lines) => {
    const { opened, play } = editor()
    const { text, shown } = await play(lines)
    expect(shown).toContain(':edit works only where a long text is asked for')
    expect({ text, opened }).toEqual({ text: small, opened: [] })
  })

  it.each<[string, EditorRun, string]>([
    ['as it was', { text: '\n' }, 'The text is unchanged.'],
    ['blank', { text: ' \n \n' }, 'The text is unchanged.'],
    ['no editor', { problem: 'No editor is known.' }, 'Please note: No editor is known.\n'],
    ['a failure', { text: '\n', problem: 'vi ended with 1.' }, 'Please note: vi ended with 1.\n'],
  ])('%s: nothing is changed, and the question stands', async (_, run, said) => {
    const { play } = editor(run)
    const { text, shown } = await play([':note', ':edit'])
    expect(shown).toContain(said)
    expect(shown.trimEnd()).toMatch(/4\.1\.1 note: \^D$/)
    expect(text).toBe(small)
  })

  it('an emptied text takes nothing away', async () => {
    const { play } = editor({ text: '' })
    const { text, shown } = await play([':note', 'A note', ':note', ':edit'])
    expect(shown).toContain('The text is empty; nothing was changed.')
    expect(answer(text).note).toBe('A note')
  })

  it.each<[string, EditorRun, string]>([
    ['a control character', { text: 'a\u0007b\n' }, 'invisible character U+0007'],
    ['too long', { text: 'x'.repeat(100_001) }, 'more than 100,000 characters'],
    [
      'an editor that failed',
      { text: 'half\n', problem: 'vi ended with 1.' },
      'vi ended with 1. :edit opens',
    ],
  ])('%s: is refused, and :edit opens the same text again', async (_, run, said) => {
    const { opened, play } = editor(run, { text: 'Good\n' }, { text: 'Good\n' })
    const { text, shown } = await play([':note', ':edit', ':edit', ':note', ':edit'])
    expect(shown).toContain(said)
    expect(opened).toEqual(['', run.text!.trim(), 'Good'].map((each) => expect.stringContaining(each)))
    expect(answer(text).note).toBe('Good')
  })

  it('a full disk: what was written is opened again', async () => {
    let left = 1
    const { opened, play } = editor({ text: 'One\nTwo\n' }, { text: 'One\nTwo\n' })
    const { text, shown } = await play([':note', ':edit', ':edit'], {
      saving: (save) => {
        if (left-- > 0) throw new Stop(exitCode.cannotAccess, 'no space left on the disk')
        return save()
      },
    })
    expect(shown).toContain('no space left on the disk. Not saved: the text from the editor; :edit opens it')
    expect(opened[1]).toBe('One\nTwo\n')
    expect(answer(text).note).toBe('One\nTwo')
  })
})
