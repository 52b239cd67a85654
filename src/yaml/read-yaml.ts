/**
 * Reads YAML into a tree whose nodes know their place. Takes plain data only: what YAML has beyond it is a diagnostic, as is
 * every mistake in bytes, characters, syntax and keys. Knows nothing of what the data means.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type {
  DocumentNode,
  MappingEntry,
  MappingNode,
  ScalarNode,
  SequenceNode,
  Source,
} from '../types/document.ts'
import { checkCharacters } from './check-characters.ts'
import { areAllDifferent } from './check-twins.ts'
import { limits } from './limits.ts'
import { draftOf } from './mistake.ts'
import { collectProblems, type Problems } from './problems.ts'
import { simpleFlowReader } from './read-simple-flow.ts'
import { readText } from './read-text.ts'
import { scanDocuments } from './scan-documents.ts'
import { type Cursor, makeScalar, restIsBlank } from './simple-cursor.ts'

/** Reads block texts (`|` and `>`) in their simple forms: evenly indented lines, folded ones without blank lines. */
const header = / *([|>])(-?)\n/y

/**
 * `indent`: of the key it belongs to. `undefined` where there is no block text, `null` where it is not simple. Leaves the
 * cursor at the start of the line after it.
 */
function readSimpleBlockText(cursor: Cursor, indent: number): ScalarNode | undefined | null {
  const { source, text } = cursor
  const first = text[cursor.at + indentOf(text, cursor.at)]
  if (first !== '|' && first !== '>') return undefined
  header.lastIndex = cursor.at
  const [whole, style, chomp] = header.exec(text) ?? []
  if (whole === undefined) return null
  const start = cursor.at + whole.indexOf(style!)
  const lines: string[] = []
  let lineStart = cursor.at + whole.length
  let margin = 0
  let end = lineStart
  let blank = 0
  for (;;) {
    const lineEnd = text.indexOf('\n', lineStart)
    if (lineStart < text.length && lineEnd === -1) return null
    const column = indentOf(text, lineStart)
    const isBlank = lineStart + column === lineEnd
    if (isBlank && column > 0) return null
    if (isBlank && lineStart < text.length) {
      blank++
      lineStart = lineEnd + 1
      continue
    }
    if (lines.length === 0) {
      if (blank > 0 || column <= indent) return null
      margin = column
    }
    if (column < margin || lineStart >= text.length) {
      if (column > indent && lineStart < text.length) return null
      break
    }
    if (style === '>' && (blank > 0 || column > margin)) return null
    for (; blank > 0; blank--) lines.push('')
    lines.push(text.slice(lineStart + margin, lineEnd))
    end = lineEnd
    lineStart = lineEnd + 1
  }
  cursor.at = lineStart
  const value = lines.join(style === '|' ? '\n' : ' ') + (chomp === '-' ? '' : '\n')
  return { kind: 'scalar', source, start, end, text: value, plain: false, value }
}

function indentOf(text: string, from: number): number {
  let at = from
  while (text[at] === ' ') at++
  return at - from
}

/** `undefined` where the text is not that simple; nothing is said about why. */
export function readSimple(source: Source): MappingNode | undefined {
  const { text } = source
  if (text.length > limits.simpleCharacters || /[\t\r]/.test(text)) return undefined
  const cursor: Cursor = { source, text, at: 0, lineStart: 0, indent: -1 }
  const flow = simpleFlowReader(cursor)
  if (toLine(cursor, 0) !== 0) return undefined
  const root = readMapping(0, 0)
  return isAtEnd(cursor) ? root : undefined

  /** The cursor stands on the first key. Ends on the first line that is less indented. */
  function readMapping(indent: number, depth: number): MappingNode | undefined {
    const entries: MappingEntry[] = []
    const keys: ScalarNode[] = []
    const start = cursor.at
    if (depth > limits.simpleDepth) return undefined
    do {
      const key = readKey(cursor)
      if (!key) return undefined
      keys.push(key)
      const value = readValue(indent, depth)
      if (!value || cursor.indent > indent) return undefined
      entries.push({ name: key.text, key, value })
    } while (cursor.indent === indent)
    if (!areAllDifferent(keys)) return undefined
    return { kind: 'mapping', source, start, end: entries[entries.length - 1]!.value.end, entries }
  }

  /** What stands after the colon of a key at `indent`. Ends on the next line that holds something. */
  function readValue(indent: number, depth: number): DocumentNode | undefined {
    const { at } = cursor
    if (restIsBlank(text, at)) {
      toLine(cursor, lineEnd(text, at) + 1)
      if (cursor.indent > indent) return readBlock(cursor.indent, depth + 1)
      if (cursor.indent === indent && isItem(cursor)) return readSequence(indent, depth + 1)
      return makeScalar(cursor, at, at)
    }
    const blockText = readSimpleBlockText(cursor, indent)
    if (blockText === undefined) return readInline()
    if (blockText === null) return undefined
    toLine(cursor, cursor.at)
    return blockText
  }

  function readBlock(indent: number, depth: number): DocumentNode | undefined {
    return isItem(cursor) ? readSequence(indent, depth) : readMapping(indent, depth)
  }

  /** A value that ends on its line. Ends on the next line that holds something. */
  function readInline(): DocumentNode | undefined {
    const value = flow.readValue(false)
    if (!value || !restIsBlank(text, cursor.at)) return undefined
    toLine(cursor, lineEnd(text, cursor.at) + 1)
    return value
  }

  function readSequence(indent: number, depth: number): SequenceNode | undefined {
    const items: DocumentNode[] = []
    const start = cursor.at
    if (depth > limits.simpleDepth) return undefined
    do {
      cursor.at += 2
      while (text[cursor.at] === ' ') cursor.at++
      const item = readItem(depth)
      if (!item || cursor.indent > indent) return undefined
      items.push(item)
    } while (cursor.indent === indent && isItem(cursor))
    return { kind: 'sequence', source, start, end: items[items.length - 1]!.end, items }
  }

  function readItem(depth: number): DocumentNode | undefined {
    if (!startsWithKey(cursor)) return readInline()
    const column = cursor.at - cursor.lineStart
    cursor.indent = column
    return readMapping(column, depth + 1)
  }
}

const keyForm = /[A-Za-z\d][\w.-]{0,99}(?=:(?: |$))/my
const reserved: ReadonlySet<string> = new Set(['prototype', 'constructor'])

function startsWithKey({ text, at }: Cursor): boolean {
  keyForm.lastIndex = at
  return keyForm.test(text)
}

/** Leaves the cursor behind the colon. */
function readKey(cursor: Cursor): ScalarNode | undefined {
  if (!startsWithKey(cursor)) return undefined
  const key = makeScalar(cursor, cursor.at, keyForm.lastIndex)
  cursor.at = key.end + 1
  return key.value === null || reserved.has(key.text) ? undefined : key
}

/** Moves to the first line from `from` that holds more than blanks and a comment; `indent` is -1 at the end. */
function toLine(cursor: Cursor, from: number): number {
  const { text } = cursor
  let lineStart = from
  while (lineStart < text.length) {
    let at = lineStart
    while (text[at] === ' ') at++
    if (at < text.length && text[at] !== '\n' && text[at] !== '#') {
      cursor.lineStart = lineStart
      cursor.at = at
      cursor.indent = at - lineStart
      return cursor.indent
    }
    lineStart = lineEnd(text, at) + 1
  }
  cursor.indent = -1
  cursor.at = text.length
  return cursor.indent
}

function isAtEnd({ indent }: Cursor): boolean {
  return indent === -1
}

function isItem({ text, at }: Cursor): boolean {
  return text[at] === '-' && text[at + 1] === ' '
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

export interface ReadOptions {
  /** Accept a document that is a list or a single value, as some files of a guidance pack are. */
  readonly anyRoot?: boolean
}

export interface ReadResult {
  /** Left out where the text could not be read or parsed. Present beside errors in what was read. */
  readonly root?: DocumentNode
  readonly source: Source
  /** In order of place, at most fifty and one that counts the rest. */
  readonly diagnostics: readonly Diagnostic[]
}

type FullReader = (source: Source, anyRoot: boolean, problems: Problems) => DocumentNode | undefined

let readFull: FullReader | undefined

/** Makes the full parser known; importing `full-reader.ts` does it. */
export function useFullReader(reader: FullReader): void {
  readFull = reader
}

/** Thrown where a text is not plain and the full parser was not made known: load it and read again. */
export class NeedsFullReader extends Error {
  override readonly name = 'NeedsFullReader'
}

/**
 * Never throws anything but `NeedsFullReader`, whatever the input holds. `file` is the name shown in places. The full parser
 * is a third of what a command would have to load, and hardly any file needs it; the library has it from the start.
 */
export function readYaml(
  input: Uint8Array | string,
  file: string,
  { anyRoot = false }: ReadOptions = {},
): ReadResult {
  const problems = collectProblems()
  const { source, problem } = readText(input, file)
  if (problem) problems.add(problem)
  const root = problem ? undefined : readSource(source, anyRoot, problems)
  return { ...(root && { root }), source, diagnostics: problems.list() }
}

function readSource(source: Source, anyRoot: boolean, problems: Problems): DocumentNode | undefined {
  if (!checkCharacters(source, problems)) return undefined
  const early = scanDocuments(source.text)
  if (early) {
    problems.add(draftOf(early, source))
    return undefined
  }
  // Most files need no more than this; what is not that plain gets the full parser.
  const simple = readSimple(source)
  if (simple) return simple
  if (!readFull) throw new NeedsFullReader()
  return readFull(source, anyRoot, problems)
}
