// Prints figures about the source and the program:
//   lines and files, import cycles between folders, the longest import chain, casts on options, unused code, start-up and memory.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(root, 'src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.startsWith('generated/'))
const texts = new Map(files.map((file) => [file, readFileSync(join(source, file), 'utf8')]))
const imports = new Map(files.map((file) => [file, importsOf(file)]))

console.log(`${files.length} files, ${sum(files.map((file) => linesOf(file)))} lines in src`)
for (const [folder, inFolder] of groupBy(files, folderOf))
  console.log(
    `  ${folder.padEnd(24)} ${String(inFolder.length).padStart(4)} ${String(sum(inFolder.map(linesOf))).padStart(6)}`,
  )
const cycles = folderCycles()
console.log(`import cycles between folders: ${cycles.length === 0 ? 'none' : cycles.join('; ')}`)
const chain = longestChain()
console.log(`longest import chain: ${chain.length} files (${chain[0]} to ${chain.at(-1)})`)
const casts = [...texts]
  .filter(([file]) => file.startsWith('cli/'))
  .flatMap(([file, text]) => castsIn(file, text))
console.log(`casts on options: ${casts.length === 0 ? 'none' : casts.join(', ')}`)
const knip = run('node_modules/knip/bin/knip.js', ['--no-progress'])
console.log(
  `unused files, exports and dependencies: ${knip.status === 0 ? 'none' : `\n${knip.stdout.trim()}`}`,
)
const tool = join(root, 'bin', 'ims-gap.cjs')
const large = join(root, 'examples', 'large.yaml')
for (const [name, unset] of /** @type {const} */ ([
  ['as it is', false],
  ['NODE_EXTRA_CA_CERTS unset', true],
])) {
  const node = processorTime(['-e', '0'], unset)
  console.log(`processor time of node -e 0, ${name}: ${node.toFixed(0)} ms`)
  for (const argv of [['--help'], ['assess', large]])
    console.log(
      `  ims-gap ${argv.map((word) => relative(root, word) || word).join(' ')}: ${(processorTime([tool, ...argv], unset) / node).toFixed(2)} x`,
    )
}
console.log(`peak memory of assess: ${measured([tool, 'assess', large], false).peak} MB`)

function importsOf(file) {
  const found = [...(texts.get(file) ?? '').matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm)]
  return found
    .map(([, path]) => join(dirname(file), path ?? '').replaceAll('\\', '/'))
    .filter((path) => texts.has(path))
}

function folderOf(file) {
  return file.includes('/') ? dirname(file) : '.'
}

function linesOf(file) {
  return (texts.get(file) ?? '').split('\n').length - 1
}

/** Pairs of folders that import each other, directly or not. Files at the top belong to no folder. */
function folderCycles() {
  const targets = new Map()
  for (const file of files)
    for (const path of imports.get(file) ?? []) {
      const [from, to] = [folderOf(file), folderOf(path)]
      if (from === to || from === '.' || to === '.') continue
      targets.set(from, new Set(targets.get(from)).add(to))
    }
  const reach = (from, seen = new Set()) => {
    for (const to of targets.get(from) ?? []) if (!seen.has(to)) reach(to, seen.add(to))
    return seen
  }
  const folders = [...targets.keys()].sort()
  return folders.flatMap((a) =>
    folders.filter((b) => a < b && reach(a).has(b) && reach(b).has(a)).map((b) => `${a} and ${b}`),
  )
}

function longestChain() {
  const known = new Map()
  const chainOf = (file, open = new Set()) => {
    if (known.has(file)) return known.get(file)
    if (open.has(file)) return []
    open.add(file)
    const best = (imports.get(file) ?? [])
      .map((path) => chainOf(path, open))
      .reduce((a, b) => (b.length > a.length ? b : a), [])
    open.delete(file)
    known.set(file, [file, ...best])
    return known.get(file)
  }
  return files.map((file) => chainOf(file)).reduce((a, b) => (b.length > a.length ? b : a), [])
}

function castsIn(file, text) {
  return text
    .split('\n')
    .flatMap((line, index) =>
      /\boptions(?:\.\w+|\[[^\]]+\])? as (?!const)|options\['|Record<string, unknown>> *\}? *= *options/.test(
        line,
      )
        ? [`${file}:${index + 1}`]
        : [],
    )
}

function processorTime(argv, unset) {
  const times = Array.from({ length: 11 }, () => measured(argv, unset).cpu).sort((a, b) => a - b)
  return times[times.length >> 1] ?? 0
}

/** Processor time in ms and peak memory in MB of a process, as it says itself when it ends. */
function measured(argv, unset) {
  const hook = `data:text/javascript,${encodeURIComponent("import{writeSync}from'node:fs';process.on('exit',()=>{const{user,system}=process.cpuUsage();writeSync(3,JSON.stringify({cpu:(user+system)/1e3,peak:Math.round(process.resourceUsage().maxRSS/1024)}))})")}`
  const { output } = spawnSync(process.execPath, ['--import', hook, ...argv], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, ...(unset && { NODE_EXTRA_CA_CERTS: undefined }) },
  })
  return JSON.parse(output[3] ?? '')
}

function run(script, argv) {
  return spawnSync(process.execPath, [join(root, script), ...argv], { cwd: root, encoding: 'utf8' })
}

function groupBy(values, key) {
  const groups = new Map()
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value])
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
