/** What is named as the cause of a finding is what made it come or go: written into the files, it does just that. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { assessGaps } from '../../src/assess.ts'
import { builtinPack } from '../../src/builtin.ts'
import { compare } from '../../src/diff/compare.ts'
import { readSide } from '../../src/diff/side.ts'
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

const every = ({ changed, fixed, gone }: ReturnType<typeof findingsOf>): FindingChange[] => [
  ...changed,
  ...fixed,
  ...gone,
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

/** Levels of findings by id. */
const levelsIn = (data: Data) =>
  new Map(assessGaps(JSON.stringify(data))!.gaps.map(({ id, level }) => [id, level]))

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
          const { id, standing, because } = change
          const isMove = standing === 'worse' || standing === 'better'
          const state = (data: Data) => {
            const levels = levelsIn(data)
            return isMove ? levels.get(id) : levels.has(id)
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
      .map(({ id, standing, causes }) => [
        id.slice(rule.length + 1),
        standing,
        ...causes.map((cause) => `${cause.path} ${cause.before} ${cause.after}`),
      ])

  it('is the passing of time, whatever else was changed', () => {
    const later = change((data) => {
      data.assessment.date = '2027-06-20'
      data.targets.elements = { ...data.targets.elements, '8.3.4': 4 }
    })
    const tooOld = told(later, 'evidence/level-not-shown')
    expect(tooOld.length).toBeGreaterThan(0)
    for (const [, standing, ...causes] of tooOld)
      expect([standing, causes]).toEqual(['new', ['date 2025-06-20 2027-06-20']])
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
    expect(told(out, build)).toEqual([['8.3.4', 'out-of-scope', 'practices.8.3.4 1 not applicable']])
    expect(told(raised, build)).toEqual([['8.3.4', 'fixed', 'practices.8.3.4 1 3']])
    expect(told(early, build, withdrawn)).toEqual([['8.3.4', 'new', 'practices.8.3.4 not assessed 1']])
  })

  it('is not that it is fixed where the entry it is about is no longer listed', () => {
    const rule = 'operation/initiative-without-objective'
    const shorter = change((data) => {
      data.initiatives = data.initiatives.filter(({ id }) => id !== 'remote-service')
    })
    expect(told(shorter, rule)).toEqual([
      ['8.2#remote-service', 'not-evaluated', 'initiatives listed not listed'],
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
