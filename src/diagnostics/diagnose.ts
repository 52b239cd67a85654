/** Makes diagnostics: the one place that turns offsets into a location and keeps the lines a frame needs. */

import type { Source } from '../types/document.ts'
import { locate } from '../types/location.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { DiagnosticCode } from './diagnostic-codes.ts'

/** A range of a source, in offsets. Every node is one. */
export interface Span {
  readonly source: Source
  readonly start: number
  readonly end: number
}

export interface DiagnosticDraft {
  readonly code: DiagnosticCode
  /** Default `error`. */
  readonly severity?: 'error' | 'warning'
  readonly message: string
  readonly hint?: string
  /** Left out only where nothing was read, such as a missing file. */
  readonly at?: Span
  readonly related?: readonly { readonly message: string; readonly at: Span }[]
}

export function diagnose(draft: DiagnosticDraft): Diagnostic {
  const { code, severity = 'error', message, hint, at, related } = draft
  return {
    code,
    severity,
    message,
    ...(hint !== undefined && { hint }),
    ...(at && { location: locate(at.source, at.start, at.end), frame: frameOf(at) }),
    ...(related && {
      related: related.map((place) => ({
        message: place.message,
        location: locate(place.at.source, place.at.start, place.at.end),
      })),
    }),
  }
}

function frameOf({ source, start, end }: Span): NonNullable<Diagnostic['frame']> {
  const { line } = locate(source, start, end)
  const numbers = line > 1 ? [line - 1, line] : [line]
  return { lines: numbers.map((number) => ({ number, text: lineText(source, number) })) }
}

/** A line without its line break, cut where printing it could not help anybody. */
function lineText(source: Source, line: number): string {
  const from = source.lineStarts[line - 1] ?? source.text.length
  const to = source.lineStarts[line] ?? source.text.length
  return source.text.slice(from, Math.min(to, from + 500)).replace(/[\r\n]+$/, '')
}
