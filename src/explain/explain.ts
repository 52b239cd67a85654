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

/**
 * Elements, clauses, principles, rules, diagnostics and levels by id, elements and the like by title, terms by name; case
 * does not matter. Ids go first: the principle "culture" must not be hidden by the element titled "Culture".
 */
export function explain(word: string, pack: Pack): ExplainResult {
  const wanted = word.trim().toLowerCase()
  const known = entries(pack)
  const found =
    known.find(({ id }) => id?.toLowerCase() === wanted) ??
    known.find(({ title }) => title?.toLowerCase() === wanted)
  if (found) return { explanation: found.explain(), suggestions: [] }
  const names = known.flatMap(({ id, title }) => [id, title]).filter((name) => name !== undefined)
  return { suggestions: suggest(word, [...new Set(names)].sort(compareText)) }
}

interface Entry {
  readonly id?: string
  readonly title?: string
  explain(): Explanation
}

function entries(pack: Pack): Entry[] {
  const { framework, rules } = pack
  return [
    ...framework.elements.map((element) => ({
      id: element.id,
      title: element.title,
      explain: () => explainElement(element, pack),
    })),
    ...framework.principles.map(({ id, title }) => ({
      id,
      title,
      explain: () => explainPrinciple(id, pack),
    })),
    ...rules.map((rule) => ({ id: rule.id, explain: () => explainRule(rule, pack) })),
    ...framework.clauses.map((clause) => ({
      id: clause.id,
      title: clause.title,
      explain: () => explainClause(clause, pack),
    })),
    ...Object.keys(diagnosticCodes).map((code) => ({
      id: code,
      explain: () => explainDiagnostic(code),
    })),
    ...pack.texts().terms.map((term) => ({ title: term.term, explain: () => explainTerm(term) })),
    ...framework.levels.map((level) => ({ id: level.name, explain: () => explainLevel(level, pack) })),
  ]
}
