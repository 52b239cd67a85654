/**
 * What the files cited as evidence are like: whether they are there, since when, and which bytes they hold. No file is
 * opened except for its digest, and nothing of what it holds goes anywhere.
 */

import { createHash } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { FileFact, FileQuestion, FileState, LookAtFiles } from '../../types/file-facts.ts'
import { Stop } from '../exit-code.ts'
import type { Git } from './git.ts'
import { isInside, realFolder } from './paths.ts'

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

/** The part of git that dates files. */
export type Dating = Pick<Git, 'root' | 'shallow' | 'lastCommitted'>

/**
 * Looks at files below `folder` (absolute), the description's own. They have to lie in the work tree, or without git in
 * that folder. `note` is told once, in one line, why dates are not known where git could not say.
 */
export function lookAtFilesFor(
  folder: string,
  git: Dating | undefined,
  note: (text: string) => void,
): LookAtFiles {
  const place = realFolder(folder)
  const root = git?.root ?? place
  const find = fileFinder(place, root)
  // What a description cited in an earlier version it mostly cites still.
  const known = new Map<string, FileFact>()
  return (questions) => {
    const open = questions.filter((question) => !known.has(keyOf(question)))
    const found = open.map((question) => ({ ...question, ...find(question.file) }))
    const undated = found.flatMap((file) => (file.needsDate && file.place !== undefined ? [file.place] : []))
    const dates = git ? datesOf(undated, git, note) : new Map<string, string>()
    for (const file of found) {
      const { state, place: real, stats, needsDigest } = file
      known.set(keyOf(file), {
        state,
        committed: (real !== undefined && dates.get(pathFrom(root, real))) || null,
        sha256: needsDigest && real !== undefined && stats ? digestOfFile(real, stats) : null,
      })
    }
    return new Map(questions.map((question) => [question.file, known.get(keyOf(question))!]))
  }
}

function keyOf({ file, needsDate, needsDigest }: FileQuestion): string {
  return `${needsDate} ${needsDigest} ${file}`
}

/** In a shallow clone every file seems to have come with the commit where the history was cut. */
function datesOf(
  places: readonly string[],
  git: Dating,
  note: (text: string) => void,
): ReadonlyMap<string, string> {
  if (places.length === 0) return new Map()
  try {
    if (!git.shallow) return git.lastCommitted(places.map((place) => pathFrom(git.root, place)))
    note(
      'undated evidence counts whatever its age: the history of this clone is cut (in CI, fetch all of it: fetch-depth: 0)',
    )
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    note(`undated evidence counts whatever its age: ${error.message}`)
  }
  return new Map()
}

function pathFrom(root: string, place: string): string {
  return relative(root, place).replaceAll(sep, '/')
}

/** Finds a cited file step by step, by exactly the name it is cited under, and never outside the root. Opens nothing. */
interface FoundFile {
  readonly state: FileState
  /** Absolute, links resolved; left out where nothing usable was found. */
  readonly place?: string
  readonly stats?: Stats
}

/** What a folder holds, by name: each entry's real name and whether it is a link. Composed and decomposed accents are one. */
interface Listing {
  readonly exact: ReadonlyMap<string, { readonly name: string; readonly link: boolean }>
  /** Names with their capitals taken away. */
  readonly loose: ReadonlySet<string>
}

/** A function that remembers what folders hold, so that each is read once. `folder` and `root` are real paths. */
function fileFinder(folder: string, root: string): (file: string) => FoundFile {
  const listings = new Map<string, Listing>()
  return (file) => {
    let place = folder
    for (const step of file.split('/')) {
      if (step === '' || step === '.') continue
      try {
        const listing = listings.get(place) ?? list(place)
        listings.set(place, listing)
        const entry = listing.exact.get(step) ?? listing.exact.get(step.normalize())
        if (!entry) return { state: listing.loose.has(loosely(step)) ? 'wrong-case' : 'missing' }
        place = join(place, entry.name)
        if (entry.link) place = realpathSync(place)
      } catch (error) {
        return { state: isDenied(error) ? 'unreadable' : 'missing' }
      }
      // What git keeps for itself is no part of what it keeps.
      if (!isInside(place, root) || isInside(place, join(root, '.git'))) return { state: 'outside' }
    }
    return file.endsWith('/') ? { state: 'not-regular' } : look(place)
  }
}

function list(folder: string): Listing {
  const entries = readdirSync(folder, { withFileTypes: true }).map((entry) => ({
    name: entry.name,
    link: entry.isSymbolicLink(),
  }))
  return {
    exact: new Map([
      ...entries.map((entry) => [entry.name.normalize(), entry] as const),
      ...entries.map((entry) => [entry.name, entry] as const),
    ]),
    loose: new Set(entries.map(({ name }) => loosely(name))),
  }
}

function loosely(name: string): string {
  return name.normalize().toLowerCase()
}

function isDenied(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? '')
}

function look(place: string): FoundFile {
  try {
    const stats = lstatSync(place)
    if (!stats.isFile()) return { state: 'not-regular' }
    if (stats.size === 0) return { state: 'empty' }
    accessSync(place, constants.R_OK)
    return { state: 'present', place, stats }
  } catch (error) {
    return { state: isDenied(error) ? 'unreadable' : 'missing' }
  }
}
