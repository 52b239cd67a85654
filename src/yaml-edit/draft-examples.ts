/**
 * The commented-out lines of a drafted description. Whoever answers takes away the mark and writes over the example, so an
 * edit replaces such a line; every other comment stays.
 */

/** Without the mark, by the key they show; remarks behind them are not part of it. */
export const draftExamples = {
  level: 'level: 0',
  practice: 'practice: What is done today, in a sentence.',
  evidence: 'evidence: [{ file: path/to/proof.md, kind: record, date: 2026-01-31 }]',
  owner: 'owner: Role',
  sector: 'sector: manufacturing',
  country: 'country: PT',
  innovation: 'innovation:',
  types: 'types: [product, service]',
  ambition: 'ambition: [incremental, radical]',
  approaches: 'approaches: [internal, open]',
  assessors: 'assessors: [Quality department]',
  targets: 'targets:',
  default: 'default: 3',
  objectives: 'objectives:',
  initiatives: 'initiatives:',
  indicators: 'indicators:',
  risks: 'risks:',
} as const

export interface Example {
  readonly name: string
  /** Where the key would stand without the mark. */
  readonly column: number
  /** The remark behind the example, with the blanks before it; often empty. */
  readonly remark: string
  /** Column of the remark in the line as it is. */
  readonly remarkColumn: number
}

const examples: ReadonlyMap<string, string> = new Map(Object.entries(draftExamples))

/** `undefined` where the line is no example of a draft. */
export function exampleIn(line: string): Example | undefined {
  const [, before = '', inner = '', name = ''] = /^( *)# ( *)([a-z]+):/.exec(line) ?? []
  const example = examples.get(name)
  const start = before.length + 2 + inner.length
  if (example === undefined || !line.startsWith(example, start)) return undefined
  const rest = line.slice(start + example.length)
  const remark = rest.trimStart()
  if (remark !== '' && (remark === rest || !remark.startsWith('#'))) return undefined
  return { name, column: before.length + inner.length, remark, remarkColumn: line.length - remark.length }
}
