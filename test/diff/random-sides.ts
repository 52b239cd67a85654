/** Random pairs of small descriptions, written as files and read as a user's files are. */
import fc from 'fast-check'
import type { Sides } from '../../src/diff/hybrid.ts'
import { readSide, type Side } from '../../src/diff/side.ts'
import type { Framework, Level, Pack } from '../../src/types/framework.ts'
import { frameworks, level } from '../scoring/arbitrary.ts'
import { packOf } from '../scoring/hand-built.ts'

/** What a file says of an element, part by part, so that parts of two files can be put together. */
interface Said {
  readonly answer: Level | 'not-applicable' | 'declined' | 'criteria' | undefined
  readonly evidence: readonly { readonly kind: string; readonly date: string | undefined }[]
}

export interface Written {
  readonly said: Readonly<Record<string, Said>>
  readonly targets: Readonly<Record<string, Level>>
  readonly weights: Readonly<Record<string, number>>
  readonly date: string
}

function textOf({ said, targets, weights, date }: Written): string {
  const map = (entries: Readonly<Record<string, unknown>>) =>
    `{ ${Object.entries(entries)
      .map(([key, value]) => `"${key}": ${value}`)
      .join(', ')} }`
  return [
    'ims-gap: 1',
    'framework: small:1',
    'organization: { name: Small Firm, kind: established, size: medium }',
    `assessment: { date: ${date} }`,
    `targets: { default: 3, elements: ${map(targets)} }`,
    `weights: { principles: ${map(weights)} }`,
    'practices:',
    ...Object.entries(said).flatMap(([id, { answer, evidence }]) => [
      `  "${id}":`,
      '    practice: Something is done.',
      ...(answer === undefined ? [] : [`    ${answerText(answer)}`]),
      ...(evidence.length === 0 ? [] : ['    evidence:']),
      ...evidence.map(
        ({ kind, date: day }) =>
          `      - { ticket: T-1, kind: ${kind}${day === undefined ? '' : `, date: ${day}`} }`,
      ),
    ]),
    '',
  ].join('\n')
}

function answerText(answer: NonNullable<Said['answer']>): string {
  if (typeof answer === 'number') return `level: ${answer}`
  if (answer === 'criteria') return 'criteria: { 1a: yes, 3a: no }'
  return `notApplicable: { kind: ${answer === 'declined' ? answer : 'not-relevant'}, reason: So it is. }`
}

export function sideOf(framework: Framework, written: Written, pack: Pack = packOf(framework)): Side {
  const { side, diagnostics } = readSide(Buffer.from(textOf(written)), {
    file: 'org.yaml',
    name: 'org.yaml',
    pack,
  })
  if (!side) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return side
}

const days = fc.constantFrom('2024-03-01', '2025-01-31', '2025-09-15', '2026-06-30')
const answers = fc.oneof(
  { weight: 7, arbitrary: level },
  fc.constantFrom<Said['answer'][]>('not-applicable', 'declined', 'criteria', undefined),
)
const evidence = fc.array(
  fc.record({
    kind: fc.constantFrom('document', 'record', 'result'),
    date: fc.option(days, { nil: undefined }),
  }),
  { maxLength: 2 },
)

function writtenFor({ elements, principles }: Framework, answer = answers): fc.Arbitrary<Written> {
  const each = <Value>(ids: readonly { readonly id: string }[], value: fc.Arbitrary<Value>) =>
    fc
      .tuple(...ids.map(() => value))
      .map((values) => Object.fromEntries(ids.map(({ id }, index) => [id, values[index]!])))
  return fc.record({
    said: each(elements, fc.record({ answer, evidence })),
    targets: each(elements, level),
    weights: each(principles, fc.integer({ min: 1, max: 4 })),
    date: days,
  })
}

export interface RandomPair {
  readonly framework: Framework
  readonly before: Written
  readonly after: Written
}

export const pairs: fc.Arbitrary<RandomPair> = frameworks.map(stated).chain((framework) =>
  fc.record({
    framework: fc.constant(framework),
    before: writtenFor(framework),
    after: writtenFor(framework),
  }),
)

/** With this a level is stated however little is assessed, so that every model has a movement to take apart. */
function stated(framework: Framework): Framework {
  return { ...framework, scoring: { ...framework.scoring, coverage: 0 } }
}

export function sidesOf({ framework, before, after }: RandomPair): Sides<Side> {
  const pack = packOf(framework)
  return { before: sideOf(framework, before, pack), after: sideOf(framework, after, pack) }
}

/** The same pair, the later side measured with other guidance: other importance and constants, and an element more or less. */
export const pairsWithPacks: fc.Arbitrary<RandomPair & { readonly later: Framework }> = pairs.chain((pair) =>
  fc
    .record({
      importance: fc.integer({ min: 1, max: 5 }),
      mainWeight: fc.integer({ min: 1, max: 4 }),
      freshness: fc.constantFrom(3, 12, 30),
      fewer: fc.boolean(),
    })
    .map(({ importance, mainWeight, freshness, fewer }) => {
      const { framework } = pair
      const elements = framework.elements.map((element) => ({ ...element, importance, freshness }))
      const kept = fewer && elements.length > 1 ? elements.slice(0, -1) : elements
      const ids = new Set(kept.map(({ id }) => id))
      const later: Framework = {
        ...framework,
        version: '2.0.0',
        sha256: '2'.repeat(64),
        elements: kept,
        scoring: { ...framework.scoring, mainWeight },
      }
      const only = <Value>(entries: Readonly<Record<string, Value>>) =>
        Object.fromEntries(Object.entries(entries).filter(([id]) => ids.has(id)))
      const after = { ...pair.after, said: only(pair.after.said), targets: only(pair.after.targets) }
      return { ...pair, after, later }
    }),
)

export function sidesWithPacks({
  framework,
  later,
  before,
  after,
}: RandomPair & { later: Framework }): Sides<Side> {
  return { before: sideOf(framework, before), after: sideOf(later, after) }
}
