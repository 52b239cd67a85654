/**
 * What a guidance pack is once it is compiled: plain data, no YAML, no code. Nothing here knows ISO 56002,
 * how many principles or elements there are, or what they are called. Order is pack position everywhere.
 */

export type Level = 0 | 1 | 2 | 3 | 4 | 5
export type ElementId = string
export type PrincipleId = string
export type OrganizationKind = 'established' | 'temporary' | 'start-up'
export type OrganizationSize = 'micro' | 'small' | 'medium' | 'large'
export type Severity = 'high' | 'medium' | 'low'
export type Confidence = 'firm' | 'likely' | 'hint'
export type EvidenceKind = 'document' | 'interview' | 'record' | 'result'

/** Whole person-days for an organization of the size whose factor is 100. */
export interface Effort {
  readonly low: number
  readonly likely: number
  readonly high: number
}

/** Which organizations something is for; a key left out means all. */
export interface Audience {
  readonly kind?: readonly OrganizationKind[]
  readonly size?: readonly OrganizationSize[]
}

/** What start-up and every calculation need. Long texts are apart, in `Texts`. */
export interface Framework {
  readonly id: string
  readonly edition: string
  readonly version: string
  readonly title: string
  /** Hex digest of the pack's files, so that a result names exactly what it was made with. */
  readonly sha256: string
  readonly levels: readonly { readonly level: Level; readonly name: string }[]
  readonly stages: readonly string[]
  readonly principles: readonly { readonly id: PrincipleId; readonly title: string }[]
  /** Headings, outermost first; `parent` is null for a top clause. */
  readonly clauses: readonly { readonly id: string; readonly title: string; readonly parent: string | null }[]
  readonly elements: readonly FrameworkElement[]
  readonly profiles: readonly TargetProfile[]
  readonly scoring: Scoring
  readonly ranking: Ranking
  /** Effort by size in percent of the pack's person-days. */
  readonly sizes: Readonly<Record<OrganizationSize, number>>
  /** The sister standard whose numbers the crosswalk holds; null where there is none. */
  readonly crosswalkDocument: string | null
  /** Numbers of a sister standard that users mix up with this one, and where they lead. */
  readonly crosswalk: readonly CrosswalkEntry[]
}

export interface FrameworkElement {
  readonly id: ElementId
  readonly title: string
  /** The clause heading the element stands under; its top clause is found through parents. */
  readonly clause: string
  readonly stage: string
  readonly main: PrincipleId
  readonly also: readonly PrincipleId[]
  /** Whole number, at least 1. */
  readonly importance: number
  readonly foundation: boolean
  readonly neverNotApplicable: boolean
  /** Months for which a dated piece of evidence counts. */
  readonly freshness: number
  readonly needs: readonly { readonly element: ElementId; readonly lag: number }[]
  /** In order of level, then letter. */
  readonly criteria: readonly {
    readonly id: string
    readonly level: Level
    readonly notFor: readonly Audience[]
  }[]
  /** Index 0 is the step to level 1. */
  readonly steps: readonly Effort[]
}

export interface TargetProfile {
  readonly id: string
  readonly title: string
  readonly for: Audience
  readonly default: Level
  readonly principles: Readonly<Record<PrincipleId, Level>>
  readonly elements: Readonly<Record<ElementId, Level>>
}

export interface Scoring {
  readonly mainWeight: number
  readonly alsoWeight: number
  /** Percent of the elements in scope that must be assessed for a level to be stated. */
  readonly coverage: number
  /** How many months ahead a planned date may be to count. */
  readonly planMonths: number
  /** Level up to which each kind of evidence carries a claim; `none` where there is no piece that counts. */
  readonly evidence: Readonly<Record<EvidenceKind | 'none', Level>>
}

export interface Ranking {
  readonly severity: Readonly<Record<Severity, number>>
  readonly confidence: Readonly<Record<Confidence, number>>
  readonly urgencyDivisor: number
  /** A step to `from` or above, outside the foundation, needs the foundation at `foundation`. */
  readonly gate: { readonly from: Level; readonly foundation: Level }
  /** The rule that states the plain gap; it does not add to urgency. */
  readonly plainGap: string
  /** Percent by which priorities may lie below the first of a group and still be tied with it. */
  readonly tieTolerance: number
  /** At most how many improvements the short lists hold, and how many likely person-days the first step of a quick win takes. */
  readonly lists: {
    readonly first: number
    readonly foundations: number
    readonly quickWins: number
    readonly quickWinDays: number
  }
}

interface CrosswalkEntry {
  /** Clause number in the other document. */
  readonly from: string
  readonly title: string
  /** The elements here that treat the same matter; empty where none does. */
  readonly to: readonly ElementId[]
  readonly note: string | null
}

/** A rule as data; `fires` and `unless` are conditions in the closed vocabulary of `rules/`. */
export interface Rule {
  readonly id: string
  /** An element, `this` where the rule speaks about each element or item, or null for the whole organization. */
  readonly about: ElementId | 'this' | null
  /** What `this` or `item` runs over; for `evidence`, `item` is a piece and `this` the element that cites it. */
  readonly each: 'elements' | ItemsName | null
  readonly fires: ConditionSpec
  readonly unless: ConditionSpec | null
  readonly severity: Severity
  readonly confidence: Confidence
  /** `lint` speaks about the quality of the description's claims, `gap` about practice. */
  readonly category: 'gap' | 'lint'
  /** Empty: the principles of the element the finding points at. */
  readonly principles: readonly PrincipleId[]
}

export const registerNames = ['objectives', 'initiatives', 'indicators', 'risks'] as const
export type RegisterName = (typeof registerNames)[number]

/** What has entries that a rule can speak about one by one: registers, and the evidence of all elements. */
export const itemsNames = [...registerNames, 'evidence'] as const
export type ItemsName = (typeof itemsNames)[number]

/** A condition as written: a mapping whose keys are words of the vocabulary; several keys mean all of them. */
export type ConditionSpec = { readonly [word: string]: unknown }

export interface RuleTexts {
  readonly title: string
  readonly message: string
  readonly why: string
  readonly otherwise: string
  readonly check: string
  /** What to do where no single improvement would close it. */
  readonly do: string | null
  readonly examples: readonly RuleExample[]
}

export interface RuleExample {
  readonly given: { readonly [key: string]: unknown }
  /** For rules that speak about each element or item: which one is meant. */
  readonly at: string | null
  readonly outcome: Outcome
}

export type Outcome = 'gap' | 'clear' | 'not-evaluated' | 'not-applicable'

export interface PrincipleTexts {
  readonly statement: string
  readonly rationale: string
  readonly benefits: readonly string[]
  readonly actions: readonly string[]
  readonly questions: readonly string[]
}

export interface ElementTexts {
  readonly purpose: string
  readonly question: string
  /** One line per level, index 0 to 5. */
  readonly anchors: readonly string[]
  readonly criteria: Readonly<Record<string, string>>
  readonly evidence: Readonly<Partial<Record<EvidenceKind, readonly string[]>>>
  readonly leads: string
  /** Why each prerequisite is one, keyed by the element needed. */
  readonly needs: Readonly<Record<ElementId, string>>
  /** Index 0 is the step to level 1. */
  readonly steps: readonly { readonly do: readonly string[]; readonly shows: readonly string[] }[]
  readonly softer: string | null
  /** What to do first in one imperative line, for lists and summaries. */
  readonly advice: string | null
}

export interface TermTexts {
  readonly term: string
  readonly definition: string
  readonly see: readonly string[]
}

/** Everything printed that is longer than a title. Loaded only when something is printed that needs it. */
export interface Texts {
  readonly principleMapNote: string
  readonly levels: readonly string[]
  readonly principles: Readonly<Record<PrincipleId, PrincipleTexts>>
  readonly elements: Readonly<Record<ElementId, ElementTexts>>
  readonly rules: Readonly<Record<string, RuleTexts>>
  readonly terms: readonly TermTexts[]
  readonly family: readonly { readonly id: string; readonly title: string; readonly about: string }[]
}

/** A whole compiled pack. `texts` is a function because most of a pack's bytes are prose that many runs never print. */
export interface Pack {
  readonly framework: Framework
  readonly rules: readonly Rule[]
  readonly texts: () => Texts
}
