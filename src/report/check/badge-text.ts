/** What a badge says: where the organization stands, or how many files pass; in colour whether the check passed. */
import type { CheckReport, FileCheck } from '../../types/check-report.ts'
import { fixed } from '../phrases.ts'

export interface BadgeText {
  readonly label: string
  readonly message: string
  /** `neutral` where no gate was asked for, or too little is assessed. */
  readonly state: 'passed' | 'failed' | 'neutral'
}

const label = 'innovation management'

/** Nothing in it is a text from a file. */
export function badgeText({ files, passed }: CheckReport): BadgeText {
  const [only] = files
  if (only === undefined) return { label, message: 'nothing checked', state: 'neutral' }
  // These gates are always on.
  const gated = files.some(({ gates }) =>
    gates.some(({ gate }) => gate !== 'expired-waiver' && gate !== 'overdue-plan'),
  )
  // Green would say that what is not known is fine.
  const isKnown = files.every(({ assessment }) => assessment && !assessment.scores.overall.withheld)
  const state = passed ? (gated && isKnown ? 'passed' : 'neutral') : 'failed'
  if (files.length === 1) return { label, message: standing(only, passed), state }
  const passing = files.filter(({ status }) => status === 'passed').length
  // A description that was deleted may fail what every file passes.
  const failed = !passed && passing === files.length ? ', check failed' : ''
  return { label, message: `${passing} of ${files.length} files pass${failed}`, state }
}

/** A failed check is said in words too: colour alone does not reach everybody. */
function standing({ status, assessment }: FileCheck, passed: boolean): string {
  if (assessment === null) return status === 'invalid' ? 'file has mistakes' : 'file cannot be read'
  const { level, lowest, highest, withheld } = assessment.scores.overall
  const { assessed, inScope } = assessment.coverage
  const failed = passed ? '' : ', check failed'
  if (inScope === 0) return `nothing in scope${failed}`
  if (assessed === 0) return `not assessed${failed}`
  // Where too little is assessed to state a level, the range of what is possible stands alone.
  if (withheld || level === null) return `${fixed(lowest)} to ${fixed(highest)} of 5${failed}`
  return `${fixed(level)} of 5${failed}`
}
