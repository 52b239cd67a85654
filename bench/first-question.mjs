// From the start of an interview to its first question, in a pseudo-terminal, as a ratio to starting node.
//   npm run build && node bench/first-question.mjs [rounds]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { spawn } from '@lydell/node-pty'
import { runTypeScript } from '../scripts/run-typescript.mjs'
import { fullDescription } from './full-description.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const rounds = Number(process.argv[2] ?? 21)
const folder = mkdtempSync(join(tmpdir(), 'ims-gap-bench-'))

try {
  const { builtinPack } = await runTypeScript('src/builtin.ts')
  const text = fullDescription(builtinPack().framework)
  writeFileSync(join(folder, 'org.yaml'), text)
  const tool = [join(root, 'bin', 'ims-gap.cjs'), 'interview', 'org.yaml', '--from', '6.4']
  const cases = [
    { name: 'node -e 0', argv: ['-e', '0'] },
    { name: 'ims-gap assess, for comparison', argv: [tool[0], 'assess', 'org.yaml'] },
    { name: 'to the first question', argv: tool, until: 'level >', bound: 3 },
    { name: 'to the first question, accessible', argv: [...tool, '--accessible'], until: 'level:', bound: 3 },
  ]
  const times = cases.map(() => [])
  for (let round = -1; round < rounds; round++) {
    for (const [index, { argv, until }] of cases.entries()) {
      const time = await run(argv, until)
      if (round >= 0) times[index].push(time)
    }
  }
  const [base] = times.map(median)
  console.log(`node ${process.version}; medians of ${rounds} interleaved rounds\n`)
  console.log('in a pseudo-terminal                  ms    x node    bound')
  for (const [index, { name, bound }] of cases.entries()) {
    const time = median(times[index])
    console.log(
      name.padEnd(34) +
        time.toFixed(0).padStart(6) +
        (time / base).toFixed(2).padStart(10) +
        String(bound ?? '').padStart(9),
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Milliseconds until `until` is printed, else until the end. */
function run(argv, until) {
  return new Promise((resolve) => {
    const start = performance.now()
    const pty = spawn(process.execPath, argv, {
      cwd: folder,
      env: { PATH: process.env.PATH, TERM: 'xterm', LANG: 'C.UTF-8' },
    })
    let printed = ''
    let time
    pty.onData((data) => {
      printed += stripVTControlCharacters(data)
      if (time !== undefined || until === undefined || !printed.includes(until)) return
      time = performance.now() - start
      pty.kill('SIGTERM')
    })
    pty.onExit(() => resolve(time ?? performance.now() - start))
  })
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
