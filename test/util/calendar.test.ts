import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { before as dateBefore, isCalendarDate, readDuration, weekOf } from '../../src/util/calendar.ts'

const utc = (year: number, month: number, day: number) => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date
}
const iso = (date: Date) => date.toISOString().slice(0, 10)
const dates = fc
  .record({ year: fc.integer({ min: 2, max: 9999 }), dayOfYear: fc.integer({ min: 1, max: 365 }) })
  .map(({ year, dayOfYear }) => iso(utc(year, 1, dayOfYear)))

describe('calendar dates', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2100-02-29', false],
    ['2400-02-29', true],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['0000-01-01', false],
    ['0001-01-01', true],
    ['9999-12-31', true],
    ['2026-1-1', false],
    ['2026-01-01T00:00', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isCalendarDate(text)).toBe(exists)
  })

  it('has 29 February in exactly the years in which the Gregorian calendar has it', () => {
    for (let year = 1; year <= 9999; year++) {
      const text = `${String(year).padStart(4, '0')}-02-29`
      expect(isCalendarDate(text), text).toBe(utc(year, 2, 29).getUTCMonth() === 1)
    }
  })

  it('goes back by days as UTC dates do, across leap years and centuries', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 9999 }), (date, count) => {
        const expected = new Date(`${date}T00:00:00Z`)
        expected.setUTCDate(expected.getUTCDate() - count)
        fc.pre(expected.getUTCFullYear() >= 1)
        expect(dateBefore(date, { count, unit: 'days' })).toBe(iso(expected))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2100-03-31', 1, '2100-02-28'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2026-01-15', 25, '2023-12-15'],
    ['0001-02-01', 12, '0001-01-01'],
  ])('%s less %s months is %s', (date, count, expected) => {
    expect(dateBefore(date, { count, unit: 'months' })).toBe(expected)
  })

  it('starts weeks on Monday', () => {
    expect(weekOf('2026-11-30')).toBe(weekOf('2026-12-06'))
    expect(weekOf('2026-12-07')).toBe(weekOf('2026-12-06') + 1)
  })

  it.each([
    ['24 months', { count: 24, unit: 'months' }],
    ['1 month', { count: 1, unit: 'months' }],
    ['90 days', { count: 90, unit: 'days' }],
    ['0 days', { count: 0, unit: 'days' }],
    ['10000 days', undefined],
    ['2 years', undefined],
  ])('reads %s as a duration', (text, expected) => {
    expect(readDuration(text)).toEqual(expected)
  })
})
