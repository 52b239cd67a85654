'use strict'
// Loads the files of the program and keeps, beside them, what the engine compiled of them: the next call like it need not compile
// it again, which takes a quarter of a call. (The engine's own cache keeps what loading a file compiles. Functions are compiled when
// they are first called, so nearly everything here would be compiled at every start.) Where nothing can be written, nothing is kept.
//
// What is read here is executed, and the engine would execute damaged code as well. So the file holds everything twice, which is
// quicker to compare than any digest that would have to be loaded, and is believed only where nobody else could have written it.
const fs = require('node:fs')
const { createRequire } = require('node:module')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')

/** Kinds of call that one file of compiled code remembers. */
const mostKinds = 20
const mostBytes = 32 * 1024 * 1024
/** Milliseconds after which an unfinished file was left by a process that was ended. */
const abandoned = 60_000
/** Milliseconds for which code that the engine refuses is left alone: other calls, with other flags, may go by it. */
const refusedFor = 24 * 60 * 60_000

/**
 * `load(name)` gives what a file of `folder` exports, and `keep()` writes down what was compiled, if the next call with words
 * like these gains from it. Neither throws for want of a place to write.
 */
exports.openProgram = (folder, words) => {
  const enabled = !process.env.NODE_DISABLE_COMPILE_CACHE
  const file = join(folder, 'compiled', `${process.version}-${process.arch}`, `${commandOf(words)}.bin`)
  const kept = enabled ? read(file) : nothing
  const loaded = new Map()
  const requireOther = createRequire(join(folder, 'any'))
  const requireAny = (id) => (/^\.\/.+\.cjs$/.test(id) ? load(id.slice(2)) : requireOther(id))

  function load(name) {
    const known = loaded.get(name)
    if (known) return known.module.exports
    const path = join(folder, name)
    const source = fs.readFileSync(path)
    const part = kept.parts.get(name)
    // Compared here: the engine looks at no more than how long the source is.
    const cachedData = part?.source.equals(source) ? part.code : undefined
    const script = new Script(asFunction(source), { filename: path, cachedData })
    const module = { exports: {} }
    const isNew = !cachedData || (script.cachedDataRejected && kept.age > refusedFor)
    loaded.set(name, { module, source, script, isNew })
    script.runInThisContext()(module.exports, requireAny, module, path)
    return module.exports
  }

  function keep() {
    const kind = kindOf(words)
    const isKnown = kept.kinds.includes(kind)
    const gains =
      [...loaded.values()].some(({ isNew }) => isNew) || (!isKnown && kept.kinds.length < mostKinds)
    if (!enabled || !gains) return
    write(file, () => {
      const parts = new Map(kept.parts)
      for (const [name, { source, script }] of loaded)
        parts.set(name, { source, code: script.createCachedData() })
      return { kinds: isKnown ? kept.kinds : [...kept.kinds, kind].slice(-mostKinds), parts }
    })
  }

  return { load, keep }
}

const opening = Buffer.from('(function(exports,require,module,__filename){')
const closing = Buffer.from('\n})')

/** Put together as bytes, since two strings of this length would set off the collection of garbage. The files are ASCII. */
function asFunction(source) {
  return Buffer.concat([opening, source, closing]).latin1Slice()
}

/** Each command has a file: what others need would have to be read for nothing. */
function commandOf([first = '']) {
  return /^[a-z]+$/.test(first) ? first : 'none'
}

/** What decides which functions a call needs: options, formats and endings of files. As a number, so that no word is kept. */
function kindOf(words) {
  const telling = words.flatMap((word, at) => {
    if (words[at - 1] === '--format' || word.startsWith('--format=')) return [word]
    return /^(?:--[a-z-]+|-[a-z])/i.exec(word) ?? /\.[a-z]{2,5}$/i.exec(word) ?? []
  })
  let hash = 0
  for (const unit of [...new Set(telling)].sort().join(' ')) hash = (31 * hash + unit.charCodeAt(0)) | 0
  return hash
}

const nothing = { kinds: [], parts: new Map(), age: 0 }

/** What `write` wrote; `nothing` where it cannot be read, is damaged, or may be somebody else's. */
function read(file) {
  let descriptor
  try {
    // A pipe in its place must not keep us waiting.
    descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0))
    const stats = fs.fstatSync(descriptor)
    if (!stats.isFile() || stats.size > mostBytes || !isOurs(stats)) return nothing
    const bytes = fs.readFileSync(descriptor)
    const half = bytes.subarray(0, bytes.length / 2)
    if (!half.equals(bytes.subarray(half.length))) return nothing
    let at = 4 + half.readUInt32LE(0)
    const take = (length) => {
      at += length
      return half.subarray(at - length, at)
    }
    const { kinds, sizes } = JSON.parse(half.latin1Slice(4, at))
    const parts = new Map(
      sizes.map(({ name, source, code }) => [name, { source: take(source), code: take(code) }]),
    )
    const isWhole = at === half.length && Array.isArray(kinds)
    return isWhole ? { kinds, parts, age: Date.now() - stats.mtimeMs } : nothing
  } catch {
    return nothing
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor)
  }
}

/** Written by who runs us or by who may do everything, and to be written by nobody else. */
function isOurs({ uid, mode }) {
  const own = process.getuid?.()
  return own === undefined || ((uid === own || uid === 0) && (mode & 0o022) === 0)
}

/** Whole or not at all, and one process at a time. */
function write(file, make) {
  const unfinished = `${file}.new`
  let descriptor
  try {
    fs.mkdirSync(dirname(file), { recursive: true, mode: 0o755 })
    descriptor = fs.openSync(unfinished, 'wx', 0o644)
  } catch {
    removeAbandoned(unfinished)
    return
  }
  try {
    const { kinds, parts } = make()
    const sizes = [...parts].map(([name, { source, code }]) => ({
      name,
      source: source.length,
      code: code.length,
    }))
    const head = Buffer.from(JSON.stringify({ kinds, sizes }))
    const length = Buffer.alloc(4)
    length.writeUInt32LE(head.length)
    const pieces = [length, head, ...[...parts.values()].flatMap(({ source, code }) => [source, code])]
    fs.writeFileSync(descriptor, Buffer.concat([...pieces, ...pieces]))
    fs.fsyncSync(descriptor)
    fs.closeSync(descriptor)
    fs.renameSync(unfinished, file)
  } catch {
    fs.rmSync(unfinished, { force: true })
  }
}

function removeAbandoned(unfinished) {
  try {
    if (Date.now() - fs.statSync(unfinished).mtimeMs > abandoned) fs.rmSync(unfinished)
  } catch {}
}
