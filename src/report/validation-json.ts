/** What `validate` found, as JSON: one entry per file or pack, in the order they were named. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { withoutFrame } from './json.ts'
import { stringifySafely } from './stringify-safely.ts'

export interface Validation {
  readonly path: string
  readonly valid: boolean
  readonly diagnostics: readonly Diagnostic[]
}

export function renderValidation(results: readonly Validation[]): string {
  return stringifySafely({
    schemaVersion: 1,
    files: results.map(({ path, valid, diagnostics }) => ({
      file: path,
      valid,
      diagnostics: diagnostics.map(withoutFrame),
    })),
  })
}
