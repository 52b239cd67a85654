// A repository with a long history of one large description, and what `trend` and `diff` take for it.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const versions = 200
const bound = 20

/** Prints the time of whole processes, git's included. `text` is the newest version; earlier ones differ in one level each. */
export function benchHistory(folder, tool, text) {
  const repository = join(folder, 'history')
  mkdirSync(repository)
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  }
  const git = (argv, input) => execFileSync('git', argv, { cwd: repository, env, input, stdio: 'pipe' })
  git(['init', '--quiet', '--initial-branch=main'])
  git(['fast-import', '--quiet'], stream(text))
  git(['reset', '--quiet', '--hard'])
  console.log(`\n${versions} versions in git, whole process      s   bound`)
  for (const { name, argv, most } of [
    { name: 'ims-gap trend --format csv', argv: ['trend', 'org.yaml', '--format', 'csv'], most: bound },
    { name: 'ims-gap trend --every quarter', argv: ['trend', 'org.yaml', '--every', 'quarter'] },
    {
      name: `ims-gap diff HEAD~${versions - 1}..HEAD`,
      argv: ['diff', `HEAD~${versions - 1}..HEAD`, 'org.yaml'],
    },
  ]) {
    const start = process.hrtime.bigint()
    const { status, stdout } = spawnSync(process.execPath, [tool, ...argv], {
      cwd: repository,
      env,
      encoding: 'utf8',
    })
    const seconds = Number(process.hrtime.bigint() - start) / 1e9
    if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}`)
    if (most && stdout.split('\n').length < versions) throw new Error('not every version was assessed')
    console.log(name.padEnd(34) + seconds.toFixed(2).padStart(8) + String(most ?? '').padStart(8))
  }
}

/** What `git fast-import` reads: a commit every three days, each another content. */
function stream(text) {
  const lines = text.split('\n')
  const levels = lines.flatMap((line, index) => (/^ {4}level: \d$/.test(line) ? [index] : []))
  const parts = []
  for (let number = 1; number <= versions; number++) {
    const at = levels[number % levels.length]
    lines[at] = `    level: ${(7 * number + 3 * Math.floor(number / levels.length)) % 5}`
    const content = Buffer.from(`${lines.join('\n')}# ${number}\n`)
    const when = `Bench <bench@example.org> ${1_700_000_000 + number * 259_200} +0000`
    parts.push(
      Buffer.from(
        `commit refs/heads/main\ncommitter ${when}\ndata 1\nx\nM 100644 inline org.yaml\ndata ${content.length}\n`,
      ),
      content,
      Buffer.from('\n'),
    )
  }
  return Buffer.concat(parts)
}
