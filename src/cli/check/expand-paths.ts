/** Which files a call is about: those it names, and the practice descriptions in the folders it names. */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { compareText } from '../../diagnostics/diagnostic.ts'
import { showNumber, showSafely } from '../../util/show.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { access } from '../io/read-file.ts'
import type { World } from '../io/world.ts'

/** Far above any portfolio; they keep a folder that was named by mistake from being searched for ever. */
const limits = { depth: 16, entries: 100_000, files: 10_000 }

export interface NamedFile {
  /** As named, with forward slashes. */
  readonly path: string
  /** Why nothing can be read there. */
  readonly problem?: Stop
}

/** In the order named; files of a folder by name. One that is named twice comes once. */
export function expandPaths(paths: readonly string[], world: World): NamedFile[] {
  const seen = new Set<string>()
  return paths.flatMap(inPath).filter(({ path }) => {
    const place = path === '-' ? path : resolve(world.folder, path)
    if (seen.has(place)) return false
    seen.add(place)
    return true
  })

  function inPath(path: string): NamedFile[] {
    if (path === '' || path === '-' || !isFolder(path, world)) return [{ path: slashes(path) }]
    try {
      const found = descriptionsIn(path, world)
      if (found.length > 0) return found.map((name) => ({ path: slashes(name) }))
      const problem = new Stop(
        exitCode.invalidInput,
        `${showSafely(path)} contains no practice description`,
        'one begins with "ims-gap: 1" and its name ends in .yaml or .yml',
      )
      return [{ path: slashes(path), problem }]
    } catch (error) {
      if (error instanceof Stop) return [{ path: slashes(path), problem: error }]
      throw error
    }
  }
}

function isFolder(path: string, world: World): boolean {
  try {
    return statSync(resolve(world.folder, path)).isDirectory()
  } catch {
    return false
  }
}

/** Links are not followed, and what begins with a dot or was installed is left out. */
function descriptionsIn(folder: string, world: World): string[] {
  const found: string[] = []
  let entries = 0
  const visit = (path: string, depth: number) => {
    if (depth > limits.depth) throw tooMuch(folder, `is more than ${limits.depth} folders deep`)
    const full = resolve(world.folder, path)
    const inside = access(path, full, () => readdirSync(full, { withFileTypes: true })).sort((a, b) =>
      compareText(a.name, b.name),
    )
    entries += inside.length
    if (entries > limits.entries) throw tooMuch(folder, `holds more than ${showNumber(limits.entries)} files`)
    for (const entry of inside.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')) {
      const inner = path === '.' ? entry.name : join(path, entry.name)
      if (entry.isDirectory()) visit(inner, depth + 1)
      else if (entry.isFile() && mayBeDescription(join(full, entry.name))) found.push(inner)
      if (found.length > limits.files)
        throw tooMuch(folder, `holds more than ${showNumber(limits.files)} practice descriptions`)
    }
  }
  visit(folder, 0)
  return found
}

function tooMuch(folder: string, reason: string): Stop {
  return new Stop(exitCode.invalidInput, `${showSafely(folder)} ${reason}`, 'name fewer folders')
}

/** A file that cannot be opened counts, so that it is reported and not skipped. */
function mayBeDescription(full: string): boolean {
  if (!/\.ya?ml$/i.test(full)) return false
  const beginning = beginningOf(full)
  return beginning === undefined || isDescription(basename(full), beginning)
}

function beginningOf(full: string): Uint8Array | undefined {
  const buffer = new Uint8Array(4096)
  try {
    const handle = openSync(full, 'r')
    try {
      return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, 0))
    } finally {
      closeSync(handle)
    }
  } catch {
    return undefined
  }
}

function slashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path
}

/**
 * By its name and its first lines: other YAML is none of our business, nor is what is hidden or was installed. One whose first
 * key is mistyped, or that is in a form we do not read, must not slip through: whoever reads it says what is wrong.
 */
export function isDescription(path: string, bytes: Uint8Array): boolean {
  if (!/\.ya?ml$/i.test(path) || /(^|\/)(\.|node_modules\/)/.test(path)) return false
  const start = textOf(Buffer.from(bytes.subarray(0, 4096)))
  if (/^["']?ims[-_ ]?gap["']?\s*:/im.test(start)) return true
  return /^practices\s*:/m.test(start) && /^(framework|organization)\s*:/m.test(start)
}

function textOf(bytes: Buffer): string {
  const mark = bytes.toString('latin1', 0, 2)
  if (mark === '\u00ff\u00fe') return bytes.toString('utf16le', 2)
  if (mark === '\u00fe\u00ff')
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le', 2)
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}
