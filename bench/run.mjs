// Speed side by side in one run, as ratios to starting node: absolute times do not travel between machines.
//   npm run bench                  whole processes, memory, and warm stages, answers until saved, interview
//   npm run bench -- --peers       also ajv-cli and Spectral on the same file, installed to a temporary folder
//   npm run bench -- --runs 41     more rounds
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTypeScript } from '../scripts/run-typescript.mjs'
import { checkBench } from './check.mjs'
import { benchFirstQuestion } from './first-question.mjs'
import { fullDescription } from './full-description.mjs'
import { benchHistory } from './history.mjs'
import { peers } from './peers.mjs'

/** Up to the largest file that is read; each promised within 2 s. */
const hostile = [
  { name: '500,000 keys in braces', text: `{${'a,'.repeat(500_000)}` },
  { name: '340,000 equal keys', text: 'a:\n'.repeat(340_000) },
]
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = process.argv.indexOf('--runs')
const rounds = at < 0 ? 21 : Number(process.argv[at + 1])
const folder = mkdtempSync(join(tmpdir(), 'ims-gap-bench-'))

try {
  const { builtinPack } = await runTypeScript('src/builtin.ts')
  const text = fullDescription(builtinPack().framework)
  const file = join(folder, 'org.yaml')
  writeFileSync(file, text)
  console.log(
    `node ${process.version}; ${text.split('\n').length} lines, ${Math.round(text.length / 1024)} KB; medians of ${rounds} interleaved rounds`,
  )
  if (process.env.NODE_EXTRA_CA_CERTS)
    console.log(
      'NODE_EXTRA_CA_CERTS is set: Node 20 reads those files at every start, which makes its ratios smaller',
    )
  console.log()

  const tool = join(root, 'bin', 'ims-gap.cjs')
  const cases = [
    { name: 'node -e 0', argv: ['-e', '0'] },
    { name: 'ims-gap --help', argv: [tool, '--help'], bound: 1.5 },
    { name: 'ims-gap validate', argv: [tool, 'validate', file] },
    {
      name: 'ims-gap assess',
      argv: [tool, 'assess', file],
      bound: Number(process.versions.node.split('.')[0]) >= 22 ? 3.3 : 2.5,
    },
    {
      name: 'ims-gap assess, no code kept',
      argv: [tool, 'assess', file],
      env: { NODE_DISABLE_COMPILE_CACHE: '1' },
    },
    { name: 'ims-gap assess --format json', argv: [tool, 'assess', file, '--format', 'json'] },
    ...hostile.map(({ name, text: content }, index) => {
      const path = join(folder, `hostile-${index}.yaml`)
      writeFileSync(path, content)
      return { name: `validate ${name}`, argv: [tool, 'validate', path] }
    }),
    ...(process.argv.includes('--peers') ? await peers(folder, file, root) : []),
  ]
  processes(cases)
  checkBench(text, join(folder, 'check'), tool, rounds)
  await stages(text)
  await answers(text)
  await benchFirstQuestion(folder, tool, rounds)
  benchHistory(folder, tool, text)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Whole processes, one after the other in every round, so that a busy moment hits all of them. */
function processes(cases) {
  /** @type {number[][]} */
  const times = cases.map(() => [])
  for (let round = -1; round < rounds; round++) {
    cases.forEach(({ argv, env }, index) => {
      const start = process.hrtime.bigint()
      const { status, signal } = spawnSync(process.execPath, argv, {
        stdio: 'ignore',
        env: { ...process.env, ...env },
      })
      const elapsed = Number(process.hrtime.bigint() - start) / 1e6
      if (status === null || status > 3) throw new Error(`${argv.join(' ')} ended with ${status ?? signal}`)
      if (round >= 0) times[index].push(elapsed)
    })
  }
  const base = median(times[0])
  console.log('whole process                        ms    x node    bound   peak MB')
  cases.forEach(({ name, argv, env, bound }, index) => {
    const time = median(times[index])
    const columns = [
      time.toFixed(0).padStart(6),
      (time / base).toFixed(2).padStart(9),
      (bound ?? '').toString().padStart(8),
      peakMemory(argv, env).padStart(9),
    ]
    console.log(name.padEnd(34) + columns.join(' '))
  })
}

/** What the process itself says it used at most, in a run of its own. */
function peakMemory(argv, env) {
  const hook = `data:text/javascript,${encodeURIComponent("import{writeSync}from'node:fs';process.on('exit',()=>{writeSync(3,String(process.resourceUsage().maxRSS))})")}`
  const { output } = spawnSync(process.execPath, ['--import', hook, ...argv], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return String(Math.round(Number(output?.[3]) / 1024))
}

/** Stages within one warm process, in CPU time. */
async function stages(text) {
  const { measureStages } = await runTypeScript('bench/stages.ts')
  console.log('\nwarm, per description               ms CPU   bound')
  for (const { name, milliseconds, bound } of measureStages(text)) {
    console.log(name.padEnd(34) + milliseconds.toFixed(3).padStart(8) + (bound ?? '').toString().padStart(8))
  }
}

/** What is waited for after each answer, in elapsed time, the disk included. */
async function answers(text) {
  const { measureAnswers } = await runTypeScript('bench/answers.ts')
  console.log('\nwarm, per answer                        ms   bound')
  for (const { name, milliseconds, bound } of await measureAnswers(text, folder, 10 * rounds)) {
    console.log(name.padEnd(34) + milliseconds.toFixed(3).padStart(8) + (bound ?? '').toString().padStart(8))
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1]
}
