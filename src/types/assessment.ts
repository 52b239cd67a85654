/**
 * The result of assessing one description: plain data, the contract behind every output
 * (`schemas/assessment.schema.json`). Numbers are rounded once, here; nobody computes with them again.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Path } from './document.ts'
import type { Confidence, Effort, ElementId, Level, PrincipleId, Severity } from './framework.ts'
import type { Location } from './location.ts'

export interface Assessment {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'ims-gap'; readonly version: string }
  readonly framework: {
    readonly id: string
    readonly edition: string
    readonly title: string
    readonly packVersion: string
    readonly sha256: string
  }
  readonly input: { readonly file: string; readonly sha256: string }
  readonly asOf: string
  readonly organization: {
    readonly name: string
    readonly kind: string
    readonly size: string
    readonly sector?: string
    readonly country?: string
  }
  readonly targets: {
    readonly source: 'flag' | 'file' | 'profile'
    readonly text: string
    readonly default: Level
  }
  /** `declared`: files named as evidence were not looked at. */
  readonly evidence: 'declared' | 'checked'
  readonly coverage: Coverage
  readonly scores: {
    readonly overall: Score
    readonly principles: readonly PrincipleScore[]
    readonly clauses: readonly {
      readonly id: string
      readonly title: string
      readonly score: Score
      readonly weakest: readonly ElementId[]
    }[]
    readonly elements: readonly ElementScore[]
  }
  readonly findings: readonly Finding[]
  /** In order of rank. */
  readonly improvements: readonly Improvement[]
  /** The most valuable improvements, best first; those under way are left out. At most as many as the pack says. */
  readonly first: readonly ElementId[]
  /** Foundation elements below the gate that are not among `first`. */
  readonly foundations: readonly ElementId[]
  /** Further improvements whose first step can start now and takes a few days, by gain per level. */
  readonly quickWins: readonly ElementId[]
  /** Improvements that are planned from `asOf` or later. */
  readonly underWay: readonly ElementId[]
  readonly outcomes: {
    readonly gap: number
    readonly clear: number
    readonly notEvaluated: number
    readonly notApplicable: number
  }
  readonly notEvaluated: readonly {
    readonly rule: string
    readonly element: ElementId | null
    readonly item?: string
    readonly missing: readonly string[]
  }[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface Coverage {
  readonly elements: number
  readonly inScope: number
  readonly assessed: number
  readonly notAssessed: readonly ElementId[]
  readonly notApplicable: readonly ElementId[]
  readonly declined: readonly ElementId[]
  readonly planned: readonly ElementId[]
  /** How many pieces of evidence of which assessed elements are too old to count; left out where none is. */
  readonly evidenceTooOld?: readonly { readonly element: ElementId; readonly pieces: number }[]
}

/** Levels 0 to 5 and percent 0 to 100, two decimals; null when withheld or when nothing is asked. */
export interface Score {
  readonly level: number | null
  readonly lowest: number | null
  readonly highest: number | null
  readonly evidenced: number | null
  /** Weighted mean of the targets of the elements in scope. */
  readonly target: number | null
  readonly percentToTarget: number | null
  /** Weighted standard deviation of what the elements count as. */
  readonly spread: number | null
  readonly assessed: number
  readonly inScope: number
  /** True where too few elements are assessed to state a level. */
  readonly withheld: boolean
}

export interface PrincipleScore {
  readonly id: PrincipleId
  readonly title: string
  readonly score: Score
  /** The elements furthest below target, at most three, in order; one bounded by criteria counts as the best it can be. */
  readonly weakest: readonly ElementId[]
}

export interface ElementScore {
  readonly id: ElementId
  readonly title: string
  readonly state: 'assessed' | 'not-assessed' | 'not-applicable'
  readonly declined: boolean
  readonly level: Level | null
  readonly lowest: Level | null
  readonly highest: Level | null
  readonly evidenced: Level | null
  readonly target: Level
  /** Levels below target, 0 or more; null unless assessed. */
  readonly gap: number | null
  readonly location: Location | null
  /** Why it is out of scope or declined, in the words of the description. */
  readonly notApplicable?: {
    readonly kind: string
    readonly reason: string
    readonly revisit: string | null
  }
  /** The day from which it is planned. */
  readonly planned?: string
}

export interface Finding {
  /** `rule@element`, `rule@element#item`, or `rule@organization`: the fingerprint. Never a line, never a wording. */
  readonly id: string
  readonly rule: string
  readonly category: 'gap' | 'lint'
  readonly element: ElementId | null
  readonly item?: string
  readonly principles: readonly PrincipleId[]
  readonly outcome: 'gap'
  readonly severity: Severity
  readonly confidence: Confidence
  readonly title: string
  readonly message: string
  readonly why: string
  readonly otherwise: string
  readonly check: string
  /** What to do where no single improvement closes it; null otherwise. */
  readonly do: string | null
  readonly waived: boolean
  readonly waiver?: { readonly reason: string; readonly owner: string; readonly until: string }
  /** True where what it lacks is planned, in time, and doing it would close the finding. */
  readonly planned: boolean
  readonly reasons: readonly Reason[]
  readonly location: Location | null
  readonly related: readonly { readonly message: string; readonly location: Location }[]
}

/** One input a rule read: where, what it asked for, what it found (null: nothing there). */
export interface Reason {
  readonly path: Path
  /** In words: `at least 2`. */
  readonly expected: string
  readonly found: string | number | boolean | null
}

export interface Improvement {
  readonly rank: number
  readonly kind: 'strategic' | 'foundation' | 'quick-win'
  /** Other improvements of nearly the same priority, within the pack's tolerance. */
  readonly tiedWith: readonly ElementId[]
  readonly element: ElementId
  readonly title: string
  readonly from: Level
  /** True where criteria only bound the level: `from` is then the best it can be, and gain and effort are at least these. */
  readonly atLeast: boolean
  readonly to: Level
  readonly target: Level
  /** What it is ranked by: `value`; for one that gains nothing itself, the highest value among what waits for it. */
  readonly priority: number
  /** gain x leverage x urgency. */
  readonly value: number
  /** The factors of `value`, each with its number and what it stands for. */
  readonly because: readonly {
    readonly term: 'gain' | 'leverage' | 'urgency'
    readonly value: number
    readonly text: string
  }[]
  /** The part that comes in one go: up to the next step that must wait for something more. */
  readonly first: {
    readonly to: Level
    /** Person-days. */
    readonly effort: Effort
    /** Points of percentToTarget. */
    readonly gain: number
    /** Improvements that must have come further before it can start; empty: it can start now. */
    readonly after: readonly ElementId[]
  }
  /** Points of percentToTarget. */
  readonly gain: { readonly overall: number; readonly principles: Readonly<Record<PrincipleId, number>> }
  readonly effort: {
    readonly low: number
    readonly likely: number
    readonly high: number
    readonly unit: 'person-days'
  }
  /** One line of advice, usable without its context. */
  readonly advice: string
  readonly leads: string
  /** Improvements that some of its steps wait for. */
  readonly blockedBy: readonly ElementId[]
  /** Needed elements that are not assessed: taken as given. */
  readonly assumes: readonly ElementId[]
  /** Needed elements the organization declined: the steps above may not hold without them. */
  readonly lacks: readonly ElementId[]
  readonly unlocks: readonly ElementId[]
  /** Findings that exist once it and everything before it is done. */
  readonly opens: readonly string[]
  /** Improvements that, done as well, keep it from opening them. */
  readonly preventedBy: readonly ElementId[]
  /** Findings that no longer exist once it and everything before it is done. */
  readonly closes: readonly string[]
  /** Findings that no improvement closes alone. */
  readonly closesTogether: readonly { readonly finding: string; readonly with: readonly ElementId[] }[]
  readonly planned: string | null
  readonly steps: readonly {
    readonly to: Level
    /** Improvements that must have come further before this step. */
    readonly after: readonly ElementId[]
    readonly do: readonly string[]
    readonly evidence: readonly string[]
    readonly effort: { readonly low: number; readonly likely: number; readonly high: number }
  }[]
}
