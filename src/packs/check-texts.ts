/** Checks where terms and the crosswalk lead. */
import type { PackData } from './pack-data.ts'
import type { Reporter } from './reporter.ts'

export function checkTexts({ terms, crosswalk, elements }: PackData, report: Reporter): void {
  const known = Object.keys(terms?.terms ?? {})
  const numbers = Object.keys(elements)
  for (const [term, { see = [] }] of Object.entries(terms?.terms ?? {})) {
    for (const [index, other] of see.entries())
      report.known(['terms', 'terms', term, 'see', index], other, 'term', known)
  }
  for (const [number, { to }] of Object.entries(crosswalk?.entries ?? {})) {
    for (const [index, element] of to.entries())
      report.known(['crosswalk', 'entries', number, 'to', index], element, 'element', numbers)
  }
}
