/**
 * Writes a file so that a crash, a full disk or a signal leaves either the old file or the new one, whole.
 * The packages on npm for this reported success on a full disk and lost the old file, hence our own.
 */
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { showSafely } from '../../util/show.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { access } from './read-file.ts'
import { type Replacing, replaceFile } from './replace-file.ts'

/**
 * `path` is relative to `folder`. Stops with code 4 when anything goes wrong; what was there is then intact. False, and
 * nothing written, where the file is not `insteadOf` any more.
 */
export function writeWhole(path: string, text: string, folder: string, replacing: Replacing = {}): boolean {
  const target = fileBehind(path, folder)
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
    const missing = dirname(target === resolve(folder, path) ? path : target)
    throw new Stop(exitCode.cannotAccess, `there is no folder ${showSafely(missing)}`, 'make it first')
  }
  return access(path, target, () => replaceFile(target, Buffer.from(text), existing, replacing))
}

/** A link stays a link: the file it leads to is replaced, or made where it is not there yet. */
export function fileBehind(path: string, folder: string, links = 0): string {
  const full = resolve(folder, path)
  try {
    return realpathSync(full)
  } catch {
    const isLink =
      links < 40 && access(path, full, () => lstatSync(full, { throwIfNoEntry: false }))?.isSymbolicLink()
    return isLink ? fileBehind(readlinkSync(full), dirname(full), links + 1) : full
  }
}
