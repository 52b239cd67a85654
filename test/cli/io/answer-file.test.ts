/** A description held open: what is saved, what is refused, what happens when somebody else writes to it, and who may open it. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describe as readDescription } from '../../../src/assess.ts'
import { Stop } from '../../../src/cli/exit-code.ts'
import { openAnswerFile } from '../../../src/cli/io/answer-file.ts'
import { type Diagnostic, hasErrors } from '../../../src/diagnostics/diagnostic.ts'
import type { Edit } from '../../../src/yaml-edit/edit.ts'
import { inFolder } from '../run.ts'
import { head } from './plain-editing.ts'

function check(text: string): readonly Diagnostic[] {
  const { diagnostics } = readDescription(text, { file: 'org.yaml' })
  return hasErrors(diagnostics) ? diagnostics : []
}

const answer = (id: string, level: number): Edit => ({ path: ['practices', id, 'level'], value: level })
/** How an answer stands in the file. */
const entry = (id: string, level: number) => `  ${id}:\n    level: ${level}\n`
const open = (folder: string, path = 'org.yaml') =>
  openAnswerFile(path, { folder } as Parameters<typeof openAnswerFile>[1], check)

/** A folder with a description in it; `text` reads what is there, `put` is what an editor does. */
async function withFile(
  use: (folder: string, file: { text(): string; put(text: string): void }) => void,
): Promise<void> {
  await inFolder(async (folder) => {
    const path = join(folder, 'org.yaml')
    writeFileSync(path, head)
    use(folder, { text: () => readFileSync(path, 'utf8'), put: (text) => writeFileSync(path, text) })
  })
}

function stopOf(work: () => unknown): Stop {
  try {
    work()
  } catch (error) {
    if (error instanceof Stop) return error
    throw error
  }
  throw new Error('nothing was stopped')
}

describe('saving', () => {
  it('puts every answer on disk before it returns, and leaves nothing beside the file', async () => {
    await withFile((folder, { text }) => {
      const file = open(folder)
      expect(file.text).toBe(head)
      expect(file.save([answer('6.4', 3)])).toEqual({ saved: true, how: 'spliced' })
      expect(text()).toBe(`${head}${entry('6.4', 3)}`)
      expect(file.save([answer('6.4', 2), answer('7.3', 1)])).toEqual({ saved: true, how: 'spliced' })
      expect(text()).toBe(`${head}${entry('6.4', 2)}${entry('7.3', 1)}`)
      expect(file.text).toBe(text())
      expect(readdirSync(folder).sort()).toEqual(['.org.yaml.lock', 'org.yaml'])
      file.close()
      expect(readdirSync(folder)).toEqual(['org.yaml'])
    })
  })

  it('refuses what would not read, with the errors it would have, and writes nothing', async () => {
    await withFile((folder, { text }) => {
      const file = open(folder)
      const before = statSync(join(folder, 'org.yaml'))
      expect(file.save([answer('6.4', 9)])).toMatchObject({
        saved: false,
        errors: [{ code: 'description/wrong-number' }],
      })
      expect(text()).toBe(head)
      expect(statSync(join(folder, 'org.yaml')).ino).toBe(before.ino)
      expect(file.text).toBe(head)
      file.close()
    })
  })

  it('does not touch the file for an answer that is there already', async () => {
    await withFile((folder) => {
      const file = open(folder)
      const before = statSync(join(folder, 'org.yaml'))
      expect(file.save([answer('5.1.1', 2)])).toEqual({ saved: true, how: 'spliced' })
      expect(statSync(join(folder, 'org.yaml')).ino).toBe(before.ino)
      file.close()
    })
  })

  it.each([0o600, 0o640, 0o664, 0o777])('keeps the rights %o whatever the mask', async (mode) => {
    await withFile((folder) => {
      chmodSync(join(folder, 'org.yaml'), mode)
      const file = open(folder)
      file.save([answer('6.4', 3)])
      file.close()
      expect(statSync(join(folder, 'org.yaml')).mode & 0o777).toBe(mode)
    })
  })

  it('keeps a link and replaces what it leads to; the lock lies beside that', async () => {
    await withFile((folder, { text }) => {
      mkdirSync(join(folder, 'links'))
      symlinkSync('../org.yaml', join(folder, 'links', 'here.yaml'))
      const file = open(folder, 'links/here.yaml')
      expect(stopOf(() => open(folder))).toMatchObject({ code: 5 })
      file.save([answer('6.4', 3)])
      file.close()
      expect(lstatSync(join(folder, 'links', 'here.yaml')).isSymbolicLink()).toBe(true)
      expect(text()).toContain(entry('6.4', 3))
      expect(readdirSync(join(folder, 'links'))).toEqual(['here.yaml'])
    })
  })

  it('says that another name of the same file stays behind', async () => {
    await withFile((folder) => {
      linkSync(join(folder, 'org.yaml'), join(folder, 'other.yaml'))
      const file = open(folder)
      expect(file.notices).toEqual([
        'org.yaml has another name (a hard link); under that name the file stays as it is now',
      ])
      file.save([answer('6.4', 3)])
      file.close()
      expect(readFileSync(join(folder, 'other.yaml'), 'utf8')).toBe(head)
    })
  })

  it('takes names as long as the system does', async () => {
    await inFolder(async (folder) => {
      const name = `${'組'.repeat(83)}.yaml`
      writeFileSync(join(folder, name), head)
      const file = open(folder, name)
      expect(file.save([answer('6.4', 3)])).toMatchObject({ saved: true })
      file.close()
      expect(readdirSync(folder)).toEqual([name])
    })
  })

  it('takes away what a killed session left, and nothing else', async () => {
    await withFile((folder) => {
      const others = [
        '.org.yaml.abc.answer',
        '.org.yaml.1-0123456789ab.tmp',
        '.other.yaml.1-0123456789ab.answer',
      ]
      for (const name of [...others, '.org.yaml.1-0123456789ab.answer', '.org.yaml.lock.0123abcd'])
        writeFileSync(join(folder, name), '')
      open(folder).close()
      expect(readdirSync(folder).sort()).toEqual([...others, 'org.yaml'].sort())
    })
  })
})

describe('a file that somebody else changed meanwhile', () => {
  it('gets the answer too, and keeps what it says', async () => {
    await withFile((folder, { text, put }) => {
      const file = open(folder)
      file.save([answer('6.4', 3)])
      put(text().replace('Small Firm', 'Smaller Firm').replace('5.1.1: { level: 2 }', '5.1.1: { level: 1 }'))
      const merged = text()
      expect(file.save([answer('7.3', 1)])).toEqual({
        saved: true,
        how: 'spliced',
        notice: 'org.yaml was changed by somebody else meanwhile; your answer was added to what it says now.',
      })
      expect(text()).toBe(`${merged}${entry('7.3', 1)}`)
      expect(file.text).toBe(text())
      expect(file.save([answer('7.4', 1)])).toEqual({ saved: true, how: 'spliced' })
      file.close()
    })
  })

  const changes: [what: string, change: (text: string) => string | Uint8Array | undefined, says: string][] = [
    [
      'the same answer',
      (text) => text.replace(entry('6.4', 3), entry('6.4', 1)),
      'now differs in the same place: practices 6.4',
    ],
    ['a mistake', (text) => text.replace('level', 'levle'), 'now has an error (unknown key "levle"'],
    ['no YAML', () => '{', 'now has an error'],
    ['half a file', (text) => text.slice(0, 60), 'now has an error'],
    ['nothing', () => '', 'now has an error'],
    ['other bytes', () => Uint8Array.of(0xff, 0xfe, 0x41), 'is not UTF-8 text'],
    ['far too much', (text) => text + ' '.repeat(1024 * 1024), 'is larger than 1 MiB'],
    ['no file', () => undefined, 'is gone'],
  ]
  it.each(changes)(
    '%s: refused with 5, nothing overwritten, the answer kept beside',
    async (_, change, says) => {
      await withFile((folder) => {
        const path = join(folder, 'org.yaml')
        const file = open(folder)
        file.save([answer('6.4', 3)])
        const theirs = change(file.text)
        if (theirs === undefined) unlinkSync(path)
        else writeFileSync(path, theirs)
        for (const name of ['org.yaml.unsaved', 'org.yaml.unsaved-2']) {
          const stop = stopOf(() => file.save([answer('6.4', 4)]))
          expect(stop.code).toBe(5)
          expect(stop.message).toContain(says)
          expect(stop.hint).toBe(`your answer is kept in ${name}, the file as it would have been`)
          expect(readFileSync(join(folder, name), 'utf8')).toBe(`${head}${entry('6.4', 4)}`)
        }
        if (theirs === undefined) expect(existsSync(path)).toBe(false)
        else expect(readFileSync(path).equals(Buffer.from(theirs))).toBe(true)
        file.close()
      })
    },
  )

  it('is told in the message where nothing can be kept beside it', async () => {
    await withFile((folder) => {
      const file = open(folder)
      rmSync(folder, { recursive: true })
      expect(
        stopOf(() => file.save([answer('6.4', 4), { path: ['practices', '7.3'], value: undefined }])),
      ).toMatchObject({
        hint: 'not saved: practices 6.4 level = 4; practices 7.3 removed',
      })
      file.close()
    })
  })
})

describe('a second session', () => {
  it('is told who holds the file, and changes nothing', async () => {
    await withFile((folder) => {
      const first = open(folder)
      expect(stopOf(() => open(folder, './org.yaml'))).toMatchObject({
        code: 5,
        message: `./org.yaml is open in another session: process ${process.pid} on ${hostname()}, for a moment`,
        hint: 'end that session first',
      })
      first.save([answer('6.4', 3)])
      first.close()
      open(folder).close()
    })
  })

  const holder = { pid: 12, host: 'elsewhere', space: '', start: '', token: '0123abcd' }
  const ago = (seconds: number | string) =>
    typeof seconds === 'string' ? seconds : new Date(Date.now() - seconds * 1000 - 500).toISOString()
  it.each([
    [100, 'for 1 minute'],
    [7300, 'for 2 hours'],
    [86400 * 3, 'for 3 days'],
    ['whenever', 'for an unknown time'],
    ['2999-01-01T00:00:00Z', 'for a moment'],
  ])('respects a lock of another host, since %s', async (since, says) => {
    await withFile((folder) => {
      writeFileSync(join(folder, '.org.yaml.lock'), JSON.stringify({ ...holder, since: ago(since) }))
      const stop = stopOf(() => open(folder))
      expect(stop.code).toBe(5)
      expect(stop.message).toBe(`org.yaml is open in another session: process 12 on elsewhere, ${says}`)
      expect(stop.hint).toContain('if it has ended, delete .org.yaml.lock')
      expect(existsSync(join(folder, '.org.yaml.lock'))).toBe(true)
    })
  })

  it.each([
    ['{'],
    ['{}'],
    ['null'],
    ['\0\0\0\0'],
    ['my notes'],
    [JSON.stringify({ ...holder, since: '', pid: '12' })],
    [JSON.stringify({ ...holder, since: '', token: '../../x' })],
  ])('respects a lock that says %j', async (text) => {
    await withFile((folder) => {
      writeFileSync(join(folder, '.org.yaml.lock'), text)
      expect(stopOf(() => open(folder))).toMatchObject({
        code: 5,
        hint: 'if nobody is working on it, delete .org.yaml.lock',
      })
      expect(readFileSync(join(folder, '.org.yaml.lock'), 'utf8')).toBe(text)
    })
  })

  it('shows nothing of a lock that could steer a terminal', async () => {
    await withFile((folder) => {
      const text = JSON.stringify({ ...holder, host: '\u001b[2J', since: ago(1) })
      writeFileSync(join(folder, '.org.yaml.lock'), text)
      expect(stopOf(() => open(folder)).message).toContain('on \\u{1b}[2J,')
    })
  })

  describe.runIf(process.platform === 'linux')('on this host', () => {
    const own = (folder: string) => JSON.parse(readFileSync(join(folder, '.org.yaml.lock'), 'utf8'))
    const left = async (change: object | '') =>
      withFile((folder) => {
        const first = open(folder)
        const lock = change === '' ? '' : JSON.stringify({ ...own(folder), token: '0123abcd', ...change })
        writeFileSync(join(folder, '.org.yaml.lock'), lock)
        // The first no longer holds it, and must not remove what is not its own.
        const second = open(folder)
        expect(own(folder).pid).toBe(process.pid)
        first.close()
        expect(existsSync(join(folder, '.org.yaml.lock'))).toBe(true)
        second.close()
        expect(readdirSync(folder)).toEqual(['org.yaml'])
      })

    it('takes over from a process that is gone', () => left({ pid: 99_999_999 }))
    it('takes over where the number belongs to another process now', () => left({ start: '1@another' }))
    it('takes over from one killed before it could say who it was', () => left(''))

    it('respects a process in another space of numbers', async () => {
      await withFile((folder) => {
        const first = open(folder)
        const text = JSON.stringify({ ...own(folder), pid: 99_999_999, space: 'pid:[1]' })
        writeFileSync(join(folder, '.org.yaml.lock'), text)
        expect(stopOf(() => open(folder)).code).toBe(5)
        first.close()
      })
    })

    it('stands back at the next answer when its lock was taken away', async () => {
      await withFile((folder, { text }) => {
        const first = open(folder)
        unlinkSync(join(folder, '.org.yaml.lock'))
        const second = open(folder)
        expect(stopOf(() => first.save([answer('6.4', 3)]))).toMatchObject({ code: 5 })
        expect(text()).toBe(head)
        second.close()
        expect(first.save([answer('6.4', 3)])).toMatchObject({ saved: true })
        first.close()
        expect(readdirSync(folder).sort()).toEqual(['org.yaml', 'org.yaml.unsaved'])
      })
    })
  })
})

describe.runIf(process.platform === 'linux')('what cannot be answered in', () => {
  it.each([
    ['', 2, 'empty'],
    ['missing.yaml', 4, 'no such file'],
    ['folder', 4, 'is a folder'],
    ['pipe', 3, 'not a regular file'],
    ['to-pipe', 3, 'not a regular file'],
    ['/dev/null', 3, 'not a regular file'],
    ['/dev/zero', 3, 'not a regular file'],
    ['/dev/full', 3, 'not a regular file'],
    ['loop', 4, 'too many links'],
    ['org.yaml/x', 4, 'not a folder'],
    ['x'.repeat(300), 4, 'the name is too long'],
    ['bytes.yaml', 3, 'not UTF-8'],
    ['large.yaml', 3, 'larger than 1 MiB'],
  ])('%s is refused at once and leaves no lock', async (path, code, says) => {
    await withFile((folder) => {
      mkdirSync(join(folder, 'folder'))
      execFileSync('mkfifo', [join(folder, 'pipe')])
      symlinkSync('pipe', join(folder, 'to-pipe'))
      symlinkSync('loop', join(folder, 'loop'))
      writeFileSync(join(folder, 'bytes.yaml'), Uint8Array.of(0xff))
      writeFileSync(join(folder, 'large.yaml'), ' '.repeat(1024 * 1024 + 1))
      const stop = stopOf(() => open(folder, path))
      expect(stop.code).toBe(code)
      expect(stop.message).toContain(says)
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
    })
  })
})
