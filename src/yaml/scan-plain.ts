/** Finds mistakes in unquoted texts of a file that did not parse: colons and comments within, lines that lack their colon. */
import { quote } from '../util/show.ts'
import { deeperThanText } from './indentation-mistakes.ts'
import { inQuotes, type Mistake, write } from './mistake.ts'
import { dashWithoutSpace, foreignDigits, keyWithoutColon, smartQuotes } from './plain-mistakes.ts'

/** An unquoted text whose further lines may follow. */
export interface PlainText {
  readonly text: string
  /** Of the first line of it. */
  readonly start: number
  /** Of its first character, in the line. */
  readonly column: number
  /** Lines indented deeper than this go on with the text. */
  readonly parentColumn: number
  /** It began on a line of its own, or after a dash, rather than after a key. */
  readonly isOwnLine: boolean
  /** Where a comment ended it; -1 where none did. */
  cutAt: number
}

/** The offset of the comment on this line, or -1. Quotes mean nothing within an unquoted text. */
export function commentStart(text: string, start: number, end: number): number {
  const at = text.slice(start, end).search(/(?<=[ \t])#/)
  return at === -1 ? -1 : start + at
}

/** An unquoted text on one line, as the value of a key or on its own. */
export function scanPlain(
  text: string,
  start: number,
  end: number,
  place: Pick<PlainText, 'column' | 'parentColumn' | 'isOwnLine'>,
): PlainText | Mistake {
  const cutAt = commentStart(text, start, end)
  const words = text.slice(start, cutAt === -1 ? end : cutAt).trimEnd()
  const mistake = reservedStart(words, start) ?? smartQuotes(words, start) ?? foreignDigits(words, start)
  if (mistake) return mistake
  const colon = place.isOwnLine ? -1 : words.search(/:(?=[ \t]|$)/)
  if (colon !== -1) return colonInText(words, start + colon)
  return { text: words, start, cutAt, ...place }
}

/** Signs that YAML keeps for itself where an unquoted text begins. */
function reservedStart(words: string, start: number): Mistake | undefined {
  if (!/^(?:[@`%,\]}*]|[&!?][ \t])/.test(words)) return undefined
  return {
    code: 'source/reserved-start',
    message: `an unquoted text cannot begin with "${words[0]}"`,
    hint: write(inQuotes(words)) ?? 'put the whole text in quotes',
    start,
    end: start + 1,
  }
}

function colonInText(words: string, colon: number): Mistake {
  return {
    code: 'source/colon-in-text',
    message: 'an unquoted text cannot hold a colon followed by a space',
    hint: write(inQuotes(words)) ?? 'put the whole text in quotes',
    start: colon,
    end: colon + 1,
  }
}

/** A line that stands where a key should, but is none. */
export function bareLine({ text, start }: PlainText): Mistake {
  return (
    keyWithoutColon(text, start) ??
    dashWithoutSpace(text, start) ?? {
      code: 'source/missing-colon',
      message: `${quote(text)} stands where a key should, but has no colon`,
      hint:
        withColon(text) ??
        'indent it below the text it continues, make it a comment with "# ", or write "key: value"',
      start,
      end: start + text.length,
    }
  )
}

function withColon(text: string): string | undefined {
  // Three words and more are most likely prose; two may be a key and its value.
  const [, key, value] =
    /^([\p{L}\d_.-]+)(?: *= *(\S.*)| +(\S+))?$/u.exec(text)?.flatMap((it) => it ?? []) ?? []
  return key === undefined ? undefined : write(value === undefined ? `${key}:` : `${key}: ${value}`)
}

const keyAtStart = /^(["']?[\p{L}\d_][\p{L}\d_.-]*["']?)[ \t]*:(?=\s|$)/u

/** The mistake on a further line of an unquoted text, if there is one: nothing like a key may stand there. */
export function continuedLine(
  text: string,
  content: number,
  end: number,
  column: number,
  plain: PlainText,
): Mistake | undefined {
  const line = text.slice(content, end)
  const key = keyAtStart.exec(line)
  if (key) {
    const above = plain.isOwnLine ? keyWithoutColon(plain.text, plain.start) : undefined
    if (above) return above
    const isWord = /^[\p{L}\d_.-]+$/u.test(plain.text)
    if (plain.isOwnLine && (isWord || plain.column === column)) return bareLine(plain)
    if (!plain.isOwnLine) return deeperThanText(key[1]!, content, plain)
  }
  if (plain.cutAt !== -1) {
    return {
      code: 'source/comment-in-text',
      message: 'a "#" after a space begins a comment, so the text ends here and cannot go on below',
      hint: 'put the whole text in quotes, or move the comment to a line of its own above the key',
      start: plain.cutAt,
      end: plain.cutAt + 1,
    }
  }
  const comment = commentStart(text, content, end)
  const words = comment === -1 ? line : text.slice(content, comment)
  const colon = words.search(/:(?=[ \t]|$)/)
  return colon === -1 ? undefined : colonInText(`${plain.text}\n`, content + colon)
}
