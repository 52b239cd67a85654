/** Runs `ims-gap trend`: reads the versions out of git, assesses them and prints what came out. */

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { lastOfEach, pointsOf, type Version } from '../../diff/trend.ts'
import { trendReporters } from '../../report/trend.ts'
import type { Every, Trend } from '../../types/trend.ts'
import { showSafely } from '../../util/show.ts'
import { toolVersion } from '../../version.ts'
import { findDestinations, type OutputOptions, writeResults } from '../destinations.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import type { CommittedFile, Git } from '../io/git.ts'
import { readRegularFile } from '../io/read-file.ts'
import type { World } from '../io/world.ts'
import type { PackOptions } from '../options.ts'
import { findPack } from '../pack-folder.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { insideOf } from './compared-places.ts'

type Format = keyof typeof trendReporters
const endings = { txt: 'terminal', csv: 'csv', json: 'json' } as const

export interface TrendOptions extends OutputOptions<Format>, PackOptions {
  readonly every?: Every | undefined
  /** A date. */
  readonly since?: string | undefined
  readonly all?: true | undefined
}

export async function runTrend(path: string, options: TrendOptions, world: World): Promise<number> {
  const destinations = await findDestinations<Format>(options, 'terminal', endings, world)
  const { pack, diagnostics } = await findPack(options.pack, world)
  await printDiagnostics(diagnostics, world, options)
  if (!pack) return exitCode.invalidInput

  const every = options.every ?? 'commit'
  const versions = readVersions(path, options, world, (all) => lastOfEach(all, every))
  const points = pointsOf(versions, pack)
  const { id, edition, title, version: packVersion, sha256, principles } = pack.framework
  const trend: Trend = {
    schemaVersion: 1,
    tool: { name: 'ims-gap', version: toolVersion },
    framework: { id, edition, title, packVersion, sha256 },
    evidence: 'declared',
    file: path,
    every,
    principles: principles.map((principle) => ({ id: principle.id, title: principle.title })),
    points,
  }
  const all = options.all === true
  await writeResults(destinations, [path], options, world, (format, terminal) =>
    trendReporters[format](trend, { ...terminal, all }),
  )
  return exitCode.ok
}

/** Reads the versions of a file out of git, and the file as it lies there where that is another one. */
type Dated = CommittedFile & { readonly date: string }

/** Oldest first. `choose` says which of them are wanted; only those are read. */
function readVersions(
  path: string,
  options: TrendOptions,
  world: World,
  choose: (all: readonly Dated[]) => Dated[],
): Iterable<Version> {
  if (path === '-') throw usageStop('standard input has no history', 'name a file that git knows')
  const { git, inside } = insideOf(path, world)
  const history = ownHistory(git, inside).toReversed()
  if (history.length === 0) {
    throw new Stop(
      exitCode.cannotAccess,
      `git knows no version of ${showSafely(path)}`,
      'commit it first, or name a file that was committed',
    )
  }
  if (git.shallow && !options.quiet) {
    world.stderr.write(
      'note: the history was cut short when the repository was cloned (a shallow clone), so that earlier versions are missing; fetch them with git fetch --unshallow, or fetch-depth: 0 in GitHub Actions\n',
    )
  }
  const here = uncommitted(path, history.at(-1)!, git.readMany, world)
  const since = options.since ?? ''
  const wanted = choose([...history, ...here].filter(({ date }) => date >= since))
  return contentsOf(wanted, git, () => readRegularFile(path, world.folder))
}

/** So many versions are read with one call of git, and held at a time. */
const batch = 50

function* contentsOf(wanted: readonly Dated[], git: Git, here: () => Uint8Array): Iterable<Version> {
  for (let at = 0; at < wanted.length; at += batch) {
    const some = wanted.slice(at, at + batch)
    const contents = git.readMany(some.filter(({ commit }) => commit !== ''))
    for (const [index, { commit, date, path }] of some.entries())
      yield commit === ''
        ? { commit: null, date, path, bytes: here() }
        : { commit, date, path, ...contentOf(contents[index], git, { commit, path }) }
  }
}

function contentOf(
  bytes: Uint8Array | undefined,
  git: Git,
  { commit, path }: CommittedFile,
): Pick<Version, 'bytes' | 'deleted'> {
  return { bytes, ...(bytes === undefined && { deleted: !git.listFiles(commit, path).includes(path) }) }
}

/** Newest first. Git takes a file that was copied from another for that one renamed; its history begins with the copy. */
function ownHistory(git: Git, inside: string): Dated[] {
  const history = git.history(inside)
  const copy = history.findIndex(({ commit, path }, index) => {
    const older = history[index + 1]?.path ?? path
    return older !== path && git.readFile(commit, older) !== undefined
  })
  return copy === -1 ? history : history.slice(0, copy + 1)
}

/** The file as it lies there, under an empty commit, where it differs from what was committed last. */
function uncommitted(
  path: string,
  last: Dated,
  readMany: (wanted: readonly CommittedFile[]) => (Uint8Array | undefined)[],
  world: World,
): Dated[] {
  if (!existsSync(resolve(world.folder, path))) return []
  const bytes = readRegularFile(path, world.folder)
  const [committed] = readMany([last])
  const differs = !committed || Buffer.compare(bytes, committed) !== 0
  return differs ? [{ commit: '', date: world.today(), path }] : []
}
