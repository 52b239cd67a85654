// Runs a TypeScript module of this repository: bundles it to a temporary file and imports that.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The exports of `path` (relative to the repository). */
export async function runTypeScript(path) {
  const folder = mkdtempSync(join(tmpdir(), 'ims-gap-build-'))
  try {
    const bundle = await rolldown({ cwd: root, input: path, platform: 'node', onLog: () => {} })
    await bundle.write({ file: join(folder, 'module.mjs'), format: 'esm', codeSplitting: false })
    return await import(pathToFileURL(join(folder, 'module.mjs')).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
