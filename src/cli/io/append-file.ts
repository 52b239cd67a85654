/** Adds lines to a file for good: what was added is on disk, and what could not be is tried again with the next. */
import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { showSafely } from '../../util/show.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import { access, reasonOf } from './read-file.ts'
import { writableTarget } from './write-file.ts'

export interface Appending {
  /** `line` without its end. The reason, in words, where it is not on disk yet. */
  append(line: string): string | undefined
  close(): void
}

/** Writes some of the bytes and says how many; other than the system's only where tests fill the disk. */
export type WriteSome = (handle: number, bytes: Uint8Array) => number

/**
 * Opens `path`, relative to `folder`, and makes it where it is not there, readable for the user only. Stops with code 4 where
 * nothing can be added, and with code 2 where it holds something that does not begin with `start`: it is another file then.
 */
export function openAppending(
  path: string,
  folder: string,
  start: string,
  write: WriteSome = writeSync,
): Appending {
  const full = writableTarget(path, folder)
  const there = access(path, full, () => statSync(full, { throwIfNoEntry: false }))
  // A pipe without a reader would wait for ever.
  if (there && !there.isFile())
    throw new Stop(exitCode.cannotAccess, `${showSafely(path)} is not a regular file`)
  const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_RDWR } = constants
  const handle = access(path, full, () => openSync(full, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600))
  const { size } = fstatSync(handle)
  if (size > 0 && !bytesAt(handle, 0, start.length).startsWith(start)) {
    closeSync(handle)
    throw usageStop(`${showSafely(path)} is not an audit file; nothing was added`, 'name another file')
  }
  // Whoever was killed in the middle of a line left it without an end.
  let waiting: Uint8Array = Buffer.from(size > 0 && bytesAt(handle, size - 1, 1) !== '\n' ? '\n' : '')
  return {
    append: (line) => {
      waiting = Buffer.concat([waiting, Buffer.from(`${line}\n`)])
      try {
        while (waiting.length > 0) waiting = waiting.subarray(write(handle, waiting))
        fsyncSync(handle)
        return undefined
      } catch (error) {
        return `${reasonOf((error as NodeJS.ErrnoException).code ?? '')}: ${showSafely(path)}`
      }
    },
    close: () => closeSync(handle),
  }
}

function bytesAt(handle: number, position: number, length: number): string {
  const buffer = Buffer.alloc(length)
  return buffer.toString('latin1', 0, readSync(handle, buffer, 0, length, position))
}
