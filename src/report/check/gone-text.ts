/** What is said of descriptions that were there in the base and are gone. */
import type { CheckReport } from '../../types/check-report.ts'
import { counted } from '../phrases.ts'

/** So many are named; nobody reads on. */
const most = 10

/** A line for each, not yet safe to print. */
export function goneTexts({ base: { name, gone = [], goneFails } }: CheckReport, all = false): string[] {
  const shown = all ? gone : gone.slice(0, most)
  const hidden = gone.length - shown.length
  return [
    ...shown.map(
      (file) =>
        `${file} was a practice description in ${name} and is none here${goneFails ? ', which fails the check' : ''}`,
    ),
    ...(hidden > 0 ? [`and ${counted(hidden, 'more file')}`] : []),
  ]
}
