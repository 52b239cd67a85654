/** Checks where terms and the crosswalk lead. */
import type { PackData } from './pack-data.ts'
import type { Reporter } from './reporter.ts'

export function checkTexts({ terms, crosswalk, elements }: PackData, report: Reporter): void {
  const known = Object.keys(terms?.terms ?? {})
  for (const [term, { see = [] }] of Object.entries(terms?.terms ?? {})) {
    see.forEach((other, index) => report.known(['terms', 'terms', term, 'see', index], other, 'term', known))
  }
  for (const [number, { to }] of Object.entries(crosswalk?.entries ?? {})) {
    to.forEach((element, index) =>
      report.known(['crosswalk', 'entries', number, 'to', index], element, 'element', Object.keys(elements)),
    )
  }
}
