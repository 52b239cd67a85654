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

/**
 * Only for the command. What computes digests is loaded when one is computed: most runs print none. The pack's texts are half
 * the program; as files of their own they are read when something prints them, those of elements apart as a check prints none of
 * them, and by the quick reader for JSON.
 */
const loadedLater = (texts) => ({
  name: 'loaded-later',
  resolveId(source, importer) {
    if (Object.values(texts ?? {}).includes(source)) return { id: source, external: true }
    return source === 'node:crypto' && importer !== '\0crypto-later' ? '\0crypto-later' : null
  },
  load(id) {
    if (id === '\0crypto-later')
      return "for (const name of ['createHash', 'randomBytes']) exports[name] = (...given) => require('node:crypto')[name](...given)"
    if (texts && id.endsWith('/generated/iso-56002/texts.ts'))
      return {
        code: `let elements; exports.readTexts = () => ({
          ...require(${JSON.stringify(texts.others)}),
          get elements() { return elements ??= require(${JSON.stringify(texts.elements)}) },
        })`,
        moduleType: 'js',
      }
    return null
  },
})

/** The same program or JSON text with what is not ASCII escaped: the engine then holds it with one byte per character. */
export function asciiOnly(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Comes after minifying. */
const inAscii = {
  name: 'in-ascii',
  generateBundle(_, files) {
    for (const file of Object.values(files)) if (file.type === 'chunk') file.code = asciiOnly(file.code)
  },
}

/**
 * Chunks of a bundle, written to dist/ or only made. Anything the bundler warns of in what is written stops the build.
 * `texts`: the JSON files beside them to read the pack's texts from, those of `elements` and all `others`.
 */
export async function bundle(input, { preserveEntrySignatures, texts, ...options }, write) {
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    treeshake: true,
    plugins: [noPrograms, ...(texts ? [loadedLater(texts)] : []), inAscii],
    ...(preserveEntrySignatures && { preserveEntrySignatures }),
    onLog(level, log) {
      if (level === 'warn' && write) throw new Error(log.message)
    },
  })
  const output = { dir: 'dist', format: 'esm', minify: true, chunkFileNames: '[name]-[hash].js', ...options }
  return write ? build.write(output) : build.generate(output)
}

/** The modules that these files load, without anything that is loaded on demand. */
export async function closure(files) {
  const entries = Object.fromEntries(files.map((file, index) => [`entry-${index}`, join(root, file)]))
  const { output: chunks } = await bundle(entries, {}, false)
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const open = chunks.filter((chunk) => chunk.isEntry)
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
