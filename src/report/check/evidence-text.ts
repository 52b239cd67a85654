/** How a check took the evidence, so that its numbers can be held against those of other commands. */
import type { CheckReport } from '../../types/check-report.ts'
import { declaredText } from '../assessment/phrases.ts'

/** One sentence; empty where nothing could be checked. */
export function evidenceText({ files }: CheckReport): string {
  const evidence = files.find(({ assessment }) => assessment !== null)?.assessment?.evidence
  if (evidence === undefined) return ''
  return evidence === 'checked'
    ? 'Files named as evidence were looked at, which ims-gap assess does only with --evidence checked: it may find less.'
    : declaredText
}
