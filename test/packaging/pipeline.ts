/** A machine that runs a pipeline, as far as our scripts see it: a folder, a PATH with what we put there, variables. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { gitEnvironment } from '../cli/repository.ts'
import { repository, small } from '../cli/run.ts'

/** As committed before, and as a branch may leave it. */
export const before = small
export const better = small.replace('6.2.2: { level: 0 }', '6.2.2: { level: 2 }')
export const worse = small.replace('5.1.1: { level: 2 }', '5.1.1: { level: 0 }')

export const configuration = 'files: [org.yaml]\n'

/** The file of YAML in this repository, of whatever shape. */
// biome-ignore lint/suspicious/noExplicitAny: files of other programs, looked into by tests only.
export const readYaml = (text: string): any => load(text)

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `program`; of this machine's variables it sees only those that git and node need. */
export function start(
  program: string,
  argv: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(program, argv, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...gitEnvironment(folder),
      ...env,
    },
  })
  return { code: status, stdout, stderr }
}

/** A folder for the PATH, with programs of this content in it. */
export function programs(folder: string, scripts: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(scripts))
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  return `${folder}:${process.env['PATH']}`
}

/** The tool as built here, as a program of its own. */
export const ownTool = `exec "${process.execPath}" "${join(repository, 'bin', 'ims-gap.cjs')}" "$@"`

/** Stands for npm: of all it can do only `exec`, with a package that is a folder. */
export const ownNpm = `[ "$1" = exec ] && [ "$2" = --yes ] || exit 90
tool=\${3#--package=}
[ "$4" = -- ] && [ "$5" = ims-gap ] || exit 91
shift 5
exec "${process.execPath}" "$tool/bin/ims-gap.cjs" "$@"`
