/** The SHA-256 digest of a file that was found before: the same file, a regular one, and not without end. */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'

/** More than any minutes or records have; a disk image would keep everybody waiting. */
const largest = 256 * 1024 * 1024

/**
 * 64 hex digits; `null` where the file is too large, cannot be read, or is no longer the one that `seen` was said of.
 * Opening it neither follows a link nor waits for whoever may be at the other end.
 */
export function digestOfFile(place: string, seen: Stats): string | null {
  if (seen.size > largest) return null
  let handle: number | undefined
  try {
    handle = openSync(place, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
    const { dev, ino } = fstatSync(handle)
    return dev === seen.dev && ino === seen.ino ? readDigest(handle) : null
  } catch {
    return null
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

function readDigest(handle: number): string | null {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(256 * 1024)
  for (let size = 0; size <= largest; ) {
    const read = readSync(handle, buffer, 0, buffer.length, null)
    if (read === 0) return hash.digest('hex')
    hash.update(buffer.subarray(0, read))
    size += read
  }
  return null
}
