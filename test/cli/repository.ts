/** Real git repositories for tests: the same commits on every machine, deaf to the configuration of whoever runs them. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface Repository {
  readonly folder: string
  /** Runs git in it and returns what it printed, without the last line break. */
  git(...argv: string[]): string
  /** Writes files and commits everything as of that day (noon, UTC); returns the commit. */
  commit(date: string, files: Readonly<Record<string, string>>): string
}

/** What git needs to be the same everywhere, and of this machine's variables only the path. */
export function gitEnvironment(home: string): Record<string, string | undefined> {
  return {
    PATH: process.env['PATH'],
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'Test',
    GIT_AUTHOR_EMAIL: 'test@example.org',
    GIT_COMMITTER_NAME: 'Test',
    GIT_COMMITTER_EMAIL: 'test@example.org',
  }
}

/** Makes a repository in an empty folder, with the branch `main`. */
export function makeRepository(folder: string): Repository {
  const repository = repositoryIn(folder)
  repository.git('init', '--quiet', '--initial-branch=main')
  return repository
}

/** The repository that a folder is. */
export function repositoryIn(folder: string): Repository {
  const run = (argv: readonly string[], date = '2026-01-01') =>
    execFileSync('git', argv, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...gitEnvironment(folder),
        GIT_AUTHOR_DATE: `${date}T12:00:00Z`,
        GIT_COMMITTER_DATE: `${date}T12:00:00Z`,
      },
    }).trimEnd()
  return {
    folder,
    git: (...argv) => run(argv),
    commit(date, files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
      run(['add', '--all'])
      run(['commit', '--quiet', '--allow-empty', '-m', `State of ${date}`], date)
      return run(['rev-parse', 'HEAD'])
    },
  }
}
