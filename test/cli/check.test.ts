/** `check` as a user and a build machine meet it: files and folders, gates from flags and configuration, codes and outputs. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkEndings, checkFormats } from '../../src/cli/check/check-formats.ts'
import { checkReporters } from '../../src/report/check/reporters.ts'
import { text } from '../check/descriptions.ts'
import { inFolder, type Run, run, small } from './run.ts'

type Files = Readonly<Record<string, string>>

/** Runs in a folder with these files; `.git` makes it the root of a repository. */
async function check(files: Files, argv: readonly string[], at = '.'): Promise<Run> {
  return inFolder(async (folder) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      if (name.endsWith('/')) mkdirSync(join(folder, name), { recursive: true })
      else writeFileSync(join(folder, name), content)
    }
    return run(['check', ...argv], { folder: join(folder, at) })
  })
}

const expired = `${small}waivers:\n  - { finding: practice/below-target@6.2.2, reason: Accepted until the reorganization., owner: Head, until: 2026-11-23 }\n`

describe('check', () => {
  it('passes a valid description where nothing else was asked, and says which gates held', async () => {
    const { code, stdout, stderr } = await check({ 'org.yaml': small }, ['org.yaml'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(
      /^passed {2}org\.yaml: level [\d. to]+, 3 of 52 elements assessed, \d+ open findings\n\nGATES\nmet {2}no waiver has expired\n\nOPEN FINDINGS \(5\)\n/,
    )
    expect(stdout).toContain('The file passes as of 2026-11-24, with nothing to compare with.')
    expect(stdout).toContain('BY RULE\n- 1 high: ')
    expect(stdout).toContain('Next:  ims-gap assess org.yaml\n       ims-gap baseline write org.yaml\n')
  })

  it('says that nothing is assessed', async () => {
    const { stdout } = await check({ 'org.yaml': `${small.split('practices:')[0]}practices: {}\n` }, [
      'org.yaml',
    ])
    expect(stdout).toContain('org.yaml: nothing is assessed')
  })

  it.each([
    [['org.yaml', '--fail-on', 'high'], 1, '1 open finding is high in severity'],
    [['org.yaml', '--fail-on', 'none'], 0, 'passed'],
    [['org.yaml', '--require', '5.1.1=2'], 0, 'level is 2; at least 2 is required'],
    [['org.yaml', '--require', '5.1.1=2', '--require', '6.2.2=1'], 1, 'level is 0; at least 1 is required'],
    [['org.yaml', '--min', 'culture=1'], 1, 'is withheld, because only'],
    [['org.yaml', '--min-lowest', 'overall=0'], 0, 'lowest possible level is'],
    [['org.yaml', '--min-coverage', '50'], 1, '3 of 52 elements are assessed'],
  ])('%j ends with %i', async (argv, code, says) => {
    const result = await check({ 'org.yaml': small }, argv as string[])
    expect(result.code).toBe(code)
    expect(result.stdout.replace(/\s+/g, ' ')).toContain(says)
  })

  it('takes today as the day, not that of the file, so that waivers run out', async () => {
    const late = await check({ 'org.yaml': expired }, ['org.yaml'])
    expect(late.code).toBe(1)
    expect(late.stdout).toContain('fails  waiver 1 held until 2026-11-23')
    const early = await check({ 'org.yaml': expired }, ['org.yaml', '--as-of', '2026-11-23'])
    expect(early.code).toBe(0)
    expect(early.stdout).toContain('1 waived')
  })

  it('groups what fails by rule, with a place to click on', async () => {
    const { stdout } = await check({ 'org.yaml': small }, ['org.yaml', '--fail-on', 'high'])
    expect(stdout).toMatch(/WHAT FAILS\n- high, \w+: .+ \[[a-z-]+\/[a-z-]+\]\n/)
    expect(stdout).toMatch(/org\.yaml:\d+:\d+$/m)
    expect(stdout).toMatch(
      /Next: {2}ims-gap explain [a-z-]+\/[a-z-]+ org\.yaml --as-of 2026-11-24 --evidence checked\n/,
    )
  })

  it('goes on after a file that is broken, and ends with the worst of all codes', async () => {
    const files = { 'a.yaml': 'ims-gap: [', 'b.yaml': small, 'c.yaml': expired, 'd.yaml/': '' }
    const all = await check(files, ['a.yaml', 'missing.yaml', 'b.yaml', 'c.yaml'])
    expect(all.code).toBe(4)
    expect(
      all.stdout
        .split('\n')
        .slice(0, 4)
        .map((line) => line.split(/\s+/).slice(0, 2)),
    ).toEqual([
      ['invalid', 'a.yaml:'],
      ['unreadable', 'missing.yaml:'],
      ['passed', 'b.yaml:'],
      ['failed', 'c.yaml:'],
    ])
    expect(all.stdout).toContain('3 of 4 files do not pass')
    expect((await check(files, ['c.yaml', 'a.yaml', 'b.yaml'])).code).toBe(3)
    expect((await check(files, ['c.yaml', 'b.yaml'])).code).toBe(1)
  })

  it('finds the descriptions in a folder, and nothing else there', async () => {
    const files = {
      'plants/b.yaml': small,
      'plants/a/deep.yml': small,
      'plants/other.yaml': 'kind: Deployment\n',
      'plants/notes.md': small,
      'plants/.hidden/x.yaml': small,
      'plants/node_modules/x/y.yaml': small,
      'plants/ims-gap.config.yaml': '{}\n',
      'empty/readme.md': '',
    }
    const { code, stdout } = await check(files, ['plants', 'plants/b.yaml', '--format', 'json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout).files.map(({ file }: { file: string }) => file)).toEqual([
      'plants/a/deep.yml',
      'plants/b.yaml',
    ])
    const none = await check(files, ['empty'])
    expect(none.code).toBe(3)
    expect(none.stdout).toContain('unreadable  empty: contains no practice description;')
  })

  it('does not follow links in a folder', async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'plants'))
      writeFileSync(join(folder, 'plants', 'a.yaml'), small)
      symlinkSync('..', join(folder, 'plants', 'loop'))
      symlinkSync('a.yaml', join(folder, 'plants', 'b.yaml'))
      const { code, stdout } = await run(['check', 'plants'], { folder })
      expect(code).toBe(0)
      expect(stdout.match(/^passed/gm)).toHaveLength(1)
    })
  })

  it('leads on with what works for all that was checked', async () => {
    const two = { 'org.yaml': small, 'plants/a b.yaml': small, 'broken.yaml': 'ims-gap: [' }
    const next = ({ stdout }: Run) => stdout.split('Next:')[1]?.replaceAll(/ {2,}/g, '  ')
    expect(next(await check(two, ['org.yaml', 'plants']))).toBe('  ims-gap baseline write org.yaml plants\n')
    const configured = { ...two, 'ims-gap.config.yaml': 'files: [org.yaml, plants]\n' }
    expect(next(await check(configured, []))).toBe('  ims-gap baseline write\n')
    expect(next(await check(configured, ['org.yaml', '--no-config']))).toBe(
      '  ims-gap assess org.yaml\n  ims-gap baseline write --no-config org.yaml\n',
    )
    expect(next(await check(two, ['org.yaml', 'broken.yaml']))).toBeUndefined()
    // The others that the configuration names would be new to a list of these.
    expect(next(await check(configured, ['org.yaml']))).toBe('  ims-gap assess org.yaml\n')
    // Accepting what is found would not make it pass.
    expect(next(await check(two, ['org.yaml', '--require', '6.2.2=5']))).toBeUndefined()
  })

  it('tells a path that goes on behind a file, and checks the others', async () => {
    const { code, stdout } = await check({ 'org.yaml': small }, ['org.yaml/x.yaml', 'org.yaml'])
    expect(code).toBe(4)
    expect(stdout).toContain('unreadable  org.yaml/x.yaml: a part of the path is not a folder\npassed ')
  })

  it('names a file with its folder where another was meant', async () => {
    const { stdout } = await check({ 'sub/org.yaml': small }, ['sub/org.yml'])
    expect(stdout).toContain('sub/org.yml: no such file; did you mean "sub/org.yaml"?')
  })

  it('says of a file that is broken nothing but that', async () => {
    const { stdout } = await check({ 'org.yaml': 'ims-gap: [' }, ['org.yaml'])
    expect(stdout).toBe('invalid  org.yaml: 1 error\n\nThe file could not be checked.\n')
  })

  it('knows what Git LFS leaves in place of a file', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 3\n'
    const { code, stderr } = await check({ 'org.yaml': pointer }, ['org.yaml'])
    expect(code).toBe(3)
    expect(stderr).toContain('hint: it is a pointer of Git LFS: git lfs pull fetches the file itself')
  })

  it('reads standard input', async () => {
    const { code, stdout } = await run(['check', '-', '--stdin-filename', 'x.yaml'], { stdin: small })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^passed {2}x\.yaml: /)
  })

  it('writes several outputs from one check', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), small)
      const outputs = [
        'r.txt',
        'r.json',
        'comment.md',
        'r.github.txt',
        'r.sarif',
        'summary.md',
        'r.gitlab.json',
        'r.xml',
        'r.svg',
        'r.badge.json',
      ]
      const argv = ['check', 'org.yaml', '--format', 'terminal', ...outputs.flatMap((name) => ['-o', name])]
      const { code, stdout, stderr } = await run(argv, { folder })
      expect(code).toBe(0)
      expect(stdout).toContain('passed')
      expect(stderr).toBe(outputs.map((name) => `wrote ${name}\n`).join(''))
      expect(JSON.parse(readFileSync(join(folder, 'r.sarif'), 'utf8')).version).toBe('2.1.0')
      expect((await run(argv, { folder })).code).toBe(0)
    })
  })

  it('knows every reporter and its endings', () => {
    expect([...checkFormats].sort()).toEqual(Object.keys(checkReporters).sort())
    expect(checkEndings).toEqual(
      Object.fromEntries(
        Object.entries(checkReporters).flatMap(([name, { extensions }]) =>
          extensions.map((ending) => [ending, name]),
        ),
      ),
    )
  })

  it('gives annotations to the build machine, and keeps every other line from being one', async () => {
    const hostile = small.replace('Small Firm', '"::error::pwned"')
    const files = { 'org.yaml': hostile, '::warning::x.yaml': small }
    const argv = ['org.yaml', './::warning::x.yaml', '--fail-on', 'high']
    const annotations = await check(files, [...argv, '--format', 'github'])
    expect(annotations.code).toBe(1)
    expect(annotations.stdout).toMatch(/^::error file=org\.yaml,/)
    for (const line of annotations.stdout.split('\n').filter((one) => one.startsWith('::')))
      expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+,/)
    const plain = await check(files, argv)
    expect(plain.stdout).not.toMatch(/^\s*::/m)
  })
})

describe('a configuration', () => {
  const repository = { '.git/HEAD': 'ref: refs/heads/main\n' }

  it('is found from the file upwards, to the root of the repository', async () => {
    const files = { ...repository, 'ims-gap.config.yaml': 'failOn: high\n', 'plants/a/org.yaml': small }
    expect((await check(files, ['plants/a/org.yaml'])).code).toBe(1)
    expect((await check(files, ['org.yaml'], 'plants/a')).code).toBe(1)
    expect((await check(files, ['org.yaml', '--no-config'], 'plants/a')).code).toBe(0)
    expect((await check(files, ['org.yaml', '--fail-on', 'none'], 'plants/a')).code).toBe(0)
  })

  it.each([
    ['', 'the file holds no data'],
    ['- a\n', 'the configuration must be a mapping'],
  ])('of %j is told without a hint about descriptions', async (yaml, says) => {
    const { code, stderr } = await check({ 'org.yaml': small, 'ims-gap.config.yaml': yaml }, ['org.yaml'])
    expect(code).toBe(2)
    expect(stderr).toContain(says)
    expect(stderr).not.toMatch(/ims-gap init|a description begins|standard input/)
  })

  it('with an error becomes an annotation at its line in the action', async () => {
    const files = { 'org.yaml': small, 'ims-gap.config.yaml': 'failOn: high\nfailOm: high\n' }
    const { code, stdout } = await check(files, ['org.yaml', '--format', 'github'])
    expect(code).toBe(2)
    expect(stdout).toMatch(/^::error file=ims-gap\.config\.yaml,line=2,[^:]*::unknown key "failOm"/)
  })

  it('and a baseline are validated with the descriptions of a folder', async () => {
    await inFolder(async (folder) => {
      const write = (name: string, content: string) => writeFileSync(join(folder, name), content)
      write('org.yaml', small)
      write('ims-gap.config.yaml', 'failOm: high\n')
      expect((await run(['baseline', 'write', 'org.yaml', '--no-config'], { folder })).code).toBe(0)
      const { code, stdout } = await run(['validate', '.'], { folder })
      expect(code).toBe(3)
      expect(stdout).toContain('org.yaml: valid')
      expect(stdout).toContain('ims-gap.config.yaml:1:1: error: unknown key "failOm"')
      expect(stdout).toContain('ims-gap.baseline.yaml: valid baseline')
    })
  })

  it('that lists a deleted file says what to do', async () => {
    const { code, stdout } = await check({ 'ims-gap.config.yaml': 'files: [org.yaml]\n' }, [])
    expect(code).toBe(4)
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'no such file; ims-gap.config.yaml lists it under files: restore it, or remove it from the list',
    )
  })

  it('is the nearest one only', async () => {
    const files = {
      ...repository,
      'ims-gap.config.yaml': 'failOn: high\n',
      'plants/ims-gap.config.yaml': 'failOn: none\n',
      'plants/org.yaml': small,
    }
    expect((await check(files, ['plants/org.yaml'])).code).toBe(0)
  })

  it('is not taken from above the repository, nor from a folder above where there is none', async () => {
    const above = { 'ims-gap.config.yaml': 'failOn: high\n' }
    expect(
      (await check({ ...above, 'repo/.git/HEAD': '', 'repo/org.yaml': small }, ['repo/org.yaml'])).code,
    ).toBe(0)
    expect((await check({ ...above, 'plain/org.yaml': small }, ['plain/org.yaml'])).code).toBe(0)
    expect((await check({ ...above, 'org.yaml': small }, ['org.yaml'])).code).toBe(1)
  })

  it('names the files where the call names none', async () => {
    const files = {
      'ims-gap.config.yaml': 'files: [plants, org.yaml]\n',
      'plants/a.yaml': small,
      'org.yaml': small,
    }
    const { code, stdout } = await check(files, [])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^passed {2}plants\/a\.yaml: [\s\S]*\npassed {2}org\.yaml: /)
    const none = await check({ 'org.yaml': small }, [])
    expect(none).toMatchObject({ code: 2, stdout: '' })
    expect(none.stderr).toContain('no file was named')
  })

  it('and flags go together, one element and principle at a time', async () => {
    const files = { 'ims-gap.config.yaml': 'require: { 5.1.1: 5, 6.2.1: 2 }\n', 'org.yaml': small }
    const { code, stdout } = await check(files, ['org.yaml', '--require', '5.1.1=1'])
    expect(code).toBe(0)
    expect(stdout.match(/^met {2}\d/gm)).toHaveLength(2)
  })

  it.each([
    ['failOm: high\n', [], 'did you mean "failOn"?'],
    ['failOn: [\n', [], 'ims-gap.config.yaml:1'],
    ['{}\n', ['--config', 'missing.yaml'], 'no such file: missing.yaml'],
    ['files: [../x.yaml]\n', [], 'leads out of the repository'],
    ['files: [/etc/passwd]\n', [], 'must be a path from the folder of the configuration'],
    ['files: ["C:\\\\x.yaml"]\n', [], 'must be a path from the folder of the configuration'],
    ['files: [~/x.yaml]\n', [], 'must be a path from the folder of the configuration'],
    ['baseline: gone.yaml\n', [], 'there is no baseline "gone.yaml"'],
  ])('%j with %j ends with 2', async (config, argv, says) => {
    const { code, stdout, stderr } = await check({ 'ims-gap.config.yaml': config, 'org.yaml': small }, [
      'org.yaml',
      ...argv,
    ])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(says)
  })

  it.each([
    [['--require', '5.1.1'], 'takes an element and a level from 1 to 5, for example 5.1.1=2, not'],
    [['--require', '5.1=2'], '5.1'],
    [['--min', 'cultrue=2'], 'did you mean "culture"?'],
    [['--min', 'culture=9'], 'takes a principle and a level from 0 to 5, for example culture=2, not'],
    [['--min-coverage', '101'], 'from 0 to 100'],
    [['--fail-on', 'hihg'], 'did you mean "high"?'],
    [['--fail-on-new', 'low'], 'nothing to compare with'],
    [['--ratchet'], 'there is none'],
    [['--base', 'main'], 'needs a git repository'],
    [['--base', 'main', '--baseline', 'x'], 'name one of them'],
    [['--baseline', 'x'], 'there is no baseline "x"'],
    [['-o', 'x.pdf'], '.txt, .json, .sarif'],
  ])('flags %j are refused', async (argv, says) => {
    const { code, stdout, stderr } = await check({ 'org.yaml': small }, ['org.yaml', ...argv])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(says)
  })
})

it('looks at the files cited as evidence, unless told not to', async () => {
  const org = text({ '6.4': '{ level: 2, evidence: [{ file: list.md, kind: document, date: 2026-10-01 }] }' })
  const rules = async (files: Files, argv: string[]) =>
    JSON.parse(
      (await check({ 'org.yaml': org, ...files }, ['org.yaml', '--format', 'json', ...argv])).stdout,
    ).files[0].findings.map(({ rule }: { rule: string }) => rule)
  expect(await rules({}, [])).toContain('evidence/file-shows-nothing')
  expect(await rules({ 'list.md': 'x' }, [])).not.toContain('evidence/file-shows-nothing')
  expect(await rules({}, ['--evidence', 'declared'])).not.toContain('evidence/file-shows-nothing')
})
