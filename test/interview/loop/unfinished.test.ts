/** What is typed but not complete when somebody goes elsewhere is not dropped in silence. */
import { describe, expect, it } from 'vitest'
import { small } from '../../cli/run.ts'
import { play } from './script.ts'

const evidence = '4.1.1: evidence evidence/radar.md was not saved because it has no kind.'
const reason = '4.1.1: "not applicable" was not saved because it has no reason.'

describe('a half-finished answer', () => {
  it.each([
    [':quit'],
    [':review'],
    [':back'],
    [':skip'],
    [':jump 6.4'],
    [':jump', '6.4'],
    [':depth', 'scan'],
    [':note'],
    [':undo'],
    // The lines end, as at Ctrl-D.
    [],
  ])('is told when it is left with %s %s', async (...after) => {
    const piece = await play(small, ['2', 'e', 'evidence/radar.md', ...after])
    expect(piece.shown).toContain(evidence)
    expect(piece.text).not.toContain('evidence')
    const excluded = await play(small, ['2', ':back', 'x', 'declined', ...after])
    expect(excluded.shown).toContain(reason)
    expect(excluded.text).not.toContain('notApplicable')
  })

  it.each([[':flag'], [':why'], [':again'], ['neither'], [':jump', ''], [':help']])(
    'stands after %s %s, and is saved once it is complete',
    async (...after) => {
      const piece = await play(small, ['2', 'e', 'evidence/radar.md', ...after, 'r', '', ':quit'])
      expect(piece.shown).not.toContain(evidence)
      expect(piece.text).toContain('file: evidence/radar.md')
    },
  )
})
