/** Reads values that end on their line: plain and quoted texts, and flow collections of them. */
import type { DocumentNode, MappingEntry, ScalarNode } from '../types/document.ts'
import { areAllDifferent } from './check-twins.ts'
import { limits } from './limits.ts'
import { type Cursor, makeScalar } from './simple-cursor.ts'

/** Latin letters and signs that can begin a text and mean nothing else there. */
const plainStart = /[\w./+$(~^=;<\\\u00c0-\u024f-]/
/** No colon that could end a key, no comment, no bracket; within brackets no comma and Latin letters only. */
const plainBlock = /[^:#\n]*(?:(?::(?=[^ \n])|(?<=[^ \n])#)[^:#\n]*)*/y
const plainFlow = /(?:[ !$-+\--9;<-Z\\^-z|~\u00c0-\u024f]|:(?=[\w/]))*/y
const doubleQuoted = /"[^"\\\n]*"/y
const singleQuoted = /'[^'\n]*'(?!')/y
const flowKey = /[A-Za-z\d][\w.-]{0,99}(?=: )/y

export interface FlowReader {
  /** The value at the cursor, which is left behind it; `undefined` where it is not simple. */
  readValue(inFlow: boolean): DocumentNode | undefined
}

export function simpleFlowReader(cursor: Cursor): FlowReader {
  const { source, text } = cursor
  let depth = 0
  return { readValue }

  function readValue(inFlow: boolean): DocumentNode | undefined {
    skipBlanks()
    const first = text[cursor.at]
    if (first === '[' || first === '{') {
      if (++depth > limits.simpleDepth) return undefined
      const collection = first === '[' ? readList() : readPairs()
      depth--
      return collection
    }
    if (first === '"') return readQuoted(doubleQuoted)
    if (first === "'") return readQuoted(singleQuoted)
    return readPlain(inFlow)
  }

  function readPlain(inFlow: boolean): ScalarNode | undefined {
    const start = cursor.at
    if (
      !plainStart.test(text[start] ?? '') ||
      (text[start] === '-' && /[\s,\]}]/.test(text[start + 1] ?? ' '))
    ) {
      return undefined
    }
    const end = match(inFlow ? plainFlow : plainBlock)
    if (end === undefined) return undefined
    // A colon, number sign or comma where the text stops may mean something: then the full parser decides.
    if (end < text.length && !(inFlow ? ',]}' : '\n#').includes(text[end]!)) return undefined
    let last = end
    while (last > start && text[last - 1] === ' ') last--
    cursor.at = last
    return makeScalar(cursor, start, last)
  }

  function readQuoted(form: RegExp): ScalarNode | undefined {
    const start = cursor.at
    const end = match(form)
    if (end === undefined) return undefined
    cursor.at = end
    const value = text.slice(start + 1, end - 1)
    return { kind: 'scalar', source, start, end, text: value, plain: false, value }
  }

  function readList(): DocumentNode | undefined {
    const start = cursor.at++
    const items: DocumentNode[] = []
    skipBlanks()
    if (text[cursor.at] !== ']') {
      do {
        const item = readValue(true)
        if (!item) return undefined
        items.push(item)
      } while (isNext(','))
    }
    return isNext(']') ? { kind: 'sequence', source, start, end: cursor.at, items } : undefined
  }

  function readPairs(): DocumentNode | undefined {
    const start = cursor.at++
    const entries: MappingEntry[] = []
    skipBlanks()
    if (text[cursor.at] !== '}') {
      do {
        skipBlanks()
        const end = match(flowKey)
        if (end === undefined) return undefined
        const key = makeScalar(cursor, cursor.at, end)
        if (key.value === null || key.text === 'prototype' || key.text === 'constructor') return undefined
        cursor.at = end + 1
        const value = readValue(true)
        if (!value) return undefined
        entries.push({ name: key.text, key, value })
      } while (isNext(','))
      if (!areAllDifferent(entries.map(({ key }) => key))) return undefined
    }
    return isNext('}') ? { kind: 'mapping', source, start, end: cursor.at, entries } : undefined
  }

  /** Where the form ends that stands at the cursor. */
  function match(form: RegExp): number | undefined {
    form.lastIndex = cursor.at
    return form.test(text) ? form.lastIndex : undefined
  }

  function isNext(character: string): boolean {
    skipBlanks()
    if (text[cursor.at] !== character) return false
    cursor.at++
    return true
  }

  function skipBlanks(): void {
    while (text[cursor.at] === ' ') cursor.at++
  }
}
