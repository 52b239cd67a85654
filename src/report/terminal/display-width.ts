/** How many columns a text takes in a terminal, and how to cut or fill it to so many: wide, combining and zero-width characters counted. */
import stringWidth from 'string-width'

/** Characters of one column that never join with a neighbour: most text needs no closer look. */
const plain = /^[ -~\u00a1-\u00ac\u00ae-\u02ff‘’“”–•…←-↓≤≥─-▟]*$/
const colorCode = /\u001b\[[\d;]*m/g

let segmenter: Intl.Segmenter | undefined

/** Columns; colour codes count nothing. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length
  const bare = text.replace(colorCode, '')
  if (plain.test(bare)) return bare.length
  return stringWidth(bare)
}

/** What a person sees as single characters. */
export function characters(text: string): string[] {
  return plain.test(text) ? text.split('') : Array.from(segments(text), character)
}

function segments(text: string): Iterable<Intl.SegmentData> {
  // Making one takes 10 ms, and few texts need it.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** A character under a heap of marks loses all but a few: they only overflow. */
function character({ segment }: { readonly segment: string }): string {
  return segment.length > 32 ? segment.slice(0, segment.codePointAt(0)! > 0xffff ? 2 : 4) : segment
}

/** At most so many columns; what is left out leaves an ellipsis. */
export function cutToWidth(text: string, columns: number, ellipsis = '…'): string {
  if (plain.test(text))
    return text.length <= columns ? text : text.slice(0, columns - ellipsis.length) + ellipsis
  let width = 0
  let whole = ''
  let fitting = ''
  // Stops where the columns are full: a huge text costs no more than a long one.
  for (const part of segments(text)) {
    const next = character(part)
    width += displayWidth(next)
    if (width > columns) return fitting + ellipsis
    whole += next
    if (width <= columns - ellipsis.length) fitting = whole
  }
  return whole
}

export function fillToWidth(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, columns - displayWidth(text)))
  return side === 'left' ? text + space : space + text
}
