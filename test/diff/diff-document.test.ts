/** Computes what docs/diff-and-trend.md shows again. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/compare.ts'
import { hybridOf } from '../../src/diff/hybrid.ts'
import { membersIn } from '../../src/diff/movements.ts'
import { exactScore } from '../../src/scoring/exact-score.ts'
import { causes } from '../../src/types/comparison.ts'
import type { Level } from '../../src/types/framework.ts'
import { roundRational } from '../../src/util/rational.ts'
import { repository, run } from '../cli/run.ts'
import { smallFramework } from '../fixtures/framework.ts'
import { elementOf, packOf } from '../scoring/hand-built.ts'
import { sideOf, type Written } from './random-sides.ts'

const text = readFileSync(join(repository, 'docs', 'diff-and-trend.md'), 'utf8')

/** The rows of the table whose heading begins with these columns. */
function table(...columns: readonly string[]): string[][] {
  const lines = text.split('\n')
  const head = lines.findIndex((line) => line.startsWith(`| ${columns.join(' | ')} |`))
  expect(head, columns.join()).toBeGreaterThan(0)
  const end = lines.findIndex((line, index) => index > head && !line.startsWith('|'))
  return lines.slice(head + 2, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

const elements = table('element', 'level before')
const framework = smallFramework({
  principles: [{ id: 'direction', title: 'Direction' }],
  elements: elements.map(([id]) => elementOf(id!, 'direction')),
})
const pack = packOf(framework)
const side = (level: number, target: number) => {
  const written: Written = {
    said: Object.fromEntries(
      elements.map((row) => [row[0]!, { answer: Number(row[level]) as Level, evidence: [] }]),
    ),
    targets: Object.fromEntries(elements.map((row) => [row[0]!, Number(row[target]) as Level])),
    weights: {},
    date: '2026-06-30',
  }
  return sideOf(framework, written, pack)
}
const sides = { before: side(1, 3), after: side(2, 4) }

describe('docs/diff-and-trend.md', () => {
  it.each(table('answers of', 'targets of'))(
    'measures answers of %s with targets of %s as written',
    (...row) => {
      const [answers, targets, there, asked, percent] = row as [string, string, ...string[]]
      const hybrid = hybridOf(
        sides,
        (cause) => (cause === 'answers' ? answers : targets) as 'before' | 'after',
      )
      const members = membersIn(hybrid, null)
      expect(roundRational(exactScore(members, 'percentToTarget')!).toFixed(2)).toBe(percent)
      const sum = (value: (standing: (typeof members)[number]['standing']) => number) =>
        members.reduce((total, { standing }) => total + value(standing), 0)
      expect([sum(({ level, target }) => Math.min(level!, target)), sum(({ target }) => target)]).toEqual([
        Number(there),
        Number(asked),
      ])
    },
  )

  it('shares the change out as written', () => {
    const { overall } = compare(sides)
    const shares = overall.contributions.map(({ cause, points }) => [cause, String(points.percentToTarget)])
    expect([...shares, ['together', String(overall.change.percentToTarget)]]).toEqual(
      table('cause', 'percent to target'),
    )
  })

  it('names every cause', () => {
    const names = table('cause', 'what it is').map(([name]) => name)
    expect(names.map((name) => ({ 'time passed': 'date', guidance: 'pack' })[name!] ?? name)).toEqual([
      ...causes,
    ])
  })

  it('shows what the command prints', async () => {
    const outputs = [...text.matchAll(/<!-- output of: ims-gap (.+) -->\n```text\n([\s\S]*?)```/g)]
    expect(outputs).toHaveLength(1)
    for (const [, command, shown] of outputs) expect((await run(command!.split(' '))).stdout).toBe(shown)
  })
})
