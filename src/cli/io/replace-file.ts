/** Puts bytes in the place of a file in one step: at no moment, not even after a power cut, is there half a file. */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { hiddenBeside } from './hidden-beside.ts'
import { pause } from './pause.ts'

export interface Replacing {
  /** Replace only where exactly these bytes still stand. */
  readonly insteadOf?: Uint8Array
  /** What the name of the temporary file ends in, so that its owner can tell his own. */
  readonly ending?: string
}

const { O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_RDWR } = constants

/** Throws what the system refused; the file is then as it was. False, and nothing done, where it is not `insteadOf`. */
export function replaceFile(
  target: string,
  bytes: Uint8Array,
  existing: Stats | undefined,
  { insteadOf, ending = 'tmp' }: Replacing,
): boolean {
  const temporary = hiddenBeside(target, `${randomBytes(6).toString('hex')}.${ending}`)
  try {
    writeAndSync(temporary, bytes, existing)
    // As late as can be: whoever does not know of locks, such as an editor, has only this moment to be overwritten in.
    if (insteadOf && !isFileOf(target, insteadOf)) {
      unlinkSync(temporary)
      return false
    }
    rename(temporary, target)
  } catch (error) {
    removeQuietly(temporary)
    throw error
  }
  syncFolder(dirname(target))
  return true
}

function writeAndSync(temporary: string, bytes: Uint8Array, existing: Stats | undefined): void {
  const mode = existing === undefined ? 0o644 : existing.mode & 0o777
  const handle = openSync(temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode)
  try {
    if (existing) fchmodSync(handle, keepsOwner(handle, existing) ? mode : mode & 0o707)
    // With places given, writing leaves the handle at the start, from where it is read back.
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, at)
    fsyncSync(handle)
    if (!readFileSync(handle).equals(bytes))
      throw Object.assign(new Error('not what was written'), { code: 'EIO' })
  } finally {
    closeSync(handle)
  }
}

/** Whether the new file belongs to whom the old one did; where its group cannot be kept, another group must not get its rights. */
function keepsOwner(handle: number, { uid, gid }: Stats): boolean {
  const own = fstatSync(handle)
  if (own.uid === uid && own.gid === gid) return true
  try {
    fchownSync(handle, uid, gid)
    return true
  } catch {
    return own.gid === gid
  }
}

function isFileOf(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** On Windows a virus scanner or an indexer holds a fresh file for a moment. */
function rename(from: string, to: string): void {
  for (let patience = process.platform === 'win32' ? 10 : 0; ; patience--) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (patience === 0 || !['EPERM', 'EBUSY', 'EACCES'].includes(code)) throw error
      pause(20)
    }
  }
}

export function removeQuietly(path: string): void {
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
