/** Mistakes that show in the words of an unquoted text: digits, quotes and separators of other keyboards, missing spaces. */
import { quote } from '../util/show.ts'
import { inQuotes, type Mistake, write } from './mistake.ts'

const digits = /^[٠-٩۰-۹０-９]+(?:[.,٫٬\-/:．－][٠-٩۰-۹０-９]+)*$/u
const separators = /[،؛，；]/u
const smart: readonly (readonly [open: string, close: string])[] = [
  ['“”„‟″', '“”″'],
  ['‘’‚‛′', '‘’′'],
  ['«»', '«»'],
  ['＂', '＂'],
]

/** `٣` instead of `3`, as the whole text. */
export function foreignDigits(text: string, start: number): Mistake | undefined {
  if (!digits.test(text)) return undefined
  return {
    code: 'source/foreign-digits',
    message: `numbers are written with the digits 0 to 9, found ${quote(text)}`,
    hint: `${write(asciiDigits(text))}, or put it in quotes if it is meant as text`,
    start,
    end: start + text.length,
  }
}

function asciiDigits(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0)!
    for (const zero of [0x660, 0x6f0, 0xff10])
      if (code >= zero && code <= zero + 9) return String(code - zero)
    return { '٫': '.', '．': '.', '٬': '', '－': '-' }[character] ?? character
  }).join('')
}

/** A whole text between quotation marks that a word processor made: they would become part of it. */
export function smartQuotes(text: string, start: number): Mistake | undefined {
  const pair = smart.find(
    ([open, close]) => open.includes(text[0] ?? ' ') && close.includes(text.at(-1) ?? ' '),
  )
  const inner = text.slice(1, -1)
  if (!pair || text.length < 2 || Array.from(pair.join('')).some((mark) => inner.includes(mark)))
    return undefined
  return {
    code: 'source/smart-quotes',
    message: `the quotation marks ${text[0]} and ${text.at(-1)} are no quotes in YAML`,
    hint: write(inQuotes(inner)) ?? 'use straight quotes (")',
    start,
    end: start + text.length,
  }
}

/** An Arabic or full-width comma or semicolon in a list or mapping in brackets, where only "," separates. */
export function foreignSeparator(text: string, start: number): Mistake | undefined {
  const at = text.search(separators)
  if (at === -1) return undefined
  return {
    code: 'source/foreign-separator',
    message: `"${text[at]}" does not separate the entries of a list`,
    hint: 'write "," instead, or put the text in quotes if the sign belongs to it',
    start: start + at,
    end: start + at + 1,
  }
}

const keyWithColon = /^([\p{L}_][\p{L}\d_-]*|\d+(?:\.\d+)+|\d+[a-z])(:(?![\s/:\\])|：\s*|:\u00a0\s*)(\S.*)?$/u

/** `level:3`, `level：3`: a key whose colon does not work. One line without a working colon. */
export function keyWithoutColon(line: string, start: number): Mistake | undefined {
  const [, key, colon, value] = keyWithColon.exec(line) ?? []
  if (key === undefined || colon === undefined || line.includes(': ')) return undefined
  const at = start + key.length
  const hint = write(value === undefined ? `${key}:` : `${key}: ${value}`)
  if (colon.startsWith('：'))
    return {
      code: 'source/full-width-colon',
      message: 'a full-width colon does not end a key',
      hint,
      start: at,
      end: at + 1,
    }
  if (colon.length > 1)
    return {
      code: 'source/no-break-space',
      message: 'a no-break space stands after the colon',
      hint,
      start: at + 1,
      end: at + 2,
    }
  if (value === undefined) return undefined
  return {
    code: 'source/space-after-colon',
    message: `a space is missing after the colon of ${quote(key)}`,
    hint,
    start: at,
    end: at + 1,
  }
}

/** `-item`: a list entry whose dash does not work. */
export function dashWithoutSpace(line: string, start: number): Mistake | undefined {
  if (!/^-[\p{L}"'[{“\u00a0]/u.test(line)) return undefined
  const hint = write(`- ${line.slice(1).trim()}`)
  if (line[1] === '\u00a0') {
    const message = 'a no-break space stands after the dash'
    return { code: 'source/no-break-space', message, hint, start: start + 1, end: start + 2 }
  }
  const message = 'a space is missing after the dash of a list entry'
  return { code: 'source/space-after-dash', message, hint, start, end: start + 1 }
}

/** `– item`: a list entry whose dash is one that a word processor made. */
export function foreignDash(line: string, start: number): Mistake | undefined {
  const [, dash, rest] = /^([–—−•])[ \t\u00a0]+(\S.*)$/u.exec(line) ?? []
  if (dash === undefined || rest === undefined) return undefined
  const point = `U+${dash.charCodeAt(0).toString(16).toUpperCase()}`
  return {
    code: 'source/foreign-dash',
    message: `"${dash}" (${point}) does not begin a list entry`,
    hint: write(`- ${rest.trim()}`) ?? 'write "-" instead',
    start,
    end: start + 1,
  }
}
