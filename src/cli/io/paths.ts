/** What paths mean once links are followed. */
import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { access } from './read-file.ts'

/** Both absolute and without links. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)
}

/** With links resolved. A folder that does not exist has none. */
export function realFolder(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}

/** The file that `path`, relative to `folder`, stands for: where links lead, even if nothing is there yet. */
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

/** Whether two paths, relative to `folder`, are the same file. */
export function isSameFile(a: string, b: string, folder: string): boolean {
  try {
    return realpathSync(resolve(folder, a)) === realpathSync(resolve(folder, b))
  } catch {
    return false
  }
}

/**
 * The nearest folder above `folder` that holds `.git`, `folder` included, found without starting git, so that no configuration can
 * claim another one. `undefined` where there is none.
 */
export function repositoryOf(folder: string): string | undefined {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(resolve(place, '.git'))) return place
    if (dirname(place) === place) return undefined
  }
}
