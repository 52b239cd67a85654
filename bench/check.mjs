// Speed of `check`: one long description against a revision and against a baseline, each with SARIF; then a thousand at once.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** `text` is a description, `folder` one to work in, `tool` the program. Prints a table. */
export function checkBench(text, folder, tool, rounds) {
  mkdirSync(folder, { recursive: true })
  const git = (...argv) => {
    const ours = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', '-c', 'core.fsmonitor=false']
    const { status, stderr } = spawnSync('git', [...ours, ...argv], { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`git ${argv.join(' ')}: ${stderr}`)
  }
  writeFileSync(join(folder, 'org.yaml'), text)
  for (const [file] of text.matchAll(/evidence\/\S+\.md/g)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), 'Something that was done.\n')
  }
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'Before')
  const check = (...argv) => [tool, 'check', 'org.yaml', '--as-of', '2026-11-24', '-q', ...argv]
  node(folder, [
    tool,
    'baseline',
    'write',
    'org.yaml',
    '--as-of',
    '2026-11-24',
    '-q',
    '--baseline',
    'accepted.yaml',
  ])
  writeFileSync(join(folder, 'org.yaml'), text.replace(/level: [34]/, 'level: 1'))
  const sarif = ['-o', 'result.sarif']
  const cases = [
    { name: 'node -e 0', run: () => node(folder, ['-e', '0']) },
    { name: 'git alone', run: () => gitCalls(folder) },
    { name: 'check', run: () => node(folder, check()) },
    {
      name: 'check --baseline, SARIF',
      run: () => node(folder, check('--baseline', 'accepted.yaml', ...sarif)),
      bound: 3,
    },
    {
      name: 'check --base HEAD, SARIF',
      run: () => node(folder, check('--base', 'HEAD', ...sarif)),
      bound: 3,
      git: true,
    },
  ]
  /** @type {number[][]} */
  const times = cases.map(() => [])
  for (let round = -1; round < rounds; round++) {
    cases.forEach(({ run }, index) => {
      const start = process.hrtime.bigint()
      run()
      if (round >= 0) times[index].push(Number(process.hrtime.bigint() - start) / 1e6)
    })
  }
  const medians = times.map((list) => [...list].sort((a, b) => a - b)[list.length >> 1])
  console.log('\none check, less what git takes       ms    x node    bound')
  cases.forEach(({ name, bound, git: uses }, index) => {
    const own = medians[index] - (uses ? medians[1] : 0)
    const columns = [
      own.toFixed(0).padStart(6),
      (own / medians[0]).toFixed(2).padStart(9),
      String(bound ?? '').padStart(8),
    ]
    console.log(name.padEnd(34) + columns.join(' '))
  })
  thousand(folder, tool)
}

/** Every call of git that `check --base` makes, without the check. */
function gitCalls(folder) {
  const ask = (argv, input = '') =>
    spawnSync('git', argv, { cwd: folder, input, encoding: 'utf8' }).stdout.trim()
  const head = ask(['cat-file', '--batch-check'], 'HEAD^{commit}\nHEAD^{commit}\n').split(' ')[0]
  const id = ask(['cat-file', '--batch-check'], `${head}:org.yaml\n`).split(' ')[0]
  ask(['cat-file', '--batch'], `${id}\n`)
  ask(['ls-tree', '-r', '-z', '--name-only', '--full-tree', head])
}

/** A thousand descriptions of ordinary length in one call, in CPU time and memory. */
function thousand(folder, tool) {
  const small = (number) => `ims-gap: 1
framework: iso-56002:2019
organization: { name: Plant ${number}, kind: established, size: small }
practices:
${['4.1.1', '4.1.2', '4.2', '5.1.1', '5.1.2', '5.3', '6.2.1', '6.2.2', '7.1.1', '7.4', '8.1', '9.1.1']
  .map((id, index) => `  ${id}: { level: ${(number + index) % 5}, owner: Head ${index} }`)
  .join('\n')}
`
  mkdirSync(join(folder, 'plants'))
  const made = (count) =>
    Array.from({ length: count }, (_, number) => {
      writeFileSync(join(folder, 'plants', `p${number}.yaml`), small(number))
      return `plants/p${number}.yaml`
    })
  console.log('\nmany files in one call        CPU s   per s    bound   peak MB')
  for (const count of [100, 1000]) {
    const { cpu, peak } = measured(folder, [tool, 'check', ...made(count), '-q'])
    const columns = [
      cpu.toFixed(2).padStart(8),
      (count / cpu).toFixed(0).padStart(7),
      (count === 1000 ? '100' : '').padStart(8),
      String(peak).padStart(9),
    ]
    console.log(`check, ${count} files`.padEnd(27) + columns.join(' '))
  }
}

function measured(folder, argv) {
  const hook = `data:text/javascript,${encodeURIComponent("import{writeSync}from'node:fs';process.on('exit',()=>{const{user,system}=process.cpuUsage();writeSync(3,JSON.stringify({cpu:(user+system)/1e6,peak:Math.round(process.resourceUsage().maxRSS/1024)}))})")}`
  const { output } = spawnSync(process.execPath, ['--import', hook, ...argv], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  return JSON.parse(output[3] ?? '')
}

function node(folder, argv) {
  const { status, signal } = spawnSync(process.execPath, argv, { cwd: folder, stdio: 'ignore' })
  if (status === null || status > 1) throw new Error(`${argv.join(' ')} ended with ${status ?? signal}`)
}
