// Builds everything that is not written by hand: validators and the compiled pack into src/generated/,
// then the bundles and types into dist/. Every step reads only the repository.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asciiOnly, bundle, closure } from './bundle.mjs'
import { collectLicences } from './licences.mjs'
import { pruneTypes } from './prune-types.mjs'
import { runTypeScript } from './run-typescript.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Writes the modules a build step hands out; the paths are relative to the repository. */
function writeAll(files) {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

// 1. Our own schemas, compiled ahead to plain functions: ajv itself never runs at a user's.
writeAll((await runTypeScript('scripts/build/validators.ts')).validatorModules())

// 2. The built-in pack, read, checked and compiled; a defect in it stops the build with its file and line.
writeAll((await runTypeScript('scripts/build/pack.ts')).packModules(root))

// 3. The bundles. Commands load what they need when they run, so that `--help` stays cheap; but every further file costs a
// process about a millisecond, so what the main job needs is put into one.
rmSync(join(root, 'dist'), { recursive: true, force: true })
const start = await closure(['src/cli/main.ts'])
const mainJob = await closure([
  'src/assess.ts',
  'src/cli/description-input.ts',
  'src/cli/destinations.ts',
  'src/cli/io/write-file.ts',
  'src/builtin.ts',
  'src/cli/print-diagnostics.ts',
  'src/report/reporters.ts',
])
const checkJob = await closure([
  'src/cli/check/run-check.ts',
  'src/cli/io/look-at-files.ts',
  'src/cli/io/may-replace.ts',
])
const interviewJob = await closure([
  'src/cli/prompts/can-ask.ts',
  'src/cli/prompts/interview.ts',
  'src/cli/prompts/rich-front.ts',
  'src/cli/io/signals.ts',
  'src/cli/io/terminal-keys.ts',
])
const elsewhere = (id) => checkJob.has(id) || mainJob.has(id) || start.has(id)
const groups = [
  // Else every small module that the start shares with what is loaded on demand becomes a file of its own.
  { name: 'start', test: (id) => start.has(id) },
  { name: 'main-job', test: (id) => (mainJob.has(id) && !start.has(id)) || id === '\0crypto-later' },
  { name: 'check-job', test: (id) => checkJob.has(id) && !mainJob.has(id) && !start.has(id) },
  { name: 'interview-job', test: (id) => interviewJob.has(id) && !elsewhere(id) },
]
const texts = { elements: './iso-56002.elements.json', others: './iso-56002.texts.json' }
const { output: cli } = await bundle(
  { cli: 'src/cli/main.ts' },
  {
    // As CommonJS: node starts that some ten milliseconds faster.
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: { groups, includeDependenciesRecursively: false },
    preserveEntrySignatures: 'allow-extension',
    texts,
  },
  true,
)
const { readTexts } = await runTypeScript('src/generated/iso-56002/texts.ts')
const { elements, ...others } = readTexts()
for (const [file, content] of [
  [texts.elements, elements],
  [texts.others, others],
])
  writeFileSync(join(root, 'dist', file), asciiOnly(JSON.stringify(content)))
const { output: library } = await bundle({ index: 'src/index.ts' }, { codeSplitting: false }, true)
const modules = new Set([...cli, ...library].flatMap(({ moduleIds }) => moduleIds ?? []))
writeFileSync(join(root, 'dist', 'THIRD-PARTY-LICENSES.txt'), collectLicences(root, modules))

// 4. Types for library users.
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'], {
  cwd: root,
  stdio: 'inherit',
})
pruneTypes(join(root, 'dist', 'types'))
