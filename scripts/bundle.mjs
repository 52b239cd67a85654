// Bundles the program: one place for what makes the result small and quick to start.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The library for arguments can also run commands that are programs of their own. Ours are not, and loading what it takes is slow. */
const noPrograms = {
  name: 'no-programs',
  resolveId: (source, importer) =>
    source === 'node:child_process' && importer?.includes('commander') ? '\0no-programs' : null,
  load: (id) => (id === '\0no-programs' ? 'module.exports = {}' : null),
}

/** Loads what computes digests when one is computed: most runs of the command print none. Only for CommonJS. */
const cryptoLater = {
  name: 'crypto-later',
  resolveId: (source, importer) =>
    source === 'node:crypto' && importer !== '\0crypto-later' ? '\0crypto-later' : null,
  load: (id) =>
    id === '\0crypto-later'
      ? "for (const name of ['createHash', 'randomBytes']) exports[name] = (...given) => require('node:crypto')[name](...given)"
      : null,
}

/** Escapes what is not ASCII, after minifying: the engine then holds the program with one byte per character. */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue
      file.code = file.code.replace(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    }
  },
}

/** Chunks of a bundle, written to dist/ or only made. Anything the bundler warns of stops the build. */
export async function bundle(input, { preserveEntrySignatures, ...options }, write) {
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    treeshake: true,
    plugins: [noPrograms, ...(options.format === 'cjs' ? [cryptoLater] : []), asciiOnly],
    ...(preserveEntrySignatures && { preserveEntrySignatures }),
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message)
    },
  })
  const output = { dir: 'dist', format: 'esm', minify: true, chunkFileNames: '[name]-[hash].js', ...options }
  return write ? build.write(output) : build.generate(output)
}

/** The modules that are loaded, without anything dynamic, when the chunks that hold these files are. */
export function closure(chunks, files) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const wanted = files.map((file) => join(root, file))
  const open = chunks.filter((chunk) => wanted.includes(chunk.facadeModuleId))
  if (open.length !== files.length)
    throw new Error(`not every one of ${files.join(', ')} is loaded on demand`)
  const found = new Set(open)
  for (let chunk = open.pop(); chunk; chunk = open.pop()) {
    for (const name of chunk.imports) {
      const next = byName.get(name)
      if (!next || found.has(next)) continue
      found.add(next)
      open.push(next)
    }
  }
  return new Set([...found].flatMap(({ moduleIds }) => moduleIds))
}
