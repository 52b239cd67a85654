/** A detail asked for by a command comes back to the question that stood: nothing is left out by asking for one. */
import { describe, expect, it } from 'vitest'
import { describe as read } from '../../../src/assess.ts'
import { small } from '../../cli/run.ts'
import { play } from './script.ts'

const standing = (text: string) => read(text, { today: '2026-11-24' }).description!.standings.get('4.1.1')!

const details: readonly (readonly [string, readonly string[]])[] = [
  [':owner', ['Head of strategy']],
  [':note', ['Ask Ana']],
  [':practice', ['We meet once a year']],
  [':confidence', ['m']],
  [':evidence', ['evidence/radar.md', 'r', '2026-05-04']],
  [':evidence', ['evidence/radar.md', 'r', '']],
  [':evidence', ['interview: head of sales', '']],
  [':owner', ['']],
  [':owner', [':back']],
  [':note', [':skip']],
  [':owner', ['Head of strategy', ':undo']],
]
const reason = 'We decided that we want none.'

describe('a detail asked for by a command', () => {
  it.each(details)('%s, answered with %j, comes back to the level', async (command, answers) => {
    const { text } = await play(small, [command, ...answers, '3'])
    expect(standing(text).level).toBe(3)
  })

  it.each(details)('%s, answered with %j, comes back to the criterion', async (command, answers) => {
    const { text } = await play(small, ['y', command, ...answers, 'p'], { depth: 'criteria' })
    expect([...standing(text).criteria]).toEqual([
      ['1a', 'yes'],
      ['2a', 'partly'],
    ])
  })

  it.each(details)('%s, answered with %j, comes back to why it is left out', async (command, answers) => {
    const undone = answers.includes(':undo')
    const { text } = await play(small, ['x', '1', command, ...answers, ...(undone ? ['x', '1'] : []), reason])
    expect(standing(text).notApplicable).toMatchObject({ kind: 'declined', reason })
  })

  it('comes back to a plan, to what evidence shows, and to its day', async () => {
    const planned = await play(small, ['p', ':owner', 'Ana', '2027-01-31'])
    expect(standing(planned.text)).toMatchObject({ planned: '2027-01-31', owner: 'Ana' })
    const kind = await play(small, [':evidence', 'evidence/radar.md', ':owner', 'Ana', 'r', '', '2'])
    expect(standing(kind.text)).toMatchObject({ level: 2, owner: 'Ana', evidence: [{ kind: 'record' }] })
    expect(kind.shown).not.toContain('was not saved')
    const day = await play(small, ['2', 'e', 'evidence/radar.md', 'r', ':note', 'Old', '2026-05-04'])
    expect(standing(day.text)).toMatchObject({ note: 'Old', evidence: [{ date: '2026-05-04' }] })
  })

  it('comes back to a level that contradicts the criteria', async () => {
    const text = `${small}  4.1.1: { criteria: { 1a: no } }\n`
    const { text: after } = await play(text, ['4', ':owner', 'Ana', '2'], { filters: { only: ['4.1.1'] } })
    expect(standing(after).criteria.size).toBe(0)
    expect(standing(after)).toMatchObject({ level: 4, owner: 'Ana' })
  })

  it('asks what was to follow, once each, and then offers more', async () => {
    const { text, shown } = await play(small, [
      '2',
      'a',
      ':note',
      'Early',
      'Practice it is',
      '',
      'Ana',
      'h',
      '',
    ])
    expect(standing(text)).toMatchObject({ practice: 'Practice it is', owner: 'Ana', note: 'Early' })
    expect(shown.match(/answer for 4\.1\.1 (\w+)/g)?.map((line) => line.split(' ').at(-1))).toEqual([
      'level',
      'details',
      'practice',
      'note',
      'practice',
      'evidence',
      'owner',
      'confidence',
      'details',
    ])
  })

  it('another piece of evidence takes the place of the one that is not complete', async () => {
    const lines = [':evidence', 'evidence/old.md', ':evidence', 'evidence/new.md', 'r', '', '1']
    const { text, shown } = await play(small, lines)
    expect(shown).toContain('evidence evidence/old.md was not saved')
    expect(standing(text)).toMatchObject({ level: 1, evidence: [{ source: 'evidence/new.md' }] })
  })
})
