/** Which findings an improvement brings up, by the names a reader knows them under. */
import type { Assessment, Improvement } from '../types/assessment.ts'
import { elementNames } from './phrases.ts'
import type { ReportOptions } from './report-options.ts'

export interface OpenedFinding {
  readonly id: string
  /** Of the rule; null where none is known. */
  readonly title: string | null
  /** The element, where it is not the one raised. */
  readonly at: string | null
}

/** What is not found yet has no finding to take a title from, so the rules' titles come from outside. */
export function openedFindings(
  { element, opens }: Improvement,
  assessment: Assessment,
  ruleTitle: ReportOptions['ruleTitle'],
): readonly OpenedFinding[] {
  const nameOf = elementNames(assessment)
  return opens.map((id) => {
    const [rule = id, subject = ''] = id.split('@')
    const about = subject.split('#')[0]!
    const at = about === element || about === 'organization' ? null : nameOf(about)
    return { id, title: ruleTitle?.(rule) ?? null, at }
  })
}
