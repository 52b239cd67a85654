/** Finds a cited file step by step, by exactly the name it is cited under, and never outside the root. Opens nothing. */
import { accessSync, constants, lstatSync, readdirSync, realpathSync, type Stats } from 'node:fs'
import { join, sep } from 'node:path'
import type { FileState } from '../../types/file-facts.ts'

export interface FoundFile {
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
export function fileFinder(folder: string, root: string): (file: string) => FoundFile {
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
      if (!isInside(root, place) || isInside(join(root, '.git'), place)) return { state: 'outside' }
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

function isInside(root: string, place: string): boolean {
  return place === root || place.startsWith(root.endsWith(sep) ? root : root + sep)
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
