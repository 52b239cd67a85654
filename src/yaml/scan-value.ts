/** Steps over one value in a file that did not parse, or names the mistake in it. */
import { inQuotes, type Mistake, write } from './mistake.ts'
import { foreignSeparator } from './plain-mistakes.ts'
import { commentStart, type PlainText, scanPlain } from './scan-plain.ts'
import { closingQuote, leavesIndent, scanQuoted, unclosedQuote } from './scan-quoted.ts'
import { isBlank, isBreak, isGap, lineEnd, nextLine, skipBlank } from './skip-blank.ts'

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

/** Steps over a list or mapping in brackets in a file that did not parse: names brackets left open or mixed up, foreign commas. */
interface Bracket {
  readonly at: number
  readonly close: ']' | '}'
  /** The entry read now has had its colon. */
  hasColon: boolean
}

/** The offset of the end of the line the closing bracket stands on, or the mistake. */
function scanFlow(text: string, start: number, parentColumn: number): { end: number } | Mistake {
  const open: Bracket[] = []
  /** An entry's text may begin here: quotes mean something only there. */
  let atStart = true
  for (let at = start; at < text.length; at++) {
    const character = text[at]!
    const top = open[open.length - 1]
    if (isBlank(character)) continue
    if (isBreak(character)) {
      const outdented = top && leaves(text, at, parentColumn)
      if (outdented !== undefined && top)
        return text[outdented] === top.close ? closesOutside(outdented) : unclosed(text, top)
      continue
    }
    if (character === '#' && isGap(text[at - 1])) at = lineEnd(text, at) - 1
    else if (character === '[' || character === '{') {
      open.push({ at, close: character === '[' ? ']' : '}', hasColon: false })
      atStart = true
    } else if (character === ']' || character === '}') {
      if (top?.close !== character) return mixedUp(character, at, top)
      open.pop()
      if (open.length === 0) return afterFlow(text, start, at + 1)
      atStart = false
    } else if (character === ',') {
      if (top) top.hasColon = false
      atStart = true
    } else if (atStart && (character === '"' || character === "'")) {
      const close = closingQuote(text, at)
      if (close === -1 || leavesIndent(text.slice(at, close), parentColumn))
        return unclosedQuote(text, at, true)
      at = close
      atStart = false
    } else if (
      character === ':' &&
      (isGap(text[at + 1]) || ',[]{}'.includes(text[at + 1]!) || /["'\]}]/.test(text[at - 1]!))
    ) {
      if (top?.hasColon) return secondColon(at)
      if (top) top.hasColon = true
      atStart = true
    } else {
      const foreign = foreignSeparator(character, at)
      if (foreign) return foreign
      if (atStart && /[@`%]/.test(character)) return reservedStart(character, at)
      atStart = false
    }
  }
  return unclosed(text, open[open.length - 1]!)
}

/** The offset of the next line's content if it is not indented deeper than the key the brackets belong to. */
function leaves(text: string, lineBreak: number, parentColumn: number): number | undefined {
  const start = nextLine(text, lineBreak)
  let content = start
  while (text[content] === ' ') content++
  if (content >= text.length || isBreak(text[content]) || text[content] === '#') return undefined
  return content - start <= parentColumn ? content : undefined
}

function afterFlow(text: string, start: number, close: number): { end: number } | Mistake {
  const end = lineEnd(text, close)
  const after = skipBlank(text, close)
  if (after >= end || text[after] === '#') return { end }
  if (text[after] === ':' && isGap(text[after + 1])) return { end }
  const words = text.slice(start, end).trimEnd()
  return {
    code: 'source/text-after-bracket',
    message: 'text follows the closing bracket',
    hint: write(inQuotes(words)) ?? 'put the whole text in quotes',
    start: after,
    end: after + 1,
  }
}

function unclosed(text: string, { at, close }: Bracket): Mistake {
  const comment = text.slice(at, lineEnd(text, at)).search(/(?<=[ \t])#/)
  return {
    code: 'source/unclosed-bracket',
    message: `the bracket ${text[at]} that opens here is not closed`,
    hint:
      comment === -1 ? `write ${close} at its end` : `write ${close} before the "#", which begins a comment`,
    start: at,
    end: at + 1,
  }
}

function closesOutside(at: number): Mistake {
  return {
    code: 'source/indentation',
    message: 'the closing bracket is not indented deeper than the key it belongs to',
    hint: 'indent it by one space more than the key',
    start: at,
    end: at + 1,
  }
}

function mixedUp(character: string, at: number, top: Bracket | undefined): Mistake {
  return {
    code: 'source/unclosed-bracket',
    message: `${character} closes a bracket that was not opened so`,
    hint: top && `write ${top.close}`,
    start: at,
    end: at + 1,
  }
}

function secondColon(at: number): Mistake {
  return {
    code: 'source/colon-in-text',
    message: 'an unquoted text cannot hold a colon followed by a space',
    hint: 'put the whole text in quotes; if a new entry begins here, write "," before it',
    start: at,
    end: at + 1,
  }
}

function reservedStart(character: string, at: number): Mistake {
  return {
    code: 'source/reserved-start',
    message: `an unquoted text cannot begin with "${character}"`,
    hint: 'put the whole text in quotes',
    start: at,
    end: at + 1,
  }
}
