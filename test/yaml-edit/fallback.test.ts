/** Where no splice can be proven the text is written again and says so; where that cannot be proven, it stays as it is. */
import { describe, expect, it } from 'vitest'
import { assess } from '../../src/assess.ts'
import type { Edit } from '../../src/yaml-edit/edit.ts'
import { EditRefused } from '../../src/yaml-edit/edit-refused.ts'
import { editText } from '../../src/yaml-edit/edit-text.ts'
import { draft } from './real-looking-files.ts'

const set = (path: Edit['path'], value: Edit['value']): Edit => ({ path, value })

describe('a text written again', () => {
  it.each<readonly [name: string, before: string, edit: Edit, after: string]>([
    [
      'keys after a question mark',
      '? practices\n: ? 4.1.1\n  : level: 2 # two\n',
      set(['practices', '4.1.2', 'level'], 3),
      'practices:\n  4.1.1:\n    level: 2 # two\n  4.1.2:\n    level: 3\n',
    ],
    [
      'a pair without braces in a list',
      'a: [ b: 1, c ]   # list\n',
      set(['a', 0, 'x'], 'yes'),
      'a: [ { b: 1, x: "yes" }, c ] # list\n',
    ],
    [
      'a comment between a dash and the next key, with CRLF and a byte order mark',
      '\ufeffa:\r\n  - x: 7.10\r\n    # why\r\n    y:   0x1F',
      set(['a', 0, 'x'], undefined),
      '\ufeffa:\r\n  - # why\r\n    y: 0x1F',
    ],
    [
      'a list within a list',
      'a:\n  - - 1\n    - 2\n  - [3]\n',
      set(['a', 0, 0], undefined),
      'a:\n  - - 2\n  - [ 3 ]\n',
    ],
    ['the last key of a file', 'a: 1\n', set(['a'], undefined), '{}\n'],
  ])('%s', (_, before, edit, after) => {
    expect(editText(before, [edit])).toEqual({ text: after, how: 'rewritten' })
  })

  it('is said even where later edits could be spliced', () => {
    const edits = [set(['a', 0, 'x'], 'new'), set(['b'], 2)]
    expect(editText('a: [ b: 1 ]\nb: 1 # one\n', edits)).toEqual({
      text: 'a: [ { b: 1, x: new } ]\nb: 2 # one\n',
      how: 'rewritten',
    })
  })
})

describe('an edit that is refused', () => {
  it.each<readonly [name: string, before: string, edit: Edit, message: string | RegExp]>([
    [
      'an alias',
      'a: &x { b: 1 }\nc: *x\n',
      set(['c', 'b'], 2),
      /before it can be read in line 1: anchors such as/,
    ],
    ['a tag', 'a: !!str 1\n', set(['b'], 2), /tags such as/],
    ['several documents', 'a: 1\n---\nb: 1\n', set(['a'], 2), /before it can be read in line 2/],
    ['a mistake', 'a: [1\n', set(['a'], 2), /before it can be read/],
    ['an empty file', '', set(['a'], 2), /holds no data/],
    ['a text in the way', 'a: text\n', set(['a', 'b'], 2), 'a holds a text, so nothing can stand below it'],
    [
      'a list in the way',
      'practices: [1]\n',
      set(['practices', '4.2'], 2),
      'practices holds a list, so nothing can stand below it',
    ],
    ['an entry far behind the last', 'a: [1]\n', set(['a', 3], 2), 'a 4 has no entry 4 to change'],
    [
      'half of a character',
      'a: 1\n',
      set(['b'], 'x\ud800'),
      /cannot be written so that it reads back as given/,
    ],
    ['no number', 'a: 1\n', set(['b'], Number.NaN), /cannot be written/],
    ['a key that none may be', 'a: 1\n', set(['__proto__'], 'x'), /cannot be written/],
    ['more than a file may hold', 'a: 1\n', set(['b'], 'x'.repeat(2_000_000)), /cannot be written/],
  ])('%s', (_, before, edit, message) => {
    expect(() => editText(before, [edit])).toThrow(EditRefused)
    expect(() => editText(before, [edit])).toThrow(message)
  })
})

describe('a drafted description', () => {
  it('looks as if a person had filled it in', async () => {
    const [first, second, third] = ['4.1.1', '4.1.2', '4.2'].map((id) => ['practices', id] as const)
    const { text, how } = editText(draft, [
      set([...first!, 'level'], 2),
      set([...first!, 'practice'], 'Every February: one page.'),
      set([...first!, 'evidence', 0], { file: 'evidence/page.md', kind: 'record', date: '2026-02-11' }),
      set([...first!, 'note'], 'Two lines\nin all.'),
      set(second!, {
        criteria: { '1a': 'yes', '2a': 'no' },
        owner: 'Head of strategy',
        planned: '2027-03-31',
      }),
      set([...third!, 'notApplicable'], { kind: 'declined', reason: 'Too dear', revisit: '2027-06-30' }),
      set(['organization', 'sector'], 'nace:C28.13'),
      set(['innovation', 'types'], ['process']),
      set(['innovation', 'approaches'], ['open', 'user-driven']),
      set(['targets', 'default'], 4),
      set(['targets', 'principles', 'culture'], 5),
    ])
    expect(how).toBe('spliced')
    expect(assess(text, { file: 'org.yaml' }).diagnostics).toEqual([])
    await expect(text.split('\n').slice(10, 90).join('\n')).toMatchFileSnapshot('golden/answered-draft.yaml')
  })
})
