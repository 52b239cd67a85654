/** How the assessments of one description went along its history: plain data, the contract behind every output of `trend`. */
import type { Assessment, Score } from './assessment.ts'
import type { Cause, CauseDifference } from './comparison.ts'
import type { PrincipleId } from './framework.ts'

export interface Trend {
  readonly schemaVersion: 1
  readonly tool: Assessment['tool']
  /** The guidance every version was measured with: one and the same, so that the numbers compare. */
  readonly framework: Assessment['framework']
  /** Files named as evidence were not looked at. */
  readonly evidence: 'declared'
  readonly file: string
  /** The last version of every such period; `commit`: every version. */
  readonly every: Every
  readonly principles: readonly { readonly id: PrincipleId; readonly title: string }[]
  /** Oldest first. */
  readonly points: readonly TrendPoint[]
}

export const everyWords = ['commit', 'week', 'month', 'quarter'] as const
export type Every = (typeof everyWords)[number]

export interface TrendPoint {
  /** Null for the file as it lies there, where that is not what was committed last. */
  readonly commit: string | null
  /** `YYYY-MM-DD`, the day of the commit, else today. */
  readonly date: string
  /** The file's name at that time. */
  readonly path: string
  readonly status: 'assessed' | 'other-guidance' | 'invalid'
  /** Why it has no score, in a sentence; null where it has one. Here the line is broken: this is not zero. */
  readonly problem: string | null
  /** The day it was assessed at: the file's own, else that of the commit; null without a score. */
  readonly asOf: string | null
  readonly overall: Score | null
  /** In the order of the guidance; empty without a score. */
  readonly principles: readonly { readonly id: PrincipleId; readonly score: Score }[]
  /** What differs from the last version before it that has a score; empty for the first. */
  readonly changed: readonly Cause[]
  /** The same in words, such as `2 answers were withdrawn`. */
  readonly differences: readonly CauseDifference[]
}
