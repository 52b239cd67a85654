/** What is named as the cause of a finding is what made it come or go: written into the files, it does just that. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { assessGaps, assessWithInputs } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import { judge } from '../../src/check/check-assessment.ts'
import { defaultGates } from '../../src/check/gates.ts'
import { compare } from '../../src/diff/compare.ts'
import { readSide } from '../../src/diff/side.ts'
import { levelOver } from '../../src/scoring/compare-findings.ts'
import type { FindingChange } from '../../src/types/comparison.ts'
import { repository } from '../cli/run.ts'

type Fields = Record<string, unknown>
interface Data extends Fields {
  assessment: Fields
  organization: Fields
  targets: Fields & { elements: Fields }
  practices: Record<string, Fields>
  initiatives: Fields[]
}

const round = (year: number): Data =>
  parse(readFileSync(join(repository, `examples/two-rounds/${year}.yaml`), 'utf8'))
const [early, late] = [round(2025), round(2026)]

function sideOf(data: Data) {
  const { side, diagnostics } = readSide(Buffer.from(JSON.stringify(data)), {
    file: 'org.yaml',
    name: 'org.yaml',
    today: '2030-01-01',
  })
  if (!side) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return side
}

const findingsOf = (before: Data, after: Data) =>
  compare({ before: sideOf(before), after: sideOf(after) }).findings

const every = ({ changed, resolved }: ReturnType<typeof findingsOf>): FindingChange[] => [
  ...changed,
  ...resolved,
]

/** `into` with what stands at these paths in `from`, written independently of what is tested. */
function withParts(into: Data, from: Data, paths: readonly string[]): Data {
  const mixed: Data = structuredClone(into)
  const take = (target: Fields, source: Fields | undefined, key: string) => {
    if (source?.[key] === undefined) delete target[key]
    else target[key] = structuredClone(source[key])
  }
  for (const path of paths) {
    const [, id, field] = /^practices\.([\d.]*\d)(?:\.(\w+))?$/.exec(path) ?? []
    if (path === 'date') take(mixed.assessment, from.assessment, 'date')
    else if (id === undefined) take(mixed, from, path)
    else {
      const practice: Fields = { ...mixed.practices[id] }
      for (const key of field === undefined ? ['level', 'criteria', 'notApplicable'] : [field])
        take(practice, from.practices[id], key)
      if (Object.keys(practice).length === 0) delete mixed.practices[id]
      else mixed.practices[id] = practice
    }
  }
  return mixed
}

const gapsIn = (data: Data) => assessGaps(JSON.stringify(data), { today: '2030-01-01' })!
const elementsIn = (data: Data, finding: string) =>
  gapsIn(data).gaps.find(({ id }) => id === finding)?.elements ?? []
/** The level of a finding over these elements; undefined where it is not found. */
const levelIn = (data: Data, finding: string, elements: readonly string[]) => {
  const { gaps, description } = gapsIn(data)
  return gaps.some(({ id }) => id === finding) ? levelOver(elements, description.standings) : undefined
}

const ids = Object.keys({ ...early.practices, ...late.practices })
const fields = ['answer', 'evidence', 'owner', 'reviewed']
const paths = [
  ...ids.flatMap((id) =>
    fields.map((field) => (field === 'answer' ? `practices.${id}` : `practices.${id}.${field}`)),
  ),
  ...['objectives', 'initiatives', 'indicators', 'risks', 'innovation', 'targets', 'date'],
]

/** A file between the two rounds, with a few answers withdrawn, out of scope or otherwise, at some day and with some targets. */
const files = fc
  .record({
    taken: fc.subarray(paths),
    odd: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('6.1', '6.2.2', '6.4', '7.8', '8.1', '8.3.4', '9.1.1'),
        level: fc.integer({ min: -2, max: 5 }),
      }),
      { selector: ({ id }) => id, maxLength: 3 },
    ),
    date: fc.constantFrom(undefined, '2026-12-31', '2028-06-30'),
    target: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    size: fc.constantFrom('micro', 'small', 'large'),
  })
  .map(({ taken, odd, date, target, size }): Data => {
    const file = withParts(early, late, taken)
    for (const { id, level } of odd) {
      const { level: _, criteria: __, notApplicable: ___, ...rest } = file.practices[id] ?? {}
      const answer =
        level === -2
          ? { notApplicable: { kind: 'not-relevant', reason: 'None.' } }
          : level === -1
            ? {}
            : { level }
      file.practices[id] = { ...rest, ...answer }
    }
    if (date !== undefined) file.assessment.date = date
    if (target !== undefined) file.targets = { ...file.targets, default: target }
    file.organization.size = size
    return file
  })
const pairs = fc.record({ before: files, after: files })
const some = <Value>(values: readonly Value[], picked: number, count: number): Value[] =>
  Array.from(
    { length: Math.min(count, values.length) },
    (_, index) => values[(picked + index * 7) % values.length]!,
  )

describe('the causes named for a finding', () => {
  it('make it what it is when they alone are changed, and leave it as it was when they alone are not; all are needed', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), ({ before, after }, picked) => {
        for (const change of some(every(findingsOf(before, after)), picked, 3)) {
          const { id, status, because } = change
          const isMove = status === 'worse' || status === 'better'
          const sides = [before, after]
          const known = sides
            .flatMap((data) => elementsIn(data, id))
            .filter((element) =>
              sides.every((data) => levelOver([element], gapsIn(data).description.standings) !== null),
            )
          const state = (data: Data) => {
            const level = levelIn(data, id, isMove ? known : [])
            return isMove ? JSON.stringify(level) : level !== undefined
          }
          const [was, is] = [state(before), state(after)]
          const does = (named: readonly string[]) =>
            state(withParts(before, after, named)) === is && state(withParts(after, before, named)) === was
          expect(was, id).not.toBe(is)
          expect(does(because), `${id}: ${because}`).toBe(true)
          if (because.length < 2) continue
          for (const one of because)
            expect(does(because.filter((path) => path !== one)), `${id}: ${because}, without ${one}`).toBe(
              false,
            )
        }
      }),
      { numRuns: 6 },
    )
  })

  it('stay what they are where something changes that the rule does not read', () => {
    const readsTargets = new Set(
      builtinPack()
        .rules.filter((rule) => /target/i.test(JSON.stringify([rule.fires, rule.unless])))
        .map(({ id }) => id),
    )
    fc.assert(
      fc.property(
        pairs,
        fc.constantFrom(...ids),
        fc.integer({ min: 0, max: 5 }),
        ({ before, after }, id, level) => {
          const changed: Data = structuredClone(after)
          changed.weights = { principles: { culture: 3 } }
          changed.targets = {
            ...changed.targets,
            elements: { ...changed.targets.elements, [id]: level },
          }
          changed.practices[id] = { ...changed.practices[id], note: 'Something else.' }
          const causesIn = (data: Data) =>
            every(findingsOf(before, data))
              .filter(({ rule }) => !readsTargets.has(rule))
              .map(({ id: finding, because }) => [finding, because])
          expect(causesIn(changed)).toEqual(causesIn(after))
        },
      ),
      { numRuns: 6 },
    )
  })
})

describe('check and diff', () => {
  it('say the same of every finding', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const options = { file: 'org.yaml', asOf: '2026-11-24' }
        const [early, late] = [before, after].map((data) => JSON.stringify(data))
        const { gaps, description } = assessGaps(early!, options)!
        const { assessed } = assessWithInputs(late!, options)
        const checked = judge(assessed!, defaultGates, {
          earlier: { findings: gaps, answers: description },
          comparison: { status: 'compared', with: 'x', text: 'compared with x' },
          newBecause: null,
        })
        const sides = [early, late].map(
          (text) => readSide(Buffer.from(text!), { ...options, name: 'x' }).side!,
        )
        const { changed, resolved, unchanged } = compare({ before: sides[0]!, after: sides[1]! }).findings
        const moved = checked.findings.filter(({ status }) => status !== 'unchanged')
        expect(changed.map(({ id, status }) => [id, status])).toEqual(
          moved.map(({ finding, status }) => [finding.id, status]),
        )
        expect(resolved.map(({ id, status }) => [id, status])).toEqual(
          checked.resolved.map(({ id, resolution }) => [id, resolution]),
        )
        expect(unchanged).toBe(checked.findings.length - moved.length)
      }),
      { numRuns: 20 },
    )
  })
})

describe('what became of a finding', () => {
  const change = (edit: (data: Data) => void): Data => {
    const changed = structuredClone(early)
    edit(changed)
    return changed
  }
  const outOfScope = { notApplicable: { kind: 'not-relevant', reason: 'None.' } }
  const told = (after: Data, rule: string, before = early) =>
    every(findingsOf(before, after))
      .filter((each) => each.rule === rule)
      .map(({ id, status, causes }) => [
        id.slice(rule.length + 1),
        status,
        ...causes.map((cause) => `${cause.path} ${cause.before} ${cause.after}`),
      ])

  it('is the passing of time, whatever else was changed', () => {
    const later = change((data) => {
      data.assessment.date = '2027-06-20'
      data.targets.elements = { ...data.targets.elements, '8.3.4': 4 }
    })
    const tooOld = told(later, 'evidence/level-not-shown')
    expect(tooOld.length).toBeGreaterThan(0)
    for (const [, status, ...causes] of tooOld)
      expect([status, causes]).toEqual(['new', ['date 2025-06-20 2027-06-20']])
  })

  it('is made by several parts where each of them alone would do, and where none does', () => {
    const both = change((data) => {
      data.practices['6.2.1']!['level'] = 1
      data.targets = { ...data.targets, elements: { '6.2.1': 3 } }
    })
    expect(told(both, 'practice/below-target').filter(([place]) => place === '6.2.1')).toEqual([
      ['6.2.1', 'new', 'practices.6.2.1 2 1', 'targets 2 3'],
    ])
    const bolder = change((data) => {
      data.practices['5.1.3']!['level'] = 0
      data.practices['5.1.4'] = { level: 3 }
    })
    expect(told(bolder, 'vision/missing-for-strategy')).toEqual([
      ['5.1.3', 'new', 'practices.5.1.3 2 0', 'practices.5.1.4 1 3'],
    ])
  })

  it('is that it is no longer evaluated where the answer is withdrawn, and out of scope where the element is', () => {
    const build = 'process/build-before-validation'
    const answered = (answer: object) =>
      change((data) => {
        const { criteria: _, ...rest } = data.practices['8.3.4']!
        data.practices['8.3.4'] = { ...rest, ...answer }
      })
    const [withdrawn, raised] = [answered({}), answered({ level: 3 })]
    const out = change((data) => {
      data.practices['8.3.4'] = outOfScope
    })
    expect(told(withdrawn, build)).toEqual([['8.3.4', 'not-evaluated', 'practices.8.3.4 1 not assessed']])
    expect(told(out, build)).toEqual([['8.3.4', 'not-applicable', 'practices.8.3.4 1 not applicable']])
    expect(told(raised, build)).toEqual([['8.3.4', 'fixed', 'practices.8.3.4 1 3']])
    expect(told(early, build, withdrawn)).toEqual([['8.3.4', 'new', 'practices.8.3.4 not assessed 1']])
  })

  it('is not that it is fixed where the entry it is about is no longer listed', () => {
    const rule = 'operation/initiative-without-objective'
    const shorter = change((data) => {
      data.initiatives = data.initiatives.filter(({ id }) => id !== 'remote-service')
    })
    expect(told(shorter, rule)).toEqual([
      ['8.2#remote-service', 'entry-removed', 'initiatives listed not listed'],
    ])
  })

  it('is neither worse nor better where the finding only rests on fewer answers, or on more', () => {
    const means = (first: object) =>
      change((data) => {
        data.practices['6.2.1'] = { level: 3 }
        data.practices['7.1.1'] = first as Fields
        data.practices['7.1.5'] = { level: 1 }
      })
    const [withAnswer, without] = [means({ level: 0 }), means({})]
    for (const [before, after] of [
      [withAnswer, without],
      [without, withAnswer],
    ] as const) {
      expect(told(after, 'objectives/without-means', before)).toEqual([])
    }
    expect(told(means({ level: 1 }), 'objectives/without-means', withAnswer)).toEqual([
      ['6.2.1', 'better', 'practices.7.1.1 0 1'],
    ])
  })
})
