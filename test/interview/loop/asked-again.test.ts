/** Answers that nobody could use are asked for again, with the reason; what is plain is taken. */
import { describe, expect, it } from 'vitest'
import { describe as read } from '../../../src/assess.ts'
import { small } from '../../cli/run.ts'
import { play } from './script.ts'

const standing = (text: string) => read(text, { today: '2026-11-24' }).description!.standings.get('7.8')!
const at = (lines: readonly string[], options = {}) => play(small, [':jump 7.8', ...lines], options)

describe('a reason why something does not apply', () => {
  it.each([['1'], ['n/a'], ['not relevant'], ['::............']])('%s says too little', async (reason) => {
    const { shown, text } = await at(['x', '1', reason])
    expect(shown).toContain('is too short; explain in at least 15 characters')
    expect(text).toBe(small)
  })

  it('comes from the editor under the same rule, and is not lost', async () => {
    const { shown, text } = await at(['x', 'declined', ':edit'], { editor: () => ({ text: 'No.' }) })
    expect(shown).toContain('why you decline it.')
    expect(shown).toContain(':edit reopens your text.')
    expect(text).toBe(small)
  })

  it('is taken once it is a sentence', async () => {
    const { text } = await at(['x', '1', '1', 'We own no rights.'])
    expect(standing(text).notApplicable).toMatchObject({ reason: 'We own no rights.' })
  })

  it('may be short in a file that is there', async () => {
    const text = `${small}  7.8: { notApplicable: { kind: not-relevant, reason: no } }\n`
    const { shown } = await play(text, [':jump 7.8'])
    expect(shown).toContain('In the file: not applicable (not-relevant): no')
  })
})

describe('a day', () => {
  const dated = (typed: string) => at([':evidence', 'evidence/a.md', 'r', typed])

  it.each([
    ['08.10.2026', '2026-10-08'],
    ['8.10.2026', '2026-10-08'],
    ['31/12/2025', '2025-12-31'],
    ['12/31/2025', '2025-12-31'],
    ['5-5-2026', '2026-05-05'],
    ['2026/5/4', '2026-05-04'],
    ['٠٨.١٠.٢٠٢٦', '2026-10-08'],
  ])('typed as %s is %s', async (typed, day) => {
    const { text, shown } = await dated(typed)
    expect(standing(text).evidence[0]!.date).toBe(day)
    expect(shown).toContain(`7.8: evidence dated ${day}.`)
  })

  it.each([
    ['8/10/2026', '"8/10/2026" is ambiguous; type 2026-10-08 or 2026-08-10'],
    ['08.10.26', '"08.10.26" is not a date; use YYYY-MM-DD, for example 2027-03-31'],
    ['31.02.2026', '"31.02.2026" is not a date'],
    ['yesterday', '"yesterday" is not a date'],
    ['2026-05-04 or later', '"2026-05-04 or later" is not a date'],
  ])('typed as %s is asked again', async (typed, sentence) => {
    const { text, shown } = await dated(typed)
    expect(standing(text).evidence[0]!.date).toBe(null)
    expect(shown).toContain(sentence)
  })

  it('is read in the same way for plans and for when to look again', async () => {
    const planned = await at(['p', '1.3.2027'])
    expect(standing(planned.text).planned).toBe('2027-03-01')
    const again = await at(['x', '1', 'We own no rights.', '30.6.2027'])
    expect(standing(again.text).notApplicable).toMatchObject({ revisit: '2027-06-30' })
  })
})

describe('an element that is not applicable, asked by its criteria', () => {
  const excluded = `${small}  7.8: { notApplicable: { kind: not-relevant, reason: Nothing to protect. } }\n`
  const asked = (...lines: string[]) =>
    play(excluded, lines, { depth: 'criteria', filters: { from: '7.8', only: ['7.8'] } })

  it('says so before anything is answered', async () => {
    const { shown } = await asked()
    expect(shown).toContain('In the file: not applicable (not-relevant): Nothing to protect.\n')
    expect(shown).toContain('Answering y, p or n means that it is applicable, and removes the reason.')
  })

  it.each([[''], ['d'], ['x'], [':skip']])('stays so with %j', async (line) => {
    const { text, shown } = await asked(line)
    expect(text).toBe(excluded)
    expect(shown).not.toContain('the criteria leave')
  })

  it('says of what was declined that it would apply', async () => {
    const { shown } = await play(excluded.replace('not-relevant', 'declined'), [':jump 7.8', 'n'], {
      depth: 'criteria',
    })
    expect(shown).toContain(
      'Answering y, p or n means that it is no longer declined, and removes the reason.',
    )
    expect(shown).toContain('Removed from the file: "declined" with the reason "Nothing to protect".')
  })

  it('says what an answer takes away', async () => {
    const { shown, text } = await asked('y')
    expect(shown).toContain(
      'Removed from the file: "not applicable (not-relevant)" with the reason "Nothing to protect". :undo restores it.',
    )
    expect([...standing(text).criteria]).toEqual([['1a', 'yes']])
  })
})

it('what stands in the file is a row without full stops inside it', async () => {
  const piece = 'evidence: [{ file: a.md, kind: record }]'
  const text = `${small}  7.8: { level: 3, practice: Once a year., ${piece} }\n  7.7: { level: 3, practice: And so on..., ${piece} }\n`
  const { shown } = await play(text, [':jump 7.8', ':jump 7.7'])
  expect(shown).toContain('In the file: level 3; Once a year; 1 piece of evidence')
  expect(shown).toContain('In the file: level 3; And so on...; 1 piece of evidence')
})
