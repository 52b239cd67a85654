import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderGitlab } from '../../../src/report/check/gitlab.ts'
import { renderSarif } from '../../../src/report/check/sarif.ts'
import { options } from '../checks.ts'
import { checkText, report } from './reports.ts'

const head = `ims-gap: 1
framework: iso-56002:2019
organization: { name: Lindqvist Joinery, kind: established, size: small }
assessment: { date: 2026-09-18 }
`
const answers = [
  ['5.1.4', 'level: 1'],
  ['6.2.1', 'level: 3'],
  ['6.2.2', 'level: 0'],
  ['7.1.3', 'level: 0'],
  ['8.3.3', 'level: 2'],
  ['8.3.4', 'level: 1'],
  ['8.3.5', 'level: 3'],
] as const
const objectives = ['I', 'II', 'III'].map((id) => `{ id: ${id}, title: Objective ${id} }`)

interface Layout {
  readonly order: readonly number[]
  readonly registerOrder: readonly number[]
  readonly indent: number
  readonly comments: readonly string[]
  readonly registerFirst: boolean
}

/** The same description, written differently. */
function written({ order, registerOrder, indent, comments, registerFirst }: Layout): string {
  const space = ' '.repeat(indent)
  const practices = order.map((index, position) => {
    const [element, level] = answers[index]!
    return `${comments[position] ?? ''}${space}${element}:\n${space}${space}${level}\n`
  })
  const parts = [
    `practices:\n${practices.join('')}`,
    `objectives:\n${registerOrder.map((index) => `${space}- ${objectives[index]}\n`).join('')}`,
  ]
  return head + (registerFirst ? parts.reverse() : parts).join('')
}

const layouts = fc.record<Layout>({
  order: fc.shuffledSubarray([...answers.keys()], { minLength: answers.length }),
  registerOrder: fc.shuffledSubarray([...objectives.keys()], { minLength: objectives.length }),
  indent: fc.integer({ min: 1, max: 6 }),
  comments: fc.array(fc.constantFrom('', '\n', '# moved\n\n', '\n\n\n  # kept\n'), {
    maxLength: answers.length,
  }),
  registerFirst: fc.boolean(),
})

function identities(layout: Layout): string[] {
  const checkReport = report([checkText(written(layout), 'org.yaml')])
  const [{ results }] = JSON.parse(renderSarif(checkReport, options)).runs
  const sarif = results
    .filter(({ properties }: { properties?: object }) => properties)
    .map(
      (result: { properties: { finding: string }; partialFingerprints: Record<string, string> }) =>
        `${result.properties.finding} ${result.partialFingerprints['imsGap/v1']}`,
    )
  const gitlab = JSON.parse(renderGitlab(checkReport, options)).map(
    ({ fingerprint }: { fingerprint: string }) => fingerprint,
  )
  return [...sarif, ...gitlab].sort()
}

describe('the identity of a finding', () => {
  it('does not depend on where and in what order a description says things', () => {
    const plain = identities({
      order: [...answers.keys()],
      registerOrder: [0, 1, 2],
      indent: 2,
      comments: [],
      registerFirst: false,
    })
    expect(plain.length).toBeGreaterThan(15)
    expect(new Set(plain).size).toBe(plain.length)
    fc.assert(
      fc.property(layouts, (layout) => {
        expect(identities(layout)).toEqual(plain)
      }),
      { numRuns: 60 },
    )
  })
})
