import { describe, expect, it } from 'vitest'
import { personDays, showDays } from '../../src/util/person-days.ts'

describe('person-days', () => {
  it.each([
    [0, '0'],
    [0.7, '0.7'],
    [1, '1'],
    [9.9, '9.9'],
    [10, '10'],
    [10.4, '10'],
    [10.5, '11'],
    [35.7, '36'],
    [656.6, '657'],
  ])('%d are shown as %s: whole from ten on', (days, shown) => {
    expect(showDays(days)).toBe(shown)
  })

  it('has a singular for one only', () => {
    expect([0.5, 1, 1.4, 33].map(personDays)).toEqual([
      '0.5 person-days',
      '1 person-day',
      '1.4 person-days',
      '33 person-days',
    ])
  })
})
