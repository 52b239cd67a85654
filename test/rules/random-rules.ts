/** Random conditions and descriptions over the small framework, for the laws that hold for all of them. */
import fc from 'fast-check'
import type { ConditionSpec } from '../../src/types/framework.ts'
import { framework, type Given } from './small-description.ts'

export const ids = framework.elements.map(({ id }) => id)
const dates = ['2023-01-31', '2025-12-31', '2026-06-30', '2026-12-31']
const registers = ['objectives', 'initiatives', 'indicators', 'risks'] as const

export interface Choice {
  /** `this` may be used. */
  readonly each: boolean
  readonly not: boolean
  /** Words over registers, whose entries can be left out. */
  readonly share: boolean
  /** `{ needs: … }`, which can be nothing. */
  readonly needs: boolean
  /** Counting elements, which counts only those that are assessed. */
  readonly crowds: boolean
}

export const everything: Choice = { each: true, not: true, share: true, needs: true, crowds: true }

export function conditions(choice: Choice): fc.Arbitrary<ConditionSpec> {
  const element = fc.constantFrom(...ids, ...(choice.each ? ['this', 'this', 'this'] : []))
  const members = fc.oneof(
    fc.uniqueArray(element, { minLength: 1, maxLength: 4 }),
    fc.constantFrom<unknown>(
      'elements',
      { clause: 2 },
      { clause: '2.1' },
      { stage: 'check' },
      { principle: 'people' },
    ),
    ...(choice.needs ? [element.map((needs) => ({ needs }))] : []),
  )
  const group = fc.oneof(element, fc.record({ any: members }), fc.record({ all: members }))
  const bounds = (highest: number) =>
    fc.oneof(
      fc.integer({ min: 1, max: highest }).map((atLeast) => ({ atLeast })),
      fc.integer({ min: 0, max: highest - 1 }).map((atMost) => ({ atMost })),
      fc
        .tuple(fc.nat(3), fc.nat(3))
        .map(([a, b]) => ({ atLeast: Math.min(a, b) + 1, atMost: Math.max(a, b) + 1 })),
    )
  const measure = fc.oneof(
    fc.constantFrom('level', 'evidenced', 'target').chain((name) => element.map((of) => ({ [name]: of }))),
    fc.constantFrom('mean', 'lowest').chain((name) => members.map((of) => ({ [name]: of }))),
  )
  const field = element.chain((of) =>
    fc.constantFrom('owner', 'practice', 'note').map((name) => `${of}.${name}`),
  )
  const dateField = element.map((of) => `${of}.reviewed`)
  const where: fc.Arbitrary<ConditionSpec> = fc.constantFrom<ConditionSpec>(
    { oneOf: { field: 'item.status', values: ['active'] } },
    { present: 'item.owner' },
    { recent: { field: 'item.ended', within: '12 months' } },
    { includes: { field: 'item.basedOn', value: '3.1' }, absent: 'item.owner' },
  )
  const ofElements = fc.constantFrom<ConditionSpec>(
    { have: 'this' },
    { present: 'this.owner' },
    { evidence: { of: 'this' } },
  )
  const over = fc.oneof(
    where.map((condition) => ({ of: 'initiatives', where: condition })),
    ...(choice.crowds ? [ofElements.map((condition) => ({ of: 'elements', where: condition }))] : []),
    fc.constant({ of: 'initiatives' }),
  )
  const merged = (fields: fc.Arbitrary<object>, highest: number) =>
    fc.tuple(fields, bounds(highest)).map(([a, b]) => ({ ...a, ...b }))
  const leaf: fc.Arbitrary<ConditionSpec> = fc.oneof(
    group.map((have) => ({ have })),
    group.map((some) => ({ some })),
    group.map((lack) => ({ lack })),
    merged(fc.record({ of: element }), 5).map((of) => ({ level: of })),
    element.map((of) => ({ level: { of, belowTarget: true } })),
    merged(fc.record({ of: members }), 5).map((mean) => ({ mean })),
    merged(fc.record({ of: members }), 5).map((lowest) => ({ lowest })),
    fc
      .record({ from: measure, minus: measure, atLeast: fc.constantFrom(1, 2, '0.5') })
      .map((difference) => ({ difference })),
    field.map((present) => ({ present })),
    field.map((absent) => ({ absent })),
    fc
      .record({
        of: fc.constant('2.2'),
        id: fc.constantFrom('1a', '2a', '2b', '3a'),
        is: fc.constantFrom('yes', 'partly', 'no', 'unmet'),
      })
      .map((criterion) => ({ criterion })),
    fc.record({ of: fc.oneof(group, members), sharedBy: fc.constant(2) }).map((evidence) => ({ evidence })),
    merged(fc.record({ of: fc.oneof(group, members), kind: fc.constantFrom('record', 'document') }), 5).map(
      (evidence) => ({ evidence }),
    ),
    element.map((of) => ({ evidence: { of, older: '12 months' } })),
    merged(over, 5).map((count) => ({ count })),
    ...(choice.share
      ? [
          merged(over, 100).map((share) => ({ share })),
          merged(fc.record({ of: fc.constant('elements'), same: fc.constant('owner') }), 100).map(
            (share) => ({ share }),
          ),
        ]
      : []),
    merged(fc.record({ of: fc.constant('initiatives'), field: fc.constantFrom('type', 'partners') }), 5).map(
      (distinct) => ({ distinct }),
    ),
    dateField.map((name) => ({ recent: { field: name, within: '12 months' } })),
    fc
      .tuple(dateField, fc.oneof(dateField, fc.constant('6 months')))
      .map(([name, than]) => ({ older: { field: name, than } })),
    fc.constantFrom('established', 'start-up').map((kind) => ({ kind })),
    fc.constantFrom('radical', 'incremental').map((ambition) => ({ ambition })),
  )
  return fc.letrec<{ node: ConditionSpec }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(leaf, tie('node')).map(([a, b]) => ({ ...a, ...b })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      ...(choice.not ? [tie('node').map((not) => ({ not }))] : []),
    ),
  })).node
}

/** A practice whose level is known; sources of evidence are its own, so that none becomes shared by it. */
export function assessed(id: string): fc.Arbitrary<unknown> {
  return fc.record(
    {
      level: fc.integer({ min: 0, max: 5 }),
      owner: fc.constantFrom('Ana', 'Rui'),
      reviewed: fc.constantFrom(...dates),
      evidence: fc.array(
        fc.record(
          {
            kind: fc.constantFrom('record', 'document'),
            file: fc.constant(`${id}.md`),
            date: fc.constantFrom(...dates),
          },
          { requiredKeys: ['kind', 'file'] },
        ),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['level'] },
  )
}

const shared = fc.record({
  level: fc.constant(2),
  evidence: fc.constant([{ kind: 'record', file: 'shared.md' }]),
})
const partly = fc.dictionary(
  fc.constantFrom('1a', '2a', '2b', '3a'),
  fc.constantFrom('yes', 'partly', 'no'),
  { minKeys: 1 },
)

const item = fc.record(
  {
    status: fc.constantFrom('active', 'stopped'),
    owner: fc.constantFrom('Ana', 'Rui'),
    ended: fc.constantFrom(...dates),
    type: fc.constantFrom('service', 'model'),
    partners: fc.subarray(['a', 'b']),
    basedOn: fc.subarray(['3.1', '1.1']),
  },
  { requiredKeys: [] },
)

/** `outside`: elements may be not applicable. What is left out is not assessed. */
export function givens(outside: boolean): fc.Arbitrary<Given> {
  const practices = ids.map((id) => [
    id,
    fc.oneof(
      assessed(id),
      shared,
      partly.map((criteria) => ({ criteria })),
      fc.constant({ owner: 'Ana' }),
      ...(outside ? [fc.constant('not-applicable')] : []),
    ),
  ])
  const items = fc.array(item, { minLength: 1, maxLength: 4 })
  return fc.record(
    {
      ...(Object.fromEntries(practices) as Record<string, fc.Arbitrary<unknown>>),
      ...Object.fromEntries(
        registers.map((name) => [name, outside ? fc.oneof(items, fc.constant([])) : items]),
      ),
      innovation: fc.constant({ ambition: ['radical'] }),
      organization: fc.constantFrom({ size: 'micro' }, { kind: 'start-up' }),
    },
    { requiredKeys: outside ? [] : ['organization'] },
  ) as fc.Arbitrary<Given>
}
