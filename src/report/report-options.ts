/** What a reporter may be told about how to lay out an assessment. */
import type { Description } from '../types/description.ts'

export interface ReportOptions {
  /** Columns. */
  readonly width: number
  readonly color: boolean
  /** False: drawing characters are plain ASCII. Letters of names stay what they are. */
  readonly unicode: boolean
  /** Every improvement, finding and element. */
  readonly all: boolean
  /** How many improvements to show where not all are; each reporter has its own default. */
  readonly top?: number
  /** Id of the principle to narrow the lists to. */
  readonly principle?: string
  /** The title of a rule, for what is not found yet. */
  readonly ruleTitle?: (rule: string) => string | undefined
  /** What the description says of each element, for reports that repeat it: it may be private. */
  readonly standings?: Description['standings']
  /** Commands that lead on, to show at the end. */
  readonly next: readonly string[]
}
