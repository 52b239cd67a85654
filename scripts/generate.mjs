// Writes everything that is generated and committed: schemas, documents of the pack, the help in the README.
// With --check it writes nothing and fails where a file is not what it would write.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTypeScript } from './run-typescript.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { generatedFiles } = await runTypeScript('scripts/generate/generated-files.ts')
const checkOnly = process.argv.includes('--check')
const drifted = []

for (const { path, text } of await generatedFiles(root)) {
  const file = join(root, path)
  if (read(file) === text) continue
  if (checkOnly) drifted.push(path)
  else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(`wrote ${path}`)
  }
}
if (drifted.length > 0) {
  console.error(`not up to date: ${drifted.join(', ')}\nrun: npm run generate`)
  process.exitCode = 1
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
