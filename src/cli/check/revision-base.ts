/** A revision of git as the base of a check: each file as it was where this branch left that revision. */
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { type AssessOptions, assessGaps } from '../../assess.ts'
import type { FileBase } from '../../check/gates.ts'
import type { EarlierFindings } from '../../scoring/compare-findings.ts'
import { knownGaps } from '../../scoring/known-gaps.ts'
import type { LookAtFiles } from '../../types/file-facts.ts'
import { quote, showSafely } from '../../util/show.ts'
import { usageStop } from '../exit-code.ts'
import { type CommittedKind, type Git, openGit, pathInRepository, refuseBare } from '../io/git.ts'
import type { World } from '../io/world.ts'
import type { Base, CheckedFile } from './check-files.ts'
import { commitLooker, followLinks, linkReader } from './committed-evidence.ts'
import { isDescription } from './expand-paths.ts'
import { matchMoved } from './moved-descriptions.ts'

/** So many files are read with one call of git, and held at a time. */
const batch = 50

/**
 * `files` are those to be checked, in order; `named` is what they were found by, itself or a folder above. The earlier
 * versions are assessed with the same pack on the same day.
 */
export function revisionBase(
  revision: string,
  folder: string,
  { files, named }: { readonly files: readonly string[]; readonly named: readonly string[] },
  options: AssessOptions,
  world: World,
): Base {
  const git = openGit(folder, world.env)
  if (!git) {
    refuseBare(folder)
    throw usageStop('--base needs a git repository, and this is none', 'use --baseline with a file instead')
  }
  const name = showSafely(revision)
  const common = commonCommit(git, revision)
  if (common === null) {
    const text = 'the repository has no commit yet, so everything is new'
    return { about: { kind: 'revision', name: revision }, of: () => newFile(text) }
  }
  const { commit, head } = common
  const kinds = git.kindsOf(commit)
  const targetOf = linkReader(git, commit, kinds)
  const places = new Map(files.map((path) => [path, placesOf(path, git, world)]))
  /** Where the file was at the commit: by its own path, else by where links lead today. */
  const earlierPlace = (path: string): string | null | undefined => {
    for (const place of places.get(path) ?? []) {
      const followed = followLinks(place, targetOf)
      if (followed === null || followed === undefined) return null
      if (kinds.has(followed)) return followed
    }
    return undefined
  }
  const earlier = new Map(files.map((path) => [path, earlierPlace(path)]))
  const known = [...new Set([...earlier.values()].filter((place) => typeof place === 'string'))]
  const read = batchReader(git, commit, known)
  const added = files.filter((path) => places.get(path)?.length && earlier.get(path) === undefined)
  const missing = missingDescriptions(git, commit, kinds)
  const moved = matchMoved(added, missing, options.pack, world)
  const deleted = below(named, new Map([...missing].filter(([place]) => !moved.taken.has(place))), git, world)
  const look = commitLooker(git, commit, () => kinds, head)

  return {
    about: { kind: 'revision', name: revision, ...(deleted.length > 0 && { deleted }) },
    at(full) {
      const place = pathInRepository(git, full)
      return place === undefined ? undefined : git.readFile(commit, place)
    },
    of(file) {
      const place = earlier.get(file.path)
      if (!places.get(file.path)?.length)
        return notCompared(null, `the file lies outside of the repository of ${name}, such as in a submodule`)
      if (place === null)
        return notCompared(null, `at ${name} the file is a link that leads out of the repository`)
      const source = place ?? moved.from.get(file.path)
      if (source === null)
        return notCompared(
          null,
          `the file is new, and a description that was deleted since ${name} cannot be read: it may be the same`,
        )
      if (source === undefined)
        return newFile(`the file is new since ${name}; its findings are the starting point`)
      const shown = `${showSafely(source)} at ${name}`
      const bytes = place === undefined ? missing.get(source) : read(source)
      if (!bytes) return notCompared(source, `${shown} ${whyUnread(git, commit, source, kinds.get(source))}`)
      if (isPointer(bytes))
        return notCompared(source, `${shown} is a pointer of Git LFS; its content is not in the history`)
      const before = findingsBefore(bytes, file, options, (now) => look(posix.dirname(source), now))
      if (!before) return notCompared(source, `${shown} is invalid`)
      const text = `compared with ${shown}${place === undefined ? ' (moved)' : ''}`
      return { comparison: { status: 'compared', with: source, text }, earlier: before, newBecause: null }
    },
  }
}

function newFile(text: string): FileBase {
  return {
    comparison: { status: 'new', with: null, text },
    earlier: { findings: [], answers: null },
    newBecause: null,
  }
}

function notCompared(source: string | null, why: string): FileBase {
  const text = `not compared: ${why} (--allow-uncompared lets it pass)`
  return { comparison: { status: 'not-compared', with: source, text }, earlier: null, newBecause: null }
}

function whyUnread(git: Git, commit: string, place: string, kind: CommittedKind | undefined): string {
  if (kind === 'repository') return 'is a submodule'
  return git.has(commit, place)
    ? 'is larger than 1 MiB'
    : 'is not in this clone; where it is a partial one, fetch the rest with git fetch --refetch, or clone without --filter'
}

/** What Git LFS leaves in the history stands for a file that is somewhere else. */
function isPointer(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 50)).toString('latin1').startsWith('version https://git-lfs')
}

/**
 * Where a file lies from the root: by its own name, then with all links followed; none where that is another repository.
 * A change may replace a link by a file or a file by a link.
 */
function placesOf(path: string, git: Git, world: World): string[] {
  const full = resolve(world.folder, path)
  const real = realPath(full)
  if (openGit(dirname(real), world.env)?.root !== git.root) return []
  const named = relative(git.root, join(realPath(world.folder), relative(world.folder, full)))
  const lexical = sep === '/' ? named : named.replaceAll(sep, '/')
  const places = [
    lexical.startsWith('../') ? undefined : lexical,
    pathInRepository(git, full),
    pathInRepository(git, real),
  ]
  return [...new Set(places.filter((place) => place !== undefined))]
}

/** What is not there has no links to follow. */
function realPath(full: string): string {
  try {
    return realpathSync(full)
  } catch {
    return full
  }
}

/** The same bytes give the same findings, unless files beside them were checked. */
function findingsBefore(
  bytes: Uint8Array,
  { path, bytes: after, assessed: { pack, rules, description }, lookAtFiles }: CheckedFile,
  options: AssessOptions,
  before: (now: LookAtFiles) => LookAtFiles,
): EarlierFindings | undefined {
  if (!lookAtFiles && Buffer.compare(bytes, after) === 0)
    return { findings: knownGaps(pack, rules, description), answers: null }
  const earlier = assessGaps(bytes, {
    ...options,
    file: path,
    ...(lookAtFiles && { lookAtFiles: before(lookAtFiles) }),
  })
  return earlier && { findings: earlier.gaps, answers: earlier.description }
}

/**
 * The merge base: what happened on the other branch since is not this one's doing. Null where the repository has no commit
 * yet.
 */
function commonCommit(git: Git, revision: string): { commit: string; head: string } | null {
  if (/^0{40}(?:0{24})?$/.test(revision))
    throw usageStop(
      'git writes this id for a commit that does not exist, as for a branch that was just created',
      'compare a new branch with where it comes from, such as --base origin/main',
    )
  const [ours, theirs] = git.resolveAll(['HEAD', revision])
  if (ours === undefined && theirs === undefined) return null
  const shallow = 'the clone is shallow: fetch more of the history (git fetch --unshallow, or fetch-depth: 0)'
  if (theirs === undefined)
    throw usageStop(`there is no revision ${quote(revision)}`, git.shallow ? shallow : howToHave(revision))
  if (ours === undefined || theirs === ours) return { commit: theirs, head: theirs }
  const common = git.mergeBase(theirs, ours)
  if (common !== undefined) return { commit: common, head: ours }
  throw usageStop(
    `${quote(revision)} and HEAD have no commit in common`,
    git.shallow ? shallow : 'name a revision that this branch comes from',
  )
}

/** How to fetch what was named as a branch of another clone. */
function howToHave(revision: string): string {
  const [, remote, branch] = /^([\w.-]+)\/([\w./-]+)$/.exec(revision) ?? []
  return remote === undefined
    ? 'a branch of another clone is named with it, such as origin/main'
    : `if it is a branch of another clone, fetch it first: git fetch ${remote} ${branch}`
}

function batchReader(
  git: Git,
  commit: string,
  places: readonly string[],
): (place: string) => Uint8Array | undefined {
  let held = new Map<string, Uint8Array | undefined>()
  return (place) => {
    if (!held.has(place)) {
      const at = places.indexOf(place)
      const next = places.slice(at, at + batch)
      const contents = git.readMany(next.map((path) => ({ commit, path })))
      held = new Map(next.map((path, index) => [path, contents[index]]))
    }
    return held.get(place)
  }
}

/** Descriptions of the commit that no longer exist, by place; `undefined` where one cannot be read. */
function missingDescriptions(
  git: Git,
  commit: string,
  kinds: ReadonlyMap<string, CommittedKind>,
): ReadonlyMap<string, Uint8Array | undefined> {
  const gone = [...kinds]
    .filter(
      ([place, kind]) => kind === 'file' && /\.ya?ml$/i.test(place) && !existsSync(join(git.root, place)),
    )
    .map(([place]) => place)
  const contents = git.readMany(gone.map((path) => ({ commit, path })))
  return new Map(
    gone.flatMap((place, index): [string, Uint8Array | undefined][] => {
      const bytes = contents[index]
      return bytes === undefined || isDescription(place, bytes) ? [[place, bytes]] : []
    }),
  )
}

/** Those that were named, or lie below a folder that was; as they would be named. */
function below(
  named: readonly string[],
  missing: ReadonlyMap<string, Uint8Array | undefined>,
  git: Git,
  world: World,
): string[] {
  const found = named.flatMap((path) => {
    const full = realPath(resolve(world.folder, path))
    const folder = full === git.root ? '' : pathInRepository(git, full)
    if (folder === undefined) return []
    return [...missing.keys()].flatMap((place) => {
      if (place === folder) return [path]
      if (folder !== '' && !place.startsWith(`${folder}/`)) return []
      const inside = folder === '' ? place : place.slice(folder.length + 1)
      return /(^|\/)(\.|node_modules\/)/.test(inside) ? [] : [join(path, inside).replaceAll(sep, '/')]
    })
  })
  return [...new Set(found)]
}
