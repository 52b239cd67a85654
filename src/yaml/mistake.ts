/** A mistake found in text, before it is tied to a source. */
import type { DiagnosticDraft } from '../diagnostics/diagnose.ts'
import type { Source } from '../types/document.ts'
import { showSafely } from '../util/show.ts'

export interface Mistake {
  readonly code: DiagnosticDraft['code']
  readonly message: string
  readonly hint?: string | undefined
  readonly start: number
  readonly end: number
}

/** `write level: 3`: the exact replacement, or nothing where it would be too long to copy. */
export function write(replacement: string): string | undefined {
  return replacement.length > 100 || /[\r\n]/.test(replacement)
    ? undefined
    : `write ${showSafely(replacement)}`
}

/** A text in the quotes that need the fewest changes. */
export function inQuotes(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}

/** The mistake as a diagnostic's draft. */
export function draftOf({ code, message, hint, start, end }: Mistake, source: Source): DiagnosticDraft {
  return { code, message, ...(hint !== undefined && { hint }), at: { source, start, end } }
}
