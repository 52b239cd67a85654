/** What a reporter may be told about how to lay out a result. */
import type { Description } from '../types/description.ts'
import type { Framework, Texts } from '../types/framework.ts'
import type { PageOptions } from './terminal/page.ts'

export interface ReportOptions extends PageOptions {
  /** Every improvement, finding and element. */
  readonly all: boolean
  /** How much a terminal shows; `summary` where left out. `all` shows more than `full`. */
  readonly detail?: 'brief' | 'summary' | 'full'
  /** How many improvements to show where not all are; each reporter has its own default. */
  readonly top?: number
  /** Id of the principle to narrow the lists to. */
  readonly principle?: string
  /** What the pack calls things that the assessment does not name. */
  readonly names?: PackNames
  /** What the description says of each element, for reports that repeat it: it may be private. */
  readonly standings?: Description['standings']
  /** Commands to run next, shown at the end. */
  readonly next: readonly string[]
  readonly csv?: CsvOptions
}

export interface CsvOptions {
  /** A comma where left out. */
  readonly separator?: ',' | ';' | '\t'
  /** Start with a byte order mark, which some spreadsheets need to read UTF-8. */
  readonly byteOrderMark?: boolean
}

export interface PackNames {
  /** The rule whose findings say no more than that an element is below its target. */
  readonly plainGap: string
  /** `developing` for 2. */
  readonly level: (level: number) => string | undefined
  readonly ruleTitle: (rule: string) => string | undefined
}

export function packNames({ ranking, levels }: Framework, texts: () => Texts): PackNames {
  return {
    plainGap: ranking.plainGap,
    level: (wanted) => levels.find(({ level }) => level === wanted)?.name,
    ruleTitle: (rule) => texts().rules[rule]?.title,
  }
}
