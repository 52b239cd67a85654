/**
 * Runs one git command and gives back what it printed. A repository comes from somebody else: no shell, no hooks, no
 * helper programs, no network, whatever its configuration says. Beside the user's own editor the only process we start.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { delimiter, isAbsolute, join, resolve } from 'node:path'
import { showSafely } from '../../util/show.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { isInside, realFolder } from './paths.ts'
import type { World } from './world.ts'

/** What git needs from the environment; anything else, such as GIT_DIR within a hook, would change what it answers. */
const inherited = ['PATH', 'Path', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP']

const ours = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  // Fetching what a partial clone lacks would start programs that the repository names.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
  TZ: 'UTC',
}

/** Over everything a repository's own configuration says. */
const settings = [
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'core.quotePath=false'],
  ...['-c', 'i18n.logOutputEncoding=UTF-8'],
  ...['-c', 'log.mailmap=false'],
  ...['-c', 'log.showRoot=true'],
  ...['-c', 'log.showSignature=false'],
  ...['-c', 'protocol.allow=never'],
]

export interface GitRun {
  readonly status: number
  readonly output: Buffer
  /** The first line git complained with, safe to print. */
  readonly complaint: string
}

/** Runs git with these arguments and this standard input. */
export type RunGit = (argv: readonly string[], input?: string) => GitRun

/**
 * Runs git in the work tree `root`. Git is looked up once. A run stops with code 4 where git cannot be run, takes more than a
 * minute, or refuses the repository itself.
 */
export function gitRunner(root: string, env: World['env']): RunGit {
  let program: string | undefined
  return (argv, input = '') => {
    if (program === undefined) {
      refusePipes(root)
      program = findGit(root, env)
    }
    return runGit(program, root, argv, env, input)
  }
}

/** The first on the PATH that is not in the repository: Windows would look in the current folder first. */
function findGit(root: string, env: World['env']): string {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter)
  const name = process.platform === 'win32' ? 'git.exe' : 'git'
  for (const folder of folders) {
    if (!isAbsolute(folder) || isInside(realFolder(folder), realFolder(root))) continue
    const path = join(folder, name)
    if (isProgram(path)) return path
  }
  throw new Stop(exitCode.cannotAccess, 'git cannot be run: it is not installed, or not on the PATH')
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Git would wait for ever to read from a pipe that is called, for example, `.git/config`. */
function refusePipes(root: string): void {
  const own = join(root, '.git')
  const places = [own, ...entriesOf(own)]
  const linked = pathIn(own, /^gitdir: (.+)$/m)
  if (linked !== undefined) {
    const folder = resolve(root, linked)
    const common = pathIn(join(folder, 'commondir'), /^(.+)$/m)
    places.push(...entriesOf(folder), ...(common === undefined ? [] : entriesOf(resolve(folder, common))))
  }
  const odd = places.find((place) => {
    const stats = statSync(place, { throwIfNoEntry: false })
    return stats && !stats.isFile() && !stats.isDirectory()
  })
  if (odd === undefined) return
  throw new Stop(exitCode.cannotAccess, `git cannot be run: ${showSafely(odd)} is not a regular file`)
}

function entriesOf(folder: string): string[] {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder).map((name) => join(folder, name))
}

/** What a small file of git names; `undefined` where there is no such file. */
function pathIn(path: string, pattern: RegExp): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile() || stats.size > 4096) return undefined
  return pattern.exec(readFileSync(path, 'utf8'))?.[1]
}

function runGit(
  program: string,
  root: string,
  argv: readonly string[],
  env: World['env'],
  input: string,
): GitRun {
  const { status, stdout, stderr, error } = spawnSync(program, ['--no-pager', ...settings, ...argv], {
    cwd: root,
    env: { ...pick(env), ...ours },
    input,
    timeout: 60_000,
    maxBuffer: 512 * 1024 * 1024,
    windowsHide: true,
  })
  // Git may end before it has read what it was given.
  const failed = error && (error as NodeJS.ErrnoException).code !== 'EPIPE'
  if (failed || status === null)
    throw new Stop(exitCode.cannotAccess, `git cannot be run: ${reasonOf(error)}`)
  const complaint = showSafely(stderr.toString().split('\n')[0]!.slice(0, 300))
  if (complaint.includes('dubious ownership')) {
    throw new Stop(
      exitCode.cannotAccess,
      'git refuses this repository because it belongs to another user',
      `if you trust it: git config --global --add safe.directory '${showSafely(root)}'`,
    )
  }
  return { status, output: stdout, complaint }
}

function pick(env: World['env']): Record<string, string | undefined> {
  return Object.fromEntries(inherited.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))
}

function reasonOf(error: Error | undefined): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  return code === 'ETIMEDOUT' ? 'it took too long' : (code ?? 'it was stopped')
}
