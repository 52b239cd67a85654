/**
 * Which configuration holds for a call. It is searched from the folder of what is checked first up to the root of the
 * repository, never above it; where there is no repository, only in that folder.
 */
import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { type Configuration, readConfiguration } from '../../check/read-configuration.ts'
import type { Framework } from '../../types/framework.ts'
import { showSafely } from '../../util/show.ts'
import { usageStop } from '../exit-code.ts'
import { fileBehind, isInside, realFolder } from '../io/paths.ts'
import type { World } from '../io/world.ts'
import { type DataFileOptions, readDataFile } from './read-data-file.ts'

export const configurationName = 'ims-gap.config.yaml'
export const baselineName = 'ims-gap.baseline.yaml'

export interface FoundConfiguration extends Configuration {
  /** As shown; null where none was found or none was wanted. */
  readonly name: string | null
  /** Absolute: where its paths start from; without a configuration, the root. */
  readonly folder: string
  /** Absolute: nothing that it names may lie outside. */
  readonly root: string
  /** Absolute, from the start upwards: where a baseline is looked for. */
  readonly searched: readonly string[]
}

export async function findConfiguration(
  paths: readonly string[],
  options: DataFileOptions & { readonly config?: string | boolean | undefined },
  framework: Framework,
  world: World,
): Promise<FoundConfiguration> {
  const named = typeof options.config === 'string' ? resolve(world.folder, options.config) : undefined
  const start = named === undefined ? startFolder(paths[0], world) : dirname(named)
  const searched = foldersUp(start)
  const root = searched[searched.length - 1]!
  const found =
    options.config === false ? undefined : (named ?? searched.map(inFolder).find((path) => isThere(path)))
  if (found === undefined && options.config !== false) refuseMisnamed(searched, world)
  if (found === undefined)
    return { name: null, folder: root, root, searched, files: [], baseline: null, gates: {} }
  const name = named === undefined ? shownPath(found, world) : String(options.config)
  if (named === undefined && leadsOut(found, root))
    throw usageStop(`${showSafely(name)} is a link that leads out of the repository`)
  const configuration = await readDataFile(name, options, world, (tree) => {
    const { configuration: value, diagnostics } = readConfiguration(tree, framework, (path) =>
      refusalOf(path, dirname(found), root),
    )
    return { ...(value && { value }), diagnostics }
  })
  return { ...configuration, name, folder: dirname(found), root, searched }
}

/** What is meant to hold and is not read would open every gate in silence. */
function refuseMisnamed(folders: readonly string[], world: World): void {
  const names = ['yml', 'json'].map((ending) => `ims-gap.config.${ending}`)
  const misnamed = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isThere)
  if (misnamed === undefined) return
  throw usageStop(
    `${showSafely(shownPath(misnamed, world))} is not read: the configuration must be named ${configurationName}`,
    'rename it, convert it to YAML, or use --no-config',
  )
}

function inFolder(folder: string): string {
  return join(folder, configurationName)
}

/** The real folder of what is checked first, so that a link does not lend it another repository's configuration. */
function startFolder(first: string | undefined, world: World): string {
  if (first === undefined || first === '-') return world.folder
  const full = resolve(world.folder, first)
  try {
    const real = realpathSync(full)
    return statSync(real).isDirectory() ? real : dirname(real)
  } catch {
    return isFolder(dirname(full)) ? realpathSync(dirname(full)) : world.folder
  }
}

/** From a folder to the root of its repository; only the folder where there is none. */
function foldersUp(start: string): string[] {
  const folders: string[] = []
  for (let folder = start; ; folder = dirname(folder)) {
    folders.push(folder)
    if (existsSync(join(folder, '.git'))) return folders
    if (dirname(folder) === folder) return [start]
  }
}

/** A link that leads nowhere is there, too: passing it over would pass over the gates it stands for. */
function isThere(path: string): boolean {
  return isFolder(dirname(path)) && lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** A path may go on behind a file, where the system refuses to look. */
function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

/** Whether a file lies outside of a folder once all links are followed, also one that is not there yet. */
export function leadsOut(path: string, root: string): boolean {
  const place = fileBehind(path, root)
  return !isInside(join(realFolder(dirname(place)), basename(place)), realFolder(root))
}

/** Why a path in a configuration may not be used; `undefined` where it may. */
function refusalOf(path: string, folder: string, root: string): string | undefined {
  if (/^(?:[/\\~]|[A-Za-z]:)|\0/.test(path)) return 'must be a path from the folder of the configuration'
  const full = resolve(folder, path)
  return isInside(full, root) && !leadsOut(full, root) ? undefined : 'leads out of the repository'
}

/** Relative to the current folder where that is no detour, with forward slashes. */
export function shownPath(full: string, world: World): string {
  const path = relative(world.folder, full) || '.'
  return (sep === '/' ? path : path.replaceAll(sep, '/')).startsWith('../../../')
    ? full
    : path.replaceAll(sep, '/')
}
