/** When files changed, and what they were called then, as the history on the way to HEAD tells. */
import { resolveAll } from './git-revisions.ts'
import { partsOf, type Run, succeed } from './git-runs.ts'
import type { GitRun } from './run-git.ts'

/** Commits as git prints them between NULs: hash and seconds, then the names it was asked for. */
export const logFormat = [
  '--no-show-signature',
  '--no-ext-diff',
  '--no-textconv',
  '--format=tformat:%H %ct',
  '-z',
]

export function historyOf(run: Run, path: string, { since }: { readonly since?: string } = {}) {
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

export function lastCommitted(run: Run, paths: readonly string[]): ReadonlyMap<string, string> {
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
function log(run: Run, options: readonly string[], paths: readonly string[]): GitRun | undefined {
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
