/**
 * A practice description as data once its shape was checked: right keys, right types, ranges and enumerations, dates
 * that exist. Whether numbers and ids mean anything in a framework is not yet known.
 * Every object has a null prototype; what the file left out or left blank is absent.
 */
import type { CriterionAnswer, NotApplicableKind } from './description.ts'
import type { EvidenceKind, Level, OrganizationKind, OrganizationSize, RegisterName } from './framework.ts'

export interface DescriptionData
  extends Partial<Readonly<Record<RegisterName, readonly RegisterItemData[]>>> {
  readonly 'ims-gap': number
  readonly framework: string
  readonly organization: {
    readonly name: string
    readonly kind: OrganizationKind
    readonly size: OrganizationSize
    readonly sector?: string
    readonly country?: string
  }
  readonly innovation?: {
    readonly types?: readonly string[]
    readonly ambition?: readonly string[]
    readonly approaches?: readonly string[]
  }
  readonly assessment?: { readonly date?: string; readonly assessors?: readonly string[] }
  readonly targets?: {
    readonly default?: Level
    readonly principles?: Readonly<Record<string, Level>>
    readonly elements?: Readonly<Record<string, Level>>
  }
  readonly weights?: { readonly principles?: Readonly<Record<string, number>> }
  readonly practices?: Readonly<Record<string, PracticeData>>
  readonly waivers?: readonly {
    readonly finding: string
    readonly reason: string
    readonly owner: string
    readonly until: string
  }[]
}

export interface PracticeData {
  readonly level?: Level
  readonly criteria?: Readonly<Record<string, CriterionAnswer>>
  readonly practice?: string
  readonly evidence?: readonly EvidenceData[]
  readonly owner?: string
  readonly reviewed?: string
  readonly confidence?: 'low' | 'medium' | 'high'
  readonly note?: string
  readonly flagged?: boolean
  readonly notApplicable?: {
    readonly kind: NotApplicableKind
    readonly reason: string
    readonly revisit?: string
  }
  readonly planned?: string
}

/** Exactly one of `file`, `url`, `interview` and `ticket` is there. */
export interface EvidenceData {
  readonly file?: string
  readonly url?: string
  readonly interview?: string
  readonly ticket?: string
  readonly kind: EvidenceKind
  readonly date?: string
  /** 64 hex digits in small letters; only beside `file`. */
  readonly sha256?: string
  readonly note?: string
}

interface RegisterItemData {
  readonly id: string
  readonly title: string
  readonly [field: string]: unknown
}
