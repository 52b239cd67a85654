/**
 * What lies between two assessments: plain data, the contract behind every output of `diff`
 * (`schemas/comparison.schema.json`). Numbers are rounded once, here, so that they add up as printed.
 */
import type { Assessment, Score } from './assessment.ts'
import type { FindingStatus, Range, Resolution } from './check-report.ts'
import type { Confidence, ElementId, Level, PrincipleId, Severity } from './framework.ts'

/** One or many pairs of descriptions, as `diff` was asked for them. */
export interface ComparisonReport {
  readonly schemaVersion: 1
  readonly tool: Assessment['tool']
  /** In order of the names of the later side. */
  readonly comparisons: readonly Comparison[]
  /** Descriptions that only the later side has; by name. */
  readonly added: readonly string[]
  /** Descriptions that only the earlier side has; by name. */
  readonly removed: readonly string[]
}

export interface Comparison {
  readonly before: ComparedSide
  readonly after: ComparedSide
  /** Whether both sides were measured with the same guidance; else part of the change is one of method. */
  readonly method: 'same' | 'changed'
  /** On neither side were files named as evidence looked at. */
  readonly evidence: 'declared'
  readonly overall: Movement
  /** Those of the later side's guidance, then those only the earlier one had; null where a side lacks it. */
  readonly principles: readonly {
    readonly id: PrincipleId
    readonly title: string
    readonly movement: Movement | null
  }[]
  /** The causes that differ, in the order of `causes`; empty where nothing that counts differs. */
  readonly causes: readonly CauseDifference[]
  /** Every answer that differs, what moved the overall level (or, where it is withheld, its bounds) most first. */
  readonly answers: readonly AnswerChange[]
  readonly findings: {
    /** New, worse and better ones, in the order of the later side. */
    readonly changed: readonly FindingChange[]
    /** No longer reported, with what became of them; in the order of the earlier side. */
    readonly resolved: readonly FindingChange[]
    /** How many are neither new nor worse nor better. */
    readonly unchanged: number
  }
}

export interface ComparedSide {
  /** As it is shown to people: a path, or a path at a revision. */
  readonly name: string
  /** The revision the file was read at, as it was asked for; null for a file as it lies there. */
  readonly revision: string | null
  /** All digits of that revision's commit. */
  readonly commit: string | null
  readonly organization: string
  readonly sha256: string
  readonly asOf: string
  readonly framework: Assessment['framework']
}

/** What can make a score move. `pack` is a change of method and never a movement of the organization. */
export const causes = ['answers', 'scope', 'targets', 'weights', 'evidence', 'date', 'pack'] as const
export type Cause = (typeof causes)[number]

/** The numbers of a score whose change is taken apart. */
export const movedMeasures = ['level', 'percentToTarget', 'evidenced', 'lowest', 'highest'] as const
export type MovedMeasure = (typeof movedMeasures)[number]

/**
 * Null where a number is missing on one of the sides: level, evidenced and percentToTarget where one of them is
 * withheld. Two decimals, and the difference of the two printed numbers.
 */
export type Points = Readonly<Record<MovedMeasure, number | null>>

/** How one score moved, and how much of that each cause brought. */
export interface Movement {
  readonly before: Score
  readonly after: Score
  readonly change: Points
  /** One entry per cause that differs; what they bring adds up to the change, in every measure. */
  readonly contributions: readonly { readonly cause: Cause; readonly points: Points }[]
}

export interface CauseDifference {
  readonly cause: Cause
  /** In words, without what it brought: `14 answers: 12 rose, 1 fell, 1 was given for the first time`. */
  readonly text: string
}

export interface AnswerChange {
  readonly element: ElementId
  readonly title: string
  readonly before: ElementAnswer
  readonly after: ElementAnswer
  /** What it brought to the overall score; all answers together bring what the cause `answers` does. */
  readonly points: Points
}

export interface ElementAnswer {
  /** Null where it is not assessed; then the bounds say what is known. */
  readonly level: Level | null
  readonly lowest: Level
  readonly highest: Level
  readonly declined: boolean
}

export interface FindingChange {
  readonly id: string
  readonly rule: string
  readonly element: ElementId | null
  readonly title: string
  readonly message: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly category: 'gap' | 'lint'
  readonly waived: boolean
  readonly planned: boolean
  readonly status: Exclude<FindingStatus, 'unchanged'> | Resolution
  /** The lowest level among the elements it rests on, on each side. */
  readonly levelBefore: Range | null
  readonly levelAfter: Range | null
  /**
   * What made it so, as paths: `practices.7.1.4` (the answer), `practices.7.1.4.evidence`, `initiatives`, `targets`,
   * `organization`, `date`, `pack`. Changing these alone does it; several are named where no single one does.
   */
  readonly because: readonly string[]
  /** The same with what stood there. */
  readonly causes: readonly FindingCause[]
}

export interface FindingCause {
  readonly path: string
  /** The element it is said of; null where it is said of the whole. */
  readonly element: ElementId | null
  /** In a word, such as `2`, `not assessed`, `not applicable`; both null where no word says it. */
  readonly before: string | null
  readonly after: string | null
}
