import { describe, expect, it } from 'vitest'
import { builtinPack } from '../../src/builtin.ts'
import { minutesLeft, timeLeft } from '../../src/interview/pace.ts'
import { progressOf } from '../../src/interview/progress.ts'
import { described } from './described.ts'

const { framework } = builtinPack()
const practices = `5.1.1: { level: 2 }
5.1.3: { level: 2 }
7.8: { notApplicable: { kind: not-relevant, reason: None here } }
6.4: { criteria: { 1a: yes } }`

describe('progress', () => {
  it.each([
    ['scan', 1, 18, 18],
    ['levels', 3, 52, 51],
    ['criteria', 1, 52, 51],
  ] as const)('at the depth of %s counts %i of %i, %i in scope', (depth, answered, asked, inScope) => {
    expect(progressOf(framework, described(practices), depth).overall).toEqual({ answered, asked, inScope })
  })

  it('counts every element once among the principles', () => {
    const { overall, principles } = progressOf(framework, described(practices), 'levels')
    const sum = (key: 'answered' | 'asked' | 'inScope') =>
      principles.reduce((total, each) => total + each[key], 0)
    expect(principles.map(({ id }) => id)).toEqual(framework.principles.map(({ id }) => id))
    expect([sum('answered'), sum('asked'), sum('inScope')]).toEqual([
      overall.answered,
      overall.asked,
      overall.inScope,
    ])
    expect(principles[1]).toEqual({
      id: 'future-focused-leaders',
      title: 'Future-focused leaders',
      answered: 2,
      asked: 5,
      inScope: 5,
    })
  })

  it('counts among the elements of a sitting only', () => {
    const { overall } = progressOf(framework, described(practices), 'levels', ['5.1.1', '5.1.2'])
    expect(overall).toEqual({ answered: 1, asked: 2, inScope: 2 })
  })
})

describe('the time that is left', () => {
  it.each([
    [[], 18, 'scan', 'about 15 minutes left'],
    [[], 52, 'levels', 'about 50 minutes left'],
    [[1000, 1000], 18, 'scan', 'about 13 minutes left'],
    [[20_000, 40_000, 30_000], 18, 'scan', 'about 14 minutes left'],
    [[20_000, 40_000, 3_600_000, 30_000, 30_000], 18, 'scan', 'about 13 minutes left'],
    // A few quick answers take little from what the next sitting will say; many count.
    [[3000, 4000, 5000], 49, 'levels', 'about 40 minutes left'],
    [Array.from({ length: 40 }, () => 4000), 12, 'levels', 'about 3 minutes left'],
    [[], 52, 'criteria', 'about 2 hours and 15 minutes left'],
    [[], 24, 'criteria', 'about an hour left'],
    [[600_000, 600_000, 600_000], 52, 'criteria', 'about 3 hours and 45 minutes left'],
    [[600_000, 600_000, 600_000, 600_000, 600_000], 52, 'criteria', 'about 4 hours left'],
    [Array.from({ length: 51 }, () => 20_000), 1, 'levels', 'less than a minute left'],
    [[60_000, 60_000, 60_000], 1, 'levels', 'about a minute left'],
    [[60_000, 60_000, 60_000], 0, 'levels', 'nothing left'],
  ] as const)('after %j with %i to go at the depth of %s is: %s', (durations, left, depth, text) => {
    expect(timeLeft(durations, left, depth)).toBe(text)
  })

  it('is a whole number of minutes', () => {
    expect(minutesLeft([61_000, 61_000, 61_000], 10, 'levels')).toBe(10)
  })
})
