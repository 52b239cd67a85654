/** Descriptions as an attacker or an accident would write them: the right exit code, soon, and a message to act on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repository, run } from '../cli/run.ts'
import { type Expected, expectHarmless } from './harmless.ts'

const head = `ims-gap: 1
framework: iso-56002:2019
organization: { name: A, kind: established, size: medium }
assessment: { date: 2026-10-14 }
`
const mebibyte = 1024 * 1024
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')
const fill = (text: string) => text.repeat(Math.floor(mebibyte / Buffer.byteLength(text)))
const named = (name: string) => head.replace('name: A', `name: ${name}`)
const practice = (fields: string) => `${head}practices: { 4.1.2: { ${fields} } }\n`
const utf = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding)
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()

type Row = [name: string, input: string | Uint8Array, expected: Expected]
const refused = (says: string, lines?: number): Expected => ({ code: 3, says, ...(lines && { lines }) })
const fine: Expected = { code: 0, lines: 0 }

const bytes: Row[] = [
  ['nothing', '', refused('ims-gap init')],
  ['spaces', '   \n  ', refused('source/empty')],
  ['only a marker', '---', refused('source/empty')],
  ['null', 'null', refused('source/empty')],
  ['a byte order mark', `\ufeff${head}`, fine],
  ['UTF-16LE', utf(head, 'utf16le'), refused('iconv -f UTF-16LE')],
  ['UTF-16BE', swapped(utf(head, 'utf16le')), refused('iconv -f UTF-16BE')],
  [
    'a byte that is no UTF-8',
    Buffer.concat([Buffer.from(`${head}a: `), Buffer.from([0xff])]),
    refused('byte 13'),
  ],
  [
    'an overlong slash',
    Buffer.concat([Buffer.from(head), Buffer.from([0xc0, 0xaf])]),
    refused('invalid-utf8'),
  ],
  ['NUL', `${head}# \0\n`, refused('U+0000 (NUL)')],
  ['ESC in a value', `${head}x: "\x1b[2J"`, refused('U+001B (ESC)')],
  ['a C1 control in a comment', `${head}# \x9b31m\n`, refused('U+009B')],
  ['NEL for line ends', head.replaceAll('\n', '\x85'), refused('U+0085 (NEL)', 20)],
  ['CR for line ends', head.replaceAll('\n', '\r'), refused('source/line-ends')],
  ['CR LF', head.replaceAll('\n', '\r\n'), fine],
  ['1 MiB of comments', head + '# comment\n'.repeat((mebibyte - head.length) / 10), fine],
  ['1 MiB and a byte', Buffer.alloc(mebibyte + 1, '#'), refused('source/too-large')],
  ['a PNG image', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), refused('a PNG image')],
  ['an XLSX workbook', Buffer.from('PK\x03\x04 xl/workbook.xml', 'latin1'), refused('an XLSX workbook')],
]

const structure: Row[] = [
  ['100,000 brackets', '['.repeat(100_000), refused('source/too-deep')],
  ['blocks 2,000 deep', lines(1200, (index) => `${' '.repeat(index)}a:`), refused('source/too-deep')],
  ['dashes on lines', fill('-\n'), refused('source/too-many-nodes')],
  ['keys in braces', `{${'a,'.repeat(500_000)}}`, refused('source/too-many-nodes')],
  ['colons in braces', `{${':,'.repeat(500_000)}`, refused('source/too-many-nodes')],
  ['equal keys', fill('a:\n'), refused('source/too-many-nodes')],
  ['40,000 keys', lines(40_000, (index) => `k${index}: 1`), refused('source/too-many-keys')],
  ['5,000 unknown keys', head + lines(4990, (index) => `k${index}: 1`), refused('more', 260)],
  ['tags', '!!str '.repeat(100_000), refused('source/tag')],
  ['anchors', '&a '.repeat(100_000), refused('source/anchor')],
  ['aliases to nothing', 'a: *undefined', refused('source/alias')],
  [
    'billion laughs',
    lines(10, (at) => `a${at}: &a${at} [*a${at - 1}, *a${at - 1}]`),
    refused('source/a', 200),
  ],
  ['a circle', '&a [*a]', refused('source/anchor', 12)],
  ['merge keys', `${head}<<: { x: 1 }\n`, refused('source/merge-key')],
  ['a tag that runs code elsewhere', `${head}x: !!js/function "x"\n`, refused('source/tag')],
  ['a directive', `%YAML 1.1\n---\n${head}`, refused('source/directive')],
  ['two documents', `${head}---\na: 1\n`, refused('source/several-documents')],
  ['a list for a key', `${head}? [1, 2]\n: x\n`, refused('source/complex-key')],
  ['null for a key', `${head}null: x\n`, refused('source/null-key')],
  ['~ for an element', `${head}practices: { ~: { level: 2 } }\n`, refused('source/null-key')],
  ['an empty key', `${head}"": x\n`, refused('source/empty-key')],
  ['a key of 1,025 characters', `${head}${'k'.repeat(1025)}: x\n`, refused('source/too-long')],
  ['__proto__ at the top', `${head}__proto__: { level: 5 }\n`, refused('source/reserved-key')],
  ['__proto__ in quotes', practice('"__proto__": 1'), refused('source/reserved-key')],
  ['constructor', practice('constructor: { prototype: { x: 1 } }'), refused('source/reserved-key', 12)],
  ['toString for a key', `${head}toString: 1\n`, refused('unknown key "toString"')],
  ['valueOf for an element', `${head}practices: { valueOf: { level: 2 } }\n`, refused('"valueOf"')],
  [
    'hasOwnProperty for a principle',
    `${head}targets: { principles: { hasOwnProperty: 3 } }\n`,
    refused('"hasOwnProperty"'),
  ],
  ['a list', '- a', refused('expected a mapping')],
  ['a number', '12', refused('expected a mapping')],
]

const values: Row[] = [
  ['not a number', practice('level: .nan'), refused('from 0 to 5')],
  ['infinity', practice('level: 1e400'), refused('from 0 to 5')],
  ['400 digits', practice(`level: ${'9'.repeat(400)}`), refused('from 0 to 5')],
  ['a day that is none', head.replace('2026-10-14', '2024-02-30'), refused('a day that does not exist')],
  ['the year 9999', head.replace('2026-10-14', '9999-12-31'), { code: 0, says: 'future-date' }],
  ['a format to come', head.replace('ims-gap: 1', 'ims-gap: 2'), refused('upgrade ims-gap')],
  ['a schema from the network', `${head}$schema: https://evil/x\n`, refused('never opened')],
  [
    '2,001 practices',
    `${head}practices:\n${lines(2001, (index) => `  k${index}: { level: 2 }`)}`,
    refused('2,001 entries'),
  ],
  [
    '10,000 equal objectives',
    `${head}objectives:\n${'- { id: a, title: b }\n'.repeat(10_000)}`,
    refused('10,000 entries'),
  ],
  ['a name of 100,000 characters', named('x'.repeat(100_000)), fine],
  ['a name of 100,001 characters', named('x'.repeat(100_001)), refused('at most 100,000 are read')],
  ['a letter with 1,000 marks', named(`a${'\u0301'.repeat(1000)}`), fine],
  ['a name that clears the screen', named('"\\e[2J\\e]0;pwn\\a"'), fine],
  ['a name for the build machine', named('"::add-mask::x"'), fine],
  ['a name from right to left', named('a\u202eb\u2066'), fine],
  [
    'an id from right to left',
    `${head}objectives: [{ id: "a\\u202Eb", title: x }]\n`,
    refused('cannot be seen'),
  ],
  ['a key with nothing to see', `${head}lev\u200bel: 1\n`, refused('U+200B')],
  ['half a character', `${head}x: "\\uD800"\n`, refused('source/lone-surrogate')],
  [
    'a way out of the folder',
    practice('evidence: [{ kind: record, file: ../../etc/passwd }]'),
    refused('leads out'),
  ],
  ['a device', practice('evidence: [{ kind: record, file: CON }]'), refused('Windows reserves')],
  [
    'a script for an address',
    practice('evidence: [{ kind: record, url: "javascript:alert(1)" }]'),
    refused('bad-url'),
  ],
  ['a comma too much', practice('note: Sales, service'), refused('write note: "Sales, service"', 8)],
  ['slashes for a path', practice(`evidence: [{ kind: record, file: "${'a/'.repeat(30_000)}" }]`), fine],
  [
    'dots for an address',
    practice(`evidence: [{ kind: record, url: "http://${'a.'.repeat(30_000)}" }]`),
    fine,
  ],
  ['65,000 spaces in a name', named(`"x${' '.repeat(65_000)}y"`), fine],
]

describe('hostile descriptions', () => {
  it.each([...bytes, ...structure, ...values])('%s', async (_, input, expected) => {
    const result = await run(['assess', '-'], { stdin: input })
    expectHarmless(result, expected)
    expect({}.toString).toBe(Object.prototype.toString)
    if (expected.code !== 0) expect(result.stdout).toBe('')
  })

  it('2,000 references that lead nowhere are all reported, those shown with a suggestion', async () => {
    const id = (index: number, letter: string) =>
      `abcdefghijklmnopqrstuvwxyz-${letter}-${String(index).padStart(5, '0')}`
    const objectives = lines(2000, (index) => `- { id: ${id(index, 'h')}, title: O }`)
    const initiatives = lines(2000, (index) => `- { id: i${index}, title: I, objective: ${id(index, 'i')} }`)
    const result = await run(['assess', '-'], {
      stdin: `${head}objectives:\n${objectives}\ninitiatives:\n${initiatives}\n`,
    })
    expectHarmless(result, { code: 3, lines: 260, says: '… and 1,950 more' })
    expect(result.stderr.match(/did you mean/g)).toHaveLength(50)
  })

  const formats = ['terminal', 'markdown', 'csv', 'json'] as const
  const nasty = readFileSync(join(repository, 'examples/manufacturer.yaml'), 'utf8')
    .replace('name: Harbour Pumps', 'name: "\\e]0;pwn\\a\\u202E::error::<script>=1+1|`@all"')
    .replaceAll(/^ {4}owner: .*$/gm, '    owner: "\\e[31m\\u2028::stop-commands::x"')
    .replaceAll(/^ {4}title: .*$/gm, '    title: "\\u009b2J\\n::error::\\n##[group] x"')

  it.each(formats)('texts that would steer come out as %s harmless', async (format) => {
    for (const columns of [undefined, '20', '300']) {
      const env = columns === undefined ? {} : { COLUMNS: columns }
      const result = await run(['assess', '-', '--format', format, '--all'], { stdin: nasty, env })
      expectHarmless(result, { code: 0, lines: 0 })
    }
  })
})
