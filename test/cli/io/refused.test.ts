/** Disks and folders that refuse: the file is as it was, byte by byte, nothing is left beside it, and the code is 4. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Stop } from '../../../src/cli/exit-code.ts'
import { openAnswerFile } from '../../../src/cli/io/answer-file.ts'
import { writeWhole } from '../../../src/cli/io/write-file.ts'
import { inFolder } from '../run.ts'
import { answerNumber } from './answers.ts'
import * as editing from './plain-editing.ts'
import { bundleSessions, ended, sessionScript, startSession } from './start-session.ts'

const isRoot = process.getuid?.() === 0
const old = `${editing.head}${'# what stood here before\n'.repeat(400)}`
const open = (folder: string) =>
  openAnswerFile('org.yaml', { folder } as Parameters<typeof openAnswerFile>[1], () => [], editing)

const inFile = (folder: string) => readFileSync(join(folder, 'org.yaml'), 'utf8')

/** Only root may mount: elsewhere these are skipped. */
const canMount = isRoot && spawnSync('mount', ['--version']).status === 0 && mounts()
function mounts(): boolean {
  const folder = join(tmpdir(), `ims-gap-mount-${process.pid}`)
  mkdirSync(folder)
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder])
  if (status === 0) execFileSync('umount', [folder])
  rmSync(folder, { recursive: true })
  return status === 0
}

async function onSmallDisk(use: (disk: string) => void): Promise<void> {
  await inFolder(async (folder) => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])
    try {
      writeFileSync(join(disk, 'org.yaml'), old)
      use(disk)
    } finally {
      execFileSync('umount', [disk])
    }
  })
}

/** Takes all there is, so that not a byte more can be written. */
function fill(disk: string): void {
  const block = Buffer.alloc(4096, 'x')
  for (;;) {
    try {
      writeFileSync(join(disk, 'filler'), block, { flag: 'a' })
    } catch {
      return
    }
  }
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

describe.runIf(canMount)('a full disk', () => {
  it('refuses the answer, tells it, and takes it once there is space', async () => {
    await onSmallDisk((disk) => {
      const file = open(disk)
      fill(disk)
      expect(stopOf(() => file.save([answerNumber(1)]))).toMatchObject({
        code: 4,
        message: 'no space left on the disk: org.yaml',
        hint: 'not saved: practices 5.1.2 owner = "Person 1"',
      })
      expect(inFile(disk)).toBe(old)
      expect(readdirSync(disk).sort()).toEqual(['.org.yaml.lock', 'filler', 'org.yaml'])
      rmSync(join(disk, 'filler'))
      expect(file.save([answerNumber(1)])).toMatchObject({ saved: true })
      file.close()
      expect(inFile(disk)).toBe(`${old}  5.1.2: { owner: Person 1 }\n`)
    })
  })

  it('refuses the session before it asks anything', async () => {
    await onSmallDisk((disk) => {
      fill(disk)
      expect(stopOf(() => open(disk))).toMatchObject({
        code: 4,
        message: 'no space left on the disk: .org.yaml.lock',
      })
      expect(readdirSync(disk).sort()).toEqual(['filler', 'org.yaml'])
    })
  })

  it('refuses every other file the same way', async () => {
    await onSmallDisk((disk) => {
      fill(disk)
      expect(stopOf(() => writeWhole('org.yaml', `${old}more`, disk)).code).toBe(4)
      expect(inFile(disk)).toBe(old)
      expect(readdirSync(disk).sort()).toEqual(['filler', 'org.yaml'])
    })
  })

  it('that may only be read refuses at once', async () => {
    await onSmallDisk((disk) => {
      execFileSync('mount', ['-o', 'remount,ro', disk])
      expect(stopOf(() => open(disk))).toMatchObject({ code: 4, message: 'read-only file system: org.yaml' })
      expect(stopOf(() => writeWhole('org.yaml', 'new', disk)).code).toBe(4)
      expect(inFile(disk)).toBe(old)
    })
  })

  it('that may only be read since the session began loses nothing', async () => {
    await onSmallDisk((disk) => {
      const file = open(disk)
      execFileSync('mount', ['-o', 'remount,ro', disk])
      expect(stopOf(() => file.save([answerNumber(1)]))).toMatchObject({ code: 4 })
      expect(inFile(disk)).toBe(old)
      execFileSync('mount', ['-o', 'remount,rw', disk])
      expect(file.save([answerNumber(1)])).toMatchObject({ saved: true })
      file.close()
    })
  })
})

describe.runIf(process.platform === 'linux')('a process that may not', () => {
  bundleSessions()
  const nobody = 65_534

  async function asStranger(
    change: (folder: string) => void,
    ends: { code: number; says: string },
    task = 'save once',
  ) {
    await inFolder(async (folder) => {
      chmodSync(folder, 0o755)
      writeFileSync(join(folder, 'org.yaml'), old)
      if (isRoot) for (const path of [folder, join(folder, 'org.yaml')]) chownSync(path, nobody, nobody)
      change(folder)
      const user = isRoot ? { uid: nobody, gid: nobody } : {}
      const end = await ended(startSession([task, folder], user))
      expect(end.stderr).toBe('')
      expect(end).toMatchObject({ code: ends.code })
      expect(end.stdout).toContain(ends.says)
      chmodSync(folder, 0o755)
      if (ends.code !== 0) expect(inFile(folder)).toBe(old)
      expect(readdirSync(folder)).toEqual(['org.yaml'])
    })
  }

  it('write in the folder is told so', () =>
    asStranger((folder) => chmodSync(folder, 0o555), {
      code: 4,
      says: 'no permission: .org.yaml.lock; answering',
    }))
  it('write the file is told so', () =>
    asStranger((folder) => chmodSync(join(folder, 'org.yaml'), 0o444), {
      code: 4,
      says: 'no permission: org.yaml',
    }))
  it('write the file is told so by every other command', () =>
    asStranger(
      (folder) => chmodSync(join(folder, 'org.yaml'), 0o444),
      { code: 4, says: 'no permission: org.yaml' },
      'write once',
    ))
  it('list the folder answers all the same', () =>
    asStranger((folder) => chmodSync(folder, 0o300), { code: 0, says: '' }))
  it('read the file is told so', () =>
    asStranger((folder) => chmodSync(join(folder, 'org.yaml'), 0o200), {
      code: 4,
      says: 'no permission: org.yaml',
    }))
  it('enter the folder is told so', () =>
    asStranger((folder) => chmodSync(folder, 0o000), { code: 4, says: 'no permission: org.yaml' }))

  it('write large files is told so', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), old)
      const { stdout, stderr } = spawnSync(
        'bash',
        ['-c', `ulimit -f 4; '${process.execPath}' '${sessionScript()}' 'save once' '${folder}'; echo $?`],
        { encoding: 'utf8' },
      )
      expect(stderr).toBe('')
      expect(stdout).toMatch(
        /^the file would be larger than allowed: org\.yaml; not saved: practices.*\n4\n$/,
      )
      expect(inFile(folder)).toBe(old)
      expect(readdirSync(folder)).toEqual(['org.yaml'])
    })
  })

  it.runIf(isRoot)('be root keeps the owner of the file', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), old)
      chownSync(join(folder, 'org.yaml'), nobody, nobody)
      const file = open(folder)
      file.save([answerNumber(1)])
      file.close()
      expect(statSync(join(folder, 'org.yaml'))).toMatchObject({ uid: nobody, gid: nobody })
    })
  })
})
