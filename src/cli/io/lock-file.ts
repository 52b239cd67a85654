/**
 * Holds a file for one process: a lock file says who holds it and since when. Locks of processes that are gone are taken over
 * without a word; others are respected. Nobody removes a lock that is not his.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { showSafely } from '../../util/show.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { access, reasonOf } from './read-file.ts'
import { atEnd } from './signals.ts'

export interface Lock {
  /** False once somebody took the lock away. */
  isHeld(): boolean
  /** Gives the file free. Done by itself where the process ends in a way it can notice. */
  release(): void
}

interface Holder extends ProcessName {
  /** Moment, in UTC. */
  readonly since: string
  /** Chance, so that no two locks are alike. */
  readonly token: string
}

/** How to speak of a lock: what it holds, and the lock itself, both as the user names files. */
export interface LockNames {
  readonly subject: string
  readonly lock: string
}

/** Makes the lock file `path`. Stops with code 5 where another process holds it, and with code 4 where it cannot be made. */
export function takeLock(path: string, names: LockNames): Lock {
  for (;;) {
    const lock = makeLock(path, names)
    if (lock) return lock
    const holder = readHolder(path, names)
    if (!holder) continue
    if (holder === 'unknown') throw unreadable(names)
    if (holder.pid !== 0 && stillRuns(holder) !== false) throw heldBy(holder, names)
    removeStale(path, holder, names)
  }
}

/**
 * Two who both found the lock stale must not remove each other's new one. So the right to remove exactly this one is a lock
 * too; under it, what was found is looked at again, and from then on nobody else changes it.
 */
function removeStale(path: string, { token }: Holder, names: LockNames): void {
  const right = takeLock(`${path}.${token}`, names)
  try {
    const there = readHolder(path, names)
    if (typeof there === 'object' && there.token === token) access(names.lock, path, () => unlinkSync(path))
  } finally {
    right.release()
  }
}

/** Undefined where a file of this name is there. */
function makeLock(path: string, names: LockNames): Lock | undefined {
  const holder: Holder = {
    ...thisProcess(),
    since: new Date().toISOString(),
    token: randomBytes(4).toString('hex'),
  }
  try {
    const handle = openSync(path, 'wx', 0o644)
    try {
      writeFileSync(handle, `${JSON.stringify(holder)}\n`)
    } catch (error) {
      unlinkSync(path)
      throw error
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return undefined
    if (code === undefined) throw error
    throw new Stop(
      exitCode.cannotAccess,
      `${reasonOf(code)}: ${showSafely(names.lock)}`,
      `answering ${showSafely(names.subject)} needs a lock and a temporary file in the same folder`,
    )
  }
  return heldLock(path, holder, names)
}

function heldLock(path: string, { token }: Holder, names: LockNames): Lock {
  const isHeld = () => {
    const there = readHolder(path, names)
    return typeof there === 'object' && there.token === token
  }
  const remove = () => {
    if (isHeld()) access(names.lock, path, () => unlinkSync(path))
  }
  const forget = atEnd(remove)
  return {
    isHeld,
    release: () => {
      forget()
      remove()
    },
  }
}

/** Undefined: it is gone. `unknown`: it holds something else. Process 0: it was killed before it could say who it is. */
function readHolder(path: string, names: LockNames): Holder | 'unknown' | undefined {
  // Made and filled in two steps: who looks in between waits.
  for (let patience = 10; ; patience--) {
    const found = access(names.lock, path, () => readSmall(path))
    if (found === undefined || found === 'unknown') return found
    if (found.text !== '') return parseHolder(found.text)
    if (patience === 0) return { pid: 0, host: '', space: '', start: '', since: '', token: `${found.ino}` }
    pause(10)
  }
}

function readSmall(path: string): { text: string; ino: number } | 'unknown' | undefined {
  try {
    const stats = lstatSync(path)
    // A pipe without a writer would wait for ever.
    if (!stats.isFile() || stats.size > 4096) return 'unknown'
    return { text: readFileSync(path, 'utf8'), ino: stats.ino }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function parseHolder(text: string): Holder | 'unknown' {
  try {
    const { pid, host, space, start, since, token } = JSON.parse(text)
    const texts = [host, space, start, since, token].every((value) => typeof value === 'string')
    const isOurs = texts && Number.isSafeInteger(pid) && pid > 0 && /^[0-9a-f]{8}$/.test(token)
    return isOurs ? { pid, host, space, start, since, token } : 'unknown'
  } catch {
    return 'unknown'
  }
}

function heldBy(holder: Holder, { subject, lock }: LockNames): Stop {
  const host = showSafely(holder.host.slice(0, 100))
  return new Stop(
    exitCode.conflict,
    `${showSafely(subject)} is open in another session: process ${holder.pid} on ${host}, for ${age(holder.since)}`,
    stillRuns(holder)
      ? 'end that session first'
      : `it runs on another machine or in another container; if it has ended, delete ${showSafely(lock)}`,
  )
}

function unreadable({ subject, lock }: LockNames): Stop {
  return new Stop(
    exitCode.conflict,
    `${showSafely(subject)} is locked by an unknown process`,
    `if nobody is working on it, delete ${showSafely(lock)}`,
  )
}

/** In the largest unit there is one of. */
function age(since: string): string {
  const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 1000))
  if (Number.isNaN(seconds)) return 'an unknown time'
  const [size, unit] = (
    [
      [86400, 'day'],
      [3600, 'hour'],
      [60, 'minute'],
      [1, 'second'],
    ] as const
  ).find(([size]) => seconds >= size) ?? [1, 'second']
  const count = Math.floor(seconds / size)
  if (count === 0) return 'a moment'
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** Says which process this is and whether another one still runs, so that a number used again is not taken for the old process. */
interface ProcessName {
  readonly pid: number
  readonly host: string
  /** Where process numbers count: containers on one host, or with one name, do not see each other's. Empty where unknown. */
  readonly space: string
  /** When it was started, comparable on its host only. Empty where the system does not tell. */
  readonly start: string
}

function thisProcess(): ProcessName {
  const { pid } = process
  return { pid, host: hostname(), space: spaceOfNumbers(), start: startOf(pid) ?? '' }
}

/** Undefined where that cannot be known from here. */
function stillRuns({ pid, host, space, start }: ProcessName): boolean | undefined {
  if (host !== hostname() || space !== spaceOfNumbers()) return undefined
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const started = startOf(pid)
  return started !== 'over' && (!started || !start || started === start)
}

/** Ticks from the start of the system, and which start of it that was. `over`: it ended and only its parent has not noticed. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return 'over'
    return `${fields[19]}@${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
  } catch {
    return undefined
  }
}

function spaceOfNumbers(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** Waits without letting anything else happen in between, for steps that must not be taken apart. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
