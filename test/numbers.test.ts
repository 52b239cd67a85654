/**
 * Every number of every example, one per line, in test/golden/numbers: a change of wording or structure leaves these files
 * alone, and a change of a formula or a rule shows there line by line.
 */
import { describe, expect, it } from 'vitest'
import { run } from './cli/run.ts'

const examples = [
  'examples/large.yaml',
  'examples/manufacturer.yaml',
  'examples/minimal.yaml',
  'examples/paper-only.yaml',
  'examples/public-laboratory.yaml',
  'examples/real/gds.yaml',
  'examples/real/gitlab.yaml',
  'examples/start-up.yaml',
  'examples/two-rounds/2025.yaml',
  'examples/two-rounds/2026.yaml',
]

// biome-ignore lint/suspicious/noExplicitAny: parsed JSON whose shape its schema tests
type Json = any

async function json(...argv: string[]): Promise<Json> {
  const { code, stdout, stderr } = await run([...argv, '--format', 'json'])
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout)
}

const score = (s: Json) =>
  s === null
    ? 'none'
    : `level ${s.level} in ${s.lowest} to ${s.highest}, evidenced ${s.evidenced}, target ${s.target}, ${s.percentToTarget} %, spread ${s.spread}, ${s.assessed} of ${s.inScope}`

function assessmentLines({ scores, findings, improvements, outcomes, notEvaluated }: Json): string[] {
  return [
    `overall: ${score(scores.overall)}`,
    ...scores.principles.map((p: Json) => `principle ${p.id}: ${score(p.score)}; weakest ${p.weakest}`),
    ...scores.clauses.map((c: Json) => `clause ${c.id}: ${score(c.score)}`),
    ...scores.elements.map(
      (e: Json) =>
        `element ${e.id}: ${e.state} ${e.level} in ${e.lowest} to ${e.highest}, evidenced ${e.evidenced}, target ${e.target}, gap ${e.gap}`,
    ),
    ...findings.map(
      (f: Json) =>
        `finding ${f.id}: ${f.severity}, ${f.confidence}${f.waived ? ', waived' : ''}${f.planned ? ', planned' : ''}`,
    ),
    ...improvements.map(
      (i: Json) =>
        `improvement ${i.rank}: ${i.element} from ${i.from} to ${i.to}, priority ${i.priority}, gain ${i.gain.overall}, effort ${i.effort.low} to ${i.effort.high}, likely ${i.effort.likely}; closes ${i.closes}; opens ${i.opens}; blocked by ${i.blockedBy.map((b: Json) => b.element ?? b)}`,
    ),
    `outcomes: ${JSON.stringify(outcomes)}`,
    `not evaluated: ${notEvaluated.map((n: Json) => `${n.rule}@${n.element}`).join(' ')}`,
  ]
}

const goldenOf = (name: string) =>
  `golden/numbers/${name.replace(/^examples\//, '').replaceAll('/', '-')}.txt`

describe('the numbers of the examples', () => {
  it.each(examples)('%s is assessed with the recorded numbers', async (example) => {
    const lines = assessmentLines(await json('assess', example))
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(goldenOf(example))
  })

  it('the two rounds differ by the recorded numbers', async () => {
    const { comparisons } = await json(
      'diff',
      'examples/two-rounds/2025.yaml',
      'examples/two-rounds/2026.yaml',
    )
    const [{ overall, principles }] = comparisons
    const movement = (m: Json) =>
      `${JSON.stringify(m.change)} by ${m.contributions.map((c: Json) => JSON.stringify(c)).join(' ')}`
    const lines = [
      `overall: ${movement(overall)}`,
      ...principles.map((p: Json) => `${p.id}: ${movement(p.movement)}`),
    ]
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/numbers/two-rounds-diff.txt')
  })
})
