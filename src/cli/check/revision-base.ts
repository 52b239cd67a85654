/** Another revision as what findings are held against: each file as it was where this branch left that one. */
import { realpathSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { type AssessOptions, assessGaps } from '../../assess.ts'
import type { FileBase } from '../../check/file-base.ts'
import type { EarlierFindings } from '../../scoring/compare-findings.ts'
import { knownGaps } from '../../scoring/known-gaps.ts'
import type { FileFact, FileState, LookAtFiles } from '../../types/file-facts.ts'
import { sha256Hex } from '../../util/digest.ts'
import { quote, showSafely } from '../../util/show.ts'
import { usageStop } from '../exit-code.ts'
import { type CommittedKind, type Git, openGit, pathInRepository, refuseBare } from '../io/git.ts'
import type { World } from '../io/world.ts'
import type { Base, CheckedFile } from './base.ts'
import { isDescription } from './is-description.ts'

/** As many as systems follow before they take them for a circle. */
const most = 40

/**
 * `null` where it leads out of the root; `undefined` where that cannot be told: a link that cannot be read, a circle, or
 * one that begins at the root of a machine's files. `targetOf` says where a link leads, `false` for what is none.
 */
function followLinks(
  path: string,
  targetOf: (place: string) => string | undefined | false,
): string | null | undefined {
  const done: string[] = []
  const steps = path.split('/')
  for (let links = 0; steps.length > 0; ) {
    const step = steps.shift()!
    if (step === '' || step === '.') continue
    if (step === '..') {
      if (done.pop() === undefined) return null
      continue
    }
    const target = targetOf([...done, step].join('/'))
    if (target === false) {
      done.push(step)
      continue
    }
    links += 1
    if (target === undefined || target.startsWith('/') || links > most) return undefined
    steps.unshift(...target.split('/'))
  }
  return done.join('/')
}

type Committed = Pick<Git, 'kindsOf' | 'readFile'>

/**
 * `now` looks at the work tree. A file that git does not know at all is taken to have been as it is, and a file that was
 * there to have been as old and as readable as it is: none of these is what a change of a branch is about.
 */
function commitLooker(
  git: Committed,
  commit: string,
  headCommit: string,
): (folder: string, now: LookAtFiles) => LookAtFiles {
  let trees: Trees | undefined
  return (folder, now) => (questions) => {
    trees ??= treesOf(git, commit, headCommit)
    const { before, head } = trees
    const facts = now(questions)
    const targetOf = (place: string) => {
      if (before.get(place) !== 'link') return false
      const target = git.readFile(commit, place)
      return target && Buffer.from(target).toString()
    }
    return new Map(
      questions.map(({ file, needsDigest }): [string, FileFact] => {
        const fact = facts.get(file)!
        const place = followLinks(posix.join(folder, file), targetOf)
        if (place === undefined) return [file, fact]
        if (place === null) return [file, nothing('outside')]
        const kind = before.get(place)
        if (kind === undefined) return [file, head.has(place) ? nothing('missing') : fact]
        if (kind !== 'file') return [file, nothing(kind === 'empty' ? 'empty' : 'not-regular')]
        if (fact.state === 'unreadable') return [file, fact]
        const bytes = needsDigest ? git.readFile(commit, place) : undefined
        return [
          file,
          {
            state: 'present',
            committed: fact.committed,
            sha256: bytes ? sha256Hex(bytes) : fact.sha256,
          },
        ]
      }),
    )
  }
}

function nothing(state: FileState): FileFact {
  return { state, committed: null, sha256: null }
}

interface Trees {
  readonly before: ReadonlyMap<string, CommittedKind>
  readonly head: ReadonlyMap<string, CommittedKind>
}

function treesOf(git: Committed, commit: string, headCommit: string): Trees {
  const head = git.kindsOf(headCommit)
  return { head, before: commit === headCommit ? head : git.kindsOf(commit) }
}

/** So many files are read with one call of git, and held at a time. */
const batch = 50

/**
 * `files` are those to be checked, in order; `named` is what they were found by, itself or a folder above. The earlier versions are assessed with the same pack on the same day.
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
    throw usageStop(
      '--base needs a git repository, and there is none here',
      '--baseline takes a file instead',
    )
  }
  const { commit, head } = commonCommit(git, revision)
  const places = new Map(files.map((path) => [path, placeOf(path, git, world)]))
  const checked = [...places.values()].filter((place) => place !== undefined)
  const read = batchReader(git, commit, checked)
  const look = commitLooker(git, commit, head)
  let renamed: ReadonlyMap<string, string> | undefined
  const renames = () => {
    renamed ??= git.renamed(commit, head)
    return renamed
  }
  const folders = named
    .filter((path) => !places.has(path))
    .flatMap((path) => {
      const place = placeOf(path, git, world)
      return place === undefined ? [] : [{ path, place }]
    })
  const deleted = deletedDescriptions(git, commit, folders, new Set(checked), renames)
  const name = showSafely(revision)
  return {
    about: { kind: 'revision', name: revision, ...(deleted.length > 0 && { deleted }) },
    of(file) {
      const place = places.get(file.path)
      if (place === undefined) return spared(null, `the file does not lie in the repository of ${name}`)
      const known = read(place)
      const earlier = known ? place : renames().get(place)
      const bytes = known ?? (earlier === undefined ? undefined : git.readFile(commit, earlier))
      if (earlier === undefined || !bytes)
        return spared(
          { findings: [], answers: null },
          `the file is new since ${name}, so that its findings are where it starts`,
        )
      const before = findingsBefore(bytes, file, options, (now) => look(posix.dirname(earlier), now))
      if (!before)
        return spared(null, `the file was invalid in ${name}, so that there is nothing to compare with`)
      return { earlier: before, spared: null, newBecause: null }
    },
  }
}

/** Where a file or folder lies from the root, links followed; `undefined` where that is another repository, or none. */
function placeOf(path: string, git: Git, world: World): string | undefined {
  const full = realPath(resolve(world.folder, path))
  if (full === git.root) return ''
  return openGit(dirname(full), world.env)?.root === git.root ? pathInRepository(git, full) : undefined
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

function spared(earlier: FileBase['earlier'], why: string): FileBase {
  return { earlier, spared: why, newBecause: null }
}

/** What both have in common: what happened on the other branch since is not this one's doing. */
function commonCommit(git: Git, revision: string): { commit: string; head: string } {
  const [ours, theirs] = git.resolveAll(['HEAD', revision])
  const shallow = 'the clone is shallow: fetch more of the history (git fetch --unshallow, or fetch-depth: 0)'
  if (ours === undefined) throw usageStop('the repository has no commit yet', 'commit first')
  if (theirs === undefined)
    throw usageStop(`there is no revision ${quote(revision)}`, git.shallow ? shallow : howToHave(revision))
  const common = theirs === ours ? ours : git.mergeBase(theirs, ours)
  if (common !== undefined) return { commit: common, head: ours }
  throw usageStop(
    `${quote(revision)} and HEAD have no commit in common`,
    git.shallow ? shallow : 'name a revision that this branch comes from',
  )
}

/** Of what was named as a branch of another clone, how to have it here. */
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

/** A folder as it was named, and where it lies from the root (`''`: it is the root). */
interface NamedFolder {
  readonly path: string
  readonly place: string
}

/**
 * Named as if they were still there, in order. `checked` are the places of what is checked; one that was moved to such a
 * place is not gone, for which `renamed` tells by the later name the earlier one.
 */
function deletedDescriptions(
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
