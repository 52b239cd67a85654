/** Steps over one value in a file that did not parse, or names the mistake in it. */
import type { Mistake } from './mistake.ts'
import { inQuotes, write } from './mistake.ts'
import { scanFlow } from './scan-flow.ts'
import { commentStart, type PlainText, scanPlain } from './scan-plain.ts'
import { closingQuote, scanQuoted } from './scan-quoted.ts'
import { isGap, lineEnd, nextLine, skipBlank } from './skip-blank.ts'

export interface ScannedValue {
  /** The end of the last line of the value. */
  readonly end: number
  readonly plain?: PlainText
  /** Only an anchor or a tag stood there: the value itself is still to come. */
  readonly expectsChild?: boolean
}

type ValuePlace = Pick<PlainText, 'column' | 'parentColumn' | 'isOwnLine'>

/** The offset of the colon if a key begins at `at`, else -1. Keys stand on one line. */
export function scanKey(text: string, at: number, end: number): number {
  const first = text[at]
  if (first === '"' || first === "'") {
    const close = closingQuote(text, at)
    if (close === -1 || close >= end) return -1
    const colon = skipBlank(text, close + 1)
    return text[colon] === ':' && isGap(text[colon + 1]) ? colon : -1
  }
  if (first !== undefined && '[{|>&*!@`%#'.includes(first)) return -1
  const comment = commentStart(text, at, end)
  const colon = text.slice(at, comment === -1 ? end : comment).search(/:(?=[ \t]|$)/)
  return colon === -1 ? -1 : at + colon
}

export function scanValue(
  text: string,
  start: number,
  end: number,
  place: ValuePlace,
): ScannedValue | Mistake {
  const at = skipProperties(text, start)
  if (at > start && (at >= end || text[at] === '#')) return { end, expectsChild: true }
  const first = text[at]
  if (first === '"' || first === "'") return scanQuoted(text, at, place.parentColumn)
  if (first === '[' || first === '{') return scanFlow(text, at, place.parentColumn)
  if (first === '|' || first === '>') return scanBlock(text, at, end, place.parentColumn)
  if (first === '-' && isGap(text[at + 1]) && !place.isOwnLine) return listOnKeyLine(at)
  if (first === '?' && isGap(text[at + 1]) && !place.isOwnLine) return questionMark(at)
  if (first === '*' && isLoneWord(text, at, end)) return { end }
  const plain = scanPlain(text, at, end, place)
  return 'code' in plain ? plain : { end, plain }
}

/** Anchors and tags have messages of their own where the file parses; here they only stand in the way. */
function skipProperties(text: string, at: number): number {
  while ((text[at] === '&' || text[at] === '!') && !isGap(text[at + 1])) {
    while (!isGap(text[at])) at++
    at = skipBlank(text, at)
  }
  return at
}

/** An alias, which has a message of its own, too. */
function isLoneWord(text: string, at: number, end: number): boolean {
  while (!isGap(text[at])) at++
  at = skipBlank(text, at)
  return at >= end || text[at] === '#'
}

function listOnKeyLine(at: number): Mistake {
  return {
    code: 'source/list-on-key-line',
    message: 'a list cannot begin on the line of its key',
    hint: 'put every entry on a line of its own below the key, or write [one, two]',
    start: at,
    end: at + 1,
  }
}

function questionMark(at: number): Mistake {
  return {
    code: 'source/reserved-start',
    message: 'a value cannot begin with "?" standing alone',
    hint: 'put it in quotes if it is a text; where something is not known, take the line out',
    start: at,
    end: at + 1,
  }
}

const blockHeader = /^[|>](?:[-+]?[1-9]?|[1-9][-+])(?:[ \t]+#.*|[ \t]*)$/

function scanBlock(text: string, at: number, end: number, parentColumn: number): ScannedValue | Mistake {
  const header = text.slice(at, end)
  if (!blockHeader.test(header)) {
    return {
      code: 'source/reserved-start',
      message: `an unquoted text cannot begin with "${header[0]}", which announces a text on the lines below`,
      hint: write(inQuotes(header.trimEnd())) ?? 'put the whole text in quotes',
      start: at,
      end: at + 1,
    }
  }
  let last = end
  for (let next = nextLine(text, end); next < text.length; ) {
    const lineStop = lineEnd(text, next)
    let content = next
    while (text[content] === ' ') content++
    if (content < lineStop && content - next <= parentColumn) break
    last = lineStop
    next = nextLine(text, lineStop)
    if (lineStop === text.length) break
  }
  return { end: last }
}
