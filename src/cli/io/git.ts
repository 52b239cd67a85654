/** What git knows of a work tree: revisions, files as they were, and when they changed. Reads only. */
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { quote } from '../../util/show.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import { realFolder, repositoryOf } from './paths.ts'
import { type GitRun, gitRunner, type RunGit } from './run-git.ts'
import type { World } from './world.ts'

/** Commits as git prints them between NULs: hash and seconds, then the names it was asked for. */
const logFormat = ['--no-show-signature', '--no-ext-diff', '--no-textconv', '--format=tformat:%H %ct', '-z']

function historyOf(run: RunGit, path: string, { since }: { readonly since?: string } = {}) {
  // What a branch brought is there from its merge on; in between, others went on from what was there before.
  const found = log(run, ['--follow', '--first-parent', '-m'], [path])
  const commits: { commit: string; date: string; path: string }[] = []
  for (const part of found ? partsOf(found) : []) {
    const commit = /^([0-9a-f]{40,64}) (\d+)$/.exec(part)
    if (commit) commits.push({ commit: commit[1]!, date: dayOf(Number(commit[2])), path })
    else if (commits.length > 0) commits[commits.length - 1]!.path = part
  }
  return since === undefined ? commits : commits.filter(({ date }) => date >= since)
}

function lastCommitted(run: RunGit, paths: readonly string[]): ReadonlyMap<string, string> {
  const dates = new Map<string, string>()
  for (let at = 0; at < paths.length; at += 500) {
    const found = log(run, [], paths.slice(at, at + 500))
    let date = ''
    for (const part of found ? partsOf(found) : []) {
      const commit = /^[0-9a-f]{40,64} (\d+)$/.exec(part)
      if (commit) date = dayOf(Number(commit[1]))
      else if (!dates.has(part)) dates.set(part, date)
    }
  }
  return dates
}

/** `undefined` before the first commit. Stops where git cannot tell, as in a clone that lacks a part of the history. */
function log(run: RunGit, options: readonly string[], paths: readonly string[]): GitRun | undefined {
  const found = run([
    'log',
    ...options,
    '--name-only',
    ...logFormat,
    '--end-of-options',
    'HEAD',
    '--',
    ...paths,
  ])
  if (found.status !== 0 && resolveAll(run, ['HEAD'])[0] === undefined) return undefined
  return succeed(found)
}

/** In the years 1 to 9999, in which days have four digits: commits can be dated anyhow. */
export function dayOf(seconds: number): string {
  const kept = Math.min(Math.max(seconds, -62_135_596_800), 253_402_300_799)
  return new Date(kept * 1000).toISOString().slice(0, 10)
}

/** Paths count from `root` and have forward slashes. Commits are named by all their hex digits. Dates are days in UTC. */
export interface Git {
  /** Absolute, links resolved. */
  readonly root: string
  /** True where the history was cut when the repository was cloned. */
  readonly shallow: boolean
  /** `undefined` where there is no such commit. Stops with a usage error for what cannot be the name of one. */
  resolve(revision: string): string | undefined
  /** The same for several, with one process; none is found after one that git cannot make sense of. */
  resolveAll(revisions: readonly string[]): (string | undefined)[]
  /** `undefined` where two commits have no history in common, as far as it was cloned. */
  mergeBase(a: string, b: string): string | undefined
  /** The day a commit was made, `YYYY-MM-DD`. */
  dateOf(commit: string): string
  /** `undefined` where the commit has no such file, or one larger than a description may be. */
  readFile(commit: string, path: string): Uint8Array | undefined
  /** Whether the repository holds a file's content, of whatever size; a partial clone may not. */
  has(commit: string, path: string): boolean
  /** The same for many, with two processes; equal contents are one and the same object. */
  readMany(wanted: readonly CommittedFile[]): (Uint8Array | undefined)[]
  /** How a file came to be what HEAD has, newest first: commits on the way of first parents that changed it, renames followed. */
  history(path: string, options?: { readonly since?: string }): (CommittedFile & { readonly date: string })[]
  /** The files below a folder (`''`: all), in order of their paths. */
  listFiles(commit: string, folder: string): string[]
  /** What a commit holds under each path. Folders have no path of their own. */
  kindsOf(commit: string): ReadonlyMap<string, CommittedKind>
  /** The day each file was last committed on the way to HEAD; files git does not know are left out. Renames are not followed. */
  lastCommitted(paths: readonly string[]): ReadonlyMap<string, string>
}

export interface CommittedFile {
  readonly commit: string
  readonly path: string
}

/** `repository`: another one that is held in this one. */
export type CommittedKind = 'file' | 'empty' | 'link' | 'repository'

/** One byte more than a description may have, so that its reader can tell that it is too large. */
const largest = 1024 * 1024 + 1

/** The work tree that `folder` (absolute) lies in; `undefined` where there is none. */
export function openGit(folder: string, env: World['env']): Git | undefined {
  const root = repositoryOf(realFolder(folder))
  if (root === undefined) return undefined
  const run = gitRunner(root, env)
  return {
    root,
    get shallow() {
      return textOf(run(['rev-parse', '--is-shallow-repository'])) === 'true'
    },
    resolve: (revision) => resolveAll(run, [revision])[0],
    resolveAll: (revisions) => resolveAll(run, revisions),
    mergeBase(a, b) {
      const found = run(['merge-base', '--end-of-options', a, b])
      return found.status === 0 ? textOf(found) : undefined
    },
    dateOf(commit) {
      const shown = succeed(run(['show', '--no-patch', ...logFormat, '--end-of-options', commit]))
      return dayOf(Number(/^[0-9a-f]{40,64} (\d+)$/.exec(partsOf(shown)[0] ?? '')?.[1]))
    },
    readFile: (commit, path) => readMany(run, [{ commit, path }])[0],
    has: (commit, path) => run(['cat-file', '-e', `${commit}:${path}`]).status === 0,
    readMany: (wanted) => readMany(run, wanted),
    history: (path, options) => historyOf(run, path, options),
    listFiles(commit, folder) {
      const argv = ['ls-tree', '-r', '-z', '--name-only', '--full-tree', '--end-of-options', commit]
      const found = succeed(run(folder === '' ? argv : [...argv, '--', folder]))
      return found.output.toString().split('\0').slice(0, -1)
    },
    kindsOf(commit) {
      const listed = succeed(run(['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit]))
      const lines = listed.output.toString().split('\0').slice(0, -1)
      return new Map(lines.map((line) => [line.slice(line.indexOf('\t') + 1), kindOf(line)]))
    },
    lastCommitted: (paths) => lastCommitted(run, paths),
  }
}

/** The path of an absolute file from the root; `undefined` where it lies outside. Links in its folder are resolved. */
export function pathInRepository({ root }: Pick<Git, 'root'>, absolute: string): string | undefined {
  const folder = realFolder(dirname(absolute))
  const path = relative(root, join(folder, absolute.slice(dirname(absolute).length))).replaceAll(sep, '/')
  return path === '' || path === '..' || path.startsWith('../') || isAbsolute(path) ? undefined : path
}

/** Stops where a folder is a repository without a work tree: no file lies there that has a history. */
export function refuseBare(folder: string): void {
  if (['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name))))
    throw usageStop('this is a bare repository, which has no work tree', 'clone it, and work in the clone')
}

function readMany(run: RunGit, wanted: readonly CommittedFile[]): (Uint8Array | undefined)[] {
  if (wanted.length === 0) return []
  const names = wanted.map((file) =>
    file.path.includes('\n') ? idOf(run, file) : `${file.commit}:${file.path}`,
  )
  const described = succeed(run(['cat-file', '--batch-check'], `${names.join('\n')}\n`))
  const ids = described.output
    .toString()
    .split('\n')
    .map((line) => /^([0-9a-f]{40,64}) blob (\d+)$/.exec(line))
    .map((match) => (match && Number(match[2]) <= largest ? match[1]! : undefined))
  const contents = readBlobs(run, [...new Set(ids.filter((id) => id !== undefined))])
  return wanted.map((_, index) => (ids[index] === undefined ? undefined : contents.get(ids[index])))
}

/** For a name of several lines, which cannot be asked for line by line. */
function idOf(run: RunGit, { commit, path }: CommittedFile): string {
  return textOf(run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}:${path}`])) || 'none'
}

function readBlobs(run: RunGit, ids: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>()
  if (ids.length === 0) return contents
  const { output } = succeed(run(['cat-file', '--batch'], `${ids.join('\n')}\n`))
  for (let at = 0; at < output.length; ) {
    const lineEnd = output.indexOf('\n', at)
    const [id = '', , size] = output.toString('latin1', at, lineEnd).split(' ')
    const end = lineEnd + 1 + Number(size)
    contents.set(id, output.subarray(lineEnd + 1, end))
    at = end + 1
  }
  return contents
}

/** By what empty files are called, for SHA-1 and SHA-256: a clone that lacks a file knows its name, not its size. */
const emptyFiles =
  /(?:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391|473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813)\t/

/** Of one line: `100644 blob <id>\t<path>`. */
function kindOf(line: string): CommittedKind {
  if (line.startsWith('120000')) return 'link'
  if (line.startsWith('160000')) return 'repository'
  return emptyFiles.test(line.slice(0, line.indexOf('\t') + 1)) ? 'empty' : 'file'
}

/**
 * `undefined` for what is no commit, and for all that come after a name git cannot make sense of. Stops where git fails altogether,
 * for which HEAD is asked first: no name can stop that.
 */
function resolveAll(run: RunGit, revisions: readonly string[]): (string | undefined)[] {
  for (const revision of revisions) checkRevision(revision)
  const names = ['HEAD', ...revisions].map((revision) => `${revision}^{commit}\n`)
  const found = run(['cat-file', '--batch-check'], names.join(''))
  const [head = '', ...lines] = found.output.toString().split('\n')
  if (head === '') succeed(found)
  return revisions.map((_, index) => /^([0-9a-f]{40,64}) commit \d+$/.exec(lines[index] ?? '')?.[1])
}

/** Nothing that could be an option, a path, a range or a search, nor what no name can hold. */
function checkRevision(revision: string): void {
  if (revision.length <= 250 && !revision.includes('..') && /^(?![-.])[^\s\p{C}:\\?*[]+$/u.test(revision))
    return
  throw usageStop(
    `${quote(revision)} is not a valid name of a revision`,
    'name a branch, a tag or a commit, such as main, v1.0 or HEAD~3',
  )
}

function textOf({ output }: GitRun): string {
  return output.toString().trim()
}

/** What stands between NULs. */
function partsOf({ output }: GitRun): string[] {
  return output
    .toString()
    .split('\0')
    .map((part) => part.replace(/^\n+/, ''))
    .filter((part) => part !== '')
}

/** The same run; stops with git's own complaint where it failed. */
function succeed(run: GitRun): GitRun {
  if (run.status === 0) return run
  throw new Stop(exitCode.cannotAccess, `git failed: ${run.complaint}`)
}
