/** Finds what a word means to this tool and explains it. */
import { compareText } from '../diagnostics/diagnostic.ts'
import { diagnosticCodes } from '../diagnostics/diagnostic-codes.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { Explanation } from '../types/explanation.ts'
import type { Pack } from '../types/framework.ts'
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
 * does not matter, nor whether the words of a title are parted by spaces or hyphens. Ids go first: the principle
 * "culture" must not be hidden by the element titled "Culture".
 */
export function explain(word: string, pack: Pack): ExplainResult {
  // A finding is explained by its rule: `rule@element`.
  const wanted = word.trim().toLowerCase().split('@')[0]!
  const known = entries(pack)
  const found =
    known.find(({ id }) => id?.toLowerCase() === wanted) ??
    known.find(({ title }) => title?.toLowerCase() === wanted) ??
    known.find(({ title }) => title !== undefined && spaced(title) === spaced(wanted))
  if (found) return { explanation: found.explain(), suggestions: [] }
  const names = [...known.map(({ title }) => title), ...known.map(({ id }) => id)]
  // Case does not matter: of names that differ by nothing else the last is offered, which is an id.
  const sorted = [
    ...new Map(names.filter((name) => name !== undefined).map((name) => [name.toLowerCase(), name])).values(),
  ].sort(compareText)
  const close = suggest(word, sorted)
  if (close.length > 0 || wanted.length < 3) return { suggestions: close }
  const holding = containing(wanted, sorted)
  if (holding.length > 0) return { suggestions: holding }
  const meant = wordMeant(wanted, sorted)
  return { suggestions: meant === undefined ? [] : containing(meant, sorted) }
}

/** Of a slip in one word of a name, the word: `portfolio` for `portfoio`. The first letter is hardly ever the wrong one. */
function wordMeant(wanted: string, names: readonly string[]): string | undefined {
  const known = new Set(names.flatMap((name) => name.toLowerCase().match(/[a-z0-9]{4,}/g) ?? []))
  return suggest(
    wanted,
    [...known].filter((each) => each[0] === wanted[0]),
  )[0]
}

/** `percent-to-target` and `percent to target` are one name. */
function spaced(name: string): string {
  return name.toLowerCase().replaceAll(/[-\s]+/g, ' ')
}

/** The three shortest names in which a word begins like that: a gate is not part of a surrogate. */
function containing(wanted: string, names: readonly string[]): string[] {
  return names
    .filter((name) => beginnings(name.toLowerCase()).some((start) => start.startsWith(wanted)))
    .sort((a, b) => a.length - b.length)
    .slice(0, 3)
}

/** The rest of a name from each of its words on. */
function beginnings(name: string): string[] {
  return [...name.matchAll(/[a-z0-9]+/g)].map(({ index }) => name.slice(index))
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
    ...framework.levels.map((level) => ({
      id: level.name,
      title: `level ${level.level}`,
      explain: () => explainLevel(level, pack),
    })),
    // Last, so that a clause with the same number goes before it.
    ...framework.levels.map((level) => ({
      id: String(level.level),
      explain: () => explainLevel(level, pack),
    })),
  ]
}
