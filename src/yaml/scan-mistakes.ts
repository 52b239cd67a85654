/**
 * Where parsing failed: walks the lines again and names the first usual mistake at its own place, which is often far above
 * where a parser gives up. Says nothing rather than guess. Texts of blocks and comments are passed over.
 */
import { misindented, noBreakIndent, tabIndent } from './indentation-mistakes.ts'
import type { Mistake } from './mistake.ts'
import { dashWithoutSpace, foreignDash } from './plain-mistakes.ts'
import { bareLine, commentStart, continuedLine, type PlainText } from './scan-plain.ts'
import { scanKey, scanValue } from './scan-value.ts'
import { isGap, lineEnd, nextLine, skipBlank } from './skip-blank.ts'

/** The column of a key or dash whose siblings may follow. */
interface Level {
  readonly column: number
  readonly isDash: boolean
}

interface Walk {
  readonly text: string
  readonly levels: Level[]
  /** A key or dash without a value was read last: something deeper may follow. */
  expectsChild: boolean
  /** The plain text read last, which deeper lines go on with. */
  plain: PlainText | undefined
}

/** `errorAt` is the offset at which the parser gave up; nothing below its line is looked at. */
export function findMistake(text: string, errorAt: number): Mistake | undefined {
  const walk: Walk = { text, levels: [], expectsChild: true, plain: undefined }
  let at = 0
  while (at < text.length && at <= errorAt) {
    const end = lineEnd(text, at)
    const content = skipIndent(text, at)
    const result = content >= end || isMarker(text, at) ? end : readLine(walk, at, content, end, errorAt)
    if (typeof result !== 'number') return result
    at = nextLine(text, result)
  }
  return undefined
}

/** The offset at which the last line of what starts on this line ends, or the mistake. */
function readLine(
  walk: Walk,
  start: number,
  content: number,
  end: number,
  errorAt: number,
): number | Mistake {
  const { text, plain } = walk
  const column = content - start
  if (text[content] === '#') {
    // A comment ends a text: what follows it cannot go on with it.
    if (plain?.cutAt === -1) plain.cutAt = content
    return end
  }
  if (plain && column > plain.parentColumn) {
    const found = continuedLine(text, content, end, column, plain)
    if (!found) plain.cutAt = commentStart(text, content, end)
    return found ?? end
  }
  walk.plain = undefined
  const indent = text.slice(start, content)
  const odd = indent.search(/[^ ]/)
  if (odd !== -1)
    return indent[odd] === '\t' ? tabIndent(text, start + odd) : noBreakIndent(text, start, content)
  if (text[content] === '-') {
    const undashed = dashWithoutSpace(text.slice(content, end), content)
    if (undashed) return undashed
  }
  const isEntry = walk.levels.at(-1)?.isDash || scanKey(text, content, end) !== -1
  const dash = isEntry ? foreignDash(text.slice(content, end), content) : undefined
  if (dash) return dash
  const above = [...walk.levels]
  if (!fits(walk, column, isDash(text, content)) && errorAt >= start && errorAt <= end) {
    return misindented(text, content, column, above)
  }
  return readEntry(walk, start, content, end)
}

/** Closes the levels this column ends. False where nothing at this column can follow what stands above. */
function fits({ levels, expectsChild }: Walk, column: number, dash: boolean): boolean {
  const before = levels.length
  let top = levels[levels.length - 1]
  while (top && (top.column > column || (top.column === column && top.isDash && !dash))) {
    levels.pop()
    top = levels[levels.length - 1]
  }
  if (!top) return before === 0
  if (top.column < column) return expectsChild && levels.length === before
  return top.isDash === dash || expectsChild
}

function readEntry(walk: Walk, start: number, content: number, end: number): number | Mistake {
  const { text, levels } = walk
  let at = content
  let isSibling = !walk.expectsChild
  while (isDash(text, at)) {
    enter(levels, { column: at - start, isDash: true })
    at = skipBlank(text, at + 1)
    isSibling = false
    if (at >= end || text[at] === '#') {
      walk.expectsChild = true
      return end
    }
  }
  walk.expectsChild = false
  const key = scanKey(text, at, end)
  if (key === -1) {
    const parent = levels[levels.length - 1]?.column ?? -1
    const parentColumn = Math.min(parent, at - start - 1)
    const value = scanValue(text, at, end, { column: at - start, parentColumn, isOwnLine: true })
    if ('code' in value) return value
    const bare = value.plain && isSibling ? bareLine(value.plain) : undefined
    if (bare) return bare
    walk.plain = value.plain
    return value.end
  }
  const column = at - start
  enter(levels, { column, isDash: false })
  const valueAt = skipBlank(text, key + 1)
  if (valueAt >= end || text[valueAt] === '#') {
    walk.expectsChild = true
    return end
  }
  const value = scanValue(text, valueAt, end, {
    column: valueAt - start,
    parentColumn: column,
    isOwnLine: false,
  })
  if ('code' in value) return value
  walk.plain = value.plain
  walk.expectsChild = value.expectsChild === true
  return value.end
}

function enter(levels: Level[], level: Level): void {
  const top = levels[levels.length - 1]
  if (top?.column !== level.column || top.isDash !== level.isDash) levels.push(level)
}

function isDash(text: string, at: number): boolean {
  return text[at] === '-' && isGap(text[at + 1])
}

function isMarker(text: string, at: number): boolean {
  return (text.startsWith('---', at) || text.startsWith('...', at)) && isGap(text[at + 3])
}

/** Over everything that looks like a space, so that false ones can be named. */
function skipIndent(text: string, at: number): number {
  while (/[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(text[at] ?? '')) at++
  return at
}
