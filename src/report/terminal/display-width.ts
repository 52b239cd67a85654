/** How many columns a text takes in a terminal, and how to cut or fill it to so many: wide, combining and zero-width characters counted. */
import stringWidth from 'string-width'

const plain = /^[ -~]*$/

/** Columns; colour codes count nothing. */
export function displayWidth(text: string): number {
  return plain.test(text) ? text.length : stringWidth(text)
}

/** What a person sees as single characters. A character under a heap of marks loses all but a few: they only overflow. */
export function characters(text: string): string[] {
  if (plain.test(text)) return text.split('')
  return Array.from(segmenter.segment(text), ({ segment }) =>
    segment.length > 32 ? segment.slice(0, segment.codePointAt(0)! > 0xffff ? 2 : 4) : segment,
  )
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** At most so many columns; what is left out leaves an ellipsis. */
export function cutToWidth(text: string, columns: number, ellipsis = '…'): string {
  if (plain.test(text) && text.length <= columns) return text
  // Only so much of a huge text can matter; measuring all of it would take seconds.
  const limit = columns * 32
  const kept = characters(text.slice(0, limit))
  const room = columns - ellipsis.length
  let width = 0
  let fitting = 0
  for (const [index, character] of kept.entries()) {
    width += displayWidth(character)
    if (width <= room) fitting = index + 1
    if (width > columns) return kept.slice(0, fitting).join('') + ellipsis
  }
  return text.length > limit ? kept.slice(0, fitting).join('') + ellipsis : kept.join('')
}

export function fillToWidth(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, columns - displayWidth(text)))
  return side === 'left' ? text + space : space + text
}
