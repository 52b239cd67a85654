/** The places of a block mapping, top to bottom: its entries, and the examples of a draft that wait for an answer. */
import type { MappingEntry } from '../types/document.ts'
import { lineEnd } from '../yaml/skip-blank.ts'
import { type Example, exampleIn } from './draft-examples.ts'
import { isBlankLine, isCommentLine, lineAbove, lineAt, lineBelow, lineStart } from './lines.ts'
import { keepsBlankLines } from './spot.ts'

export interface Slot {
  readonly name: string
  /** Of its first line. */
  readonly start: number
  /** Before the line break of its last line; comments below that are indented deeper belong to it. */
  readonly end: number
  readonly example?: Example
}

/** `from`: the start of the line where the mapping may begin. */
export function slotsOf(
  text: string,
  entries: readonly MappingEntry[],
  column: number,
  from: number,
): readonly Slot[] {
  const slots: Slot[] = []
  let at = from
  for (const { name, key, value } of entries) {
    const start = lineStart(text, key.start)
    slots.push(...examplesBetween(text, at, start, column))
    const last = lineEnd(text, Math.max(key.end, value.end))
    const end = keepsBlankLines(value) ? withBlankLines(text, last) : withDeeperComments(text, last, column)
    slots.push({ name, start, end })
    at = lineBelow(text, end)
  }
  return [...slots, ...examplesBetween(text, at, text.length, column)]
}

function withBlankLines(text: string, end: number): number {
  let last = end
  for (
    let at = lineBelow(text, end);
    at < text.length && isBlankLine(lineAt(text, at));
    at = lineBelow(text, at)
  )
    last = at + lineAt(text, at).length
  return last
}

/** Stops where anything but comments and blank lines stands. */
function examplesBetween(text: string, from: number, to: number, column: number): Slot[] {
  const slots: Slot[] = []
  for (let at = from; at < to; at = lineBelow(text, at)) {
    const line = lineAt(text, at)
    if (!isCommentLine(line) && !isBlankLine(line)) break
    const example = exampleIn(line)
    if (example?.column !== column) continue
    const end = withDeeperComments(text, at + line.length, column)
    slots.push({ name: example.name, start: at, end, example })
  }
  return slots
}

/** The end of the last comment line from the next line on that belongs to what ends at `end`. */
function withDeeperComments(text: string, end: number, column: number): number {
  let last = end
  let touches = true
  for (let at = lineBelow(text, end); at < text.length && at > end; at = lineBelow(text, at)) {
    const line = lineAt(text, at)
    if (isBlankLine(line)) touches = false
    else {
      const [, before = '', inner = ''] = /^( *)#(?: ( *))?/.exec(line) ?? [undefined, undefined, undefined]
      if (!isCommentLine(line)) break
      if (before.length <= column && !(touches && before.length + inner.length > column)) break
      last = at + line.length
    }
    if (at + line.length >= text.length) break
  }
  return last
}

/** The start of the row of comment lines right above `start`, not above `from`. */
export function withCommentsAbove(text: string, start: number, from: number): number {
  let first = start
  while (first > from && isCommentLine(lineAt(text, lineAbove(text, first)))) first = lineAbove(text, first)
  return first
}

/**
 * The end of a row of comment lines that speaks about the key, such as `# 4.1.2 External issues`: whoever writes it finds
 * its place there. Looked for from `from` on, as far as comments and blank lines go.
 */
export function headingOf(text: string, key: string, column: number, from: number): number | undefined {
  let end: number | undefined
  for (let at = from; at < text.length; at = lineBelow(text, at)) {
    const line = lineAt(text, at)
    const isBlank = isBlankLine(line)
    const isBeside = line.indexOf('#') === column && isCommentLine(line)
    if (end !== undefined && !isBeside) return isBlank || isCommentLine(line) ? end : undefined
    if (!isBlank && !isCommentLine(line)) return undefined
    const words = line.slice(column + 2)
    const speaksOf = isBeside && words.startsWith(key) && /^[:.]?\s/.test(words.slice(key.length))
    if (speaksOf || end !== undefined) end = at + line.length
  }
  return end
}
