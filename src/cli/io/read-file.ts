/** Reads an input file or standard input, never more than a limit, and never from something that could hang. */
import { closeSync, fstatSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs'
import { constants } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { didYouMean } from '../../diagnostics/suggest.ts'
import { showSafely } from '../../util/show.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import type { World } from './world.ts'

/** One byte more than a description may have, so that its reader can tell that it is too large. */
const limit = 1024 * 1024 + 1

export interface InputFile {
  /** Name to show in messages and results. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** `-` is standard input, shown as `stdinName`. Stops with code 4 (cannot read) or 3 (not a regular file). */
export async function readInput(path: string, world: World, stdinName = '-'): Promise<InputFile> {
  if (path !== '-') return { file: path, bytes: readRegularFile(path, world.folder) }
  if (world.stdin.isTerminal) {
    world.stderr.write('Reading a description from the keyboard; end it with Ctrl-D.\n')
  }
  return { file: stdinName, bytes: await world.stdin.read(limit) }
}

/** The bytes of a regular file, at most `limit` of them; `path` is relative to `folder`. */
export function readRegularFile(path: string, folder: string): Uint8Array {
  if (path === '') throw usageStop('the name of a file is empty')
  const full = resolve(folder, path)
  const isOwnStream = /^\/dev\/(stdin|fd\/\d+)$/.test(full)
  const stats = statOf(full, path)
  if (stats.isDirectory())
    throw new Stop(exitCode.cannotAccess, `${showSafely(path)} is a folder, not a file`)
  if (!stats.isFile() && !isOwnStream) {
    throw new Stop(
      exitCode.invalidInput,
      `${showSafely(path)} is not a regular file`,
      'use - to read standard input',
    )
  }
  return access(path, full, () => {
    const handle = openSync(full, 'r')
    try {
      const buffer = Buffer.alloc(isOwnStream ? limit : Math.min(limit, fstatSync(handle).size + 1))
      let size = 0
      while (size < buffer.length) {
        const read = readSync(handle, buffer, size, buffer.length - size, null)
        if (read === 0) break
        size += read
      }
      return buffer.subarray(0, size)
    } finally {
      closeSync(handle)
    }
  })
}

function statOf(full: string, path: string): Stats {
  return access(path, full, () => statSync(full))
}

/**
 * Runs a file operation; what the system refuses becomes one line with the path as it was given and, for a mistyped
 * name, a suggestion out of the folder that the full path names.
 */
export function access<T>(path: string, full: string, operation: () => T): T {
  try {
    return operation()
  } catch (error) {
    const { code, errno } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    // Node has no name for it.
    const isQuota = errno === -constants.errno.EDQUOT
    throw new Stop(
      exitCode.cannotAccess,
      `${reasonOf(isQuota ? 'EDQUOT' : code)}: ${showSafely(path)}`,
      code === 'ENOENT' ? similarName(path, full) : undefined,
    )
  }
}

/** What a refusal of the system means, by its code. */
export function reasonOf(code: string): string {
  const known: Record<string, string> = {
    ENOENT: 'no such file',
    EACCES: 'no permission',
    EPERM: 'no permission',
    EISDIR: 'is a folder',
    ENOTDIR: 'a part of the path is not a folder',
    ELOOP: 'too many links',
    ENOSPC: 'no space left on the disk',
    EDQUOT: 'the disk quota is used up',
    EROFS: 'read-only file system',
    ENAMETOOLONG: 'the name is too long',
    EMFILE: 'too many open files',
    EFBIG: 'the file would be larger than allowed',
    EIO: 'the device failed',
    EBUSY: 'another program holds it',
  }
  return Object.hasOwn(known, code) ? known[code]! : `cannot access (${code})`
}

function similarName(path: string, full: string): string | undefined {
  try {
    const names = readdirSync(dirname(full)).map(showSafely)
    return names.includes(basename(full))
      ? 'it is a link to a file that does not exist'
      : didYouMean(basename(full), names, (name) => showSafely(join(dirname(path), name)))
  } catch {
    return undefined
  }
}
