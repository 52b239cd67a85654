// From the start of an interview to its first question, in a pseudo-terminal, as a ratio to starting node.
import { stripVTControlCharacters } from 'node:util'
import { spawn } from '@lydell/node-pty'

/** `folder` holds `org.yaml`; `tool` is the program. Prints a table. */
export async function benchFirstQuestion(folder, tool, rounds) {
  const asks = [tool, 'interview', 'org.yaml', '--from', '6.4']
  const cases = [
    { name: 'node -e 0', argv: ['-e', '0'] },
    { name: 'to the first question', argv: asks, until: 'level >', bound: 3 },
    { name: 'to the first question, accessible', argv: [...asks, '--accessible'], until: 'level:', bound: 3 },
  ]
  /** @type {number[][]} */
  const times = cases.map(() => [])
  for (let round = -1; round < rounds; round++) {
    for (const [index, { argv, until }] of cases.entries()) {
      const time = await run(folder, argv, until)
      if (round >= 0) times[index].push(time)
    }
  }
  const [base] = times.map(median)
  console.log('\nin a pseudo-terminal                  ms    x node    bound')
  for (const [index, { name, bound }] of cases.entries()) {
    const time = median(times[index])
    const columns = [
      time.toFixed(0).padStart(6),
      (time / base).toFixed(2).padStart(9),
      String(bound ?? '').padStart(8),
    ]
    console.log(name.padEnd(34) + columns.join(' '))
  }
}

// A build machine would not be asked.
const { CI: _, ...environment } = process.env

/** Milliseconds until `until` is printed, else until the end. */
function run(folder, argv, until) {
  return new Promise((resolve) => {
    const start = performance.now()
    const pty = spawn(process.execPath, argv, {
      cwd: folder,
      env: { ...environment, TERM: 'xterm', LANG: 'C.UTF-8' },
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
