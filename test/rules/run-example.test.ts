/** Examples run as they are written in a pack. */
import { describe, expect, it } from 'vitest'
import { runExample } from '../../src/rules/run-example.ts'
import type { Outcome, Rule } from '../../src/types/framework.ts'
import { framework, type Given, smallRule } from './small-description.ts'

const each = smallRule({ each: 'elements', about: 'this', fires: { lack: 'this' } })
const item = smallRule({ each: 'initiatives', fires: { absent: 'item.owner' } })
const dated = smallRule({ fires: { older: { field: '1.1.reviewed', than: '12 months' } } })

describe('an example', () => {
  it.each<[Rule, Given, string | null, Outcome]>([
    [smallRule(), { '1.1': 2, '1.2': 0 }, null, 'gap'],
    [smallRule(), { '1.1': 2 }, null, 'not-evaluated'],
    [smallRule(), { '1.1': 2, '1.2': 'not-applicable' }, null, 'not-applicable'],
    [smallRule(), { '1.1': { level: 2, owner: 'Ana' }, '1.2': { criteria: { '1a': 'no' } } }, null, 'gap'],
    [
      smallRule({ unless: { size: 'micro' } }),
      { '1.1': 2, '1.2': 0, organization: { size: 'micro' } },
      null,
      'not-applicable',
    ],
    [
      smallRule({ unless: { kind: 'established', size: 'medium' } }),
      { '1.1': 2, '1.2': 0 },
      null,
      'not-applicable',
    ],
    [smallRule({ fires: { ambition: 'radical' } }), { innovation: { ambition: ['radical'] } }, null, 'gap'],
    [
      smallRule({ fires: { level: { of: '1.1', belowTarget: true } } }),
      { '1.1': 3, targets: { default: 4 } },
      null,
      'gap',
    ],
    [
      smallRule({ fires: { evidence: { of: '1.1', atLeast: 2 } } }),
      { '1.1': { level: 3, evidence: [{ kind: 'record' }, { kind: 'record' }] } },
      null,
      'gap',
    ],
    [each, { '1.1': 3, '3.10': 0 }, '3.10', 'gap'],
    [each, { '1.1': 3, '3.10': 0 }, '1.1', 'clear'],
    [item, { initiatives: [{ id: 'a', owner: 'Ana' }, { id: 'b' }] }, 'b', 'gap'],
    [item, { initiatives: [{ owner: 'Ana' }] }, null, 'clear'],
    [item, { initiatives: [{ id: 7 }] }, '7', 'gap'],
    [item, {}, null, 'not-evaluated'],
    [item, { initiatives: [] }, null, 'not-applicable'],
    [dated, { '1.1': { level: 1, reviewed: '2025-06-29' } }, null, 'gap'],
    [dated, { '1.1': { level: 1, reviewed: '2025-06-30' } }, null, 'clear'],
    [dated, { '1.1': { level: 1, reviewed: '2025-06-30' }, asOf: '2026-07-01' }, null, 'gap'],
  ])('of %j with %j at %s concludes %s', (rule, given, at, outcome) => {
    expect(runExample(rule, { given, at, outcome }, framework)).toBe(outcome)
  })
})
