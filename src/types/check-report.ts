/** What checking one or many descriptions gives: plain data, the contract behind every output of `check`. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Assessment, Finding } from './assessment.ts'
import type { ElementId, Level, PrincipleId, RegisterName } from './framework.ts'
import type { Location } from './location.ts'

export interface CheckReport {
  readonly schemaVersion: 1
  readonly tool: Assessment['tool']
  /** `YYYY-MM-DD`: one day for all files. */
  readonly asOf: string
  /** What findings are held against; `none`: nothing, so none of them is new. */
  readonly base: {
    readonly kind: 'none' | 'baseline' | 'revision'
    readonly name: string | null
    /** Below the folders named: what was a description in the revision and is none now. Left out where nothing is. */
    readonly gone?: readonly string[]
    /** They fail the check, as what is withdrawn was asked to. Left out where not. */
    readonly goneFails?: true
  }
  /** One per file named, in the order they were named. */
  readonly files: readonly FileCheck[]
  readonly passed: boolean
}

export interface FileCheck {
  /** As named on the command line, with forward slashes. */
  readonly file: string
  /** `invalid`: its diagnostics say why; `unreadable`: `message` does. Both fail the check. */
  readonly status: 'passed' | 'failed' | 'invalid' | 'unreadable'
  readonly message: string | null
  /** Null unless passed or failed. Without improvements, what was not evaluated and the reasons of findings. */
  readonly assessment: Assessment | null
  /** Errors and warnings about the file; those of the assessment included. */
  readonly diagnostics: readonly Diagnostic[]
  /** Every gate that was asked for, met or not. */
  readonly gates: readonly GateResult[]
  /** In the order of the assessment. */
  readonly findings: readonly CheckedFinding[]
  /**
   * What the base holds and is mended. Against a baseline, which does not know what was said: what was asked again and is
   * no longer true.
   */
  readonly fixed: readonly GoneFinding[]
  /** What the base holds and is no longer found, though nobody mended it. */
  readonly unmended: readonly UnmendedFinding[]
  /**
   * What the file says less than it did in a revision; empty against anything else. First what is withdrawn, then lower
   * targets, registers and lower levels, each in pack order.
   */
  readonly lessSaid: readonly LessSaid[]
}

export type GateName =
  | 'new-findings'
  | 'worse-findings'
  | 'withdrawn'
  | 'severity'
  | 'element'
  | 'principle'
  | 'coverage'
  | 'stale-evidence'
  | 'expired-waiver'
  | 'overall'

export interface GateResult {
  readonly gate: GateName
  /** The element or principle it is about; left out where there is none. */
  readonly subject?: ElementId | PrincipleId
  readonly passed: boolean
  /** One sentence: what was asked and what was found. */
  readonly text: string
  /** Ids of the findings that make it fail; empty for gates on numbers. */
  readonly findings: readonly string[]
  /** Where to look; null where no single place is meant. */
  readonly location: Location | null
}

export interface CheckedFinding {
  readonly finding: Finding
  /** Against the base; null where there is none. Waived and planned findings have a standing like all others. */
  readonly standing: FindingStanding | null
  /** The level it stands at now; see `KnownFinding`. */
  readonly level: Level | null
  /** The level it stood at in the base; null where it is new, or had none. */
  readonly before: Level | null
  /** A gate fails because of it. */
  readonly fails: boolean
}

export type FindingStanding = 'new' | 'worse' | 'better' | 'known'

/** A finding as a base remembers it. */
export interface KnownFinding {
  /** The finding's id: rule and element, never a line or a wording. */
  readonly id: string
  readonly element: ElementId | null
  /** The lowest level among the elements it rests on when it was recorded; null where none of them had one. */
  readonly level: Level | null
}

/** One that a base remembers and that is no longer found. */
export interface GoneFinding extends KnownFinding {
  /** Of its rule; left out where the pack does not have that rule. */
  readonly title?: string
}

export interface UnmendedFinding extends GoneFinding {
  readonly why: WhyGone
  /** What would have to be said for it to be evaluated, such as `6.2.2` or `objectives`; empty for every other reason. */
  readonly missing: readonly string[]
}

export type WhyGone =
  /** Something it rests on is no longer said. */
  | 'not-evaluated'
  /** What it speaks about is out of scope, or its rule is not for this organization. */
  | 'not-applicable'
  /** By the targets of the base it would still be found. */
  | 'target-lowered'
  /** By the answers of the base it would still be found: claiming less ended it. */
  | 'less-claimed'
  /** The entry of a register that it spoke about is no longer there. */
  | 'entry-gone'
  /** The pack does not have its rule any more. */
  | 'rule-gone'

/** One thing that a file says less than it did, or no longer. */
export interface LessSaid {
  readonly kind:
    | 'answer-withdrawn'
    | 'not-applicable'
    | 'target-lowered'
    | 'register-withdrawn'
    | 'declined'
    | 'level-lowered'
  /** Null for a register. */
  readonly element: ElementId | null
  /** Null for an element. */
  readonly register: RegisterName | null
  /** The level (or what answers to criteria leave open), the target, or the number of entries. */
  readonly before: Range
  /** Null where nothing of it is said any more. */
  readonly after: Range | null
  readonly location: Location | null
}

export interface Range {
  readonly lowest: number
  readonly highest: number
}
