/** Steps over a text in quotes in a file that did not parse: names quotes left open, closed too early, and bad escapes. */
import { quote } from '../util/show.ts'
import { inQuotes, type Mistake, write } from './mistake.ts'
import { isBlank, lineEnd, skipBlank } from './skip-blank.ts'

/** The offset of the quote that closes the one at `at`, or -1. */
export function closingQuote(text: string, at: number): number {
  const mark = text[at]
  for (let index = at + 1; index < text.length; index++) {
    const character = text[index]
    if (mark === '"' && character === '\\') index++
    else if (character === mark) {
      if (mark === '"' || text[index + 1] !== "'") return index
      index++
    }
  }
  return -1
}

/** The offset of the end of the line the text ends on, or the mistake. */
export function scanQuoted(text: string, at: number, parentColumn: number): { end: number } | Mistake {
  const close = closingQuote(text, at)
  const firstEnd = lineEnd(text, at)
  const isLong = close === -1 || close > firstEnd
  if (close === -1 || (isLong && leavesIndent(text.slice(firstEnd, close), parentColumn)))
    return unclosedQuote(text, at)
  const bad = text[at] === '"' ? badEscape(text, at, close) : undefined
  if (bad) return bad
  const end = lineEnd(text, close)
  const after = skipBlank(text, close + 1)
  if (after >= end || (text[after] === '#' && isBlank(text[after - 1]))) return { end }
  return isLong ? unclosedQuote(text, at) : textAfter(text, at, close, end)
}

/** True where a line of a quoted text is not indented deeper than its key: most likely it belongs to something else. */
export function leavesIndent(lines: string, parentColumn: number): boolean {
  return lines.split(/\r?\n|\r/).some((line, index) => {
    const indent = line.search(/[^ ]/)
    return index > 0 && indent !== -1 && indent <= parentColumn
  })
}

export function unclosedQuote(text: string, at: number, inBrackets = false): Mistake {
  const mark = text[at]!
  const words = text.slice(at, lineEnd(text, at)).trimEnd()
  const isOnlyMark = words.indexOf(mark, 1) === -1
  return {
    code: 'source/unclosed-quote',
    message: `the quote ${mark} that opens here is not closed`,
    hint:
      (!inBrackets && isOnlyMark ? write(words + mark) : undefined) ?? `write ${mark} at the end of the text`,
    start: at,
    end: at + 1,
  }
}

function textAfter(text: string, at: number, close: number, end: number): Mistake {
  const mark = text[at]!
  const words = text.slice(at, end).trimEnd()
  const inner = words.endsWith(mark) && words.length > 1 ? words.slice(1, -1) : words
  const start = skipBlank(text, close + 1)
  const replacement = inner === words || !inner.includes(mark) ? inQuotes(words) : requote(inner, mark)
  return {
    code: 'source/text-after-quote',
    message: 'text follows the closing quote',
    hint: write(replacement) ?? 'put the whole text in quotes',
    start,
    end: start + 1,
  }
}

/** A text that holds its own quotes, as its author most likely meant it. */
function requote(inner: string, mark: string): string {
  return mark === '"' ? `'${inner.replaceAll("'", "''")}'` : inQuotes(inner)
}

function badEscape(text: string, at: number, close: number): Mistake | undefined {
  const raw = text.slice(at, close)
  for (const match of raw.matchAll(/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])/g)) {
    if (match[0].length > 2 || /^\\[0abt\tnvfre "/\\N_LP\r\n]/.test(match[0])) continue
    const inner = raw.slice(1)
    const otherwise = 'double the backslash, or use single quotes'
    return {
      code: 'source/escape',
      message: `${quote(match[0])} means nothing in double quotes`,
      hint: /[\r\n']/.test(inner) ? otherwise : (write(`'${inner}'`) ?? otherwise),
      start: at + match.index,
      end: at + match.index + match[0].length,
    }
  }
  return undefined
}
