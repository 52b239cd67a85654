/** What is wrong with the files, for a person: place, message, the line itself with the spot marked, what to write instead. */
import type { Diagnostic, Frame } from '../diagnostics/diagnostic.ts'
import type { Location } from '../types/location.ts'
import { showNumber, showSafely } from '../util/show.ts'
import { counted, placeText } from './phrases.ts'
import { characters, displayWidth } from './terminal/display-width.ts'
import { type Glyphs, glyphsFor } from './terminal/glyphs.ts'
import { type Palette, paletteFor } from './terminal/palette.ts'

export interface DiagnosticsOptions {
  readonly color: boolean
  readonly unicode: boolean
  readonly width: number
}

/** Beyond these the rest is counted. */
const most = 50

/** In the order given. The first line of each stays on one line, however long, so that editors find the place. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: DiagnosticsOptions): string {
  const paint = paletteFor(options.color)
  const glyphs = glyphsFor(options.unicode)
  const hidden = diagnostics.slice(most).reduce((sum, { message }) => sum + standsFor(message), 0)
  const lines = [
    ...diagnostics.slice(0, most).flatMap((diagnostic) => [...one(diagnostic, options.width, glyphs, paint)]),
    ...(hidden > 0 ? [`${glyphs.ellipsis} and ${showNumber(hidden)} more`] : []),
    summary(diagnostics),
  ]
  return `${lines.join('\n')}\n`
}

function one(diagnostic: Diagnostic, width: number, glyphs: Glyphs, paint: Palette): string[] {
  const { severity, message, code, location, frame, hint, related = [] } = diagnostic
  const place = location ? `${paint.bold(`${showSafely(placeText(location))}:`)} ` : ''
  return [
    `${place}${paint.severity[severity](`${severity}:`)} ${showSafely(message)} ${paint.dim(`[${code}]`)}`,
    ...(frame && location ? frameLines(frame, location, width, glyphs, paint.severity[severity]) : []),
    ...related.map((other) => `  ${showSafely(placeText(other.location))}: ${showSafely(other.message)}`),
    ...(hint === undefined ? [] : [`  hint: ${showSafely(hint)}`]),
  ]
}

function summary(diagnostics: readonly Diagnostic[]): string {
  const count = (wanted: Diagnostic['severity']) =>
    diagnostics.reduce(
      (sum, { severity, message }) => sum + (severity === wanted ? standsFor(message) : 0),
      0,
    )
  const errors = count('error')
  const warnings = count('warning')
  return [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ].join(', ')
}

/** How many a diagnostic stands for: one, or those that a check found and did not name. */
function standsFor(message: string): number {
  const [, more] = /^\+([\d,]+) more$/.exec(message) ?? []
  return more === undefined ? 1 : Number(more.replaceAll(',', ''))
}

function frameLines(
  { lines }: Frame,
  location: Location,
  width: number,
  glyphs: Glyphs,
  mark: (text: string) => string,
): string[] {
  const digits = Math.max(...lines.map(({ number }) => String(number).length))
  const room = Math.max(10, width - digits - 5)
  const text = lines.find(({ number }) => number === location.line)?.text ?? ''
  const from = location.column - 1
  const to = location.endLine === location.line ? location.endColumn - 1 : text.length
  // The part of the line before the spot, the spot, and the whole, in columns as printed.
  const start = displayWidth(showSafely(text.slice(0, from)))
  const end = Math.max(start + 1, displayWidth(showSafely(text.slice(0, Math.max(from, to)))))
  const shift = shiftFor(displayWidth(showSafely(text)), start, end, room)
  const carets = Math.max(1, Math.min(end - shift, room) - (start - shift))
  return [
    ...lines.map(({ number, text: line }) =>
      `  ${String(number).padStart(digits)} | ${cutOut(showSafely(line), shift, room, glyphs.ellipsis)}`.trimEnd(),
    ),
    // A line is only kept up to a limit; beyond it there is nothing to point at.
    ...(from > text.length
      ? []
      : [`  ${' '.repeat(digits)} | ${' '.repeat(start - shift)}${mark(glyphs.caret.repeat(carets))}`]),
  ]
}

/** How many columns to leave out on the left so that the spot and some of what stands before it can be seen. */
function shiftFor(line: number, start: number, end: number, room: number): number {
  if (line <= room || end <= room - 3) return 0
  return Math.max(0, Math.min(start - Math.floor(room / 3), line - room))
}

/** `room` columns of a line from column `shift` on; what is left out at either side shows as an ellipsis. */
function cutOut(line: string, shift: number, room: number, ellipsis: string): string {
  const total = displayWidth(line)
  if (total <= room && shift === 0) return line
  const from = shift === 0 ? 0 : shift + ellipsis.length
  const to = total <= shift + room ? total : shift + room - ellipsis.length
  let column = 0
  let kept = ''
  let begun = false
  for (const character of characters(line)) {
    const width = displayWidth(character)
    if (column >= from && column + width <= to) {
      // A wide character cut in half at the left leaves a gap, so that the rest stays in its columns.
      if (!begun) kept = ' '.repeat(column - from)
      begun = true
      kept += character
    }
    column += width
  }
  return `${shift === 0 || total <= shift ? '' : ellipsis}${kept}${to < total ? ellipsis : ''}`
}
