/** Runs `ims-gap diff`: reads the two sides, compares them pair by pair and prints what came out. */

import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compare } from '../../diff/compare.ts'
import { readSide } from '../../diff/side.ts'
import { comparisonReporters } from '../../report/comparison/comparison.ts'
import type { Comparison, ComparisonReport } from '../../types/comparison.ts'
import type { Pack } from '../../types/framework.ts'
import { showSafely } from '../../util/show.ts'
import { toolVersion } from '../../version.ts'
import { expandPaths, isDescription } from '../check/expand-paths.ts'
import { type Destination, findDestinations, type OutputOptions, writeResults } from '../destinations.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import { access, readInput, readRegularFile } from '../io/read-file.ts'
import type { World } from '../io/world.ts'
import type { JudgementOptions, PackOptions } from '../options.ts'
import { findPack } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { cutShort, findPlaces, type Place } from './compared-places.ts'

type Format = keyof typeof comparisonReporters
const endings = { txt: 'terminal', json: 'json', md: 'markdown', markdown: 'markdown' } as const

export interface DiffOptions extends OutputOptions<Format>, PackOptions, Pick<JudgementOptions, 'asOf'> {
  readonly base?: string | undefined
  readonly all?: true | undefined
  /** Packs of the earlier side. */
  readonly oldPack?: readonly string[] | undefined
}

export async function runDiff(words: readonly string[], options: DiffOptions, world: World): Promise<number> {
  const destinations = await findDestinations<Format>(options, 'terminal', endings, world)
  const packs = await packsOf(options, world)
  if (!packs) return exitCode.invalidInput

  const places = findPlaces(words, options.base, world)
  const { pairs, added, removed } = pairUp(
    await readPlace(places.before, world),
    await readPlace(places.after, world),
  )

  const comparisons: Comparison[] = []
  let code: number = exitCode.ok
  for (const pair of pairs) {
    const { comparison, diagnostics } = await comparePair(pair, packs, options)
    await printDiagnostics(diagnostics, world, options)
    if (comparison) comparisons.push(comparison)
    else code = exitCode.invalidInput
  }
  if (comparisons.length > 0 || code === exitCode.ok) {
    const tool = { name: 'ims-gap', version: toolVersion } as const
    const report = { schemaVersion: 1, tool, comparisons, added, removed } as const
    await print(report, words, destinations, options, world)
  }
  return code
}

interface Packs {
  readonly before: Pack
  readonly after: Pack
}

/** `undefined` where one of them has errors, after they were printed. */
async function packsOf(options: DiffOptions, world: World): Promise<Packs | undefined> {
  const later = await findPack(options.pack, world)
  const old = options.oldPack
  const earlier = old ? await findPack(old, world) : { ...later, diagnostics: [] }
  await printDiagnostics([...earlier.diagnostics, ...later.diagnostics], world, options)
  return earlier.pack && later.pack && { before: earlier.pack, after: later.pack }
}

interface Pair {
  readonly before: ComparedFile
  readonly after: ComparedFile
}

function pairUp(before: ComparedFiles, after: ComparedFiles) {
  if (before.single !== after.single)
    throw usageStop('a file cannot be compared with a folder', 'name two files or two folders')
  const earlier = new Map(before.files.map((file) => [file.relative, file]))
  const later = new Set(after.files.map(({ relative }) => relative))
  const pairs = after.files.flatMap((file): Pair[] => {
    const old = earlier.get(file.relative)
    return old ? [{ before: old, after: file }] : []
  })
  return {
    pairs,
    added: after.files.filter(({ relative }) => !earlier.has(relative)).map(({ relative }) => relative),
    removed: before.files.filter(({ relative }) => !later.has(relative)).map(({ relative }) => relative),
  }
}

function comparePair(pair: Pair, packs: Packs, options: DiffOptions) {
  const sideOf = (which: keyof Pair) => {
    const { bytes, name: _, relative: __, ...file } = pair[which]
    return readSide(bytes, {
      ...file,
      name: showSafely(pair[which].name),
      pack: packs[which],
      ...(options.asOf !== undefined && { asOf: options.asOf }),
    })
  }
  const [before, after] = [sideOf('before'), sideOf('after')]
  // What is merely odd about an earlier or a committed version is past.
  const isPast = pair.after.commit !== undefined
  const diagnostics = [
    ...before.diagnostics.filter(({ severity }) => severity === 'error'),
    ...after.diagnostics.filter(({ severity }) => severity === 'error' || !isPast),
  ]
  if (!before.side || !after.side) return { diagnostics }
  return { comparison: compare({ before: before.side, after: after.side }), diagnostics }
}

async function print(
  report: ComparisonReport,
  inputs: readonly string[],
  destinations: readonly Destination<Format>[],
  options: DiffOptions,
  world: World,
): Promise<void> {
  const all = options.all === true
  await writeResults(destinations, inputs, options, world, (format, terminal) =>
    comparisonReporters[format](report, { ...terminal, all }),
  )
}

/** Reads what is to be compared: one description, or those of a folder, as they lie there or as they were at a commit. */
interface ComparedFile {
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

interface ComparedFiles {
  /** A single file; else those of a folder. */
  readonly single: boolean
  /** In order of their names. */
  readonly files: readonly ComparedFile[]
}

async function readPlace(place: Place, world: World): Promise<ComparedFiles> {
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
    const relative = path === '.' ? name : name.slice(join(path, '/').length)
    return { relative, name, file: name, bytes: readRegularFile(name, world.folder), today }
  })
  return { single: false, files }
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
      `${showSafely(path)} at ${showSafely(revision)} is not a file of at most 1 MiB`,
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
