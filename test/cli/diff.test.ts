/** `diff` as it is called: what it takes, what it says of revisions, and what it refuses. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Comparison } from '../../src/types/comparison.ts'
import { makeRepository, type Repository, repositoryIn } from './repository.ts'
import { inFolder, repository, run, small } from './run.ts'

const env = { PATH: process.env['PATH']!, HOME: '/nonexistent' }
const higher = small.replace('5.1.1: { level: 2 }', '5.1.1: { level: 4 }')
const undated = small.replace('assessment: { date: 2026-10-01 }\n', '')

/** `main` went on after the branch `work`, checked out, left it; there the file was changed once more. No test changes it. */
const shared = realpathSync(mkdtempSync(join(tmpdir(), 'ims-gap-test-')))
let made: Repository

beforeAll(() => {
  made = makeRepository(shared)
  made.commit('2026-01-10', { 'org.yaml': small, 'teams/a.yaml': small, 'teams/x.yaml': 'other: 1\n' })
  made.git('checkout', '--quiet', '-b', 'work')
  made.commit('2026-02-10', { 'org.yaml': higher, 'teams/b.yaml': small })
  made.git('checkout', '--quiet', 'main')
  made.commit('2026-03-10', { 'org.yaml': small.replace('6.2.2: { level: 0 }', '6.2.2: { level: 5 }') })
  made.git('checkout', '--quiet', 'work')
  writeFileSync(join(shared, 'org.yaml'), higher.replace('6.2.1: { level: 2 }', '6.2.1: { level: 1 }'))
})
afterAll(() => rmSync(shared, { recursive: true, force: true }))

/** A copy that may be changed. */
async function inWork(use: (made: Repository) => Promise<void>): Promise<void> {
  await inFolder(async (place) => {
    const folder = realpathSync(place)
    cpSync(shared, folder, { recursive: true })
    await use(repositoryIn(folder))
  })
}

async function compared(words: readonly string[], folder: string): Promise<Comparison[]> {
  const { code, stdout, stderr } = await run(['diff', ...words, '--format', 'json'], { folder, env })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout).comparisons
}

function mkdirs(...parts: readonly string[]): string {
  const folder = join(...parts)
  mkdirSync(folder, { recursive: true })
  return folder
}

const moved = ({ answers }: Comparison) =>
  answers.map(({ element, before, after }) => `${element} ${before.level} ${after.level}`).sort()

describe('diff', () => {
  it.each([
    [['org.yaml'], ['5.1.1 2 4', '6.2.1 2 1'], 'main'],
    [['--base', 'main', 'org.yaml'], ['5.1.1 2 4', '6.2.1 2 1'], 'the merge base with main'],
    [['main', 'org.yaml'], ['5.1.1 2 4', '6.2.1 2 1', '6.2.2 5 0'], 'main'],
    [['HEAD', 'org.yaml'], ['6.2.1 2 1'], 'HEAD'],
    [['main..work', 'org.yaml'], ['5.1.1 2 4', '6.2.2 5 0'], 'main'],
    [['main..', 'org.yaml'], ['5.1.1 2 4', '6.2.2 5 0'], 'main'],
    [['main...HEAD', 'org.yaml'], ['5.1.1 2 4'], 'the merge base with main'],
    [['main~1', 'org.yaml'], ['5.1.1 2 4', '6.2.1 2 1'], 'main~1'],
  ])('%j compares what it says', async (words, answers, revision) => {
    const [comparison] = await compared(words, shared)
    expect(moved(comparison!)).toEqual(answers)
    expect(comparison!.before.revision).toContain(revision)
    expect(comparison!.before.commit).toMatch(/^[0-9a-f]{40}$/)
  })

  it('prefers the default branch of the origin, and works from a folder below and on an absolute path', async () => {
    await inWork(async ({ folder, git }) => {
      git('update-ref', 'refs/remotes/origin/main', 'HEAD')
      const [comparison] = await compared(['org.yaml'], folder)
      expect(comparison!.before.revision).toBe('origin/main')
      expect(moved(comparison!)).toEqual(['6.2.1 2 1'])
      expect(moved((await compared(['../org.yaml'], join(folder, 'teams')))[0]!)).toEqual(['6.2.1 2 1'])
      expect(moved((await compared(['main', join(folder, 'org.yaml')], '/'))[0]!)).toHaveLength(3)
    })
  })

  it.skipIf(process.platform === 'win32')('keeps a\\b.yaml apart from a/b.yaml', async () => {
    await inFolder(async (folder) => {
      for (const side of ['old', 'new']) {
        mkdirs(folder, side, 'x')
        writeFileSync(join(folder, side, 'x', 'y.yaml'), small)
        writeFileSync(join(folder, side, 'x\\y.yaml'), higher)
      }
      const levels = (await compared(['old', 'new'], folder)).map(({ after, overall }) => [
        after.name,
        overall.after.lowest,
      ])
      expect(levels.map(([name]) => name)).toEqual(['new/x/y.yaml', 'new/x\\y.yaml'])
      expect(levels[0]![1]).not.toBe(levels[1]![1])
    })
  })

  it('pairs the descriptions of folders by name, passes over other YAML, and names those without a partner', async () => {
    await inWork(async ({ folder }) => {
      const { stdout } = await run(['diff', 'main..work', 'teams', '--format', 'json'], { folder, env })
      const report = JSON.parse(stdout)
      expect(report.comparisons.map(({ after }: Comparison) => after.name)).toEqual([join('teams', 'a.yaml')])
      expect([report.added, report.removed]).toEqual([['b.yaml'], []])
      mkdirSync(join(folder, 'old'))
      cpSync(join(folder, 'teams'), join(folder, 'old'), { recursive: true })
      writeFileSync(join(folder, 'old', 'c.yml'), small)
      const here = JSON.parse(
        (await run(['diff', 'old', 'teams', '--format', 'json'], { folder, env })).stdout,
      )
      expect(here.comparisons).toHaveLength(2)
      expect([here.added, here.removed]).toEqual([[], ['c.yml']])
      const whole = JSON.parse((await run(['diff', 'HEAD', '.', '--format', 'json'], { folder, env })).stdout)
      expect(whole.comparisons.map(({ before }: Comparison) => before.name)).toEqual([
        'org.yaml',
        join('teams', 'a.yaml'),
        join('teams', 'b.yaml'),
      ])
    })
  })

  it('takes each side at its own day: that of the file, else that of the commit, else today; or one for both', async () => {
    await inFolder(async (folder) => {
      const made = makeRepository(realpathSync(folder))
      made.commit('2025-05-05', { 'org.yaml': undated })
      const days = (words: readonly string[]) =>
        compared(words, made.folder).then(([first]) => [first!.before.asOf, first!.after.asOf])
      expect(await days(['HEAD', 'org.yaml'])).toEqual(['2025-05-05', '2026-11-24'])
      expect(await days(['HEAD', 'org.yaml', '--as-of', '2026-01-01'])).toEqual(['2026-01-01', '2026-01-01'])
      writeFileSync(join(made.folder, 'org.yaml'), small)
      expect(await days(['HEAD', 'org.yaml'])).toEqual(['2025-05-05', '2026-10-01'])
    })
  })

  it('reads one side from standard input', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), small)
      const { stdout, code } = await run(['diff', 'org.yaml', '-'], { folder, stdin: higher })
      expect(code).toBe(0)
      expect(stdout).toContain('1 answer rose')
    })
  })

  it('marks what another guidance brought as a change of method, and never as a movement', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), small)
      mkdirSync(join(folder, 'old'))
      writeFileSync(
        join(folder, 'old', 'pack.yaml'),
        'id: iso-56002\nedition: "2019"\nversion: 0.9.0\nextends: iso-56002:2019\n',
      )
      const { code, stdout, stderr } = await run(['diff', 'org.yaml', 'org.yaml', '--old-pack', 'old'], {
        folder,
      })
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain('The guidance differs: version 0.9.0')
      expect(stdout).toContain('a change of method and no')
    })
  })

  it.each([
    [['mian', 'org.yaml'], 2, 'did you mean "main"?'],
    [['nothing-like-it', 'org.yaml'], 2, 'there is no revision "nothing-like-it", and no file of that name'],
    [['0123456789abcdef0123456789abcdef01234567', 'org.yaml'], 2, 'there is no revision'],
    [
      ['main..work'],
      2,
      '"main..work" names two versions; the file to compare is not named name the file or folder last: ims-gap diff main..work org.yaml',
    ],
    [['main'], 2, '"main" is a revision; the file to compare is not named'],
    [['organisation'], 2, 'there is no file or revision "organisation"'],
    [['$(touch pwn)'], 2, 'there is no file or revision'],
    [['org.yml', 'org.yaml'], 4, 'did you mean "org.yaml"?'],
    [['main..HEAD', 'none.yaml'], 4, 'there is no none.yaml at main'],
    [['HEAD', 'none.yaml'], 4, 'there is no none.yaml at HEAD'],
    [['org.yaml', 'teams'], 2, 'a file cannot be compared with a folder'],
    [['main', 'org.yaml', '--base', 'main'], 2, '--base takes one file'],
    [['-', '-'], 2, 'standard input'],
    [['-'], 2, 'standard input'],
    // Versions of Node differ in whether they call this an error.
    [
      ['HEAD', 'org.yaml/part.yaml'],
      4,
      /a part of the path is not a folder|there is no org\.yaml\/part\.yaml at/,
    ],
    [['HEAD', '../outside.yaml'], 2, 'outside.yaml is not in a git repository'],
    [['org.yaml', '--base', '--output=pwn'], 2, 'is not a valid name of a revision'],
    [['--base=--output=pwn', 'org.yaml'], 2, 'is not a valid name of a revision'],
    [['HEAD;touch pwn', 'org.yaml'], 2, 'is not a valid name of a revision'],
    [['$(touch pwn)', 'org.yaml'], 2, 'is not a valid name of a revision'],
    [['@{u}', 'org.yaml'], 2, 'there is no revision "@{u}"'],
    [['HEAD..--output=pwn', 'org.yaml'], 2, 'is not a valid name of a revision'],
    [['HEAD....HEAD', 'org.yaml'], 2, 'is not a valid name of a revision'],
    [[':/State', 'org.yaml'], 2, 'is not a valid name of a revision'],
    [['HEAD:org', 'org.yaml'], 2, 'is not a valid name of a revision'],
  ])('%j ends with %d and one clear line: %s', async (words, code, message) => {
    const ended = await run(['diff', ...words], { folder: shared, env })
    expect(ended.stderr.replace(/\s+/g, ' ')).toMatch(message)
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' })
    expect(ended.stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2)
    expect(readdirSync(shared).sort()).toEqual(['.git', 'org.yaml', 'teams'])
  })

  it('says where a mistake is, in which version, and compares the other pairs', async () => {
    await inFolder(async (folder) => {
      const made = makeRepository(realpathSync(folder))
      made.commit('2026-01-01', {
        'teams/a.yaml': small.replace('level: 0', 'levle: 0'),
        'teams/b.yaml': small,
      })
      writeFileSync(join(made.folder, 'teams', 'a.yaml'), small)
      const { code, stdout, stderr } = await run(['diff', 'HEAD', 'teams'], { folder: made.folder, env })
      expect(code).toBe(3)
      expect(stderr).toMatch(/^HEAD:teams\/a\.yaml:8:12: error: /)
      expect(stdout).toContain(`${join('teams', 'b.yaml')} at HEAD`)
      expect(stdout).not.toContain('a.yaml')
    })
  })

  it('says so where there is no commit, no repository, no git, or only a pointer to the file', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), small)
      expect((await run(['diff', 'org.yaml'], { folder, env })).stderr).toContain(
        'is not in a git repository',
      )
      const made = makeRepository(realpathSync(folder))
      expect((await run(['diff', 'HEAD', 'org.yaml'], { folder, env })).stderr).toContain('has no commit yet')
      expect((await run(['diff', 'org.yaml'], { folder, env: { PATH: '/nonexistent' } })).stderr).toMatch(
        /^error: git cannot be run: it is not installed/,
      )
      made.commit('2026-01-01', {
        'org.yaml': 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 3\n',
      })
      writeFileSync(join(folder, 'org.yaml'), small)
      writeFileSync(join(folder, 'later.yaml'), small)
      expect(await run(['diff', 'later.yaml'], { folder, env })).toMatchObject({
        code: 4,
        stderr: expect.stringMatching(
          /there is no later\.yaml at .*\n {2}commit it first, or name two files\n/,
        ),
      })
      const pointer = await run(['diff', 'HEAD', 'org.yaml'], { folder, env })
      expect(pointer).toMatchObject({ code: 4, stderr: expect.stringContaining('a pointer of Git LFS') })
    })
  })

  it('names what to do where a clone is shallow, and works in one as far as it goes', async () => {
    await inFolder(async (place) => {
      const clone = join(realpathSync(place), 'clone')
      const url = pathToFileURL(shared).href
      made.git('clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=work', url, clone)
      const base = await run(['diff', 'org.yaml', '--base', 'origin/main'], { folder: clone, env })
      expect(base).toMatchObject({ code: 4, stdout: '' })
      expect(base.stderr).toContain('have no common history here')
      expect(base.stderr).toContain('git fetch --unshallow')
      expect(base.stderr).toContain('fetch-depth: 0')
      const mistyped = await run(['diff', 'HAED', 'org.yaml'], { folder: clone, env })
      expect(mistyped).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean "HEAD"') })
      const missing = await run(['diff', 'HEAD~1', 'org.yaml'], { folder: clone, env })
      expect(missing).toMatchObject({ code: 4, stderr: expect.stringContaining('fetch-depth: 0') })
      expect(moved((await compared(['origin/main..HEAD', 'org.yaml'], clone))[0]!)).toEqual([
        '5.1.1 2 4',
        '6.2.2 5 0',
      ])
    })
  })

  it('looks into the repository that a folder is, not into the one around it', async () => {
    await inWork(async ({ folder }) => {
      const inner = makeRepository(mkdirs(folder, 'teams', 'inner'))
      inner.commit('2026-01-01', { 'own.yaml': small })
      const [comparison] = await compared(['HEAD', 'teams/inner'], folder)
      expect(comparison!.before.name).toBe(join('teams', 'inner', 'own.yaml'))
      expect(await compared(['HEAD', '.'], inner.folder)).toHaveLength(1)
    })
  })

  it('runs nothing that a repository brings along', async () => {
    await inWork(async (copy) => {
      const trap = join(copy.folder, 'trap.sh')
      writeFileSync(trap, `#!/bin/sh\ntouch '${join(copy.folder, 'sprung')}'\ncat\n`, { mode: 0o755 })
      for (const key of [
        'core.fsmonitor',
        'diff.external',
        'diff.evil.textconv',
        'filter.evil.smudge',
        'filter.evil.clean',
        'core.pager',
      ])
        copy.git('config', key, trap)
      writeFileSync(join(copy.folder, '.gitattributes'), '*.yaml diff=evil filter=evil\n')
      await compared(['main..HEAD', 'org.yaml'], copy.folder)
      await compared(['org.yaml'], copy.folder)
      expect(existsSync(join(copy.folder, 'sprung'))).toBe(false)
    })
  })
})

it('prints the comparison of the examples for a pull request', async () => {
  const [before, after] = [2025, 2026].map((year) => `examples/two-rounds/${year}.yaml`)
  const { stdout } = await run(['diff', before!, after!, '--format', 'markdown'], { folder: repository })
  await expect(stdout).toMatchFileSnapshot('../report/golden/comparison-rounds.md')
})
