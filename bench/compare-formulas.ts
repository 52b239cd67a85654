/** Compares formulas for the order of improvements on the archetypes and the examples: the table of docs/scoring.md. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assess } from '../src/assess.ts'
import type { Assessment, Improvement } from '../src/types/assessment.ts'

/** What an experienced assessor put first, before any program had ranked the organization. */
const assessorsFirst: Readonly<Record<string, readonly string[]>> = {
  'micro-startup': ['8.3.4', '7.8', '7.1.5', '8.3.6', '9.1.1'],
  hospital: ['8.3.6', '7.1.3', '7.8', '6.4', '5.3'],
  bank: ['8.3.4', '4.4.2', '5.1.2', '8.3.6', '6.4'],
  saas: ['6.4', '5.1.4', '7.1.3', '6.3', '6.1'],
}

interface Organization {
  readonly name: string
  readonly improvements: readonly Improvement[]
  /** Empty where no assessor's list is known. */
  readonly expected: readonly string[]
}

type Formula = (improvement: Improvement, all: readonly Improvement[], days: number) => number

const factor = ({ because }: Improvement, term: string) =>
  because.find((each) => each.term === term)?.value ?? 0
const gain = (one: Improvement) => one.gain.overall
const product = (one: Improvement) => gain(one) * factor(one, 'leverage') * factor(one, 'urgency')
const waitingFor = (one: Improvement, all: readonly Improvement[]) =>
  all.filter(({ element }) => one.unlocks.includes(element))

const formulas: readonly (readonly [name: string, formula: Formula])[] = [
  ['gain x leverage x urgency (chosen)', (one) => product(one)],
  ['gain', (one) => gain(one)],
  ['gain x urgency', (one) => gain(one) * factor(one, 'urgency')],
  ['gain x leverage', (one) => gain(one) * factor(one, 'leverage')],
  [
    'chosen, what waits passes its value to every blocker',
    (one, all) => Math.max(product(one), ...waitingFor(one, all).map(product)),
  ],
  [
    'chosen, less half for each finding it opens',
    (one) =>
      gain(one) * factor(one, 'leverage') * Math.max(0.5, factor(one, 'urgency') - 0.5 * one.opens.length),
  ],
  ['chosen / effort^0.33', (one, _, days) => product(one) / days ** 0.33],
  ['chosen / effort^0.5', (one, _, days) => product(one) / days ** 0.5],
  ['chosen / effort (version 0.1)', (one, _, days) => product(one) / days],
]

function organizationsIn(root: string): Organization[] {
  const read = (folder: string, names: readonly string[]) =>
    names.flatMap((name): Organization[] => {
      const { assessment } = assess(readFileSync(join(root, folder, `${name}.yaml`)), { today: '2026-12-01' })
      return assessment ? [organizationOf(name, assessment)] : []
    })
  const examples = readdirSync(join(root, 'examples'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
  return [...read('test/fixtures/archetypes', Object.keys(assessorsFirst)), ...read('examples', examples)]
}

function organizationOf(name: string, { improvements }: Assessment): Organization {
  return { name, improvements, expected: assessorsFirst[name] ?? [] }
}

const likelyDays = ({ effort }: Improvement) => Math.max(0.1, effort.likely)

function order(
  { improvements }: Organization,
  formula: Formula,
  daysOf: (improvement: Improvement) => number = likelyDays,
): string[] {
  return improvements
    .map((one) => ({ element: one.element, value: formula(one, improvements, daysOf(one)) }))
    .sort((a, b) => b.value - a.value)
    .map(({ element }) => element)
}

/** A small generator of numbers from 0 to 1, the same on every machine (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The part of the first five that stays when every effort is scaled by 0.5 to 2, over 50 rounds. */
function stability(all: readonly Organization[], formula: Formula): number {
  const next = numbersFrom(1)
  const parts = all.flatMap((organization) => {
    const first = order(organization, formula).slice(0, 5)
    return Array.from({ length: 50 }, () => {
      const scaled = order(organization, formula, (one) => likelyDays(one) * 2 ** (2 * next() - 1))
      return shared(first, scaled.slice(0, 5)) / Math.max(1, first.length)
    })
  })
  return mean(parts)
}

/** How much the first fives of different organizations have in common, as the part of all their members (Jaccard). */
function overlap(all: readonly Organization[], formula: Formula): number {
  const firsts = all
    .map((organization) => order(organization, formula).slice(0, 5))
    .filter(({ length }) => length === 5)
  const parts = firsts.flatMap((one, index) =>
    firsts.slice(index + 1).map((other) => shared(one, other) / (10 - shared(one, other))),
  )
  return mean(parts)
}

/** Spearman's rank correlation with the chosen order. */
function correlation(all: readonly Organization[], formula: Formula): number {
  return mean(
    all.flatMap((organization) => {
      const [chosen, other] = [order(organization, formulas[0]![1]), order(organization, formula)]
      const count = chosen.length
      if (count < 2) return []
      const squares = chosen.reduce((sum, id, rank) => sum + (rank - other.indexOf(id)) ** 2, 0)
      return [1 - (6 * squares) / (count * (count * count - 1))]
    }),
  )
}

function hits(all: readonly Organization[], formula: Formula, places: number): number {
  return all.reduce(
    (sum, organization) => sum + shared(order(organization, formula).slice(0, places), organization.expected),
    0,
  )
}

const shared = (one: readonly string[], other: readonly string[]) =>
  one.filter((id) => other.includes(id)).length
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** `root`: of the repository. A table in Markdown, without a line break at its end. */
export function compareFormulas(root: string): string {
  const all = organizationsIn(root)
  const judged = all.filter(({ expected }) => expected.length > 0)
  const wanted = judged.reduce((sum, { expected }) => sum + expected.length, 0)
  const rows = formulas.map(([name, formula]) => [
    name,
    hits(judged, formula, 5),
    hits(judged, formula, 10),
    correlation(all, formula).toFixed(2),
    overlap(all, formula).toFixed(2),
    stability(all, formula).toFixed(2),
  ])
  return [
    `| formula | hits in first 5 (of ${wanted}) | hits in first 10 | correlation | overlap | stability |`,
    '|---|--:|--:|--:|--:|--:|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')
}
