// Bundles the program: one place for what makes the result small and quick to start.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * The table library measures every cell with its own copy of string-width, whose regular expression of ten thousand characters
 * is compiled anew for each. We hand it stand-ins that are one column wide each, so our own measure serves it as well.
 */
const ownWidths = {
  name: 'own-widths',
  resolveId: (source, importer) =>
    source === 'string-width' && importer?.includes('cli-table3')
      ? '\0own-widths'
      : source.startsWith('@colors/colors')
        ? '\0no-colors'
        : null,
  load: (id) =>
    // It would colour heads and frames, which ours have none of.
    id === '\0no-colors'
      ? 'module.exports = {}'
      : id === '\0own-widths'
        ? `module.exports = require(${JSON.stringify(join(root, 'src/report/terminal/display-width.ts'))}).displayWidth`
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
    plugins: [ownWidths, asciiOnly],
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
  // A file that several others need shares a chunk and is no facade of its own.
  const open = [...new Set(wanted.map((file) => chunks.find(({ moduleIds }) => moduleIds?.includes(file))))]
  if (open.includes(undefined)) throw new Error(`not every one of ${files.join(', ')} is in the program`)
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
