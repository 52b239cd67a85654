/** Edits of small files: the exact text that comes out, whatever stands around the answer. */
import { describe, expect, it } from 'vitest'
import type { Edit, EditValue } from '../../src/yaml-edit/edit.ts'
import { editText } from '../../src/yaml-edit/edit-text.ts'

const at = (path: Edit['path'], value: EditValue | undefined): Edit => ({ path, value })
const practice = (id: string, key: string, value: EditValue | undefined) => at(['practices', id, key], value)

type Case = readonly [name: string, before: string, edits: readonly Edit[], after: string]

const inPlace: readonly Case[] = [
  [
    'a level keeps the remark behind it',
    'practices:\n  4.1.2:\n    level: 2   # since May\n',
    [practice('4.1.2', 'level', 3)],
    'practices:\n  4.1.2:\n    level: 3   # since May\n',
  ],
  [
    'the same value changes nothing, however it is written',
    'practices:\n  4.1.2: {  level : 2,}\n  4.2:\n    owner: "Maria"\n',
    [practice('4.1.2', 'level', 2), practice('4.2', 'owner', 'Maria')],
    'practices:\n  4.1.2: {  level : 2,}\n  4.2:\n    owner: "Maria"\n',
  ],
  [
    'a text keeps the quotes that stand there',
    `a: "x" # one\nb: 'x' # two\nc: x # three\n`,
    [at(['a'], 'new'), at(['b'], "it's"), at(['c'], 'new')],
    `a: "new" # one\nb: 'it''s' # two\nc: new # three\n`,
  ],
  [
    'a folded text gives way to one line, and a remark at its head stays',
    'note: >- # long\n  one\n  two\nlast: 1\n',
    [at(['note'], 'short')],
    'note: short # long\nlast: 1\n',
  ],
  [
    'a value on the line below its key stays there',
    'note:\n  a text on\n  two lines # really\nlast: 1\n',
    [at(['note'], 'short')],
    'note:\n  short # really\nlast: 1\n',
  ],
  [
    'a list gives way to a text, and back',
    'a: # list\n  - 1\n  - 2\nb: text # text\n',
    [at(['a'], 'none'), at(['b'], [{ file: 'x', kind: 'record' }])],
    'a: none # list\nb: # text\n  - file: x\n    kind: record\n',
  ],
  [
    'brackets stay brackets',
    'targets: { default: 3, principles: {culture: 4} }\n',
    [
      at(['targets', 'default'], 4),
      at(['targets', 'principles', 'culture'], 5),
      at(['targets', 'elements'], { '7.10': 2 }),
    ],
    'targets: { default: 4, principles: {culture: 5}, elements: { 7.10: 2 } }\n',
  ],
  [
    'written nothing is written over',
    'a: null\nb: ~ # nothing\nc: {}\nd: []\ne:\n',
    [at(['a'], 1), at(['b', 'x'], 1), at(['c', 'x'], 'two'), at(['d', 0], { x: 1 }), at(['e'], 'z')],
    'a: 1\nb: # nothing\n  x: 1\nc:\n  x: two\nd:\n  - x: 1\ne: z\n',
  ],
  [
    'a whole practice changes key by key, and comments stay',
    'practices:\n  4.1.2:\n    # how far\n    level: 2\n    # who\n    owner: Maria\n    note: old # remark\n',
    [at(['practices', '4.1.2'], { level: 2, note: 'new', flagged: true })],
    'practices:\n  4.1.2:\n    # how far\n    level: 2\n    # who\n    note: new # remark\n    flagged: true\n',
  ],
  [
    'another piece of evidence in place of one',
    'evidence:\n  - file: a # old\n    # kind of it\n    kind: record\n  - { file: b, kind: record } # flow\n',
    [
      at(
        ['evidence'],
        [
          { url: 'https://a.org', kind: 'document' },
          { ticket: 'A-1', kind: 'record' },
        ],
      ),
    ],
    'evidence:\n  - url: https://a.org\n    kind: document\n  - { ticket: A-1, kind: record } # flow\n',
  ],
  [
    'not applicable takes the place of a level',
    'practices:\n  7.8:\n    level: 1\n    # seen in May\n  7.9:\n    level: 1\n',
    [
      practice('7.8', 'notApplicable', { kind: 'declined', reason: 'Too dear', revisit: '2027-06-30' }),
      practice('7.8', 'level', undefined),
    ],
    'practices:\n  7.8:\n    notApplicable:\n      kind: declined\n      reason: Too dear\n      revisit: 2027-06-30\n    # seen in May\n  7.9:\n    level: 1\n',
  ],
]

const added: readonly Case[] = [
  [
    'a practice goes behind its predecessor by number, 7.10 behind 7.9',
    'practices:\n  4.1.1:\n    level: 2\n  7.9:\n    level: 1\n  8.1:\n    level: 2\n',
    [practice('7.10', 'level', 3), practice('4.1.2', 'level', 0), practice('10.1', 'level', 1)],
    'practices:\n  4.1.1:\n    level: 2\n  4.1.2:\n    level: 0\n  7.9:\n    level: 1\n  7.10:\n    level: 3\n  8.1:\n    level: 2\n  10.1:\n    level: 1\n',
  ],
  [
    'the first practice of a file goes above the others and their comments',
    'practices: # all\n\n  # four\n  4.2: { level: 1 }\n',
    [practice('4.1.1', 'level', 3)],
    'practices: # all\n\n  4.1.1:\n    level: 3\n  # four\n  4.2: { level: 1 }\n',
  ],
  [
    'in a file with another order it goes last',
    'practices:\n  6.1: { level: 1 }\n  4.2: { level: 1 }\n# end\n',
    [practice('5.3', 'level', 3)],
    'practices:\n  6.1: { level: 1 }\n  4.2: { level: 1 }\n  5.3:\n    level: 3\n# end\n',
  ],
  [
    'practices set apart by blank lines stay so',
    'practices:\n  4.1.1:\n    level: 2\n\n  4.2:\n    level: 1\n\n# end\nwaivers: []\n',
    [practice('4.1.2', 'level', 3), practice('9.2', 'level', 0)],
    'practices:\n  4.1.1:\n    level: 2\n\n  4.1.2:\n    level: 3\n\n  4.2:\n    level: 1\n\n  9.2:\n    level: 0\n\n# end\nwaivers: []\n',
  ],
  [
    'comments that hang below a practice stay with it, headings with the next one',
    'practices:\n  4.1.1:\n    level: 2\n    # ask again\n  # needs\n  4.2:\n    level: 1\n',
    [practice('4.1.2', 'level', 3)],
    'practices:\n  4.1.1:\n    level: 2\n    # ask again\n  4.1.2:\n    level: 3\n  # needs\n  4.2:\n    level: 1\n',
  ],
  [
    'below the comments that speak about it',
    'practices:\n  # 4.1.1 Context: what?\n  4.1.1:\n    level: 2\n\n  # 4.1.2 Outside: what?\n  #   0  nothing\n\n  # 4.1.3 Inside\n  4.1.3:\n    level: 1\n',
    [practice('4.1.2', 'level', 3)],
    'practices:\n  # 4.1.1 Context: what?\n  4.1.1:\n    level: 2\n\n  # 4.1.2 Outside: what?\n  #   0  nothing\n  4.1.2:\n    level: 3\n\n  # 4.1.3 Inside\n  4.1.3:\n    level: 1\n',
  ],
  [
    'keys of a practice stand as the format lists them',
    'practices:\n  4.1.2:\n    level: 2\n    owner: Maria\n',
    [
      practice('4.1.2', 'note', 'x'),
      practice('4.1.2', 'practice', 'Yearly'),
      practice('4.1.2', 'reviewed', '2026-01-31'),
    ],
    'practices:\n  4.1.2:\n    level: 2\n    practice: Yearly\n    owner: Maria\n    reviewed: 2026-01-31\n    note: x\n',
  ],
  [
    'criteria are one line, sorted as they are numbered, and words stay bare',
    'practices:\n  4.1.2:\n',
    [
      at(['practices', '4.1.2', 'criteria', '2a'], 'no'),
      at(['practices', '4.1.2', 'criteria', '1a'], 'yes'),
      at(['practices', '4.1.2', 'criteria', '10a'], 'not-applicable'),
      at(['practices', '4.1.2', 'criteria', '2a'], 'partly'),
    ],
    'practices:\n  4.1.2:\n    criteria: { 1a: yes, 2a: partly, 10a: not-applicable }\n',
  ],
  [
    'a piece of evidence looks like the one before it',
    'evidence:\n  - { file: a.md, kind: record } # old\nothers:\n  - file: a.md\n    kind: record\n\n  - file: b.md\n    kind: record\n',
    [
      at(['evidence', 1], { file: 'c, d.md', kind: 'record' }),
      at(['others', 2], { file: 'c.md', kind: 'record' }),
    ],
    'evidence:\n  - { file: a.md, kind: record } # old\n  - { file: "c, d.md", kind: record }\nothers:\n  - file: a.md\n    kind: record\n\n  - file: b.md\n    kind: record\n\n  - file: c.md\n    kind: record\n',
  ],
  [
    'the first piece of evidence makes the list, where other lists stand in this file',
    'practices:\n  4.1.1:\n    evidence:\n    - file: a.md\n  4.1.2:\n    level: 2\n',
    [at(['practices', '4.1.2', 'evidence', 0], { url: 'https://example.org/?a=b#c', kind: 'document' })],
    'practices:\n  4.1.1:\n    evidence:\n    - file: a.md\n  4.1.2:\n    level: 2\n    evidence:\n    - url: https://example.org/?a=b#c\n      kind: document\n',
  ],
  [
    'behind a block text, which ends where the new key begins',
    'practices:\n  4.1.2:\n    practice: |\n      # no comment\n      level: 7\n\n  4.2:\n    level: 1\n',
    [practice('4.1.2', 'owner', 'Maria'), practice('4.1.3', 'level', 1)],
    'practices:\n  4.1.2:\n    practice: |\n      # no comment\n      level: 7\n    owner: Maria\n\n  4.1.3:\n    level: 1\n\n  4.2:\n    level: 1\n',
  ],
  [
    'indented as far as the neighbours: four columns, and one',
    'organization:\n    name: X\npractices:\n    4.1.1:\n        level: 1\n',
    [practice('4.1.2', 'evidence', [{ file: 'x', kind: 'record' }])],
    'organization:\n    name: X\npractices:\n    4.1.1:\n        level: 1\n    4.1.2:\n        evidence:\n            - file: x\n              kind: record\n',
  ],
  [
    'one column',
    'organization:\n name: X\npractices:\n 4.1.1:\n  level: 1\n',
    [practice('4.1.2', 'level', 2)],
    'organization:\n name: X\npractices:\n 4.1.1:\n  level: 1\n 4.1.2:\n  level: 2\n',
  ],
  [
    'keys in quotes get neighbours in quotes',
    `"practices":\n  "4.1.1":\n    "level": 1\n'targets': { 'default': 3 }\n`,
    [
      practice('4.1.2', 'level', 2),
      practice('4.1.1', 'note', 'x'),
      at(['targets', 'elements'], { '4.2': 1 }),
    ],
    `"practices":\n  "4.1.1":\n    "level": 1\n    "note": x\n  "4.1.2":\n    level: 2\n'targets': { 'default': 3, 'elements': { 4.2: 1 } }\n`,
  ],
  [
    'an order that says nothing about the key does not hold',
    'practices:\n  4.2:\n    owner: Maria\n',
    [{ path: ['practices', '4.2', 'level'], value: 1, order: ['4.1.2', '4.2'] }],
    'practices:\n  4.2:\n    level: 1\n    owner: Maria\n',
  ],
  [
    'an order that was given goes before number and format',
    'practices:\n  b: { level: 1 }\n  a: { level: 1 }\n',
    [{ path: ['practices', 'm', 'level'], value: 1, order: ['b', 'm', 'a'] }],
    'practices:\n  b: { level: 1 }\n  m:\n    level: 1\n  a: { level: 1 }\n',
  ],
]

const removed: readonly Case[] = [
  [
    'a key goes with its remark, comments on lines of their own stay',
    'practices:\n  4.1.2:\n    # how far\n    level: 2 # really\n    # who\n    owner: Maria\n',
    [practice('4.1.2', 'level', undefined)],
    'practices:\n  4.1.2:\n    # how far\n    # who\n    owner: Maria\n',
  ],
  [
    'the last key leaves the name of its practice, the last piece an empty list',
    'practices:\n  4.1.2:\n    level: 2\n  4.2:\n    evidence: # proof\n      - file: x\n        kind: record\n',
    [practice('4.1.2', 'level', undefined), at(['practices', '4.2', 'evidence', 0], undefined)],
    'practices:\n  4.1.2:\n  4.2:\n    evidence: [] # proof\n',
  ],
  [
    'of two blank lines that would meet one stays',
    'practices:\n  4.1.1: { level: 1 }\n\n  4.1.2:\n    level: 2\n\n  4.2: { level: 1 }\n',
    [at(['practices', '4.1.2'], undefined)],
    'practices:\n  4.1.1: { level: 1 }\n\n  4.2: { level: 1 }\n',
  ],
  [
    'the first key behind a dash lets the next one move up',
    'evidence:\n  - file: x\n    kind: record\n  - url: y\n',
    [at(['evidence', 0, 'file'], undefined), at(['evidence', 1], undefined)],
    'evidence:\n  - kind: record\n',
  ],
  [
    'from within brackets',
    'a: { x: 1, y: 2, z: 3 }\nb: [1, 2, 3]\nc: { x: 1 }\nd: [ 1, ]\n',
    [
      at(['a', 'y'], undefined),
      at(['a', 'x'], undefined),
      at(['b', 2], undefined),
      at(['c', 'x'], undefined),
      at(['d', 0], undefined),
    ],
    'a: { z: 3 }\nb: [1, 2]\nc: {}\nd: []\n',
  ],
  [
    'from within brackets on several lines, whose other remarks stay',
    'a: { x: 1, # one\n     y: 2, # two\n     z: 3 } # three\n',
    [at(['a', 'y'], undefined), at(['a', 'z'], undefined)],
    'a: { x: 1, # one\n     } # three\n',
  ],
  [
    'from a list set as a whole: the first of three, and the middle one',
    'a:\n  - x: 1 # one\n  - x: 2 # two\n  - x: 3 # three\nb: [1, 2, 3]\n',
    [at(['a'], [{ x: 2 }, { x: 3 }]), at(['b'], [1, 3])],
    'a:\n  - x: 2 # two\n  - x: 3 # three\nb: [1, 3]\n',
  ],
  [
    'what is not there goes without a trace',
    'practices:\n  4.1.2:\n',
    [
      practice('4.1.2', 'level', undefined),
      at(['practices', '9.2'], undefined),
      at(['targets', 'default'], undefined),
    ],
    'practices:\n  4.1.2:\n',
  ],
  [
    'an empty mapping takes away all keys and leaves comments and name',
    'practices:\n  4.1.2:\n    # how far\n    level: 2\n    owner: Maria\n',
    [at(['practices', '4.1.2'], {})],
    'practices:\n  4.1.2:\n    # how far\n',
  ],
]

const ends: readonly Case[] = [
  [
    'no line break at the end',
    'practices:',
    [practice('4.1.2', 'level', 3)],
    'practices:\n  4.1.2:\n    level: 3',
  ],
  ['removed from there', 'a: 1\nb: 2', [at(['b'], undefined)], 'a: 1'],
  [
    'document marks',
    '---\npractices: {}\n...\n',
    [practice('4.1.2', 'level', 3)],
    '---\npractices:\n  4.1.2:\n    level: 3\n...\n',
  ],
  [
    'CRLF and a byte order mark',
    '\ufeffpractices:\r\n  4.1.2:\r\n    level: 2 # x\r\n',
    [practice('4.1.2', 'level', 3), practice('4.1.2', 'note', 'one\ntwo')],
    '\ufeffpractices:\r\n  4.1.2:\r\n    level: 3 # x\r\n    note: |-\r\n      one\r\n      two\r\n',
  ],
  [
    'mixed line ends: as the line before',
    'practices:\n  4.1.2:\r\n    level: 2\r\n  4.2:\n    level: 1\n',
    [practice('4.1.2', 'owner', 'x'), practice('4.2', 'owner', 'z')],
    'practices:\n  4.1.2:\r\n    level: 2\r\n    owner: x\r\n  4.2:\n    level: 1\n    owner: z\n',
  ],
  [
    'a comment as the last line, without line break',
    'practices:\n  4.1.2:\n    level: 2\n# end',
    [practice('4.2', 'level', 3)],
    'practices:\n  4.1.2:\n    level: 2\n  4.2:\n    level: 3\n# end',
  ],
]

describe.each([
  ['written over', inPlace],
  ['added', added],
  ['taken away', removed],
  ['at the ends of the file', ends],
])('what is %s', (_, cases) => {
  it.each(cases)('%s', (_name, before, edits, after) => {
    expect(editText(before, edits)).toEqual({ text: after, how: 'spliced' })
  })
})

describe('a text', () => {
  it.each<readonly [text: string, written: string]>([
    [
      'A plain sentence, with a comma; and more (really).',
      'A plain sentence, with a comma; and more (really).',
    ],
    ['Überprüfung žluť', 'Überprüfung žluť'],
    ['日本語のテキスト', '日本語のテキスト'],
    ['evidence/minutes 2026.md', 'evidence/minutes 2026.md'],
    ['2026-05-04', '2026-05-04'],
    ['nace:C28.13', 'nace:C28.13'],
    ['36 % of all', '36 % of all'],
    ['With: a colon', '"With: a colon"'],
    ['ends:', '"ends:"'],
    ['a # b', '"a # b"'],
    ['#7', '"#7"'],
    ['- item', '"- item"'],
    ['yes', '"yes"'],
    ['Off', '"Off"'],
    ['null', '"null"'],
    ['~', '"~"'],
    ['', '""'],
    ['12', '"12"'],
    ['7.10', '"7.10"'],
    ['1_000', '"1_000"'],
    ['12:30', '"12:30"'],
    ['.inf', '".inf"'],
    ['0x1F', '"0x1F"'],
    [' blank ', '" blank "'],
    ['C:\\path', `'C:\\path'`],
    ['We call it "the lab".', 'We call it "the lab".'],
    ['Called: "the lab"', `'Called: "the lab"'`],
    [`It's "it": that`, '"It\'s \\"it\\": that"'],
    ['"quoted"', `'"quoted"'`],
    ['a\tb', '"a\\tb"'],
    ['one\n two\n\nthree', '|-\n  one\n   two\n\n  three'],
    ['one\ntwo\n', '|\n  one\n  two'],
    ['one\n', '"one\\n"'],
    [' one\ntwo', '" one\\ntwo"'],
    ['one \ntwo', '"one \\ntwo"'],
    ['one\r\ntwo', '"one\\r\\ntwo"'],
    ['bell\u0007, \u202eleft', '"bell\\u0007, \\u202eleft"'],
  ])('%j stands as %j', (text, written) => {
    expect(editText('a: 1\n', [at(['note'], text)])).toEqual({
      text: `a: 1\nnote: ${written}\n`,
      how: 'spliced',
    })
  })
})
