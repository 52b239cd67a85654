/** Descriptions that the base has and that no longer exist. */
import type { CheckReport } from '../../types/check-report.ts'
import { counted } from '../phrases.ts'

/** So many are named. */
const most = 10

/** A line for each, not yet safe to print. */
export function deletedTexts(
  { base: { name, deleted = [], deletedFails } }: CheckReport,
  all = false,
): string[] {
  const shown = all ? deleted : deleted.slice(0, most)
  const hidden = deleted.length - shown.length
  return [
    ...shown.map(
      (file) =>
        `${file} is a practice description in ${name} and no longer exists${deletedFails ? ', which fails the check' : ''}`,
    ),
    ...(hidden > 0 ? [`and ${counted(hidden, 'more file')}`] : []),
  ]
}
