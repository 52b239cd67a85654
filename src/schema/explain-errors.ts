/** Turns mistakes into diagnostics: at the key where a key is wrong, at the parent's where one is missing, else at the value. */
import { type DiagnosticDraft, diagnose, type Span } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type DocumentNode, nodeAt } from '../types/document.ts'
import { keySpan, valueSpan } from '../util/place.ts'
import { listWords, quote } from '../util/show.ts'
import { cutTextHint } from './cut-text.ts'
import { allowed, type Explanation, explainValue } from './explain-value.ts'
import type { Mistake } from './mistake.ts'
import { type Schema, schemaAt, schemaOfKey } from './schema.ts'
import type { Wording } from './wording.ts'

export function explainErrors(
  mistakes: readonly Mistake[],
  root: DocumentNode,
  schema: Schema,
  wording: Wording,
): Diagnostic[] {
  return mistakes.map((mistake) => {
    const { problem, message, hint } = explain(mistake, root, schema, wording)
    const node = nodeAt(root, problem === 'missing-key' ? mistake.path.slice(0, -1) : mistake.path)
    const other = wording.adjust?.(problem, mistake.path, node) ?? {}
    const best = other.hint ?? hint
    const draft: DiagnosticDraft = {
      code: other.code ?? wording.codeOf(problem),
      message: other.message ?? message,
      ...(best !== undefined && { hint: best }),
      at: other.atKey ? keySpan(root, mistake.path) : placeOf(mistake, root),
    }
    return diagnose(draft)
  })
}

function explain(
  { keyword, path, meant, cut }: Mistake,
  root: DocumentNode,
  schema: Schema,
  { nameOf }: Wording,
): Explanation {
  const parent = path.slice(0, -1)
  const key = String(path[path.length - 1])
  if (keyword === 'additionalProperties') {
    const known = Object.keys(schemaAt(schema, parent).properties ?? {})
    return {
      problem: 'unknown-key',
      message: `unknown key ${quote(key)} in ${nameOf(parent)}`,
      hint: cut
        ? cutTextHint(cut)
        : meant.length > 0
          ? `did you mean ${meant.map((name) => `"${name}"`).join(' or ')}?`
          : `it knows ${listWords(known)}`,
    }
  }
  if (keyword === 'required') {
    const wanted = allowed(schemaOfKey(schemaAt(schema, parent), key) ?? {})
    return {
      problem: 'missing-key',
      message: `"${key}" is missing in ${nameOf(parent)}`,
      hint: `add "${key}:" with ${wanted}`,
    }
  }
  return explainValue(nameOf(path), keyword, nodeAt(root, path) ?? root, schemaAt(schema, path))
}

function placeOf({ keyword, path }: Mistake, root: DocumentNode): Span {
  if (keyword === 'required') return keySpan(root, path.slice(0, -1))
  return keyword === 'additionalProperties' ? keySpan(root, path) : valueSpan(root, path)
}
