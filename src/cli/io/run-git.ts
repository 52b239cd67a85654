/**
 * Runs one git command and gives back what it printed. A repository comes from somebody else: no shell, no hooks, no
 * helper programs, no network, whatever its configuration says. Beside the user's own editor the only process we start.
 */
import { spawnSync } from 'node:child_process'
import { showSafely } from '../../util/show.ts'
import { exitCode, Stop } from '../exit-code.ts'
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
  ...['-c', 'log.showSignature=false'],
  ...['-c', 'protocol.allow=never'],
]

export interface GitRun {
  readonly status: number
  readonly output: Buffer
  /** The first line git complained with, safe to print. */
  readonly complaint: string
}

/** Stops with code 4 where git cannot be run, takes more than a minute, or refuses the repository itself. */
export function runGit(root: string, argv: readonly string[], env: World['env'], input = ''): GitRun {
  const { status, stdout, stderr, error } = spawnSync('git', ['--no-pager', ...settings, ...argv], {
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
  if (code === 'ENOENT') return 'it is not installed, or not on the PATH'
  return code === 'ETIMEDOUT' ? 'it took too long' : (code ?? 'it was stopped')
}
