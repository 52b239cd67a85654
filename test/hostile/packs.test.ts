/** Guidance packs from a stranger: refused or made harmless, soon, and never run as code. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, repository, run } from '../cli/run.ts'
import { type Expected, expectHarmless } from './harmless.ts'

const over = 'extends: iso-56002:2019\n'
const example =
  'examples: [{ given: { 6.2.2: 0 }, outcome: gap }, { given: { 6.2.2: 3 }, outcome: clear }, { given: {}, outcome: not-evaluated }]'

interface RuleParts {
  readonly id?: string
  readonly fires?: string
  readonly message?: string
}

function rule({ id = 'x/y', fires = '{ lack: 6.2.2 }', message = 'm' }: RuleParts): string {
  return `- id: ${id}
  about: 6.2.1
  fires: ${fires}
  severity: high
  confidence: firm
  title: T
  message: ${message}
  why: w
  otherwise: o
  check: c
  ${example}
`
}

type Files = Readonly<Record<string, string | Uint8Array>>
const withRule = (parts: RuleParts): Files => ({ 'pack.yaml': over, 'rules/a.yaml': rule(parts) })
const withPack = (text: string): Files => ({ 'pack.yaml': `${over}${text}` })

function write(folder: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'mine', path)), { recursive: true })
    writeFileSync(join(folder, 'mine', path), content)
  }
  return 'mine'
}

const refused = (says: string, lines = 200): Expected => ({ code: 3, says, lines })
const nested = (depth: number) => `${'{ not: '.repeat(depth)}{ lack: 6.2.2 }${' }'.repeat(depth)}`
const counting = (depth: number) =>
  `${'{ count: { of: elements, atLeast: 1, where: '.repeat(depth)}{ level: { of: this, atLeast: 1 } }${' } }'.repeat(depth)}`

const packs: [name: string, files: Files, expected: Expected][] = [
  ['an empty one', { 'pack.yaml': '' }, refused('source/empty')],
  ['a list', { 'pack.yaml': '- a' }, refused('pack/')],
  ['bytes', { 'pack.yaml': new Uint8Array(1000) }, refused('source/', 210)],
  ['one that extends itself', { 'pack.yaml': 'extends: mine:1\nid: mine\n' }, refused('pack/cannot-extend')],
  [
    'one that extends an address',
    { 'pack.yaml': 'extends: https://evil/x\n' },
    refused('pack/cannot-extend'),
  ],
  ['a key that replaces prototypes', withPack('__proto__: { x: 1 }\n'), refused('source/reserved-key')],
  ['an id that clears the screen', withPack('id: "\\e[2J"\n'), refused('pack/bad-name')],
  ['a version right to left', withPack('version: "\\u202E1"\n'), refused('pack/bad-name')],
  [
    'elements that are a list',
    { 'pack.yaml': over, 'elements/a.yaml': '- a\n' },
    refused('elements-not-a-mapping'),
  ],
  [
    'rules that are a mapping',
    { 'pack.yaml': over, 'rules/a.yaml': 'a: b\n' },
    refused('pack/rules-not-a-list'),
  ],
  ['a path into prototypes', withRule({ fires: '{ present: this.constructor }' }), refused('pack/')],
  ['a path of the organization', withRule({ fires: '{ present: organization.toString }' }), refused('pack/')],
  ['a path of 10,000 steps', withRule({ fires: `{ present: "${'a.'.repeat(5000)}b" }` }), refused('pack/')],
  ['a word that is none', withRule({ fires: '{ toString: 1 }' }), refused('toString')],
  ['an operator for code', withRule({ fires: '{ code: "process.exit()" }' }), refused('code')],
  [
    'a bound that is no number',
    withRule({ fires: '{ level: { of: 6.2.1, atLeast: .nan } }' }),
    refused('pack/'),
  ],
  ['an infinite bound', withRule({ fires: '{ level: { of: 6.2.1, atLeast: 1e400 } }' }), refused('pack/')],
  [
    'months without end',
    withRule({ fires: '{ recent: { field: 6.2.1.reviewed, within: 99999999999999999999 months } }' }),
    refused('pack/'),
  ],
  ['conditions 10,000 deep', withRule({ fires: nested(10_000) }), refused('source/too-deep')],
  ['counting within counting', withRule({ fires: counting(6) }), refused('pack/too-much-work')],
  [
    'braces of another language',
    withRule({ message: '"$\x7bprocess.env.HOME} {{constructor}}"' }),
    refused('pack/'),
  ],
  ['a message about prototypes', withRule({ message: '"{__proto__}"' }), refused('pack/')],
  [
    '1,100 rules',
    {
      'pack.yaml': over,
      'rules/a.yaml': Array.from({ length: 1100 }, (_, at) => rule({ id: `x/y${at}` })).join(''),
    },
    refused('at most 1,000 are read', 5),
  ],
  [
    '100,000 rules',
    {
      'pack.yaml': over,
      ...Object.fromEntries(
        [1, 2, 3, 4].map((file) => [
          `rules/${file}.yaml`,
          Array.from({ length: 25_000 }, (_, at) => `- id: x/y${file}n${at}`).join('\n'),
        ]),
      ),
    },
    refused('at most 1,000 are read', 5),
  ],
  [
    '30,000 times one rule',
    { 'pack.yaml': over, 'rules/a.yaml': '- id: x/y\n'.repeat(30_000) },
    refused('pack/duplicate-id', 300),
  ],
  [
    '201 files of rules',
    {
      'pack.yaml': over,
      ...Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`rules/${at}.yaml`, '[]\n'])),
    },
    refused('too large', 1),
  ],
  [
    'files of 5 MiB',
    {
      'pack.yaml': over,
      ...Object.fromEntries(
        Array.from({ length: 5 }, (_, at) => [`rules/${at}.yaml`, `# ${'x'.repeat(1_048_000)}\n[]\n`]),
      ),
    },
    refused('too large', 1),
  ],
]

describe('hostile packs', () => {
  it.each(packs)('%s', async (_, files, expected) => {
    await inFolder(async (folder) => {
      const pack = write(folder, files)
      const result = await run(['assess', join(repository, 'examples/minimal.yaml'), '--pack', pack], {
        folder,
      })
      expectHarmless(result, expected)
      expect(result.stdout).toBe('')
    })
  })

  it('links do not lead out of a pack, and nothing of what they lead to is shown', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'secret.yaml'), 'a secret\n')
      write(folder, { 'pack.yaml': over, 'rules/a.yaml': '[]\n' })
      symlinkSync('../../secret.yaml', join(folder, 'mine/rules/b.yaml'))
      const result = await run(['validate', 'mine'], { folder })
      expectHarmless(result, { code: 3, says: 'is a link that leads out of the pack' })
      expect(result.stderr + result.stdout).not.toContain('a secret')
    })
  })

  const evil =
    '"\\e[2J\\e]0;pwn\\a\\u202E\\u009B31m\\u2028\\n::error::x\\n##[group]y [x](javascript:alert(1)) <script>alert(1)</script> |a| \\uFFFF\\U000E0041"'
  const hostileTexts: Files = {
    'pack.yaml': `${over}title: ${evil}\nprincipleMap: ${evil}\nclauses: { "4": ${evil} }\nprofiles: [{ id: ${evil.slice(0, 90)}", title: ${evil}, for: {}, default: 3 }]\n`,
    'rules/a.yaml': rule({ message: evil })
      .replace('title: T', `title: ${evil}`)
      .replace('why: w', `why: ${evil}`)
      .replace('check: c', `check: ${evil}\n  do: ${evil}`),
    'elements/a.yaml': `7.1.3:\n  title: ${evil}\n  purpose: ${evil}\n  question: ${evil}\n  leads: ${evil}\n  softer: ${evil}\n  advice: ${evil}\n  anchors: { 1: ${evil} }\n  evidence: { record: [${evil}] }\n  steps: { 2: { do: [${evil}], shows: [${evil}] } }\n`,
    'principles.yaml': `culture: { title: ${evil}, statement: ${evil}, benefits: [${evil}] }\n`,
    'terms.yaml': `terms: { innovation: { definition: ${evil} } }\n`,
    'crosswalk.yaml': `document: ${evil}\nentries: { "5.4": { title: ${evil}, to: [], note: ${evil} } }\n`,
  }
  const org = join(repository, 'examples/manufacturer.yaml')
  const explained = ['7.1.3', 'culture', 'x/y', 'innovation', '6.2.1', '4', '5.4']
  const calls = [
    ...['terminal', 'markdown', 'csv', 'json'].map((format) => ['assess', org, '--all', '--format', format]),
    ...['terminal', 'markdown', 'json'].flatMap((format) =>
      explained.map((word) => ['explain', word, '--format', format]),
    ),
    ['explain', '7.1.3', org],
    ['explain'],
    ['schema'],
    ['init', '-', '--name', 'A', '--kind', 'established', '--size', 'small'],
  ]

  it('texts that would steer come out of every command harmless', { timeout: 60_000 }, async () => {
    await inFolder(async (folder) => {
      write(folder, hostileTexts)
      for (const call of calls) {
        const result = await run([...call, '--pack', 'mine'], { folder })
        expect([call, result.code === 0 || result.code === 2]).toEqual([call, true])
        expectHarmless(result, { code: result.code })
      }
    })
  })
})
