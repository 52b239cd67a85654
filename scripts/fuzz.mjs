// Runs the property tests and the tests that kill processes again and again, each round with a fresh seed, until the time is up.
// A failing round prints its seed; add the failing case to the test, or repeat the round: FUZZ_SEED=<seed> npx vitest run <file>
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } })
const minutes = Number(values.minutes)
if (!(minutes > 0)) throw new Error('--minutes takes a positive number')

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `test/${file.replaceAll('\\', '/')}`)
  .filter((file) => /from 'fast-check'|killed/.test(readFileSync(join(root, file), 'utf8')))

const end = Date.now() + minutes * 60_000
let rounds = 0
const failed = []
while (Date.now() < end) {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter', 'dot', ...files],
    { cwd: root, stdio: 'inherit', env: { ...process.env, FUZZ_SEED: String(seed) } },
  )
  rounds++
  if (status !== 0) failed.push(seed)
}
console.log(`${rounds} rounds of ${files.length} files, ${failed.length} failed`)
if (failed.length > 0) {
  console.log(`failing seeds: ${failed.join(' ')}`)
  process.exitCode = 1
}
