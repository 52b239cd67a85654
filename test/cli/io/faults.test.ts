/** Every step of saving, refused or killed at exactly that step: the file is the old one or the new one, and nothing stays behind. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../run.ts'
import { answerNumber } from './answers.ts'
import { editText, head } from './plain-editing.ts'
import { bundleSessions, sessionScript } from './start-session.ts'

/** Not installed everywhere, and not allowed in every container. */
const canTrace =
  spawnSync('strace', ['-f', '-o', '/dev/null', '-e', 'inject=fsync:error=EIO', 'true']).status === 0
const after = editText(head, [answerNumber(1)]).text

/** One answer, with a fault at a call of the system: `fsync:error=EIO:when=1`, as strace has it. */
function saveWith(fault: string, folder: string) {
  const traced = [
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    `trace=${fault.split(':')[0]}`,
    '-e',
    `inject=${fault}`,
  ]
  const { status, signal, stdout, stderr } = spawnSync(
    'strace',
    [...traced, process.execPath, sessionScript(), 'save once', folder],
    { encoding: 'utf8' },
  )
  expect(stderr).toBe('')
  return { status, signal, stdout }
}

describe.runIf(canTrace)('a fault while saving', () => {
  bundleSessions()

  it.each([
    [
      'pwrite64:error=ENOSPC',
      'no space left on the disk: org.yaml; not saved: practices 5.1.2 owner = "Person 1"',
    ],
    ['pwrite64:error=EDQUOT', 'the disk quota is used up: org.yaml'],
    ['pwrite64:error=EIO', 'the device failed: org.yaml'],
    // The system says that it wrote, and did not: only reading again finds out.
    ['pwrite64:retval=7:when=1', 'the device failed: org.yaml'],
    ['fsync:error=EIO:when=1', 'the device failed: org.yaml'],
    ['fchmod:error=EPERM', 'no permission: org.yaml'],
    ['rename:error=EBUSY', 'another program holds it: org.yaml'],
    ['rename:error=EROFS', 'read-only file system: org.yaml'],
  ])('%s is told, and the old file stands', async (fault, says) => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), head)
      const { status, stdout } = saveWith(fault, folder)
      expect(stdout).toContain(says)
      expect(status).toBe(4)
      expect(readFileSync(join(folder, 'org.yaml'), 'utf8')).toBe(head)
      expect(readdirSync(folder)).toEqual(['org.yaml'])
    })
  })

  it('or a power cut finds the bytes down before the name is, and the name before the answer counts as saved', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), head)
      const log = join(folder, 'calls')
      // Without its threads, which read for themselves.
      const traced = ['-qq', '-o', log, '-e', 'trace=pwrite64,fsync,read,rename']
      spawnSync('strace', [...traced, process.execPath, sessionScript(), 'save once', folder])
      const calls = readFileSync(log, 'utf8')
        .replace(/^\d+ +/gm, '')
        .split('\n')
      const first = calls.findIndex((call) => call.startsWith('pwrite64'))
      const names = calls.slice(first).map((call) => call.split('(')[0])
      const steps = names.filter((name, index) => name !== names[index - 1])
      expect(steps.slice(0, 5)).toEqual(['pwrite64', 'fsync', 'read', 'rename', 'fsync'])
    })
  })

  it('that only concerns the folder is no reason to say that nothing was saved', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), head)
      expect(saveWith('fsync:error=EINVAL:when=2', folder).status).toBe(0)
      expect(readFileSync(join(folder, 'org.yaml'), 'utf8')).toBe(after)
    })
  })

  it.each([
    ['pwrite64:signal=KILL', head],
    ['fsync:signal=KILL:when=1', head],
    ['rename:signal=KILL', undefined],
    ['fsync:signal=KILL:when=2', after],
    ['unlink:signal=KILL:when=1', after],
  ])('%s leaves a whole file, and the next session cleans up', async (fault, text) => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'org.yaml'), head)
      expect(saveWith(fault, folder).signal).toBe('SIGKILL')
      const left = readFileSync(join(folder, 'org.yaml'), 'utf8')
      expect(text === undefined ? [head, after] : [text]).toContain(left)
      const next = spawnSync(process.execPath, [sessionScript(), 'save once', folder], { encoding: 'utf8' })
      expect(next).toMatchObject({ status: 0, stdout: '', stderr: '' })
      expect(readFileSync(join(folder, 'org.yaml'), 'utf8')).toBe(after)
      expect(readdirSync(folder)).toEqual(['org.yaml'])
    })
  })
})
