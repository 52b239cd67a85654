/**
 * Calendar days as `YYYY-MM-DD` texts, years 0001 to 9999: checked, compared and shifted without a clock,
 * a time zone or `Date`. Such texts sort as the days do, so "before" is plain comparison.
 */

export interface Duration {
  readonly count: number
  readonly unit: 'days' | 'months'
}

/** True for a day that exists, written with dashes and leading zeros. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** The day that lies `duration` before `date`; a day a month does not have becomes its last. */
export function before(date: string, { count, unit }: Duration): string {
  const { year, month, day } = partsOf(date)
  if (unit === 'days') return fromDayNumber(dayNumber(year, month, day) - count)
  const months = year * 12 + (month - 1) - count
  const shiftedYear = Math.floor(months / 12)
  if (shiftedYear < 1) return '0001-01-01'
  const shiftedMonth = (months % 12) + 1
  return write(shiftedYear, shiftedMonth, Math.min(day, daysIn(shiftedYear, shiftedMonth)))
}

/** The last day that has begun somewhere on Earth when it is `date` in UTC. */
export function latestDay(date: string): string {
  return before(date, { count: -1, unit: 'days' })
}

/** Counts weeks that begin on Monday: the same number for the days of one week. */
export function weekOf(date: string): number {
  const { year, month, day } = partsOf(date)
  // The first day of year 1 was a Monday.
  return Math.floor(dayNumber(year, month, day) / 7)
}

/** `24 months`, `1 month`, `90 days`, `0 days`; `undefined` for anything else. At most 9,999. */
export function readDuration(text: string): Duration | undefined {
  const match = /^([1-9]\d{0,3}|0(?= days)) (day|month)s?$/.exec(text)
  return match ? { count: Number(match[1]), unit: match[2] === 'day' ? 'days' : 'months' } : undefined
}

function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1 January of year 1. */
function dayNumber(year: number, month: number, day: number): number {
  const past = year - 1
  let days = past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
  for (let earlier = 1; earlier < month; earlier++) days += daysIn(year, earlier)
  return days + day - 1
}

function fromDayNumber(days: number): string {
  if (days <= 0) return '0001-01-01'
  let year = Math.floor(days / 366) + 1
  while (dayNumber(year + 1, 1, 1) <= days) year++
  let rest = days - dayNumber(year, 1, 1)
  let month = 1
  while (rest >= daysIn(year, month)) rest -= daysIn(year, month++)
  return write(year, month, rest + 1)
}

function write(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
