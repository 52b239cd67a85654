/** Which descriptions below the folders named stood in a commit and are no longer there to be checked. */
import { join } from 'node:path'
import type { Git } from '../io/git.ts'
import { isDescription } from './is-description.ts'

/** A folder as it was named, and where it lies from the root (`''`: it is the root). */
export interface NamedFolder {
  readonly path: string
  readonly place: string
}

/**
 * Named as if they were still there, in order. `checked` are the places of what is checked; one that was moved to such a
 * place is not gone, for which `renamed` tells by the later name the earlier one.
 */
export function goneDescriptions(
  git: Pick<Git, 'listFiles' | 'readMany'>,
  commit: string,
  folders: readonly NamedFolder[],
  checked: ReadonlySet<string>,
  renamed: () => ReadonlyMap<string, string>,
): string[] {
  const missing = new Map(
    folders.flatMap(({ path, place }) =>
      git
        .listFiles(commit, place)
        .filter((file) => /\.ya?ml$/i.test(file) && !checked.has(file))
        .map(
          (file) => [file, { path, relative: place === '' ? file : file.slice(place.length + 1) }] as const,
        ),
    ),
  )
  if (missing.size === 0) return []
  const moved = new Set(
    Array.from(renamed()).flatMap(([later, earlier]) => (checked.has(later) ? [earlier] : [])),
  )
  const files = [...missing].filter(([file]) => !moved.has(file))
  const contents = git.readMany(files.map(([file]) => ({ commit, path: file })))
  return files.flatMap(([, { path, relative }], index) => {
    const bytes = contents[index]
    return bytes && isDescription(relative, bytes) ? [join(path, relative).replaceAll('\\', '/')] : []
  })
}
