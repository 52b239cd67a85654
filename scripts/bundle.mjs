// Bundles the program and the library, so that users install one package without dependencies.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Writes a bundle to dist/ and returns its chunks. A module that is imported dynamically starts a chunk of its own. A warning
 * of the bundler stops the build.
 */
export async function bundle(input, options) {
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message)
    },
  })
  const { output } = await build.write({ dir: 'dist', minify: true, ...options })
  return output
}
