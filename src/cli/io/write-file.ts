/**
 * Writes a file so that a crash, a full disk or a signal leaves either the old file or the new one, whole.
 * The packages on npm for this reported success on a full disk and lost the old file, hence our own.
 */
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { sha256Hex } from '../../util/digest.ts'
import { showSafely } from '../../util/show.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import { pause } from './lock-file.ts'
import { fileBehind, isInside, realFolder } from './paths.ts'
import { access } from './read-file.ts'

export interface Replacing {
  /** Replace only where exactly these bytes still stand. */
  readonly insteadOf?: Uint8Array
  /** What the name of the temporary file ends in, so that its owner can tell his own. */
  readonly ending?: string
}

/**
 * `path` is relative to `folder`. Stops with code 4 when anything goes wrong; what was there is then intact. False, and
 * nothing written, where the file is not `insteadOf` any more.
 */
export function writeWhole(path: string, text: string, folder: string, replacing: Replacing = {}): boolean {
  const target = writableTarget(path, folder)
  const existing = access(path, target, () => statSync(target, { throwIfNoEntry: false }))
  if (existing?.isDirectory()) throw new Stop(exitCode.cannotAccess, `${showSafely(path)} is a folder`)
  if (existing?.isCharacterDevice()) {
    access(path, target, () => writeFileSync(target, text))
    return true
  }
  // It could be replaced all the same, but somebody said that it should not.
  if (existing) access(path, target, () => accessSync(target, constants.W_OK))
  // A pipe without a reader would wait for ever.
  if (existing && !existing.isFile())
    throw new Stop(exitCode.cannotAccess, `${showSafely(path)} is not a regular file`)
  if (!existing && !existsSync(dirname(target))) {
    throw new Stop(
      exitCode.cannotAccess,
      `there is no folder ${showSafely(dirname(path))}`,
      'create it first',
    )
  }
  return access(path, target, () => {
    removeAbandoned(target)
    return replaceFile(target, Buffer.from(text), existing, replacing)
  })
}

/**
 * The one rule for every file we write. A link is followed, and stays a link, but only to a file that exists, and never out of the
 * repository that the path is in (without a repository: out of the current folder). Otherwise a repository from somebody else could make us
 * write, for example, a shell start-up file.
 */
export function writableTarget(path: string, folder: string): string {
  if (path === '') throw usageStop('the name of a file is empty')
  const full = resolve(folder, path)
  const target = fileBehind(path, folder)
  const isLink = access(path, full, () => lstatSync(full, { throwIfNoEntry: false }))?.isSymbolicLink()
  if (isLink && access(path, full, () => lstatSync(target, { throwIfNoEntry: false })) === undefined)
    throw new Stop(exitCode.cannotAccess, `${showSafely(path)} is a link to a file that does not exist`)
  const real = join(realFolder(dirname(target)), basename(target))
  for (const root of rootsOf(full, folder)) {
    if (isInside(real, realFolder(root))) continue
    throw new Stop(
      exitCode.cannotAccess,
      `${showSafely(path)} is a link that leads out of ${showSafely(root)}`,
      'write to the file itself, or to another one',
    )
  }
  return target
}

/** Every repository around a path; where there is none, the current folder or, for a path outside of it, that of the file. */
function rootsOf(full: string, folder: string): string[] {
  const roots: string[] = []
  for (let place = dirname(full); place !== dirname(place); place = dirname(place))
    if (existsSync(join(place, '.git'))) roots.push(place)
  if (roots.length > 0) return roots
  return [isInside(full, folder) ? folder : dirname(full)]
}

const { O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_RDWR } = constants

/** Throws what the system refused; the file is then as it was. False, and nothing done, where it is not `insteadOf`. */
function replaceFile(
  target: string,
  bytes: Uint8Array,
  existing: Stats | undefined,
  { insteadOf, ending = 'tmp' }: Replacing,
): boolean {
  const temporary = hiddenBeside(target, `${process.pid}-${randomBytes(6).toString('hex')}.${ending}`)
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

/** `.org.yaml.<ending>` beside `org.yaml`. A long name is cut to its digest: a name may take 255 bytes with what is added. */
export function hiddenBeside(target: string, ending: string): string {
  const name = basename(target)
  const short = Buffer.byteLength(name) > 150 ? sha256Hex(name).slice(0, 32) : name
  return join(dirname(target), `.${short}.${ending}`)
}

/** The full names of what is there beside `target` with such an ending; none where the folder may not be listed. */
export function findBeside(target: string, ending: RegExp): string[] {
  const start = basename(hiddenBeside(target, ''))
  try {
    return readdirSync(dirname(target))
      .filter((name) => name.startsWith(start) && ending.test(name.slice(start.length)))
      .map((name) => join(dirname(target), name))
  } catch {
    return []
  }
}

/** Removes what calls left that were killed while they wrote: the name says which process that was. */
function removeAbandoned(target: string): void {
  for (const path of findBeside(target, temporaryName)) {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    const pid = Number(temporaryName.exec(path)?.[1])
    // A number that runs again may be another process; no file takes so long to write.
    if (stats?.isFile() && (!isRunning(pid) || Date.now() - stats.mtimeMs > 10 * 60_000)) removeQuietly(path)
  }
}

const temporaryName = /(?:^|\.)(\d{1,10})-[0-9a-f]{12}\.tmp$/

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
