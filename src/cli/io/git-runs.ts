/** What all questions to git share: how one is run, and what is made of what it printed. */
import { exitCode, Stop } from '../exit-code.ts'
import type { GitRun } from './run-git.ts'

export type Run = (argv: readonly string[], input?: string) => GitRun

export function textOf({ output }: GitRun): string {
  return output.toString().trim()
}

/** What stands between NULs. */
export function partsOf({ output }: GitRun): string[] {
  return output
    .toString()
    .split('\0')
    .map((part) => part.replace(/^\n+/, ''))
    .filter((part) => part !== '')
}

/** The same run; stops with git's own complaint where it failed. */
export function succeed(run: GitRun): GitRun {
  if (run.status === 0) return run
  throw new Stop(exitCode.cannotAccess, `git failed: ${run.complaint}`)
}
