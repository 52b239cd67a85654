/** The question loop, played from typed lines. What each sitting shows and writes is held in `golden/`, to be read by people. */
import { describe, expect, it } from 'vitest'
import { describe as read } from '../../../src/assess.ts'
import { small } from '../../cli/run.ts'
import { changes, type Play, play } from './script.ts'

const answer = (text: string, id: string) =>
  read(text, { today: '2026-11-24' }).description!.standings.get(id)!

const filled = `ims-gap: 1
framework: iso-56002:2019
organization: { name: Small Firm, kind: established, size: large }
assessment: { date: 2026-10-01 }
practices:
  6.2.1: { level: 4 }   # said by the board
  6.2.2: { level: 0 }
  6.4:
    level: 5
    criteria: { 1a: yes }
  7.8:
    notApplicable: { kind: not-relevant, reason: Nothing to protect. }
`

const sittings: readonly [name: string, text: string, lines: readonly string[], options: Play][] = [
  [
    'levels',
    small,
    [
      '9',
      '',
      '?',
      '2',
      'We talk about it twice a year.',
      'e',
      'evidence/minutes.md',
      'r',
      '2026-9-1',
      'c',
      'm',
      '',
      ':back',
      ':undo',
      ':undo',
      '3',
      '',
      's',
      ':flag',
      ':jump 8.3',
      ':skip',
      ':jump',
      '6.4',
      ':quit',
    ],
    {},
  ],
  [
    'no-level',
    small,
    [
      '-',
      'x',
      '9',
      '2',
      '',
      'Others decide that for us',
      '2027-06-30',
      ':back',
      ':back',
      '4',
      '',
      'p',
      'soon',
      '2027-03-31',
      '1',
      ':jump 4.3',
      'x',
      '2',
      'declined',
      'We do not want to',
      '',
      ':quit',
    ],
    { filters: { only: ['7'] } },
  ],
  [
    'criteria',
    filled,
    ['?', 'p', 'l', '2', '', ':jump 7.8', 'y', 'n', 'note', 'A remark: with a colon', '', ':quit'],
    { depth: 'criteria', filters: { only: ['6.4', '7.8'] } },
  ],
  ['scan', small, ['3', '', ':result', ':depth', 'levels', ':result', ':quit'], { depth: 'scan' }],
  ['review', filled, [':review', '1', '3', '', ':review', '99', ''], { filters: { only: ['6'] } }],
  ['next', filled, ['2', '', ':quit'], { filters: { next: true, only: ['6'] } }],
  ['stale', filled, ['', ':quit'], { filters: { stale: { count: 180, unit: 'days' }, only: ['6.2.1'] } }],
]

describe('a sitting', () => {
  it.each(sittings)('%s', async (name, text, lines, options) => {
    const { shown, text: after } = await play(text, lines, options)
    await expect(`${shown}\n${changes(text, after)}\n`).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  it('shows the same for the eye, at forty columns too', async () => {
    const lines = ['2', 'We talk.', 'e', 'https://example.org/m', 'd', '', '', ':review', '']
    const { shown } = await play(small, lines, { rich: true, width: 40, filters: { only: ['5.1.1', '7.7'] } })
    await expect(shown).toMatchFileSnapshot('golden/narrow.txt')
    expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40)
  })

  it.each([
    ['a colon of its own', ['note', '::not a command'], { note: ':not a command' }],
    [
      'a text of ten thousand characters',
      ['note', 'long '.repeat(2000)],
      { note: 'long '.repeat(2000).trim() },
    ],
    [
      'a sentence as the practice',
      ['Yes, we do: twice # a year'],
      { practice: 'Yes, we do: twice # a year' },
    ],
    ['right-to-left text', ['o', 'رئيس الابتكار'], { owner: 'رئيس الابتكار' }],
    ['text that YAML would read otherwise', ['o', 'null'], { owner: 'null' }],
    ['tabs as blanks', ['o', 'Head\tof sales'], { owner: 'Head of sales' }],
  ])('takes %s', async (_, lines, expected) => {
    const { text } = await play(small, ['3', ...lines])
    expect(answer(text, '4.1.1')).toMatchObject(expected)
  })

  it.each([
    ['٣', 3],
    ['۴', 4],
    ['２', 2],
    ['developing', 2],
    ['est', 3],
  ])('takes %s as a level', async (typed, level) => {
    const { text } = await play(small, [typed])
    expect(answer(text, '4.1.1').level).toBe(level)
  })

  it.each([
    ['a\u0007b', 'control characters (found 07)'],
    ['\u001b[31mred', 'control characters (found 1b)'],
    ['half \ud800', 'invalid character'],
    [':bakc', 'did you mean :back?'],
    [':jump 5.4', '5.4'],
    [':depth deep', '"deep" is not an option; choose scan, levels or criteria.'],
    ['6', '"6" is not an option; type a level from 0 to 5'],
    ['-3', '"-3" is not an option; type a level from 0 to 5'],
    [':undo', 'Nothing to undo in this session.'],
  ])('refuses %j with a sentence and changes nothing', async (typed, sentence) => {
    const { shown, text } = await play(small, [typed])
    expect(shown).toContain(`Please note: `)
    expect(shown).toContain(sentence)
    expect(text).toBe(small)
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  })

  it('takes every answer back, one by one, to the very text it began with', async () => {
    const lines = [
      '3',
      'We do.',
      'e',
      'a.md',
      'r',
      '2026-01-02',
      'o',
      'Me',
      '',
      '4',
      '',
      'x',
      '1',
      'Why',
      '',
      ':jump 6.2.2',
      'p',
      '2027-01-01',
    ]
    const { text, state } = await play(small, lines)
    expect(text).not.toBe(small)
    const undone = await play(small, [...lines, ...state.undo.map(() => ':undo')])
    expect(undone.text).toBe(small)
  })

  it('speaks of one as of one', async () => {
    const only = ['4.1.1', '4.1.2', '4.1.3', '4.2', '4.3', '4.4.1', '4.4.2', '4.4.3', '5.1.2', '5.1.3']
    const ten = await play(small, [':review'], { filters: { only } })
    expect(ten.shown).toContain('1 more not assessed.')
    const one = await play(filled, [':jump 6.4'])
    expect(one.shown).toContain('1 criterion answered')
  })

  it('wraps plain sentences to the width, without box characters', async () => {
    const { shown } = await play(small, ['3', '', ':help', ':review'], { width: 40 })
    const lines = shown.split('\n').filter((line) => !line.startsWith('Your answer for'))
    expect(lines.filter((line) => line.length > 40)).toEqual([])
    expect(shown).not.toMatch(/[\u2500-\u257f]/)
  })

  it.each([
    [
      ['y', 'no'],
      '4.1.1: level 1 initial by criteria. 2a is no, so level 2 cannot be reached; skipping the other criteria of',
    ],
    [
      ['partly'],
      '4.1.1: level 0 absent by criteria. 1a is partly, so level 1 cannot be reached; skipping the other criteria of',
    ],
    [['y', 'd'], '4.1.1: the criteria so far allow level 1 to 5.'],
  ])('says when and why criteria settle an element: %j', async (answers, said) => {
    const { shown } = await play(small, [':jump 4.1.1', ...answers], { depth: 'criteria' })
    expect(shown).toContain(said)
  })

  it.each([
    [
      'as contradictions',
      '  4.1.2: { level: 4, criteria: { 1a: yes, 2a: no } }',
      'Contradictions. Check which answer is wrong:',
    ],
    [
      'as gaps',
      '  6.2.1: { level: 3 }\n  6.2.2: { level: 0 }',
      'Gaps. Each is a finding; correct it only if an answer is wrong:',
    ],
  ])('lists %s what is one', async (_, practices, said) => {
    const text = `${small.slice(0, small.indexOf('practices:'))}practices:\n${practices}\n`
    const { shown } = await play(text, [':review'])
    expect(shown).toContain(said)
    expect(shown.match(/^(Contradictions|Gaps)\./gm)).toHaveLength(1)
  })

  it('says the depth of what was asked, and keeps what other depths answered', async () => {
    const { text } = await play(small, [
      '3',
      '',
      ':depth criteria',
      ':jump 4.1.1',
      'y',
      ':depth levels',
      ':quit',
    ])
    expect(text).toContain('level: 3')
    expect(answer(text, '4.1.1').criteria.get('1a')).toBe('yes')
  })
})
