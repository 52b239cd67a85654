/** What a repository may hold to mislead a check: configurations that are programs, links that lead out, files that hang. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, type Run, run, small } from '../cli/run.ts'
import { type Expected, expectHarmless } from './harmless.ts'

/** A repository with somebody else's files in it, below a folder that is none of its business. */
async function inTrap(use: (repository: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
    const program = `require('fs').writeFileSync(${JSON.stringify(join(folder, 'pwned'))}, 'x')\n`
    mkdirSync(join(folder, 'repo', '.git'), { recursive: true })
    mkdirSync(join(folder, 'repo', 'plants'))
    write('ims-gap.config.yaml', 'failOn: low\n')
    write('secret.yaml', small.replace('Small Firm', 'Secret Firm'))
    write('repo/org.yaml', small)
    for (const name of [
      'ims-gap.config.js',
      'ims-gap.config.cjs',
      'ims-gap.config.mjs',
      'ims-gap.config.ts',
      '.ims-gaprc.js',
    ])
      write(`repo/${name}`, program)
    write('repo/package.json', '{ "ims-gap": { "rules": "../../x", "failOn": "low" }, "type": "commonjs" }')
    write('repo/.ims-gaprc', 'failOn: low\n')
    await use(join(folder, 'repo'))
    expect(() => readFileSync(join(folder, 'pwned'))).toThrow()
  })
}

const trapped = async (
  argv: readonly string[],
  prepare: (repository: string) => void = () => {},
): Promise<Run> => {
  let result: Run | undefined
  await inTrap(async (repository) => {
    prepare(repository)
    result = await run(argv, { folder: repository })
  })
  return result!
}

describe.runIf(process.platform === 'linux')('a hostile repository', () => {
  it('has no configuration but the one that is data', async () => {
    const { code, stdout } = await trapped(['check', 'org.yaml'])
    expect(code).toBe(0)
    expect(stdout).toContain('passed')
  })

  const link = (target: string, name: string) => (repository: string) =>
    symlinkSync(target, join(repository, name))
  const write = (name: string, text: string) => (repository: string) =>
    writeFileSync(join(repository, name), text)
  const cases: [what: string, prepare: (repository: string) => void, argv: string[], expected: Expected][] = [
    [
      'a configuration that leads out',
      link('../ims-gap.config.yaml', 'ims-gap.config.yaml'),
      ['check', 'org.yaml'],
      { code: 2, says: 'is a link that leads out of the repository' },
    ],
    [
      'one that leads nowhere',
      link('nowhere.yaml', 'ims-gap.config.yaml'),
      ['check', 'org.yaml'],
      { code: 2, says: 'is a link to a file that does not exist' },
    ],
    [
      'one that is a folder',
      (repository) => mkdirSync(join(repository, 'ims-gap.config.yaml')),
      ['check', 'org.yaml'],
      { code: 2, says: 'is a folder' },
    ],
    [
      'one that hangs',
      (repository) => execFileSync('mkfifo', [join(repository, 'ims-gap.config.yaml')]),
      ['check', 'org.yaml'],
      { code: 2, says: 'not a regular file' },
    ],
    [
      'one that never ends',
      write('ims-gap.config.yaml', `{${'a,'.repeat(500_000)}}`),
      ['check', 'org.yaml'],
      { code: 2 },
    ],
    [
      'one with a tag',
      write('ims-gap.config.yaml', 'failOn: !!js/function "x"\n'),
      ['check', 'org.yaml'],
      { code: 2, says: 'source/tag' },
    ],
    [
      'files that a link leads out to',
      (repository) => {
        link('../secret.yaml', 'mine.yaml')(repository)
        write('ims-gap.config.yaml', 'files: [mine.yaml]\n')(repository)
      },
      ['check'],
      { code: 2, says: 'leads out of the repository' },
    ],
    [
      'a baseline that leads out',
      link('../secret.yaml', 'ims-gap.baseline.yaml'),
      ['check', 'org.yaml'],
      { code: 2, says: 'leads out of the repository' },
    ],
    [
      'a baseline to be written through a link that leads out',
      link('../new.yaml', 'ims-gap.baseline.yaml'),
      ['baseline', 'write', 'org.yaml'],
      { code: 2, says: 'leads out of the repository' },
    ],
    [
      'a baseline that names files outside',
      write(
        'ims-gap.baseline.yaml',
        'ims-gap-baseline: 1\nframework: iso-56002:2019\npack: "1.0.0"\nfindings:\n  - { file: ../secret.yaml, finding: practice/below-target@5.1.1 }\n',
      ),
      ['baseline', 'prune'],
      { code: 2, says: 'leads out of the repository' },
    ],
    [
      'a baseline that is a description',
      write('ims-gap.baseline.yaml', small),
      ['baseline', 'write', 'org.yaml'],
      { code: 2, says: 'unknown key', lines: 60 },
    ],
    [
      'a pipe among the files',
      (repository) => execFileSync('mkfifo', [join(repository, 'pipe.yaml')]),
      ['check', 'org.yaml', 'pipe.yaml', '-q'],
      { code: 3 },
    ],
    ['a device', () => {}, ['check', '/dev/zero', 'org.yaml'], { code: 3, says: 'not a regular file' }],
    ['a name with orders in it', write('::error::a\nb\u001b[2J.yaml', small), ['check', '.'], { code: 0 }],
    [
      'a name that looks like a flag',
      write('-rf.yaml', small),
      ['check', '--', '-rf.yaml'],
      { code: 0, says: '-rf.yaml' },
    ],
    [
      'a folder in a loop',
      (repository) => symlinkSync('..', join(repository, 'plants', 'loop')),
      ['check', '.'],
      { code: 0 },
    ],
    ['a bomb of braces', () => {}, ['check', '{a,b}'.repeat(30)], { code: 4, says: 'no such file' }],
    ['a pattern without a match', () => {}, ['check', 'plants/*.yaml'], { code: 4, says: 'no such file' }],
  ]
  it.each(cases)('%s', async (_, prepare, argv, expected) => {
    const result = await trapped(argv, prepare)
    // What is wrong with a file that was checked is part of the result.
    const stderr = result.stderr === '' ? result.stdout : result.stderr
    expectHarmless({ ...result, stderr }, { lines: 60, ...expected })
    expect(`${result.stdout}${result.stderr}`).not.toContain('Secret Firm')
  })

  it('tells of every file among hundreds, the broken ones and one that hangs', async () => {
    await inTrap(async (repository) => {
      const names = Array.from({ length: 300 }, (_, index) => `plants/${String(index).padStart(3, '0')}.yaml`)
      for (const [index, name] of names.entries())
        writeFileSync(
          join(repository, name),
          index % 30 === 7 ? 'ims-gap: [' : small.split('\n').slice(0, 5).join('\n'),
        )
      execFileSync('mkfifo', [join(repository, 'plants', 'pipe.yaml')])
      const { code, stdout } = await run(['check', 'plants', 'plants/pipe.yaml', '--format', 'json'], {
        folder: repository,
      })
      expect(code).toBe(3)
      expect(JSON.parse(stdout).counts).toEqual({
        files: 301,
        passed: 290,
        failed: 0,
        invalid: 10,
        unreadable: 1,
      })
    })
  })
})
