/** What every part of the terminal report needs to lay itself out: widths, drawing characters, colours, safe text. */
import { showSafely } from '../../util/show.ts'
import { oneLine, wrapText } from '../wrap-text.ts'
import { cutToWidth } from './display-width.ts'
import { type Glyphs, glyphsFor, plainMarks } from './glyphs.ts'
import { type Palette, paletteFor } from './palette.ts'

export interface Page {
  /** Columns a table may use. */
  readonly width: number
  /** Columns a paragraph may use: long lines are hard to read. */
  readonly prose: number
  /** Too narrow for a table. */
  readonly narrow: boolean
  readonly glyphs: Glyphs
  readonly paint: Palette
  /** Text from a file or a pack: safe, on one line, cut after so many columns (default 500). */
  text(value: string, columns?: number): string
  wrap(text: string, first?: string, next?: string): string[]
  /** Within a column of its own: nothing may stick out, so even what looks like an id is broken. */
  wrapTo(text: string, columns: number, first?: string, next?: string): string[]
}

export function pageFor(options: {
  readonly width: number
  readonly color: boolean
  readonly unicode: boolean
}): Page {
  const { unicode } = options
  const width = Math.min(options.width, 120)
  const prose = Math.min(width, 100)
  const glyphs = glyphsFor(unicode)
  return {
    width,
    prose,
    narrow: width < 60,
    glyphs,
    paint: paletteFor(options.color),
    text: (value, columns = 500) => {
      const safe = showSafely(oneLine(value.slice(0, columns * 32)))
      return cutToWidth(unicode ? safe : plainMarks(safe), columns, glyphs.ellipsis)
    },
    wrap: (text, first = '', next = first) => wrapText(text, prose, first, next),
    wrapTo: (text, columns, first = '', next = first) => wrapText(text, columns, first, next, false),
  }
}
