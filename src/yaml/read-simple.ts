/**
 * Reads the plain YAML that nearly every description consists of, several times as fast as the full parser: block mappings
 * and lists, one-line values, short flow collections, block texts. Gives up on anything else, and on anything that may be
 * a mistake: then the full parser has the word. A property test holds that both read the same.
 */
import type {
  DocumentNode,
  MappingEntry,
  MappingNode,
  ScalarNode,
  SequenceNode,
  Source,
} from '../types/document.ts'
import { areAllDifferent } from './check-twins.ts'
import { limits } from './limits.ts'
import { readSimpleBlockText } from './read-simple-block-text.ts'
import { simpleFlowReader } from './read-simple-flow.ts'
import { type Cursor, makeScalar, restIsBlank } from './simple-cursor.ts'

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
