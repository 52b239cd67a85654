/** Git is asked safely and answers exactly: revisions, old files, histories, and repositories made to do harm. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dayOf, openGit, pathInRepository } from '../../../src/cli/io/git.ts'
import { gitRunner } from '../../../src/cli/io/run-git.ts'
import { makeRepository, type Repository } from '../repository.ts'
import { inFolder } from '../run.ts'

const env = { PATH: process.env['PATH'], HOME: '/nonexistent' }

async function inRepository(use: (repository: Repository) => void | Promise<void>): Promise<void> {
  await inFolder(async (folder) => use(makeRepository(realpathSync(folder))))
}

const textOf = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString()

describe('git', () => {
  it('finds the work tree from any folder in it, and none where there is none', async () => {
    await inRepository(({ folder }) => {
      mkdirSync(join(folder, 'a', 'b'), { recursive: true })
      expect(openGit(join(folder, 'a', 'b'), env)?.root).toBe(folder)
    })
    await inFolder(async (folder) => expect(openGit(folder, env)).toBeUndefined())
  })

  it('reads files as they were, also many at once, and says nothing for what is not there', async () => {
    await inRepository((repository) => {
      const first = repository.commit('2026-01-01', { 'org.yaml': 'one\n', 'sub/we ird.md': 'x' })
      const second = repository.commit('2026-02-01', { 'org.yaml': 'two\n' })
      const git = openGit(repository.folder, env)!
      expect(textOf(git.readFile(first, 'org.yaml'))).toBe('one\n')
      expect(textOf(git.readFile(second, 'sub/we ird.md'))).toBe('x')
      expect(git.readFile(second, 'sub')).toBeUndefined()
      expect(git.readFile(second, 'no\nsuch')).toBeUndefined()
      const many = git.readMany([
        { commit: second, path: 'org.yaml' },
        { commit: first, path: 'none' },
        { commit: first, path: 'sub/we ird.md' },
        { commit: second, path: 'sub/we ird.md' },
      ])
      expect(many.map(textOf)).toEqual(['two\n', undefined, 'x', 'x'])
      expect(many[2]).toBe(many[3])
      expect(git.listFiles(second, '')).toEqual(['org.yaml', 'sub/we ird.md'])
      expect(git.listFiles(second, 'sub')).toEqual(['sub/we ird.md'])
    })
  })

  it('knows what a commit holds under each path, whatever the name', async () => {
    await inRepository((repository) => {
      symlinkSync('elsewhere', join(repository.folder, 'link'))
      mkdirSync(join(repository.folder, 'inner'))
      makeRepository(join(repository.folder, 'inner')).commit('2026-01-01', { x: 'x' })
      const commit = repository.commit('2026-01-01', { 'a/full': 'x', 'a/empty': '', 'tab\tname': '' })
      expect(Object.fromEntries(openGit(repository.folder, env)!.kindsOf(commit))).toEqual({
        'a/full': 'file',
        'a/empty': 'empty',
        link: 'link',
        inner: 'repository',
        'tab\tname': 'empty',
      })
    })
  })

  it('reads a file whose name has several lines', async () => {
    await inRepository((repository) => {
      const commit = repository.commit('2026-01-01', { 'two\nlines.yaml': 'x', 'one.yaml': 'y' })
      const git = openGit(repository.folder, env)!
      const names = ['one.yaml', 'two\nlines.yaml', 'no\nsuch', 'one.yaml']
      const read = git.readMany(names.map((path) => ({ commit, path })))
      expect(read.map(textOf)).toEqual(['y', 'x', undefined, 'y'])
    })
  })

  it('does not read what is larger than a description may be', async () => {
    await inRepository((repository) => {
      const commit = repository.commit('2026-01-01', { 'big.yaml': 'x'.repeat(1024 * 1024 + 2) })
      expect(openGit(repository.folder, env)!.readFile(commit, 'big.yaml')).toBeUndefined()
    })
  })

  it('follows a file through renames, newest first', async () => {
    await inRepository((repository) => {
      const text = 'a line\n'.repeat(20)
      const first = repository.commit('2025-01-01', { 'old.yaml': text })
      repository.git('mv', 'old.yaml', 'new.yaml')
      const second = repository.commit('2025-06-01', {})
      const third = repository.commit('2026-01-01', { 'new.yaml': `${text}more\n` })
      repository.commit('2026-02-01', { 'other.yaml': 'x' })
      const git = openGit(repository.folder, env)!
      const whole = git.history('new.yaml')
      expect(whole).toEqual([
        { commit: third, date: '2026-01-01', path: 'new.yaml' },
        { commit: second, date: '2025-06-01', path: 'new.yaml' },
        { commit: first, date: '2025-01-01', path: 'old.yaml' },
      ])
      expect(git.history('new.yaml', { since: '2025-06-01' })).toEqual(whole.slice(0, 2))
      expect(git.history('none.yaml')).toEqual([])
    })
  })

  it('knows when files were last committed, whatever their names', async () => {
    await inRepository((repository) => {
      repository.commit('2026-01-01', { 'a.md': '1', 'é ü.md': '1', '-b.md': '1', '*.md': '1' })
      repository.commit('2026-03-01', { 'a.md': '2' })
      const paths = ['a.md', 'é ü.md', '-b.md', '*.md', 'none.md']
      expect([...openGit(repository.folder, env)!.lastCommitted(paths)].sort()).toEqual([
        ['*.md', '2026-01-01'],
        ['-b.md', '2026-01-01'],
        ['a.md', '2026-03-01'],
        ['é ü.md', '2026-01-01'],
      ])
    })
  })

  it('resolves revisions and finds where branches parted', async () => {
    await inRepository((repository) => {
      const base = repository.commit('2026-01-01', { a: '1' })
      repository.git('checkout', '--quiet', '-b', 'wörk/one')
      const work = repository.commit('2026-01-02', { b: '1' })
      repository.git('checkout', '--quiet', 'main')
      const main = repository.commit('2026-01-03', { c: '1' })
      const git = openGit(repository.folder, env)!
      expect(git.resolve('wörk/one')).toBe(work)
      expect(git.resolve('HEAD~1')).toBe(base)
      expect(git.resolve('@')).toBe(main)
      expect(git.resolve('nothing')).toBeUndefined()
      expect(git.mergeBase(work, main)).toBe(base)
      expect(git.shallow).toBe(false)
    })
  })

  it('tells a shallow clone', async () => {
    await inRepository(async (repository) => {
      repository.commit('2026-01-01', { a: '1' })
      repository.commit('2026-01-02', { a: '2' })
      await inFolder(async (folder) => {
        const clone = join(realpathSync(folder), 'clone')
        repository.git('clone', '--quiet', '--depth', '1', pathToFileURL(repository.folder).href, clone)
        const git = openGit(clone, env)!
        expect(git.shallow).toBe(true)
        expect(git.history('a')).toHaveLength(1)
      })
    })
  })

  it.each([
    '--output=/tmp/pwn',
    '-h',
    '',
    '.hidden',
    'a b',
    'HEAD:org.yaml',
    ':/text',
    'main..HEAD',
    'HEAD\n',
    '\u001b[2J',
    'x'.repeat(300),
  ])('refuses %j as the name of a revision', async (revision) => {
    await inRepository((repository) => {
      repository.commit('2026-01-01', { a: '1' })
      expect(() => openGit(repository.folder, env)!.resolve(revision)).toThrow(/is not a valid name/)
    })
  })

  it('runs nothing that the configuration of a repository names', async () => {
    await inRepository((repository) => {
      const { folder } = repository
      const commit = repository.commit('2026-01-01', {
        'a.md': '1',
        '.gitattributes': '* diff=evil filter=evil\n',
      })
      const trap = join(folder, 'trap.sh')
      const caught = join(folder, 'caught')
      writeFileSync(trap, `#!/bin/sh\necho caught >> '${caught}'\n`)
      chmodSync(trap, 0o755)
      const names = [
        'core.fsmonitor',
        'core.pager',
        'pager.log',
        'diff.external',
        'diff.evil.textconv',
        'diff.evil.command',
        'filter.evil.smudge',
        'filter.evil.clean',
        'gpg.program',
        'core.sshCommand',
        'core.editor',
        'alias.log',
      ]
      for (const name of names) repository.git('config', name, name.startsWith('alias') ? `!${trap}` : trap)
      repository.git('config', 'log.showSignature', 'true')
      repository.git('config', 'core.worktree', '/')
      const git = openGit(folder, env)!
      expect(git.root).toBe(folder)
      expect(git.resolve('main')).toBe(commit)
      expect(textOf(git.readFile(commit, 'a.md'))).toBe('1')
      git.history('a.md')
      git.lastCommitted(['a.md'])
      expect(existsSync(caught)).toBe(false)
      // The trap works where it is sprung.
      execFileSync(trap)
      expect(existsSync(caught)).toBe(true)
    })
  })

  it('runs no hook and no file monitor, whatever the command', async () => {
    await inRepository((repository) => {
      const { folder } = repository
      const commit = repository.commit('2026-01-01', { 'a.md': '1' })
      const caught = `${folder}-caught`
      const trap = `#!/bin/sh\necho "$0" >> '${caught}'\n`
      mkdirSync(join(folder, 'hooks'))
      for (const place of ['hooks/reference-transaction', '.git/hooks/reference-transaction', 'monitor'])
        writeFileSync(join(folder, place), trap, { mode: 0o755 })
      repository.git('config', 'core.fsmonitor', join(folder, 'monitor'))
      const spring = () => {
        const run = gitRunner(folder, env)
        expect(run(['status', '--porcelain']).status).toBe(0)
        expect(run(['update-ref', 'refs/heads/new', commit]).status).toBe(0)
        expect(run(['update-ref', '-d', 'refs/heads/new']).status).toBe(0)
      }
      spring()
      repository.git('config', 'core.hooksPath', join(folder, 'hooks'))
      rmSync(caught, { force: true })
      spring()
      expect(existsSync(caught)).toBe(false)
      // Git itself runs them.
      repository.git('update-ref', 'refs/heads/new', commit)
      repository.git('status')
      expect(readFileSync(caught, 'utf8')).toMatch(/reference-transaction[\s\S]*monitor/)
      rmSync(caught)
    })
  })

  it('finds the first commit of a file whatever log.showRoot says', async () => {
    await inRepository((repository) => {
      const commit = repository.commit('2026-01-01', { 'a.md': '1' })
      repository.git('config', 'log.showRoot', 'false')
      const git = openGit(repository.folder, env)!
      expect(git.history('a.md')).toEqual([{ commit, date: '2026-01-01', path: 'a.md' }])
      expect(git.lastCommitted(['a.md'])).toEqual(new Map([['a.md', '2026-01-01']]))
    })
  })

  it.each(['.git/config', '.git/HEAD', '.git/packed-refs'])(
    'does not wait for a pipe at %s',
    async (name) => {
      await inRepository((repository) => {
        const { folder } = repository
        repository.commit('2026-01-01', { 'a.md': '1' })
        rmSync(join(folder, name), { force: true })
        execFileSync('mkfifo', [join(folder, name)])
        expect(() => openGit(folder, env)!.resolve('HEAD')).toThrow(/is not a regular file/)
      })
    },
  )

  it('does not read a pipe that maps names', async () => {
    await inRepository((repository) => {
      const commit = repository.commit('2026-01-01', { 'a.md': '1' })
      execFileSync('mkfifo', [join(repository.folder, '.mailmap')])
      expect(openGit(repository.folder, env)!.history('a.md')).toMatchObject([{ commit }])
    })
  })

  it('never runs a git out of the repository', async () => {
    await inRepository((repository) => {
      const { folder } = repository
      const commit = repository.commit('2026-01-01', { 'a.md': '1' })
      mkdirSync(join(folder, 'bin'))
      for (const place of ['git', 'bin/git'])
        writeFileSync(join(folder, place), '#!/bin/sh\nexit 9\n', { mode: 0o755 })
      for (const first of ['.', '', 'bin', folder, join(folder, 'bin')])
        expect(openGit(folder, { ...env, PATH: `${first}:${env.PATH}` })!.resolve('HEAD')).toBe(commit)
    })
  })

  it('is not led astray by the environment of a hook', async () => {
    await inRepository((repository) => {
      const commit = repository.commit('2026-01-01', { a: '1' })
      const git = openGit(repository.folder, {
        ...env,
        GIT_DIR: '/nonexistent',
        GIT_INDEX_FILE: '/nonexistent',
      })!
      expect(git.resolve('HEAD')).toBe(commit)
    })
  })

  it('says so where git is not installed', async () => {
    await inRepository(({ folder }) => {
      expect(() => openGit(folder, { PATH: '/nonexistent' })!.resolve('HEAD')).toThrow(/not installed/)
    })
  })

  it('names files from the root, and none outside of it', async () => {
    await inRepository(({ folder }) => {
      const git = { root: folder }
      mkdirSync(join(folder, 'sub'))
      symlinkSync(join(folder, 'sub'), join(folder, 'link'))
      expect(pathInRepository(git, join(folder, 'sub', 'org.yaml'))).toBe('sub/org.yaml')
      expect(pathInRepository(git, join(folder, 'link', 'org.yaml'))).toBe('sub/org.yaml')
      expect(pathInRepository(git, join(folder, '..', 'org.yaml'))).toBeUndefined()
      expect(pathInRepository(git, folder)).toBeUndefined()
      if (process.platform !== 'win32')
        expect(pathInRepository(git, join(folder, 'a:org.yaml'))).toBe('a:org.yaml')
    })
  })

  it.each(['HEAD;id', '$(id)', 'fix(1)', "it's", 'release!', '+x', '🚀', 'café'])(
    'takes %j for the name of a branch and nothing else',
    async (name) => {
      await inRepository((repository) => {
        const commit = repository.commit('2026-01-01', { a: '1' })
        const git = openGit(repository.folder, env)!
        expect(git.resolveAll([name, 'HEAD'])).toEqual([undefined, commit])
        repository.git('branch', '--', name)
        expect(git.resolve(name)).toBe(commit)
      })
    },
  )

  it('says so where git fails, instead of finding nothing', async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, '.git'))
      const broken = openGit(folder, env)!
      expect(() => broken.resolve('main')).toThrow(/^git failed: fatal: not a git repository/)
      expect(() => broken.history('a')).toThrow(/^git failed: /)
      expect(() => broken.lastCommitted(['a'])).toThrow(/^git failed: /)
    })
    await inRepository((repository) => {
      repository.commit('2026-01-01', { a: '1' })
      repository.git('config', 'color.ui', 'bogus')
      const git = openGit(repository.folder, env)!
      expect(() => git.lastCommitted(['a'])).toThrow(/^git failed: .*color\.ui/)
    })
  })

  it('lacks dates, and says so, in a clone without the trees of earlier commits', async () => {
    await inRepository((repository) => {
      repository.git('config', 'uploadpack.allowFilter', 'true')
      repository.commit('2026-01-01', { a: '1', b: '1' })
      repository.commit('2026-02-01', { b: '2' })
      const clone = join(repository.folder, 'clone')
      const source = pathToFileURL(repository.folder).href
      repository.git('clone', '--quiet', '--filter=tree:0', source, clone)
      expect(() => openGit(clone, env)!.lastCommitted(['a'])).toThrow(/^git failed: /)
    })
  })

  it.each([
    [9_000_000_000_000, '9999-12-31'],
    [253_402_300_800, '9999-12-31'],
    [-90_000_000_000_000, '0001-01-01'],
    [1_767_225_600, '2026-01-01'],
  ])('dates a commit of second %d on %s', (seconds, day) => expect(dayOf(seconds)).toBe(day))
})
