/** Finds what a word means to this tool and explains it. */
import { compareText } from '../core/diagnostic.ts'
import { diagnosticCodes } from '../core/diagnostic-codes.ts'
import type { Explanation } from '../core/explanation.ts'
import type { Pack } from '../core/framework.ts'
import { suggest } from '../core/suggest.ts'
import { explainElement } from './explain-element.ts'
import { explainClause, explainDiagnostic, explainLevel, explainTerm } from './explain-others.ts'
import { explainPrinciple } from './explain-principle.ts'
import { explainRule } from './explain-rule.ts'

export interface ExplainResult {
  readonly explanation?: Explanation
  /** Where nothing was found: the closest names, at most three. */
  readonly suggestions: readonly string[]
}

/** Elements, clauses, principles, rules, diagnostics and levels by id or title, terms by name; case does not matter. */
export function explain(word: string, pack: Pack): ExplainResult {
  const wanted = word.trim().toLowerCase()
  const known = entries(pack)
  // Ids first: the principle "culture" must not be hidden by the element that is titled "Culture".
  const found =
    known.find(({ names }) => names[0]!.toLowerCase() === wanted) ??
    known.find(({ names }) => names.some((name) => name.toLowerCase() === wanted))
  if (found) return { explanation: found.explain(), suggestions: [] }
  return { suggestions: suggest(word, [...new Set(known.flatMap(({ names }) => names))].sort(compareText)) }
}

interface Entry {
  readonly names: readonly string[]
  explain(): Explanation
}

function entries(pack: Pack): Entry[] {
  const { framework, rules } = pack
  return [
    ...framework.elements.map((element) => ({
      names: [element.id, element.title],
      explain: () => explainElement(element, pack),
    })),
    ...framework.principles.map(({ id, title }) => ({
      names: [id, title],
      explain: () => explainPrinciple(id, pack),
    })),
    ...rules.map((rule) => ({ names: [rule.id], explain: () => explainRule(rule, pack) })),
    ...framework.clauses.map((clause) => ({
      names: [clause.id, clause.title],
      explain: () => explainClause(clause, pack),
    })),
    ...Object.keys(diagnosticCodes).map((code) => ({
      names: [code],
      explain: () => explainDiagnostic(code),
    })),
    ...pack.texts().terms.map((term) => ({ names: [term.term], explain: () => explainTerm(term) })),
    ...framework.levels.map((level) => ({ names: [level.name], explain: () => explainLevel(level, pack) })),
  ]
}
