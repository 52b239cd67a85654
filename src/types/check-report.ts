/** What checking one or many descriptions gives: plain data, the contract behind every output of `check`. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Assessment, Finding } from './assessment.ts'
import type { ElementId, PrincipleId, RegisterName } from './framework.ts'
import type { Location } from './location.ts'

export interface CheckReport {
  readonly schemaVersion: 1
  readonly tool: Assessment['tool']
  /** `YYYY-MM-DD`: one day for all files. */
  readonly asOf: string
  /** What findings are compared with; `none`: nothing, so no finding is new. */
  readonly base: {
    readonly kind: 'none' | 'baseline' | 'revision'
    readonly name: string | null
    /** Below the folders named: descriptions that the revision has and that no longer exist. Left out where there are none. */
    readonly deleted?: readonly string[]
    /** Deleted descriptions fail the check, because withdrawn answers do. Left out otherwise. */
    readonly deletedFails?: true
  }
  /** Against a revision: what the change makes pass in the configuration and the baseline. Those of a file are with it. */
  readonly relaxed: readonly Relaxation[]
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
  /** What its findings are compared with; null where there is no base. */
  readonly comparison: FileComparison | null
  /** Every gate that was asked for, met or not. */
  readonly gates: readonly GateResult[]
  /** In the order of the assessment. */
  readonly findings: readonly CheckedFinding[]
  /** Findings of the base that are no longer reported, with what became of them, in the order of the base. */
  readonly resolved: readonly ResolvedFinding[]
  /**
   * Answers, targets and registers that were removed or lowered since a revision; empty against anything else. First what is
   * removed, then lower targets, registers and lower levels, each in pack order.
   */
  readonly weakened: readonly Weakened[]
  /** Against a revision: waivers and plans that are new or last longer. */
  readonly relaxed: readonly Relaxation[]
}

/** Something that passes because of the change: a gate loosened, a file no longer checked, a finding accepted, waived or planned. */
export interface Relaxation {
  readonly kind: 'gate' | 'file' | 'baseline' | 'waiver' | 'plan'
  readonly text: string
  readonly location: Location | null
}

export interface FileComparison {
  /** `new`: not in the base, so that nothing is compared and nothing fails. `not-compared` fails, unless that is allowed. */
  readonly status: 'compared' | 'new' | 'not-compared'
  /** The file in the base, from the root of the repository, or the baseline; null where there is none. */
  readonly with: string | null
  /** One clause: `compared with org.yaml at main`. */
  readonly text: string
}

export type GateName =
  | 'comparison'
  | 'new-findings'
  | 'worse-findings'
  | 'withdrawn'
  | 'severity'
  | 'element'
  | 'principle'
  | 'coverage'
  | 'stale-evidence'
  | 'expired-waiver'
  | 'overdue-plan'
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
  /** Against the base; null where there is none. Waived and planned findings have a status like all others. */
  readonly status: FindingStatus | null
  /** Its level now; see `KnownFinding`. */
  readonly level: Range | null
  /** Its level in the base; null where it is new, or had none. */
  readonly before: Range | null
  /** A gate fails because of it. */
  readonly fails: boolean
  /** Of one that fails: the elements for which a planned date would cover it; empty where none would. */
  readonly plan: readonly ElementId[]
}

export type FindingStatus = 'new' | 'worse' | 'better' | 'unchanged'

/** A finding as a base records it. */
export interface KnownFinding {
  /** The finding's id: rule and element, never a line or a wording. */
  readonly id: string
  readonly element: ElementId | null
  /** The lowest level among the elements it rests on, as bounds; null where nothing is known of any of them. */
  readonly level: Range | null
}

/** A finding of the base that is no longer reported. */
export interface ResolvedFinding extends KnownFinding {
  /** Of its rule; left out where the pack does not have that rule. */
  readonly title?: string
  readonly resolution: Resolution
  /** What would have to be answered for it to be evaluated, such as `6.2.2` or `objectives`; empty for every other reason. */
  readonly missing: readonly string[]
}

/** What became of a finding that is no longer reported. Only the first one is progress. */
export const resolutions = [
  /** Evaluated again, by the same targets, and no longer true. A baseline does not record answers, so they may be lower. */
  'fixed',
  /** An answer, register or file that it rests on is no longer given. */
  'not-evaluated',
  /** What it is about is excluded, or its rule does not apply to this organization. */
  'not-applicable',
  /** The targets of the base would still report it. */
  'target-lowered',
  /** The answers of the base would still report it: a lower level is claimed. */
  'answer-lowered',
  /** The register entry that it is about was removed. */
  'entry-removed',
  /** The guidance pack changed its rule, or no longer has it. */
  'rule-changed',
] as const
export type Resolution = (typeof resolutions)[number]

/** An answer, target or register that was removed or lowered. */
export interface Weakened {
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
  /** Null where nothing of it is left. */
  readonly after: Range | null
  readonly location: Location | null
}

export interface Range {
  readonly lowest: number
  readonly highest: number
}
