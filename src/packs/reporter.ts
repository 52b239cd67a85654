/** Collects what a check finds wrong with a pack, each with its place. */

import { diagnoseAll, type LazyDraft } from '../diagnostics/diagnose-all.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { DiagnosticCode } from '../diagnostics/diagnostic-codes.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import type { MappingNode, Path } from '../types/document.ts'
import { listWords, quote } from '../util/show.ts'
import { keySpan, valueSpan } from './pack-place.ts'

export class Reporter {
  private readonly drafts: LazyDraft[] = []
  readonly root: MappingNode
  constructor(root: MappingNode) {
    this.root = root
  }

  /** Something wrong with the value a path leads to. */
  value(path: Path, code: DiagnosticCode, message: string, hint?: string): void {
    this.add(code, message, hint, valueSpan(this.root, path))
  }

  /** Something wrong with the entry itself, shown at its key. */
  key(path: Path, code: DiagnosticCode, message: string, hint?: string): void {
    this.add(code, message, hint, keySpan(this.root, path))
  }

  /** A name that should be one of `known`; says so unless it is. `where` is `key` when the name is the path's last key. */
  known(
    path: Path,
    name: string,
    what: string,
    known: readonly string[],
    where: 'value' | 'key' = 'value',
  ): boolean {
    if (known.includes(name)) return true
    const hint = () =>
      didYouMean(name, known) ??
      (known.length === 0 ? `the pack has no ${what}` : `one of ${listWords(known, 'or')}`)
    const code = `pack/unknown-${what}` as DiagnosticCode
    const span = where === 'key' ? keySpan : valueSpan
    this.add(code, `there is no ${what} ${quote(name)}`, hint, span(this.root, path))
    return false
  }

  warn(path: Path, code: DiagnosticCode, message: string, hint?: string): void {
    this.drafts.push({ code, severity: 'warning', message, hint, at: keySpan(this.root, path) })
  }

  list(): Diagnostic[] {
    return diagnoseAll(this.drafts)
  }

  private add(
    code: DiagnosticCode,
    message: string,
    hint: LazyDraft['hint'],
    at: ReturnType<typeof valueSpan>,
  ): void {
    this.drafts.push({ code, message, hint, at })
  }
}
