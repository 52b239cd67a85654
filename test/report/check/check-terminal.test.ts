/** A check in the terminal, as a person sees it: one file, several, all of it, narrow and plain. */
import { describe, expect, it } from 'vitest'
import { renderCheckTerminal } from '../../../src/report/check/terminal.ts'
import { options } from '../checks.ts'
import { degenerateReports, report, richCheck } from './reports.ts'

const golden = (name: string) => `golden/terminal-${name}.txt`
const several = report([richCheck(), { ...richCheck(), file: 'second.yaml', status: 'passed' }])

describe('a check in the terminal', () => {
  it.each([
    ['one', report([richCheck()]), { next: ['ims-gap explain 6.2.2 org.yaml'] }],
    ['several', several, { next: [] }],
    ['several-all', several, { all: true, next: [] }],
    ['narrow-ascii', several, { width: 40, unicode: false, next: [] }],
  ])('%s', async (name, checked, more) => {
    const text = renderCheckTerminal(checked, { ...options, ...more })
    await expect(text).toMatchFileSnapshot(golden(name))
  })

  it.each(Object.keys(degenerateReports))('keeps to the width, also for %s', (name) => {
    const text = renderCheckTerminal(degenerateReports[name]!, { ...options, width: 60, next: [] })
    const long = text.split('\n').filter((line) => line.length > 60 && !/\S{40}| {2}ims-gap /.test(line))
    expect(long.filter((line) => !/^(?:passed|failed|invalid|unreadable) /.test(line))).toEqual([])
  })

  it('shows five files that failed, and how many more there are', () => {
    const many = report(
      Array.from({ length: 8 }, (_, index) => ({
        ...richCheck(),
        file: `f${index}.yaml`,
        status: 'failed' as const,
      })),
    )
    const text = renderCheckTerminal(many, { ...options, next: [] })
    expect(text.match(/^GATES: /gm)).toHaveLength(5)
    expect(text).toContain('and 3 more files that failed (--all)')
    expect(text).toContain('8 of 8 files do not pass')
  })
})
