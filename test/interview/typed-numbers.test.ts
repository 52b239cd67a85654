import { describe, expect, it } from 'vitest'
import { readDate, readLevel } from '../../src/interview/typed-numbers.ts'

describe('numbers as people type them', () => {
  it.each([
    ['3', 3],
    [' 0 ', 0],
    ['٣', 3],
    ['۵', 5],
    ['４', 4],
    ['6', undefined],
    ['٦', undefined],
    ['-1', undefined],
    ['3.0', undefined],
    ['03', undefined],
    ['', undefined],
    ['three', undefined],
  ])('%j is the level %s', (text, level) => {
    expect(readLevel(text)).toBe(level)
  })

  it.each([
    ['2027-03-31', '2027-03-31'],
    ['٢٠٢٧-٠٣-٣١', '2027-03-31'],
    ['۲۰۲۷-۰۳-۳۱', '2027-03-31'],
    ['２０２７－０３－３１', '2027-03-31'],
    ['2027-02-29', undefined],
    ['31.3.2027', undefined],
    ['', undefined],
  ])('%j is the day %s', (text, day) => {
    expect(readDate(text)).toBe(day)
  })
})
