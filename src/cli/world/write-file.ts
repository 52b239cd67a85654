/**
 * Writes a file so that a crash, a full disk or a signal leaves either the old file or the new one, whole.
 * The packages on npm for this reported success on a full disk and lost the old file, hence our own.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { showSafely } from '../../core/show.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { access } from './read-file.ts'

/** `path` is relative to `folder`. Stops with code 4 when anything goes wrong; what was there is then intact. */
export function writeWhole(path: string, text: string, folder: string): void {
  const target = fileBehind(path, folder)
  const existing = access(path, target, () => statSync(target, { throwIfNoEntry: false }))
  if (existing?.isDirectory()) throw new Stop(exitCode.cannotAccess, `${showSafely(path)} is a folder`)
  if (existing?.isCharacterDevice()) {
    access(path, target, () => writeFileSync(target, text))
    return
  }
  // A pipe without a reader would wait for ever.
  if (existing && !existing.isFile())
    throw new Stop(exitCode.cannotAccess, `${showSafely(path)} is not a regular file`)
  if (!existing && !existsSync(dirname(target))) {
    const missing = dirname(target === resolve(folder, path) ? path : target)
    throw new Stop(exitCode.cannotAccess, `there is no folder ${showSafely(missing)}`, 'make it first')
  }
  const temporary = join(
    dirname(target),
    `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`,
  )
  access(path, target, () => {
    try {
      writeAndSync(temporary, text, existing?.mode)
      renameSync(temporary, target)
    } catch (error) {
      removeQuietly(temporary)
      throw error
    }
    syncFolder(dirname(target))
  })
}

function writeAndSync(temporary: string, text: string, mode: number | undefined): void {
  const handle = openSync(temporary, 'wx', mode === undefined ? 0o644 : mode & 0o777)
  try {
    const bytes = Buffer.from(text)
    writeFileSync(handle, bytes)
    fsyncSync(handle)
    if (fstatSync(handle).size !== bytes.length)
      throw Object.assign(new Error('short write'), { code: 'ENOSPC' })
  } finally {
    closeSync(handle)
  }
}

/** A link stays a link: the file it leads to is replaced, or made where it is not there yet. */
export function fileBehind(path: string, folder: string, links = 0): string {
  const full = resolve(folder, path)
  try {
    return realpathSync(full)
  } catch {
    const isLink = links < 40 && lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink()
    return isLink ? fileBehind(readlinkSync(full), dirname(full), links + 1) : full
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It may not exist; the error that brought us here is the one to tell.
  }
}

/** Not every file system can sync a folder; the file itself is already down. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Nothing to do about it.
  }
}
