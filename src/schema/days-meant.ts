/** Which days a date may mean that is written in another way than `YYYY-MM-DD`. */
import { isCalendarDate } from '../util/calendar.ts'

/** With the year first, month and day follow; with dots, the day is first; else it may be either. None where it is no day. */
export function daysMeant(text: string): readonly string[] {
  const [, first = '', second = '', third = ''] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text) ?? []
  if (first !== '') return [dayOf(first, second, third)].filter(isCalendarDate)
  const [, one = '', mark, two = '', year = ''] = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(text) ?? []
  const days = mark === '.' ? [dayOf(year, two, one)] : [dayOf(year, two, one), dayOf(year, one, two)]
  return [...new Set(days)].filter(isCalendarDate)
}

function dayOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
