/**
 * A practice description after it was read, checked and bound to a framework: what an organization says it does,
 * and where each element therefore stands. Everything here is checked: later stages hold no defensive code.
 */
import type { DocumentNode, Path } from './document.ts'
import type { FileState } from './file-facts.ts'
import type {
  ElementId,
  EvidenceKind,
  Level,
  OrganizationKind,
  OrganizationSize,
  RegisterName,
} from './framework.ts'

export interface Description {
  readonly file: string
  /** Hex digest of the bytes that were read, computed when it is asked for. */
  readonly sha256: () => string
  /** The tree behind the data, for places. */
  readonly root: DocumentNode
  /** `YYYY-MM-DD`; see design: flag, else the file's date, else today. */
  readonly asOf: string
  readonly organization: Organization
  readonly innovation: {
    readonly types: readonly string[]
    readonly ambition: readonly string[]
    readonly approaches: readonly string[]
  }
  readonly assessment: { readonly date: string | null; readonly assessors: readonly string[] }
  readonly targets: TargetsUsed
  /** Whole number per principle; 1 where nothing was said. */
  readonly principleWeights: ReadonlyMap<string, number>
  /** `checked`: the files cited as evidence were looked at, and what was found decides which pieces count. */
  readonly evidence: 'declared' | 'checked'
  /** One entry per element of the framework, in pack order. */
  readonly standings: ReadonlyMap<ElementId, Standing>
  /** For how many elements each source of evidence is cited: a fact of the file, whether or not a level is known. */
  readonly citations: ReadonlyMap<string, number>
  /** Only registers the file has: a missing one is unknown, an empty one means none. */
  readonly registers: ReadonlyMap<RegisterName, readonly RegisterItem[]>
  readonly waivers: readonly Waiver[]
}

export interface Organization {
  readonly name: string
  readonly kind: OrganizationKind
  readonly size: OrganizationSize
  readonly sector: string | null
  readonly country: string | null
}

/** Which targets hold, most general first, in words a verdict can print. */
export interface TargetsUsed {
  readonly source: 'flag' | 'file' | 'profile'
  /** Such as `--target: 3 for every element` or `the pack's profile "Established organization"`. */
  readonly text: string
  /** The target most elements share; what a one-line verdict states. */
  readonly default: Level
}

/** Where one element stands. `level`, `lowest` and `highest` are what was claimed; evidence is a second axis. */
export interface Standing {
  readonly id: ElementId
  /** `declined` is assessed (level 0) and in scope; the other kinds of not applicable are out of scope. */
  readonly state: 'assessed' | 'not-assessed' | 'not-applicable'
  readonly declined: boolean
  /** Null unless assessed. */
  readonly level: Level | null
  /** Bounds of what the level can be: equal to it when assessed, 0 and 5 when nothing is known. */
  readonly lowest: Level
  readonly highest: Level
  /** The level the evidence carries: at most `level`; null unless assessed. */
  readonly evidenced: Level | null
  /** The level up to which the pieces of evidence that count carry a claim, whatever is claimed. */
  readonly carried: Level
  /**
   * The level the evidence would carry if every piece counted that a finding of its own speaks about: `evidenced` unless
   * files were looked at. What lies above it no piece shows, whatever becomes of the files.
   */
  readonly cited: Level | null
  readonly target: Level
  /** Date from which the element is planned, if any. */
  readonly planned: string | null
  readonly practice: string | null
  readonly owner: string | null
  readonly reviewed: string | null
  readonly confidence: 'low' | 'medium' | 'high' | null
  readonly note: string | null
  readonly flagged: boolean
  /** Answers given, by criterion id. */
  readonly criteria: ReadonlyMap<string, CriterionAnswer>
  readonly evidence: readonly Evidence[]
  readonly notApplicable: {
    readonly kind: NotApplicableKind
    readonly reason: string
    readonly revisit: string | null
  } | null
  /** Where its answer stands, such as `['practices', '6.2.2', 'level']`. */
  readonly path: Path
}

export type CriterionAnswer = 'yes' | 'partly' | 'no' | 'not-applicable'
export type NotApplicableKind = 'not-relevant' | 'outside-control' | 'inherited' | 'declined'

export interface Evidence {
  readonly type: 'file' | 'url' | 'interview' | 'ticket'
  /** The file, address, role or ticket as written. */
  readonly source: string
  readonly kind: EvidenceKind
  readonly date: string | null
  /** The digest the citation names. */
  readonly sha256: string | null
  /** The day it is judged by: its date, else that of the file's last commit; null where neither is known. */
  readonly day: string | null
  readonly state: PieceState
  /** Whether it counts at `asOf`: its state is `fine`. */
  readonly counts: boolean
  /** The level up to which it carries a claim as long as it counts. */
  readonly carries: Level
  readonly path: Path
}

/** Whether a piece of evidence counts and, where it does not, the first reason why. */
export type PieceState =
  | 'fine'
  | Exclude<FileState, 'present'>
  /** Its digest is not the one the citation names. */
  | 'changed'
  /** Older at `asOf` than the months for which evidence of its element counts. */
  | 'too-old'
  /** Its own date is after `asOf`. */
  | 'dated-later'
  /** Undated, and last committed after `asOf`. */
  | 'committed-later'

/** An item of a register, or a piece of evidence: its fields as written, strings, numbers, booleans or lists of strings. */
export interface RegisterItem {
  readonly id: string
  readonly title: string
  readonly fields: Readonly<Record<string, unknown>>
  /** The keys at which fields stand in the file that are not written there under their own name. */
  readonly places?: Readonly<Record<string, string>>
  readonly path: Path
}

export interface Waiver {
  readonly finding: string
  readonly reason: string
  readonly owner: string
  readonly until: string
  /** True while `asOf` is at or before `until`. */
  readonly active: boolean
  readonly path: Path
}
