'use strict'
// Loads the files of the program and keeps, beside them, what the engine compiled of them: the next call like it need not compile
// it again, which takes a quarter of a call. (The engine's own cache keeps what loading a file compiles. Functions are compiled when
// they are first called, so nearly everything here would be compiled at every start.) Where nothing can be written, nothing is kept.
const fs = require('node:fs')
const { createRequire } = require('node:module')
const { dirname, extname, join } = require('node:path')
const { Script } = require('node:vm')

/** Kinds of call that one file of compiled code remembers. */
const mostKinds = 20
/** Milliseconds after which an unfinished file was left by a process that was ended. */
const abandoned = 60_000

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
    loaded.set(name, { module, source, script, isNew: !cachedData || script.cachedDataRejected })
    script.runInThisContext()(module.exports, requireAny, module, path)
    return module.exports
  }

  function keep() {
    const kind = kindOf(words)
    const knowsKind = kept.kinds.includes(kind)
    const gains =
      [...loaded.values()].some(({ isNew }) => isNew) || (!knowsKind && kept.kinds.length < mostKinds)
    if (!enabled || !gains) return
    write(file, () => {
      const parts = new Map(kept.parts)
      for (const [name, { source, script }] of loaded)
        parts.set(name, { source, code: script.createCachedData() })
      return { kinds: knowsKind ? kept.kinds : [...kept.kinds, kind].slice(-mostKinds), parts }
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

/** What decides which functions a call needs: options, formats and endings of files. No names and no values. */
function kindOf(words) {
  return words
    .map((word, at) => {
      if (words[at - 1] === '--format' || word.startsWith('--format=')) return word
      return /^(--[a-z-]+|-.)/.exec(word)?.[0] ?? extname(word)
    })
    .join(' ')
}

const nothing = { kinds: [], parts: new Map() }

/** What `write` wrote; `nothing` where it cannot be read. */
function read(file) {
  try {
    const bytes = fs.readFileSync(file)
    let at = 4 + bytes.readUInt32LE(0)
    const take = (length) => {
      at += length
      return bytes.subarray(at - length, at)
    }
    const { kinds, sizes } = JSON.parse(bytes.latin1Slice(4, at))
    const parts = new Map(
      sizes.map(({ name, source, code }) => [name, { source: take(source), code: take(code) }]),
    )
    return at === bytes.length ? { kinds, parts } : nothing
  } catch {
    return nothing
  }
}

/** Whole or not at all, and one process at a time: what is read later is executed. */
function write(file, make) {
  const unfinished = `${file}.new`
  let descriptor
  try {
    fs.mkdirSync(dirname(file), { recursive: true })
    descriptor = fs.openSync(unfinished, 'wx')
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
    const pieces = [...parts.values()].flatMap(({ source, code }) => [source, code])
    fs.writeFileSync(descriptor, Buffer.concat([length, head, ...pieces]))
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
