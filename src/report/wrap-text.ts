/** Breaks text into lines of a given width: at spaces, inside a word only where it could not fit on a line of its own. */
import { showSafely } from '../util/show.ts'
import { characters, displayWidth } from './terminal/display-width.ts'
import type { Paint } from './terminal/palette.ts'

/** Private characters that survive `showSafely`: the start of a word to keep whole, and a space inside it. */
const keep = '\ue000'
const innerSpace = '\ue001'

/** Marks a path, an id or a command: it is never broken, not even at its spaces. */
export function whole(text: string): string {
  return keep + showSafely(text).replaceAll(' ', innerSpace)
}

/** Every kind of line break and run of spaces becomes one space, as in a paragraph. */
export function oneLine(text: string): string {
  const isOne = !/[\t\r\n]| {2}/.test(text)
  return (isOne ? text : text.replace(/[ \t\r\n]+/g, ' ')).trim()
}

/**
 * `first` and `next` open the first and the further lines and count towards the width. A word too wide for any line is
 * broken between characters, unless it is marked `whole` or, with `keepNames`, looks like an id, a path or a number.
 */
export function wrapText(text: string, width: number, first = '', next = first, keepNames = true): string[] {
  return fillLines(wordsOf(text, width - displayWidth(next), keepNames), width, first, next)
}

export interface Word {
  readonly text: string
  /** Whether a space comes before it. */
  readonly space: boolean
  readonly paint?: Paint
}

export function fillLines(words: readonly Word[], width: number, first: string, next: string): string[] {
  const lines: string[] = []
  let line = first
  let used = displayWidth(first)
  let empty = true
  for (const { text, space, paint } of words) {
    const wide = displayWidth(text)
    const gap = space && !empty ? 1 : 0
    if (!empty && used + gap + wide > width) {
      lines.push(line.trimEnd())
      line = next
      used = displayWidth(next)
      empty = true
    }
    line += (empty || gap === 0 ? '' : ' ') + (paint === undefined ? text : paint(text))
    used += (empty ? 0 : gap) + wide
    empty = false
  }
  return [...lines, line.trimEnd()]
}

/** `room`: the width of a line without its indentation. */
export function wordsOf(text: string, room: number, keepNames = true): Word[] {
  return showSafely(oneLine(text))
    .replace(/(\d) %/g, `$1${innerSpace}%`)
    .split(' ')
    .flatMap((word): Word[] => {
      if (/[\ue000\ue001]/.test(word)) {
        return [{ text: word.replaceAll(keep, '').replaceAll(innerSpace, ' '), space: true }]
      }
      if ((keepNames && isName(word)) || displayWidth(word) <= room) return [{ text: word, space: true }]
      return characters(word).map((character, index) => ({ text: character, space: index === 0 }))
    })
}

/** ASCII with a digit, a dot or a slash in it, and not absurdly long: an id, a path, a number or a code. */
function isName(word: string): boolean {
  return word.length <= 200 && /^[!-~]*[\d./][!-~]*$/.test(word)
}
