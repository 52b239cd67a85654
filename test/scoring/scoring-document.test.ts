/** Computes every table of docs/scoring.md again. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scoresOf } from '../../src/scoring/scores.ts'
import { weigh } from '../../src/scoring/weights.ts'
import type { Finding } from '../../src/types/assessment.ts'
import type { Framework, Level } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'
import { type Answer, describeAnswers, elementOf, improvementsFor } from './hand-built.ts'

const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'scoring.md'), 'utf8')

type Row = Readonly<Record<string, string>>

/** The rows of the table whose heading begins with these columns. */
function table(...columns: readonly string[]): Row[] {
  const lines = text.split('\n')
  const cells = (line: string) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim())
  const head = lines.findIndex((line) => line.startsWith(`| ${columns.join(' | ')} |`))
  expect(head, columns.join()).toBeGreaterThan(0)
  const names = cells(lines[head]!)
  const rows: Row[] = []
  for (let index = head + 2; lines[index]?.startsWith('|'); index++)
    rows.push(Object.fromEntries(cells(lines[index]!).map((cell, column) => [names[column]!, cell])))
  return rows
}

const list = (cell: string | undefined) => (cell ? cell.split(', ') : [])
const idOf = (cell: string) => cell.split(' ')[0]!

const elements = table('element', 'serves mainly')
const weights = table('element', 'weight in direction')
const scores = table('score', 'level')
const needs = table('improvement', 'needs')
const closed = table('finding', 'severity')
const ranking = table('rank', 'improvement')

const framework: Framework = smallFramework({
  principles: [
    { id: 'direction', title: 'Direction' },
    { id: 'people', title: 'People' },
  ],
  clauses: [
    { id: '1', title: 'Steering', parent: null },
    { id: '2', title: 'Working', parent: null },
  ],
  elements: elements.map((row) => {
    const id = idOf(row.element!)
    const raise = needs.find(({ improvement }) => improvement === id)
    return elementOf(id, row['serves mainly']!, {
      also: list(row.also),
      importance: Number(row.importance),
      foundation: row.element!.includes('(foundation)'),
      needs: list(raise?.needs).map((need) => ({
        element: idOf(need),
        lag: Number(/lag (\d)/.exec(need)?.[1] ?? 1),
      })),
      ...(raise && {
        steps: list(raise['days per step (likely)']).map((days) => ({
          low: 0,
          likely: Number(days),
          high: 99,
        })),
      }),
    })
  }),
})

const column = <Value>(name: string, read: (cell: string) => Value) =>
  Object.fromEntries(elements.map((row) => [idOf(row.element!), read(row[name]!)]))

const description = describeAnswers(
  framework,
  column(
    'level',
    (cell): Answer => (cell === '?' ? undefined : cell === '–' ? 'not-applicable' : (Number(cell) as Level)),
  ),
  {
    size: 'small',
    targets: column('target', (cell) => Number(cell) as Level),
    evidenced: column('evidence carries', (cell) => (Number(cell) || 0) as Level),
  },
)

describe('the example in docs/scoring.md', () => {
  const weighed = weigh(framework, description)

  it('has elements, weights, scores, improvements and a ranking to compute again', () => {
    expect([elements, weights, scores, needs, closed, ranking].map((rows) => rows.length)).toEqual([
      6, 5, 5, 4, 2, 4,
    ])
  })

  it.each(weights)('weighs $element as written, up to a common multiple', (row) => {
    const id = row.element!
    const [first] = weights
    const unit = weighed.overall.get(first!.element!)! / BigInt(first!['weight overall']!)
    expect(weighed.overall.get(id)).toBe(unit * BigInt(row['weight overall']!))
    for (const principle of ['direction', 'people'])
      expect(weighed.principles.get(principle)!.get(id) ?? 0n).toBe(BigInt(row[`weight in ${principle}`]!))
  })

  it.each(scores)('scores $score as written', (row) => {
    const all = scoresOf(framework, description, weighed)
    const [kind, id] = row.score!.split(' ')
    const { score, weakest } =
      kind === 'overall'
        ? { score: all.overall, weakest: [] }
        : (kind === 'principle' ? all.principles : all.clauses).find((each) => each.id === id)!
    const number = (name: string) => (row[name] === 'withheld' ? null : Number(row[name]))
    expect(score).toEqual({
      level: number('level'),
      lowest: number('lowest'),
      highest: number('highest'),
      evidenced: number('evidenced'),
      target: number('target'),
      percentToTarget: number('percent to target'),
      spread: number('spread'),
      assessed: number('assessed'),
      inScope: number('in scope'),
      withheld: row.level === 'withheld',
    })
    expect(weakest).toEqual(list(row.weakest))
  })

  const findings = closed.map(
    (row) =>
      ({ ...row, id: row.finding, rule: row.finding, category: 'gap', waived: false }) as unknown as Finding,
  )
  const improvements = improvementsFor(framework, description, {
    findings,
    closes: (id) => closed.filter((row) => row['closed by'] === id).map((row) => row.finding!),
  })

  it.each(needs)('raises $improvement from, to and after what is written', (row) => {
    const { from, to, blockedBy } = improvements.find(({ element }) => element === row.improvement)!
    expect({ from, to, blockedBy }).toEqual({
      from: Number(row.from),
      to: Number(row.to),
      blockedBy: list(row['blocked by']),
    })
  })

  it('ranks as written, with every factor', () => {
    const rows = improvements.map(({ rank, element, because, value, priority, first }) => [
      rank,
      element,
      ...because.map((factor) => factor.value),
      value,
      priority,
      first.to,
      first.after.join(', '),
    ])
    expect(rows).toEqual(
      ranking.map((row) =>
        Object.entries(row).map(([name, cell]) =>
          name === 'improvement' || name === 'after' ? cell : Number(cell),
        ),
      ),
    )
  })

  it('does the sums in the text right', () => {
    const sums = text.replaceAll(/\n\s*/g, ' ').match(/[\d(][\d .×+/()]*( = [\d .×+/()]*[\d)])+/g)!
    expect(sums.length).toBe(11)
    for (const sum of sums) {
      const values = sum.split(' = ').map(compute)
      for (const value of values) expect(Math.abs(value - values.at(-1)!), sum).toBeLessThanOrEqual(0.0051)
    }
  })
})

/** Brackets first, then products and quotients, then sums. */
function compute(sum: string): number {
  const inner = /\(([^()]*)\)/.exec(sum)
  if (inner) return compute(sum.replace(inner[0], String(compute(inner[1]!))))
  let total = 0
  for (const product of sum.split(' + ')) {
    const [first, ...factors] = product.trim().split(/ (?=[×/])/)
    let value = Number(first)
    for (const factor of factors)
      value = factor.startsWith('/') ? value / Number(factor.slice(2)) : value * Number(factor.slice(2))
    total += value
  }
  return total
}
