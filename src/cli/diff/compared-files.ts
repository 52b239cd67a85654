/** Reads what is to be compared: one description, or those of a folder, as they lie there or as they were at a commit. */
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { showSafely } from '../../util/show.ts'
import { expandPaths } from '../check/expand-paths.ts'
import { isDescription } from '../check/is-description.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { access, readInput, readRegularFile } from '../io/read-file.ts'
import type { World } from '../io/world.ts'
import { cutShort, type Place } from './compared-places.ts'

export interface ComparedFile {
  /** Below the folder that was named, with forward slashes; empty where a file was. */
  readonly relative: string
  /** To show to people. */
  readonly name: string
  /** The name for places in the file: `main:org.yaml` where it is not the one that lies there. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly revision?: string
  readonly commit?: string
  /** The day to take where the file does not say one. */
  readonly today: string
}

export interface ComparedFiles {
  /** A single file; else those of a folder. */
  readonly single: boolean
  /** In order of their names. */
  readonly files: readonly ComparedFile[]
}

export async function readPlace(place: Place, world: World): Promise<ComparedFiles> {
  return place.kind === 'commit' ? readCommit(place) : readHere(place.path, world)
}

async function readHere(path: string, world: World): Promise<ComparedFiles> {
  const full = resolve(world.folder, path)
  const today = world.today()
  const isFolder = path !== '-' && access(path, full, () => statSync(full)).isDirectory()
  if (!isFolder) {
    const { file, bytes } = await readInput(path, world)
    return { single: true, files: [{ relative: '', name: file, file, bytes, today }] }
  }
  const files = expandPaths([path], world).map(({ path: name, problem }) => {
    if (problem) throw problem
    const relative = path === '.' ? name : slashes(name.slice(join(path, '/').length))
    return { relative, name, file: name, bytes: readRegularFile(name, world.folder), today }
  })
  return { single: false, files }
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/')
}

function readCommit(place: Place & { kind: 'commit' }): ComparedFiles {
  const { git, commit, inside, path, revision } = place
  const common = { revision, commit, today: git.dateOf(commit) }
  const label = revision.includes(' ') ? commit.slice(0, 7) : revision
  const bytes = inside === '' ? undefined : git.readFile(commit, inside)
  if (bytes) {
    refusePointer(bytes, path, revision)
    return {
      single: true,
      files: [{ relative: '', name: path, file: `${label}:${inside}`, bytes, ...common }],
    }
  }
  const listed = git.listFiles(commit, inside)
  if (listed.length === 0) throw absent(place)
  if (listed.includes(inside))
    throw new Stop(
      exitCode.invalidInput,
      `${showSafely(path)} at ${showSafely(revision)} is no file of at most 1 MiB`,
    )
  const names = listed.filter((name) => /\.ya?ml$/i.test(name))
  const contents = git.readMany(names.map((name) => ({ commit, path: name })))
  const files = names.flatMap((name, index) => {
    const content = contents[index]
    const relative = inside === '' ? name : name.slice(inside.length + 1)
    if (!content || !isDescription(relative, content)) return []
    return [{ relative, name: join(path, relative), file: `${label}:${name}`, bytes: content, ...common }]
  })
  return { single: false, files }
}

function absent({ git, path, inside, revision }: Place & { kind: 'commit' }): Stop {
  const text = `there is no ${showSafely(path)} at ${showSafely(revision)}`
  if (existsSync(join(git.root, inside)) && git.listFiles('HEAD', inside).length === 0)
    return new Stop(exitCode.cannotAccess, text, 'commit it first, or name two files')
  if (git.shallow) return cutShort(text)
  return new Stop(
    exitCode.cannotAccess,
    text,
    'where it had another name then, write it out: git show REVISION:old-name.yaml > old.yaml',
  )
}

/** What Git LFS leaves in the history stands for a file that is somewhere else. */
function refusePointer(bytes: Uint8Array, path: string, revision: string): void {
  if (!Buffer.from(bytes.subarray(0, 50)).toString('latin1').startsWith('version https://git-lfs')) return
  throw new Stop(
    exitCode.cannotAccess,
    `${showSafely(path)} at ${showSafely(revision)} is a pointer of Git LFS; the description itself is not in the history`,
  )
}
