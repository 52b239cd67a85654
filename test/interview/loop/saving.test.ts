/** Answers that cannot be saved: nothing typed is lost, the sitting goes on, and the code says so at the end. */
import { describe, expect, it } from 'vitest'
import { exitCode, Stop } from '../../../src/cli/exit-code.ts'
import { small } from '../../cli/run.ts'
import { play } from './script.ts'

const refusing = (times: number, stop: Stop) => {
  let left = times
  return (save: () => string) => {
    if (left-- > 0) throw stop
    return save()
  }
}
const full = new Stop(
  exitCode.cannotAccess,
  'no space left on the disk: org.yaml',
  'not saved: practices.4.1.1.level = 3',
)
const changed = new Stop(
  exitCode.conflict,
  'org.yaml was changed by somebody else and now has another answer for practices 4.1.1',
)

describe('an answer that cannot be saved', () => {
  it.each([
    ['a full disk', full, 4, 'no space left on the disk'],
    ['a conflict', changed, 5, 'changed by somebody else'],
  ])('%s: is said again with the reason, and the same question stands', async (_, stop, code, reason) => {
    const played = await play(small, ['3', '2'], { saving: refusing(2, stop) })
    expect(played.text).toBe(small)
    expect(played.code).toBe(code)
    expect(played.shown).toContain(reason)
    expect(played.shown).toContain('Not saved: 3')
    expect(played.shown.match(/Your answer for 4\.1\.1 level: /g)).toHaveLength(3)
    expect(played.state.undo).toEqual([])
  })

  it('a text keeps its words on the screen', async () => {
    const played = await play(small, ['3', 'All of us meet on Tuesdays.'], {
      saving: (() => {
        let calls = 0
        return (save: () => string) => {
          if (calls++ === 1) throw full
          return save()
        }
      })(),
    })
    expect(played.shown).toContain('Not saved: All of us meet on Tuesdays.')
    expect(played.shown.trimEnd()).toMatch(/details: \^D$/)
  })

  it('undo leaves alone what somebody else wrote in the same place', async () => {
    const later = (change: (text: string) => string) => {
      let calls = 0
      return (save: () => string) => (calls++ === 1 ? change(save()) : save())
    }
    // The hand edit comes with the second answer; the first is then no longer what it was.
    const changed = await play(small, ['3', ':jump 6.4', '2', ':undo', ':undo', ':undo', ':quit'], {
      saving: later((text) =>
        text.replace('  4.1.1:\n    level: 3\n', '  4.1.1:\n    level: 3\n    owner: By hand\n'),
      ),
    })
    expect(changed.shown).toContain('Undone: 6.4.')
    expect(changed.shown).toContain('Not undone: somebody else has changed 4.1.1 since.')
    expect(changed.shown).toContain('Nothing to undo in this session.')
    expect(changed.text).toContain('4.1.1:\n    level: 3\n    owner: By hand\n')
    expect(changed.text).not.toContain('6.4')
    const beside = await play(small, ['3', ':jump 6.4', '2', ':undo', ':undo', ':quit'], {
      saving: later((text) => text.replace('6.2.2: { level: 0 }', '6.2.2: { level: 1 }')),
    })
    expect(beside.text).toBe(small.replace('6.2.2: { level: 0 }', '6.2.2: { level: 1 }'))
  })

  it('once the next one is saved, all is well', async () => {
    const played = await play(small, ['3', '3', ':quit'], { saving: refusing(1, full) })
    expect(played.code).toBe(0)
    expect(played.text).toContain('4.1.1:\n    level: 3\n')
  })
})
