/** What is found of cited files, with real files of every kind, links that lead astray, and real histories. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openGit } from '../../../src/cli/io/git.ts'
import { type Dating, digestOfFile, lookAtFilesFor } from '../../../src/cli/io/look-at-files.ts'
import type { FileFact } from '../../../src/types/file-facts.ts'
import { makeRepository } from '../repository.ts'
import { inFolder } from '../run.ts'

const env = { PATH: process.env['PATH'], HOME: '/nonexistent' }
const silent = (_: string) => {}

interface Asked {
  readonly needsDate?: boolean
  readonly needsDigest?: boolean
}

function look(
  folder: string,
  file: string,
  asked: Asked = {},
  git?: Dating,
  note: (text: string) => void = silent,
): FileFact {
  const question = { file, needsDate: false, needsDigest: false, ...asked }
  return lookAtFilesFor(folder, git, note)([question]).get(file)!
}

/** `top/root` is where the description lies; beside it lies what it must not reach. */
async function inTrap(use: (folder: string) => void): Promise<void> {
  await inFolder(async (top) => {
    const root = join(realpathSync(top), 'root')
    mkdirSync(join(root, 'Evidence', 'deep'), { recursive: true })
    mkdirSync(join(top, 'outside'))
    writeFileSync(join(top, 'outside', 'secret.md'), 'secret')
    writeFileSync(join(root, 'Evidence', 'deep', 'minutes.md'), 'what we decided')
    writeFileSync(join(root, 'Evidence', 'empty.md'), '')
    writeFileSync(join(root, 'Evidence', 're\u0301sume\u0301.md'), 'decomposed')
    writeFileSync(join(root, 'Evidence', '\u00e9tude.md'), 'composed')
    symlinkSync('deep/minutes.md', join(root, 'Evidence', 'link.md'))
    symlinkSync('deep', join(root, 'Evidence', 'folder-link'))
    symlinkSync('nowhere.md', join(root, 'Evidence', 'dangling.md'))
    symlinkSync('loop-b.md', join(root, 'Evidence', 'loop-a.md'))
    symlinkSync('loop-a.md', join(root, 'Evidence', 'loop-b.md'))
    symlinkSync('../../outside/secret.md', join(root, 'Evidence', 'out.md'))
    symlinkSync('../../outside', join(root, 'Evidence', 'out-folder'))
    symlinkSync('/dev/zero', join(root, 'Evidence', 'zero.md'))
    symlinkSync('.', join(root, 'Evidence', 'self'))
    mkdirSync(join(root, '.git'))
    writeFileSync(join(root, '.git', 'config'), '[core]')
    symlinkSync('../.git/config', join(root, 'Evidence', 'kept-by-git'))
    execFileSync('mkfifo', [join(root, 'Evidence', 'pipe.md')])
    use(root)
  })
}

describe.runIf(process.platform === 'linux')('looking at cited files', () => {
  it.each([
    ['a file', 'Evidence/deep/minutes.md', 'present'],
    ['a file by a roundabout path', './Evidence//deep/./minutes.md', 'present'],
    ['a link to a file beside it', 'Evidence/link.md', 'present'],
    ['a file behind a link to a folder', 'Evidence/folder-link/minutes.md', 'present'],
    [
      'a folder that holds itself, walked through',
      `Evidence/${'self/'.repeat(50)}deep/minutes.md`,
      'present',
    ],
    [
      'a name written with composed accents that the disk holds decomposed',
      'Evidence/r\u00e9sum\u00e9.md',
      'present',
    ],
    [
      'a name written with decomposed accents that the disk holds composed',
      'Evidence/e\u0301tude.md',
      'present',
    ],
    ['no such file', 'Evidence/gone.md', 'missing'],
    ['no such folder', 'Nothing/gone.md', 'missing'],
    ['a file used as a folder', 'Evidence/empty.md/x', 'missing'],
    ['a link to nothing', 'Evidence/dangling.md', 'missing'],
    ['links in a circle', 'Evidence/loop-a.md', 'missing'],
    ['a name too long for the disk', `Evidence/${'x'.repeat(5000)}`, 'missing'],
    ['a step upwards, were it asked for', 'Evidence/../Evidence/link.md', 'missing'],
    ['other capitals in the name', 'Evidence/deep/Minutes.md', 'wrong-case'],
    ['other capitals in a folder', 'evidence/deep/minutes.md', 'wrong-case'],
    ['a link that leads out', 'Evidence/out.md', 'outside'],
    ['a folder that leads out', 'Evidence/out-folder/secret.md', 'outside'],
    ['a folder that leads out, whatever is asked for in it', 'Evidence/out-folder/none.md', 'outside'],
    ['a link to a device', 'Evidence/zero.md', 'outside'],
    ['what git keeps for itself', '.git/config', 'outside'],
    ['a link to what git keeps for itself', 'Evidence/kept-by-git', 'outside'],
    ['a folder', 'Evidence/deep', 'not-regular'],
    ['a file cited as a folder', 'Evidence/deep/minutes.md/', 'not-regular'],
    ['the folder itself', '.', 'not-regular'],
    ['a pipe that nobody writes to', 'Evidence/pipe.md', 'not-regular'],
    ['an empty file', 'Evidence/empty.md', 'empty'],
  ])('%s', async (_, file, state) => {
    await inTrap((root) => {
      expect(look(root, file, { needsDigest: true })).toMatchObject({ state, committed: null })
    })
  })

  it('a device within the root is no file', () => {
    expect(look('/dev', 'zero', { needsDigest: true })).toEqual({
      state: 'not-regular',
      committed: null,
      sha256: null,
    })
  })

  it.skipIf(process.getuid?.() === 0)(
    'a file or folder without permission is there and cannot be read',
    async () => {
      await inTrap((root) => {
        chmodSync(join(root, 'Evidence', 'deep', 'minutes.md'), 0o000)
        expect(look(root, 'Evidence/deep/minutes.md').state).toBe('unreadable')
        chmodSync(join(root, 'Evidence', 'deep'), 0o000)
        expect(look(root, 'Evidence/deep/minutes.md').state).toBe('unreadable')
        chmodSync(join(root, 'Evidence', 'deep'), 0o700)
      })
    },
  )

  it('may lie anywhere in the work tree once a link leads there', async () => {
    await inFolder(async (top) => {
      const { folder, commit } = makeRepository(realpathSync(top))
      commit('2026-03-01', { 'shared/policy.md': 'x', 'org/org.yaml': 'y' })
      symlinkSync('../shared/policy.md', join(folder, 'org', 'policy.md'))
      const place = join(folder, 'org')
      expect(look(place, 'policy.md', { needsDate: true }, openGit(place, env))).toMatchObject({
        state: 'present',
        committed: '2026-03-01',
      })
      expect(look(place, 'policy.md').state).toBe('outside')
    })
  })

  it('reads a digest only where it is asked for, whatever the size', async () => {
    await inFolder(async (folder) => {
      const bytes = Buffer.alloc(1_000_003, 'ab')
      writeFileSync(join(folder, 'big.bin'), bytes)
      const digest = createHash('sha256').update(bytes).digest('hex')
      expect(look(folder, 'big.bin', { needsDigest: true }).sha256).toBe(digest)
      expect(look(folder, 'big.bin').sha256).toBeNull()
      // A sparse file: large without taking room.
      truncateSync(join(folder, 'big.bin'), 300 * 1024 * 1024)
      expect(look(folder, 'big.bin', { needsDigest: true })).toEqual({
        state: 'present',
        committed: null,
        sha256: null,
      })
    })
  })
})

describe.runIf(process.platform === 'linux')(
  'a file that was swapped between the look and the opening',
  () => {
    it.each<[string, (place: string, folder: string) => void]>([
      ['for another file', (place) => writeFileSync(place, 'same size')],
      ['for a link', (place, folder) => symlinkSync(join(folder, 'aside.md'), place)],
      ['for a pipe that nobody writes to', (place) => execFileSync('mkfifo', [place])],
      ['for a folder', (place) => mkdirSync(place)],
      ['for nothing', () => {}],
    ])('%s has no digest', async (_, swap) => {
      await inFolder(async (folder) => {
        const place = join(folder, 'a.md')
        writeFileSync(place, 'the first')
        const seen = lstatSync(place)
        // Kept, so that its number is not given to another file.
        renameSync(place, join(folder, 'aside.md'))
        swap(place, folder)
        expect(digestOfFile(place, seen)).toBeNull()
        expect(digestOfFile(join(folder, 'aside.md'), seen)).toMatch(/^[0-9a-f]{64}$/)
      })
    })
  },
)

describe('dating cited files', () => {
  it('asks git once, and only for undated files that are there', async () => {
    await inFolder(async (top) => {
      const folder = realpathSync(top)
      writeFileSync(join(folder, 'a.md'), 'a')
      writeFileSync(join(folder, 'b c.md'), 'b')
      const calls: (readonly string[])[] = []
      const git: Dating = {
        root: folder,
        shallow: false,
        lastCommitted: (paths) => {
          calls.push(paths)
          return new Map([['b c.md', '2026-01-02']])
        },
      }
      const question = { needsDigest: false, needsDate: true }
      const facts = lookAtFilesFor(
        folder,
        git,
        silent,
      )([
        { ...question, file: 'a.md', needsDate: false },
        { ...question, file: 'b c.md' },
        { ...question, file: 'gone.md' },
      ])
      expect(calls).toEqual([['b c.md']])
      expect([...facts.values()].map(({ committed }) => committed)).toEqual([null, '2026-01-02', null])
      look(folder, 'a.md', {}, { ...git, lastCommitted: () => expect.fail('not needed') })
    })
  })

  it('takes the last commit of a file, and knows none of what was never committed', async () => {
    await inFolder(async (top) => {
      const { folder, commit } = makeRepository(realpathSync(top))
      commit('2026-01-01', { 'sub/a.md': 'one', 'sub/*.md': 'star' })
      commit('2026-02-01', { 'sub/a.md': 'two' })
      commit('2026-03-01', { 'other.md': 'x' })
      writeFileSync(join(folder, 'sub', 'new.md'), 'new')
      const git = openGit(folder, env)
      const committed = (file: string) => look(join(folder, 'sub'), file, { needsDate: true }, git).committed
      expect([committed('a.md'), committed('*.md'), committed('new.md')]).toEqual([
        '2026-02-01',
        '2026-01-01',
        null,
      ])
    })
  })

  it('follows no rename: what was moved is as old as the move, and its old name is missing', async () => {
    await inFolder(async (top) => {
      const { folder, commit } = makeRepository(realpathSync(top))
      commit('2026-01-01', { 'a.md': 'one' })
      renameSync(join(folder, 'a.md'), join(folder, 'b.md'))
      commit('2026-02-01', {})
      const git = openGit(folder, env)
      expect(look(folder, 'b.md', { needsDate: true }, git).committed).toBe('2026-02-01')
      expect(look(folder, 'a.md', { needsDate: true }, git)).toEqual({
        state: 'missing',
        committed: null,
        sha256: null,
      })
    })
  })

  it('knows no dates in a shallow clone and says so once', async () => {
    await inFolder(async (top) => {
      const { folder, commit } = makeRepository(realpathSync(top))
      commit('2026-01-01', { 'a.md': 'one', 'b.md': 'two' })
      commit('2026-02-01', { 'c.md': 'three' })
      const clone = join(folder, 'clone')
      execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${folder}`, clone], {
        stdio: 'ignore',
      })
      const notes: string[] = []
      const question = { needsDate: true, needsDigest: false }
      const facts = lookAtFilesFor(clone, openGit(clone, env), (text) => notes.push(text))([
        { ...question, file: 'a.md' },
        { ...question, file: 'b.md' },
      ])
      expect([...facts.values()]).toEqual([
        { state: 'present', committed: null, sha256: null },
        { state: 'present', committed: null, sha256: null },
      ])
      expect(notes).toHaveLength(1)
      expect(notes[0]).toMatch(/history of this clone is cut/)
    })
  })

  it('goes on without dates where git cannot be run', async () => {
    await inFolder(async (top) => {
      const { folder, commit } = makeRepository(realpathSync(top))
      commit('2026-01-01', { 'a.md': 'one' })
      const notes: string[] = []
      const git = openGit(folder, { PATH: '/nonexistent' })
      const fact = look(folder, 'a.md', { needsDate: true }, git, (text) => notes.push(text))
      expect(fact).toEqual({ state: 'present', committed: null, sha256: null })
      expect(notes).toHaveLength(1)
    })
  })
})
