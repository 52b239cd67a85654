// Builds everything that is not written by hand: validators and the compiled pack into src/generated/,
// then the bundles and types into dist/. Every step reads only the repository.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.mjs'
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

// 3. The bundles. The program is CommonJS, which Node starts some ten milliseconds faster. Commands are imported when they run,
// so `--help` loads little.
rmSync(join(root, 'dist'), { recursive: true, force: true })
const program = await bundle(
  { cli: 'src/cli/main.ts' },
  { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
)
const library = await bundle({ index: 'src/index.ts' }, { format: 'esm', codeSplitting: false })
const modules = new Set(
  [...program, ...library].flatMap((file) => (file.type === 'chunk' ? file.moduleIds : [])),
)
writeFileSync(join(root, 'dist', 'THIRD-PARTY-LICENSES.txt'), collectLicences(root, modules))

// 4. Types for library users, and for the check of bin/.
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'], {
  cwd: root,
  stdio: 'inherit',
})
pruneTypes(join(root, 'dist', 'types'))
writeFileSync(
  join(root, 'dist', 'cli.d.cts'),
  'export function runProcess(argv: readonly string[]): Promise<number>\n',
)
