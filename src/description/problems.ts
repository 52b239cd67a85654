/** Collects what a check finds wrong with what a description says, each with its place. */
import type { Span } from '../diagnostics/diagnose.ts'
import { diagnoseAll, type LazyDraft } from '../diagnostics/diagnose-all.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { DiagnosticCode } from '../diagnostics/diagnostic-codes.ts'
import { type DocumentNode, nodeAt, type Path } from '../types/document.ts'
import { keySpan, valueSpan } from '../util/place.ts'

interface More {
  readonly severity?: 'warning'
  /** As a function where finding it costs time. */
  readonly hint?: LazyDraft['hint']
  /** Another place involved: what stands there, and the path to its value. */
  readonly related?: { readonly message: string; readonly path: Path }
}

export class Problems {
  private readonly drafts: LazyDraft[] = []
  readonly root: DocumentNode
  constructor(root: DocumentNode) {
    this.root = root
  }

  /** Something wrong with the value a path leads to. */
  value(path: Path, code: DiagnosticCode, message: string, more: More = {}): void {
    this.add(valueSpan(this.root, path), code, message, more)
  }

  /** Something wrong with an entry itself, shown at its key. */
  key(path: Path, code: DiagnosticCode, message: string, more: More = {}): void {
    this.add(keySpan(this.root, path), code, message, more)
  }

  /** Whether the file says anything there, right or wrong. */
  has(path: Path): boolean {
    return nodeAt(this.root, path) !== undefined
  }

  list(): Diagnostic[] {
    return diagnoseAll(this.drafts)
  }

  private add(at: Span, code: DiagnosticCode, message: string, { severity, hint, related }: More): void {
    this.drafts.push({
      code,
      message,
      at,
      hint,
      ...(severity && { severity }),
      ...(related && {
        related: [{ message: related.message, at: valueSpan(this.root, related.path) }],
      }),
    })
  }
}
