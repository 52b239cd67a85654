/**
 * What `diff` was asked to compare, from its words alone:
 *
 *     diff old.yaml new.yaml     two files, or two folders whose descriptions are paired by name
 *     diff main..HEAD org.yaml   a file or folder at two revisions (`...`: from where the second left the first)
 *     diff main org.yaml         at a revision, and as it lies there
 *     diff --base main org.yaml  where HEAD left a revision, and as it lies there
 *     diff org.yaml              where HEAD left the default branch of the origin, else main or master; and as it lies there
 */
import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { suggest } from '../../diagnostics/suggest.ts'
import { quote, showSafely } from '../../util/show.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import { type Git, openGit, pathInRepository, refuseBare } from '../io/git.ts'
import { access } from '../io/read-file.ts'
import type { World } from '../io/world.ts'

export type Place =
  /** A file or folder as it lies there; `-` is standard input. */
  | { readonly kind: 'here'; readonly path: string }
  | {
      readonly kind: 'commit'
      readonly path: string
      readonly git: Git
      /** From the root of the repository; empty for the root itself. */
      readonly inside: string
      /** As asked for, for people. */
      readonly revision: string
      readonly commit: string
    }

export interface Places {
  readonly before: Place
  readonly after: Place
}

export function findPlaces(words: readonly string[], base: string | undefined, world: World): Places {
  const [first = '', second] = words
  const isHere = first === '-' || existsSync(resolve(world.folder, first))
  if (second === undefined) {
    if (isHere || looksLikePath(first)) return againstBase(first, base, world)
    throw withoutFile(first, world)
  }
  if (base !== undefined)
    throw usageStop('--base takes one file or folder to compare', 'name two files, or a revision, not both')
  const range = rangeForm.exec(first)
  if (!isHere && range && !looksLikePath(first)) {
    const [, from = '', dots, to = ''] = range
    const inside = insideOf(second, world)
    const later = commitOf(to === '' ? 'HEAD' : to, inside)
    const earlier = commitOf(from === '' ? 'HEAD' : from, inside)
    return { before: dots === '...' ? whereLeft(earlier, later) : earlier, after: later }
  }
  if (isHere || looksLikePath(first)) {
    if (first === '-' && second === '-') throw usageStop('standard input cannot be both sides')
    return { before: { kind: 'here', path: first }, after: { kind: 'here', path: second } }
  }
  return { before: commitOf(first, insideOf(second, world)), after: { kind: 'here', path: second } }
}

const rangeForm = /^(.*?)(\.{2,3})(.*)$/s

/** A word alone that is no file: most likely a revision, with what to compare at it left out. */
function withoutFile(word: string, world: World): Stop {
  const hint = (words: string) => `name the file or folder last: ims-gap diff ${words} org.yaml`
  if (rangeForm.test(word))
    return usageStop(
      `${quote(word)} names two versions; the file to compare is not named`,
      hint(showSafely(word)),
    )
  return isRevision(word, world)
    ? usageStop(`${quote(word)} is a revision; the file to compare is not named`, hint(showSafely(word)))
    : usageStop(`there is no file or revision ${quote(word)}`, hint('main..HEAD'))
}

function isRevision(word: string, world: World): boolean {
  try {
    return openGit(world.folder, world.env)?.resolve(word) !== undefined
  } catch {
    return false
  }
}

export type Inside = Pick<Place & { kind: 'commit' }, 'path' | 'git' | 'inside'>
type Commit = Place & { kind: 'commit' }

/** A mistyped file must not be taken for a revision. */
function looksLikePath(word: string): boolean {
  return /\.ya?ml$/i.test(word) || /^\.{0,2}[/\\]/.test(word) || word.endsWith('/')
}

function againstBase(path: string, base: string | undefined, world: World): Places {
  if (path === '-') throw usageStop('standard input has no earlier version', 'name a file to compare it with')
  const inside = insideOf(path, world)
  const earlier = base === undefined ? defaultBranch(inside) : commitOf(base, inside)
  return { before: whereLeft(earlier, commitOf('HEAD', inside)), after: { kind: 'here', path } }
}

const branches = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']

function defaultBranch(inside: Inside): Commit {
  for (const revision of branches) {
    const commit = inside.git.resolve(revision)
    if (commit !== undefined) return { kind: 'commit', ...inside, revision, commit }
  }
  if (inside.git.shallow) throw cutShort('there is no default branch to compare with')
  throw usageStop(
    'there is no default branch to compare with',
    'name a base, for example --base main, or name two files',
  )
}

/** Where a file or folder lies in its repository. Stops with 2 where it lies in none. */
export function insideOf(path: string, world: World): Inside {
  const full = resolve(world.folder, path)
  const isFolder = access(path, full, () => statSync(full, { throwIfNoEntry: false }))?.isDirectory() === true
  const git = openGit(isFolder ? full : dirname(full), world.env)
  if (!git) {
    refuseBare(isFolder ? full : dirname(full))
    throw usageStop(
      `${showSafely(path)} is not in a git repository, so there is no earlier version of it`,
      'ims-gap diff old.yaml new.yaml compares two files',
    )
  }
  const inside = isFolder && realpathSync(full) === git.root ? '' : pathInRepository(git, full)
  if (inside === undefined) throw usageStop(`${showSafely(path)} is outside of its git repository`)
  return { path, git, inside }
}

/** Stops with 2 for a revision nobody knows, with 4 where the history may only not have been fetched. */
function commitOf(revision: string, inside: Inside): Commit {
  const commit = inside.git.resolve(revision)
  if (commit !== undefined) return { kind: 'commit', ...inside, revision, commit }
  if (revision === 'HEAD') throw usageStop('the repository has no commit yet')
  const close = closeTo(revision, inside.git)
  if (close.length === 0 && inside.git.shallow) throw cutShort(`there is no revision ${quote(revision)} here`)
  throw usageStop(
    `there is no revision ${quote(revision)}, and no file of that name`,
    close.length === 0
      ? 'git branch --all and git tag list what there is'
      : `did you mean ${close.map((name) => `"${name}"`).join(' or ')}?`,
  )
}

/** The same branch of the origin, else what it may be mistyped for; too many steps back are no typing mistake. */
function closeTo(revision: string, git: Git): string[] {
  if (/[~^@]/.test(revision)) return []
  if (isKnown(`origin/${revision}`, git)) return [`origin/${revision}`]
  return suggest(
    revision,
    [...branches, 'HEAD'].filter((name) => isKnown(name, git)),
  )
}

function isKnown(name: string, git: Git): boolean {
  try {
    return git.resolve(name) !== undefined
  } catch {
    return false
  }
}

/** The commit at which `later` left `earlier`. */
function whereLeft(earlier: Commit, later: Commit): Commit {
  const commit = earlier.git.mergeBase(earlier.commit, later.commit)
  if (commit === undefined) {
    const text = `${quote(earlier.revision)} and ${quote(later.revision)} have no common history`
    if (earlier.git.shallow) throw cutShort(`${text} here`)
    throw usageStop(text, 'compare them directly with two dots, as in main..HEAD')
  }
  return commit === earlier.commit
    ? earlier
    : { ...earlier, commit, revision: `the merge base with ${earlier.revision}` }
}

export function cutShort(text: string): Stop {
  return new Stop(
    exitCode.cannotAccess,
    `${text}; the history was cut short when the repository was cloned (a shallow clone)`,
    'fetch the rest with git fetch --unshallow; in GitHub Actions, give actions/checkout fetch-depth: 0',
  )
}
