'use strict'
// Loads the files of the program and keeps, beside them, what the engine compiled of them: the next call like it need not compile
// it again, which takes a quarter of a call. (The engine's own cache keeps what loading a file compiles. Functions are compiled when
// they are first called, so nearly everything here would be compiled at every start.) Where nothing can be written, nothing is kept.
//
// What is read here is executed, and the engine would execute damaged code as well. So the file holds all code twice, which is
// quicker to compare than any digest that would have to be loaded, and is believed only where nobody else could have written it.
const fs = require('node:fs')
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

  function load(name) {
    const known = loaded.get(name)
    if (known) return known.module.exports
    const path = join(folder, name)
    const source = fs.readFileSync(path)
    const cachedData = kept.codeOf(name, source)
    const script = new Script(asFunction(source), { filename: path, cachedData })
    const module = { exports: {} }
    const isNew = !cachedData || (script.cachedDataRejected && kept.age > refusedFor)
    loaded.set(name, { module, source, script, isNew })
    script.runInThisContext()(module.exports, requireAny, module, path)
    return module.exports
  }

  /** Nothing but these files and what Node brings along: everything else is bundled. */
  function requireAny(id) {
    if (!id.startsWith('./')) return require(id)
    if (id.endsWith('.cjs')) return load(id.slice(2))
    return JSON.parse(fs.readFileSync(join(folder, id)).latin1Slice())
  }

  function keep() {
    const kind = kindOf(words)
    const isKnown = kept.kinds.includes(kind)
    const gains =
      [...loaded.values()].some(({ isNew }) => isNew) || (!isKnown && kept.kinds.length < mostKinds)
    if (!enabled || !gains) return
    const fresh = () =>
      [...loaded].map(([name, { source, script }]) => ({ name, source, code: script.createCachedData() }))
    const others = kept.parts.filter(({ name }) => !loaded.has(name))
    const kinds = isKnown ? kept.kinds : [...kept.kinds, kind].slice(-mostKinds)
    write(file, () => ({ kinds, parts: [...fresh(), ...others.flatMap(kept.whole)] }))
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

const nothing = { kinds: [], parts: [], age: 0, codeOf: () => undefined, whole: () => [] }

/**
 * What `write` wrote, each part read when it is wanted: `codeOf(name, source)` gives the code compiled of this very source.
 * `nothing` where the file cannot be read, is damaged, or may be somebody else's.
 */
function read(file) {
  try {
    // A pipe in its place must not keep us waiting. The file stays open: another process may put a new one in its place.
    const descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0))
    const stats = fs.fstatSync(descriptor)
    if (!stats.isFile() || stats.size > mostBytes || !isOurs(stats)) {
      fs.closeSync(descriptor)
      return nothing
    }
    const take = (at, length) => {
      try {
        const bytes = Buffer.allocUnsafe(length)
        return fs.readSync(descriptor, bytes, 0, length, at) === length ? bytes : undefined
      } catch {
        return undefined
      }
    }
    const once = (at, length) => {
      const bytes = take(at, 2 * length)
      const first = bytes?.subarray(0, length)
      return first?.equals(bytes.subarray(length)) ? first : undefined
    }
    const length = once(0, 4).readUInt32LE(0)
    const { kinds, sizes } = JSON.parse(once(8, length).latin1Slice())
    let end = 8 + 2 * length
    const parts = sizes.map(({ name, source, code }) => {
      const at = end
      end += source + 2 * code
      return { name, source, code, at }
    })
    if (end !== stats.size || !Array.isArray(kinds)) return nothing
    const whole = ({ name, source, code, at }) => {
      const [text, compiled] = [take(at, source), once(at + source, code)]
      return text && compiled ? [{ name, source: text, code: compiled }] : []
    }
    return {
      kinds,
      parts,
      age: Date.now() - stats.mtimeMs,
      codeOf(wanted, source) {
        const part = parts.find(({ name }) => name === wanted)
        // Compared here: the engine looks at no more than how long the source is.
        return part && take(part.at, part.source)?.equals(source)
          ? once(part.at + part.source, part.code)
          : undefined
      },
      whole,
    }
  } catch {
    return nothing
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
    const sizes = parts.map(({ name, source, code }) => ({ name, source: source.length, code: code.length }))
    const head = Buffer.from(JSON.stringify({ kinds, sizes }))
    const length = Buffer.alloc(4)
    length.writeUInt32LE(head.length)
    const pieces = parts.flatMap(({ source, code }) => [source, code, code])
    fs.writeFileSync(descriptor, Buffer.concat([length, length, head, head, ...pieces]))
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
