/** Something wrong with a *file*: place, code, what to write instead. Never says anything about the organization. */
import type { Location } from '../types/location.ts'

export interface Diagnostic {
  /** `area/problem-in-words`, listed in `diagnostic-codes.ts`; never renamed, never reused. */
  readonly code: string
  /** An error stops the way after its stage; a warning is shown and the way goes on. */
  readonly severity: 'error' | 'warning'
  /** One sentence without full stop, in terms of the user's file; found text is already escaped and cut. */
  readonly message: string
  /** What to write instead or do next, when the message does not say so itself. */
  readonly hint?: string
  readonly location?: Location
  /** Other places involved, such as the first of two equal keys. */
  readonly related?: readonly { readonly message: string; readonly location: Location }[]
  /** The offending line and the one before it, for printing a frame. Left out of JSON. */
  readonly frame?: Frame
}

/** Source lines around a diagnostic; `text` holds lines as written, the reporter makes them safe to print. */
export interface Frame {
  readonly lines: readonly { readonly number: number; readonly text: string }[]
}

/** Total order: file, line, column, code, message. Diagnostics without a place come first. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  const left = a.location
  const right = b.location
  return (
    compareText(left?.file ?? '', right?.file ?? '') ||
    (left?.line ?? 0) - (right?.line ?? 0) ||
    (left?.column ?? 0) - (right?.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  )
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error')
}

/** Order by UTF-16 code unit: the same on every machine, in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
