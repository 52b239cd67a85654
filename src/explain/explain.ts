/** Finds what a word means to this tool and explains it. */
import { compareText } from '../diagnostics/diagnostic.ts'
import { diagnosticCodes } from '../diagnostics/diagnostic-codes.ts'
import { suggest } from '../diagnostics/suggest.ts'
import { phraseOf } from '../rules/phrase-of.ts'
import { type Block, type Explanation, list, pairs, paragraph, section } from '../types/explanation.ts'
import type { Pack, PrincipleId, Rule, RuleExample } from '../types/framework.ts'
import { explainElement } from './explain-element.ts'
import { explainClause, explainDiagnostic, explainLevel, explainTerm } from './explain-others.ts'

/** Explains a rule: what it concludes from what, why that matters, what else could explain it, with its examples. */
export function explainRule(rule: Rule, { framework, texts }: Pack): Explanation {
  const text = texts().rules[rule.id]!
  const principle = (id: string) => framework.principles.find((other) => other.id === id)?.title ?? id
  return {
    kind: 'rule',
    id: rule.id,
    title: text.title,
    sections: [
      ...section(null, paragraph(pattern(text.message)), paragraph(text.why)),
      ...section(
        'When it speaks',
        pairs(
          ['Fires when', phraseOf(rule.fires, framework)],
          ['Silent when', rule.unless ? phraseOf(rule.unless, framework) : ''],
          ['Speaks about', aboutOf(rule)],
        ),
      ),
      ...section(
        'How much it weighs',
        pairs(
          ['Severity', rule.severity],
          ['Confidence', rule.confidence],
          ['Kind', rule.category === 'lint' ? 'how far the claims can be trusted' : 'practice'],
          ['Principles', rule.principles.map(principle).join(', ')],
        ),
      ),
      ...section('Another possible explanation', paragraph(text.otherwise)),
      ...section('How to check', paragraph(text.check)),
      ...section('What to do', paragraph(text.do)),
      ...section('Examples', examplesOf(text.examples)),
    ],
  }
}

function aboutOf({ about, each }: Rule): string {
  if (each === 'elements') return 'each element'
  if (each === 'evidence') return 'each piece of evidence, where the files were looked at'
  if (each) return `each entry of ${each}`
  return about ?? 'the organization as a whole'
}

const outcomes = {
  gap: 'fires',
  clear: 'stays silent',
  'not-evaluated': 'cannot be evaluated',
  'not-applicable': 'does not apply',
} as const

function examplesOf(examples: readonly RuleExample[]): Block {
  return {
    type: 'table',
    head: ['Given', 'Then'],
    rows: examples.map(({ given, at, outcome }) => [
      writeFlow(given) + (at === null ? '' : ` at ${at}`),
      outcomes[outcome],
    ]),
  }
}

/** A value the way it would be written in YAML on one line. */
function writeFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, entry]) => `${key}: ${writeFlow(entry)}`)
      .join(', ')} }`
  }
  return String(value)
}

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

/** Explains a principle: what it says, why it matters, what it brings and which elements serve it. */
export function explainPrinciple(id: PrincipleId, { framework, texts }: Pack): Explanation {
  const { principles, principleMapNote } = texts()
  const text = principles[id]!
  const serving = (test: (element: (typeof framework.elements)[number]) => boolean) =>
    framework.elements.filter(test).map((element) => `${element.id} ${element.title}`)
  return {
    kind: 'principle',
    id,
    title: framework.principles.find((principle) => principle.id === id)!.title,
    sections: [
      ...section(null, paragraph(text.statement), paragraph(text.rationale)),
      ...section('What it brings', list(text.benefits)),
      ...section('What to do', list(text.actions)),
      ...section('What a leader should be able to answer', list(text.questions)),
      ...section('Elements that serve it mainly', list(serving(({ main }) => main === id))),
      ...section('Elements that serve it also', list(serving(({ also }) => also.includes(id)))),
      ...section('About the map', paragraph(principleMapNote)),
    ],
  }
}

/** A message without values: each is filled in when the rule finds something. */
function pattern(message: string): string {
  return message.replace(/\{[^{}]+\}/g, '…')
}
