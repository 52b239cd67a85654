import { describe, expect, it } from 'vitest'
import { choose } from '../../../src/interview/loop/choose.ts'

const choices = ['established', 'temporary', 'start-up', 'not relevant'].map((name, index) => ({
  key: String(index + 1),
  name,
}))

describe('a typed word', () => {
  it.each([
    ['start-up', 'start-up'],
    ['startup', 'start-up'],
    ['Start up', 'start-up'],
    ['startu', 'start-up'],
    ['notrelevant', 'not relevant'],
    ['3', 'start-up'],
    ['-3', undefined],
    ['s', undefined],
    ['startups', undefined],
    ['', undefined],
  ])('%j means %s', (typed, name) => expect(choose(typed, choices)?.name).toBe(name))
})
