/** How mistakes in one kind of document are called: the codes, the names of things, better hints where there are some. */
import type { DiagnosticCode } from '../diagnostics/diagnostic-codes.ts'
import type { DocumentNode, Path } from '../types/document.ts'
import { showSafely } from '../util/show.ts'

export type ShapeProblem =
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'wrong-value'
  | 'wrong-number'
  | 'wrong-date'
  | 'blank'
  | 'too-long'
  | 'too-many'
  | 'too-few'
  /** Not a mistake: how many there are beyond those shown. */
  | 'more'

export interface Wording {
  codeOf(problem: ShapeProblem): DiagnosticCode
  /** `level of practice 4.1.2`: what a path leads to, safe to print. */
  nameOf(path: Path): string
  /** Keys that people try, and what they are called here; used where the right one is known and not there yet. */
  readonly synonyms?: Readonly<Record<string, string>>
  /**
   * What to say instead of the usual. For a missing or unknown key, `path` ends in it; `node` is what is wrong, or what a key
   * is missing in.
   */
  adjust?(problem: ShapeProblem, path: Path, node: DocumentNode | undefined): Adjusted | undefined
}

export interface Adjusted {
  readonly code?: DiagnosticCode
  readonly message?: string
  readonly hint?: string
  /** The key is wrong, whatever its value. */
  readonly atKey?: true
}

/**
 * Names by pattern: `'practices/*'` with `practice {1}` names every practice by its key, `'risks/*'` with `risk {1}`
 * every risk by its position from 1. Without a pattern of its own a thing is `key of its parent`.
 */
export function nameThings(patterns: Readonly<Record<string, string>>): (path: Path) => string {
  const known = Object.entries(patterns).map(([pattern, words]) => ({ steps: pattern.split('/'), words }))
  const nameOf = (path: Path): string => {
    const last = path[path.length - 1]
    if (last === undefined) return patterns['']!
    const match = known.find(
      ({ steps }) =>
        steps.length === path.length && steps.every((step, at) => step === '*' || step === path[at]),
    )
    if (match) {
      const stars = path.filter((_, at) => match.steps[at] === '*').map(showStep)
      return match.words.replace(/\{(\d)\}/g, (_, number) => stars[Number(number) - 1] ?? '')
    }
    if (path.length === 1) return showStep(last)
    const parent = nameOf(path.slice(0, -1))
    return typeof last === 'number' ? `entry ${last + 1} of ${parent}` : `${showStep(last)} of ${parent}`
  }
  return nameOf
}

function showStep(step: string | number): string {
  if (typeof step === 'number') return String(step + 1)
  return showSafely(step.length > 40 ? `${step.slice(0, 39)}…` : step)
}
