/** Two processes find the same lock stale: only the first may remove it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { inFolder } from '../run.ts'

/** The module with `onOpen` called before each file is opened. */
async function lockModule(onOpen: (path: unknown) => void) {
  vi.resetModules()
  vi.doMock('node:fs', async (importOriginal) => {
    const fs = await importOriginal<typeof import('node:fs')>()
    return {
      ...fs,
      openSync: (...given: Parameters<typeof fs.openSync>) => {
        onOpen(given[0])
        return fs.openSync(...given)
      },
    }
  })
  return import('../../../src/cli/io/lock-file.ts')
}

afterEach(() => {
  vi.doUnmock('node:fs')
  vi.resetModules()
})

it('looks again before it removes a stale lock, and leaves a new one alone', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, '.org.yaml.lock')
    const names = { subject: 'org.yaml', lock: '.org.yaml.lock' }
    let onOpen = (_path: unknown) => {}
    const { takeLock } = await lockModule((opened) => onOpen(opened))
    takeLock(path, names)
    const own = JSON.parse(readFileSync(path, 'utf8'))
    writeFileSync(path, JSON.stringify({ ...own, pid: 2 ** 22 - 1, start: 'never', token: '0a0a0a0a' }))
    const fresh = JSON.stringify({ ...own, host: `not-${hostname()}`, token: '0b0b0b0b' })
    // Another process takes the lock over just before this one asks for the right to remove it.
    onOpen = (opened) => {
      if (opened === `${path}.0a0a0a0a`) writeFileSync(path, fresh)
    }
    expect(() => takeLock(path, names)).toThrow(/is open in another session/)
    expect(readFileSync(path, 'utf8')).toBe(fresh)
  })
})
