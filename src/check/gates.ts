/** What a check holds descriptions against: every gate that can be asked for, as plain values, and which hold unasked. */

import type { EarlierFindings } from '../scoring/compare-findings.ts'
import type { Finding } from '../types/assessment.ts'
import type { FileComparison } from '../types/check-report.ts'
import type { ElementId, Level, PrincipleId, Severity } from '../types/framework.ts'

/** The least severity that fails; `none`: the gate is off. */
export type Threshold = Severity | 'none'

export const thresholds: readonly Threshold[] = ['high', 'medium', 'low', 'none']

/** Lowest values by principle, or for `overall`; 0 to 5 with at most two decimals. */
type Minimums = Readonly<Record<PrincipleId | 'overall', number>>

export interface Gates {
  /** Any finding that is at least that severe and neither waived nor planned. */
  readonly failOn: Threshold
  /** The same among findings that are new or worse than in the base. */
  readonly failOnNew: Threshold
  /** Least level by element. */
  readonly require: Readonly<Record<ElementId, Level>>
  /** On the level, which may be withheld. */
  readonly min: Minimums
  /** On the lower end of the interval. */
  readonly minLowest: Minimums
  /** On the level that evidence carries. */
  readonly minEvidenced: Minimums
  /** Percent of the elements in scope that must be assessed. */
  readonly minCoverage: number | null
  readonly failOnStale: boolean
  /** Answers, scope, targets and registers that a revision has and that are withdrawn; nothing against any other base. */
  readonly failOnWithdrawn: boolean
  /** A file that cannot be compared with the base passes. */
  readonly allowUncompared: boolean
}

/** Without a base nothing is new, so that the only one of these that is on then has nothing to say. */
export const defaultGates: Gates = {
  failOn: 'none',
  failOnNew: 'low',
  require: {},
  min: {},
  minLowest: {},
  minEvidenced: {},
  minCoverage: null,
  failOnStale: false,
  failOnWithdrawn: false,
  allowUncompared: false,
}

/** The later wins; what is asked by element or principle wins one by one. */
export function mergeGates(earlier: Gates, later: Partial<Gates>): Gates {
  return {
    ...earlier,
    ...later,
    require: { ...earlier.require, ...later.require },
    min: { ...earlier.min, ...later.min },
    minLowest: { ...earlier.minLowest, ...later.minLowest },
    minEvidenced: { ...earlier.minEvidenced, ...later.minEvidenced },
  }
}

/** `2` or `2.25`, from 0 to 5; `undefined` for anything else. */
export function readMinimum(text: string): number | undefined {
  return /^(?:[0-4](?:\.\d{1,2})?|5(?:\.00?)?)$/.test(text) ? Number(text) : undefined
}

export function isOpen({ waived, planned }: Finding): boolean {
  return !waived && !planned
}

/** What a base says of one file. */
export interface FileBase {
  readonly comparison: FileComparison
  /** Null unless compared. */
  readonly earlier: EarlierFindings | null
  /** Added where findings are new, such as that the baseline has no entries for this file; null where there is nothing to add. */
  readonly newBecause: string | null
}
