/** Collects what is wrong with one file: the first fifty in full, the rest as a number. */
import { type DiagnosticDraft, diagnose } from '../diagnostics/diagnose.ts'
import { compareDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { limits } from './limits.ts'

export interface Problems {
  add(draft: DiagnosticDraft): void
  isEmpty(): boolean
  /** In order of place; where some were left out, the last one says how many. */
  list(): Diagnostic[]
}

export function collectProblems(): Problems {
  const kept: Diagnostic[] = []
  let left = 0
  let firstLeft: DiagnosticDraft | undefined
  let hiddenError = false
  return {
    add(draft) {
      if (kept.length < limits.diagnostics) {
        kept.push(diagnose(draft))
        return
      }
      left++
      firstLeft ??= draft
      hiddenError ||= draft.severity !== 'warning'
    },
    isEmpty: () => kept.length === 0,
    list() {
      kept.sort(compareDiagnostics)
      if (!firstLeft) return kept
      const more = diagnose({
        code: 'source/too-many',
        severity: hiddenError ? 'error' : 'warning',
        message: `+${group(left)} more`,
        ...(firstLeft.at && { at: firstLeft.at }),
      })
      return [...kept, more]
    },
  }
}

/** `19949` as `19,949`, the same in every locale. */
export function group(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
