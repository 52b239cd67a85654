/** Reads levels and days as people type them: also with Arabic-Indic, Persian and full-width digits. */

import type { Level } from '../types/framework.ts'
import { isCalendarDate } from '../util/calendar.ts'

/** The text with such digits, and the full-width dash between them, as 0 to 9 and "-". */
export function plainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String(digit.charCodeAt(0) & 15)).replaceAll('－', '-')
}

/** 0 to 5, or `undefined` for anything else. */
export function readLevel(text: string): Level | undefined {
  const plain = plainDigits(text.trim())
  return /^[0-5]$/.test(plain) ? (Number(plain) as Level) : undefined
}

/** A day that exists as `YYYY-MM-DD`, or `undefined`. */
export function readDate(text: string): string | undefined {
  const plain = plainDigits(text.trim())
  return isCalendarDate(plain) ? plain : undefined
}
