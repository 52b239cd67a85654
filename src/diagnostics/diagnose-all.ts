/** Makes many diagnostics: what costs time to find out, such as the closest of many names, only for those that will be shown. */
import { type DiagnosticDraft, diagnose } from './diagnose.ts'
import { compareText, type Diagnostic } from './diagnostic.ts'

export interface LazyDraft extends Omit<DiagnosticDraft, 'hint'> {
  /** Asked only where the diagnostic stands among the first. */
  readonly hint?: string | undefined | (() => string | undefined)
}

/** In order of place. Beyond the first `shown`, hints that would have to be asked for are left out. */
export function diagnoseAll(drafts: readonly LazyDraft[], shown = 50): Diagnostic[] {
  const sorted = [...drafts].sort(comparePlace)
  const last = sorted[shown - 1]
  return sorted.map(({ hint: given, ...draft }) => {
    const late = last !== undefined && comparePlace(last, draft) < 0
    const hint = typeof given !== 'function' ? given : late ? undefined : given()
    return diagnose({ ...draft, ...(hint !== undefined && { hint }) })
  })
}

function comparePlace(a: LazyDraft, b: LazyDraft): number {
  return (
    compareText(a.at?.source.file ?? '', b.at?.source.file ?? '') || (a.at?.start ?? -1) - (b.at?.start ?? -1)
  )
}
