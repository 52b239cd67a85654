/** One field of a CSV file that no spreadsheet takes for a formula: quoted, on one line, nothing invisible in it. */
import { showSafely } from '../util/show.ts'
import { oneLine } from './wrap-text.ts'

/** Signs that begin a formula, in their ASCII and full-width forms, also behind blanks or an apostrophe-like opening. */
const formula = /^[\s"']*[=+\-@\uff1d\uff0b\uff0d\uff20]/

export function escapeCsv(value: string | number): string {
  if (typeof value === 'number') return `"${value}"`
  const opened = /^[\t\r\n]/.test(value)
  const text = showSafely(oneLine(value))
  return `"${opened || formula.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`
}
