/** A typed day as `YYYY-MM-DD`. */
import { isCalendarDate } from '../../core/calendar.ts'
import { plainDigits } from '../typed-numbers.ts'

/** Single digits and dots or slashes between year, month and day are taken; `undefined` for anything else. */
export function readDay(text: string): string | undefined {
  const parts = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(plainDigits(text).trim())
  if (!parts) return undefined
  const day = [parts[1]!, parts[2]!.padStart(2, '0'), parts[3]!.padStart(2, '0')].join('-')
  return isCalendarDate(day) ? day : undefined
}
