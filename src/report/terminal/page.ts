/** What every part of a terminal report needs to lay itself out: widths, drawing characters, colours, safe text. */
import { showSafely } from '../../util/show.ts'
import type { Inline } from '../document.ts'
import { oneLine, wrapText } from '../wrap-text.ts'
import { cutToWidth } from './display-width.ts'
import { type Glyphs, glyphsFor, plainMarks } from './glyphs.ts'
import { type Paint, type Palette, paletteFor } from './palette.ts'

export interface Page {
  /** Columns a table may use. */
  readonly width: number
  /** Columns a paragraph may use: long lines are hard to read. */
  readonly prose: number
  /** Too narrow for columns. */
  readonly narrow: boolean
  readonly glyphs: Glyphs
  readonly paint: Palette
  /** Text from a file or a pack: safe, on one line, cut after so many columns (default 500). */
  text(value: string, columns?: number): string
  wrap(text: string, first?: string, next?: string): string[]
  /** Within a column of its own: nothing may stick out, so even what looks like an id is broken. */
  wrapTo(text: string, columns: number, first?: string, next?: string): string[]
  paintOf(inline: Exclude<Inline, string>): Paint
}

export interface PageOptions {
  readonly width: number
  readonly color: boolean
  /** False: drawing characters are plain ASCII. Letters of names stay what they are. */
  readonly unicode: boolean
}

export function pageFor({ width, color, unicode }: PageOptions): Page {
  const prose = Math.min(width, 110)
  const glyphs = glyphsFor(unicode)
  const paint = paletteFor(color)
  return {
    width: Math.min(width, 160),
    prose,
    narrow: width < 60,
    glyphs,
    paint,
    text: (value, columns = 500) => {
      const safe = showSafely(oneLine(value.slice(0, columns * 32)))
      return cutToWidth(unicode ? safe : plainMarks(safe), columns, glyphs.ellipsis)
    },
    wrap: (text, first = '', next = first) => wrapText(text, prose, first, next),
    wrapTo: (text, columns, first = '', next = first) => wrapText(text, columns, first, next, false),
    paintOf: (inline) => {
      if (inline.type === 'strong') return paint.bold
      if (inline.type === 'rule') return paint.dim
      if (inline.type !== 'toned') return (text) => text
      const { tone } = inline
      if (tone === 'muted') return paint.dim
      return tone === 'good' || tone === 'middling' || tone === 'bad' ? paint[tone] : paint.severity[tone]
    },
  }
}
