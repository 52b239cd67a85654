/** Every word with a case for each truth value it can have: condition, what is given, truth, and what `this` stands for. */
import type { ConditionSpec } from '../../src/types/framework.ts'
import type { Given, TruthName } from './small-description.ts'

export type WordCase = readonly [spec: ConditionSpec, given: Given, truth: TruthName, at?: string]

const na = 'not-applicable'
const piece = (kind: string, more: object = {}) => ({ kind, file: 'a.md', ...more })
const some = (status: string, more: object = {}) => ({ status, ...more })
const active = { oneOf: { field: 'item.status', values: ['active'] } }
const of = 'initiatives'

export const wordTable: Readonly<Record<string, readonly WordCase[]>> = {
  have: [
    [{ have: '1.1' }, { '1.1': 3 }, 'true'],
    [{ have: '1.1' }, { '1.1': 2 }, 'false'],
    [{ have: '1.1' }, {}, 'unknown'],
    [{ have: '1.1' }, { '1.1': na }, 'not applicable'],
    [{ have: 'this' }, { '2.2': 4 }, 'true', '2.2'],
    [{ have: '2.2' }, { '2.2': { criteria: { '1a': 'yes', '2a': 'no' } } }, 'false'],
    [{ have: '2.2' }, { '2.2': { criteria: { '1a': 'yes' } } }, 'unknown'],
    [{ have: { any: ['1.1', '1.2'] } }, { '1.1': 3 }, 'true'],
    [{ have: { any: ['1.1', '1.2'] } }, { '1.1': 0, '1.2': na }, 'false'],
    [{ have: { any: ['1.1', '1.2'] } }, { '1.1': 0 }, 'unknown'],
    [{ have: { any: ['1.1', '1.2'] } }, { '1.1': na, '1.2': na }, 'not applicable'],
    [{ have: { all: ['1.1', '1.2'] } }, { '1.1': 0 }, 'false'],
    [{ have: { all: ['1.1', '1.2'] } }, { '1.1': na }, 'not applicable'],
    [{ have: { all: { clause: 2 } } }, { '2.1.1': 3, '2.1.2': 3, '2.2': 5 }, 'true'],
    [{ have: { all: { clause: '2.1' } } }, { '2.1.1': 3, '2.1.2': 3 }, 'true'],
    [{ have: { any: { stage: 'act' } } }, { '3.10': 1 }, 'false'],
    [{ have: { any: { principle: 'people' } } }, { '2.2': 3 }, 'true'],
    [{ have: { any: { needs: 'this' } } }, { '1.2': 3 }, 'true', '2.2'],
    [{ have: { any: { needs: 'this' } } }, {}, 'false', '1.1'],
    [{ have: { all: { needs: 'this' } } }, {}, 'true', '1.1'],
    [{ have: { any: { needs: '3.10' } } }, { '3.2': 3 }, 'true'],
    [{ have: { all: ['this', '1.1'] } }, { '1.1': 3, '2.2': 1 }, 'false', '2.2'],
    [{ have: { any: 'elements' } }, { '3.10': 3 }, 'true'],
  ],
  some: [
    [{ some: '1.1' }, { '1.1': 2 }, 'true'],
    [{ some: '1.1' }, { '1.1': 1 }, 'false'],
    [{ some: '1.1' }, {}, 'unknown'],
    [{ some: '1.1' }, { '1.1': na }, 'not applicable'],
    [{ some: '2.2' }, { '2.2': { criteria: { '1a': 'yes', '2a': 'yes', '2b': 'yes' } } }, 'true'],
  ],
  lack: [
    [{ lack: '1.2' }, { '1.2': 1 }, 'true'],
    [{ lack: '1.2' }, { '1.2': { notApplicable: { kind: 'declined', reason: 'No' } } }, 'true'],
    [{ lack: '1.2' }, { '1.2': 2 }, 'false'],
    [{ lack: '1.2' }, {}, 'unknown'],
    [{ lack: '1.2' }, { '1.2': na }, 'not applicable'],
    [{ lack: '2.2' }, { '2.2': { criteria: { '2a': 'partly' } } }, 'true'],
  ],
  level: [
    [{ level: { of: '1.1', atLeast: 2, atMost: 3 } }, { '1.1': 3 }, 'true'],
    [{ level: { of: '1.1', atLeast: 2, atMost: 3 } }, { '1.1': 4 }, 'false'],
    [{ level: { of: '1.1', atMost: 3 } }, {}, 'unknown'],
    [{ level: { of: '1.1', atMost: 3 } }, { '1.1': na }, 'not applicable'],
    [{ level: { of: '1.1', belowTarget: true } }, { '1.1': 2 }, 'true'],
    [{ level: { of: '1.1', belowTarget: true } }, { '1.1': 2, targets: { elements: { '1.1': 2 } } }, 'false'],
    [{ level: { of: '1.1', belowTarget: true } }, { targets: { elements: { '1.1': 0 } } }, 'false'],
    [{ level: { of: '1.1', belowTarget: true, atLeast: 2 } }, { '1.1': 1 }, 'false'],
    [{ level: { of: 'this', belowTarget: true } }, { '2.2': { criteria: { '2a': 'no' } } }, 'true', '2.2'],
  ],
  mean: [
    [{ mean: { of: ['1.1', '1.2', '1.3'], atMost: 1 } }, { '1.1': 1, '1.2': 1, '1.3': 1 }, 'true'],
    [{ mean: { of: ['1.1', '1.2', '1.3'], atMost: 1 } }, { '1.1': 1, '1.2': 2, '1.3': 1 }, 'false'],
    [{ mean: { of: ['1.1', '1.2', '1.3'], atLeast: '1.333' } }, { '1.1': 1, '1.2': 2, '1.3': 1 }, 'true'],
    [{ mean: { of: ['1.1', '1.2', '1.3'], atLeast: '1.334' } }, { '1.1': 1, '1.2': 2, '1.3': 1 }, 'false'],
    [{ mean: { of: ['1.1', '1.2'], atLeast: '2.5' } }, { '1.1': 5 }, 'true'],
    [{ mean: { of: ['1.1', '1.2'], atLeast: 3 } }, { '1.1': 5 }, 'unknown'],
    [{ mean: { of: ['1.1', '1.2'], atLeast: 3 } }, { '1.1': 5, '1.2': na }, 'true'],
    [{ mean: { of: ['1.1', '1.2'], atLeast: 3 } }, { '1.1': na, '1.2': na }, 'not applicable'],
  ],
  lowest: [
    [{ lowest: { of: ['1.1', '1.2'], atMost: 1 } }, { '1.1': 1 }, 'true'],
    [{ lowest: { of: ['1.1', '1.2'], atLeast: 2 } }, { '1.1': 1 }, 'false'],
    [{ lowest: { of: ['1.1', '1.2'], atLeast: 2 } }, { '1.1': 3 }, 'unknown'],
    [{ lowest: { of: ['1.1', '1.2'], atLeast: 2 } }, { '1.1': 3, '1.2': na }, 'true'],
    [{ lowest: { of: { needs: 'this' }, atLeast: 2 } }, {}, 'not applicable', '1.1'],
  ],
  difference: [
    [
      { difference: { from: { level: '1.1' }, minus: { lowest: ['1.2', '1.3'] }, atLeast: 2 } },
      { '1.1': 4, '1.2': 2 },
      'true',
    ],
    [
      { difference: { from: { level: '1.1' }, minus: { level: '1.2' }, atLeast: 2 } },
      { '1.1': 3, '1.2': 2 },
      'false',
    ],
    [
      { difference: { from: { level: '1.1' }, minus: { level: '1.2' }, atLeast: 2 } },
      { '1.1': 3 },
      'unknown',
    ],
    [
      { difference: { from: { level: '1.1' }, minus: { level: '1.2' }, atLeast: 2 } },
      { '1.1': 3, '1.2': na },
      'not applicable',
    ],
    [
      { difference: { from: { level: '1.1' }, minus: { lowest: { needs: '1.1' } }, atLeast: 2 } },
      { '1.1': 3 },
      'not applicable',
    ],
    [
      {
        difference: {
          from: { mean: ['1.1', '1.2', '1.3'] },
          minus: { mean: ['3.1', '3.2'] },
          atLeast: '0.5',
        },
      },
      { '1.1': 2, '1.2': 2, '1.3': 2, '3.1': 1, '3.2': 2 },
      'true',
    ],
    [
      {
        difference: {
          from: { mean: ['1.1', '1.2', '1.3'] },
          minus: { mean: ['3.1', '3.2'] },
          atLeast: '0.5',
        },
      },
      { '1.1': 2, '1.2': 2, '1.3': 1, '3.1': 1, '3.2': 2 },
      'false',
    ],
    [
      { difference: { from: { level: '1.1' }, minus: { cited: '1.1' }, atLeast: 1 } },
      { '1.1': { level: 4, evidence: [{ file: 'a', kind: 'record' }] }, files: { a: 'missing' } },
      'false',
    ],
    [
      { difference: { from: { level: '1.1' }, minus: { evidenced: '1.1' }, atLeast: 1 } },
      { '1.1': { level: 4, evidence: [{ file: 'a', kind: 'record' }] }, files: { a: 'missing' } },
      'true',
    ],
    [
      { difference: { from: { level: '1.1' }, minus: { cited: '1.1' }, atLeast: 1 } },
      { '1.1': { level: 4, evidence: [{ file: 'a', kind: 'document' }] }, files: { a: 'present' } },
      'true',
    ],
    [{ difference: { from: { level: '1.1' }, minus: { cited: '1.1' }, atLeast: 1 } }, { '1.1': 3 }, 'true'],
    [
      { difference: { from: { level: 'this' }, minus: { evidenced: 'this' }, atLeast: 1 } },
      { '1.1': 3 },
      'true',
      '1.1',
    ],
    [
      { difference: { from: { level: 'this' }, minus: { evidenced: 'this' }, atLeast: 1 } },
      { '1.1': { level: 4, evidence: [{ kind: 'record' }] } },
      'false',
      '1.1',
    ],
    [{ difference: { from: { target: '1.1' }, minus: { level: '1.1' }, atLeast: 3 } }, { '1.1': 0 }, 'true'],
  ],
  present: [
    [{ present: '1.1.owner' }, { '1.1': { level: 1, owner: 'Ana' } }, 'true'],
    [{ present: '1.1.owner' }, { '1.1': 1 }, 'false'],
    [{ present: '1.1.owner' }, { '1.1': { owner: 'Ana' } }, 'unknown'],
    [{ present: '1.1.owner' }, { '1.1': na }, 'not applicable'],
    [{ present: 'innovation.ambition' }, {}, 'false'],
    [{ present: 'innovation.ambition' }, { innovation: { ambition: ['radical'] } }, 'true'],
    [{ present: 'organization.sector' }, { organization: { sector: 'pumps' } }, 'true'],
    [{ present: 'assessment.assessors' }, { assessment: { assessors: ['Ana'] } }, 'true'],
  ],
  absent: [
    [{ absent: 'this.owner' }, { '1.1': 1 }, 'true', '1.1'],
    [{ absent: 'this.owner' }, { '1.1': { level: 1, owner: 'Ana' } }, 'false', '1.1'],
    [{ absent: 'this.owner' }, {}, 'unknown', '1.1'],
    [{ absent: 'this.owner' }, { '1.1': na }, 'not applicable', '1.1'],
  ],
  oneOf: [
    [
      { all: [{ count: { of, where: { oneOf: { field: 'item.horizon', values: ['2'] } }, atLeast: 1 } }] },
      { [of]: [{ horizon: 2 }] },
      'true',
    ],
    [
      { oneOf: { field: '1.1.confidence', values: ['low', 'medium'] } },
      { '1.1': { level: 2, confidence: 'low' } },
      'true',
    ],
    [
      { oneOf: { field: '1.1.confidence', values: ['low'] } },
      { '1.1': { level: 2, confidence: 'high' } },
      'false',
    ],
    [{ oneOf: { field: '1.1.confidence', values: ['low'] } }, { '1.1': 2 }, 'unknown'],
    [{ oneOf: { field: '1.1.confidence', values: ['low'] } }, { '1.1': na }, 'not applicable'],
    [{ oneOf: { field: 'organization.size', values: ['medium'] } }, {}, 'true'],
  ],
  includes: [
    [
      { includes: { field: 'innovation.types', value: 'service' } },
      { innovation: { types: ['product', 'service'] } },
      'true',
    ],
    [
      { includes: { field: 'innovation.types', value: 'model' } },
      { innovation: { types: ['product'] } },
      'false',
    ],
    [{ includes: { field: 'innovation.types', value: 'model' } }, {}, 'unknown'],
    [
      { includes: { field: 'assessment.assessors', value: '{1.1.owner}' } },
      { '1.1': { level: 1, owner: 'Ana' }, assessment: { assessors: ['Ana'] } },
      'true',
    ],
    [
      { includes: { field: 'assessment.assessors', value: '{1.1.owner}' } },
      { '1.1': 1, assessment: { assessors: ['Ana'] } },
      'unknown',
    ],
    [
      { includes: { field: 'assessment.assessors', value: '{1.1.owner}' } },
      { '1.1': na, assessment: { assessors: ['Ana'] } },
      'not applicable',
    ],
  ],
  criterion: [
    [
      { criterion: { of: '2.2', id: '2a', is: 'partly' } },
      { '2.2': { criteria: { '2a': 'partly' } } },
      'true',
    ],
    [
      { criterion: { of: '2.2', id: '2a', is: 'unmet' } },
      { '2.2': { level: 5, criteria: { '2a': 'no' } } },
      'true',
    ],
    [
      { criterion: { of: '2.2', id: '2a', is: 'unmet' } },
      { '2.2': { criteria: { '2a': 'partly' } } },
      'true',
    ],
    [{ criterion: { of: '2.2', id: '2a', is: 'yes' } }, { '2.2': 2 }, 'true'],
    [{ criterion: { of: '2.2', id: '2a', is: 'no' } }, { '2.2': 0 }, 'true'],
    [{ criterion: { of: '2.2', id: '2a', is: 'unmet' } }, { '2.2': 3 }, 'false'],
    [{ criterion: { of: '2.2', id: '2a', is: 'no' } }, { '2.2': { criteria: { '2a': 'partly' } } }, 'false'],
    [{ criterion: { of: '2.2', id: '2a', is: 'yes' } }, { '2.2': 1 }, 'unknown'],
    [{ criterion: { of: '2.2', id: '2a', is: 'yes' } }, {}, 'unknown'],
    [{ criterion: { of: '2.2', id: '2a', is: 'yes' } }, { '2.2': na }, 'not applicable'],
    [
      { criterion: { of: '2.2', id: '2a', is: 'yes' } },
      { '2.2': { level: 3, criteria: { '2a': 'not-applicable' } } },
      'not applicable',
    ],
    [
      { criterion: { of: '2.2', id: '2b', is: 'unmet' } },
      { '2.2': 0, organization: { size: 'micro' } },
      'not applicable',
    ],
    [{ criterion: { of: '2.2', id: '2b', is: 'unmet' } }, { '2.2': 0 }, 'true'],
    [{ criterion: { of: 'this', id: '2b', is: 'unmet' } }, { '1.1': 0 }, 'not applicable', '1.1'],
  ],
  evidence: [
    [
      { evidence: { of: '1.1', kind: 'record' } },
      { '1.1': { level: 2, evidence: [piece('record')] } },
      'true',
    ],
    [
      { evidence: { of: '1.1', kind: 'record' } },
      { '1.1': { level: 2, evidence: [piece('document')] } },
      'false',
    ],
    [
      { evidence: { of: '1.1', dated: true } },
      { '1.1': { level: 2, evidence: [piece('record', { date: '2026-06-30' })] } },
      'true',
    ],
    [
      { evidence: { of: '1.1', dated: true } },
      { '1.1': { level: 2, evidence: [piece('record', { date: '2026-07-01' }), piece('record')] } },
      'false',
    ],
    [
      { evidence: { of: '1.1', dated: true } },
      {
        '1.1': { level: 2, evidence: [{ file: 'a', kind: 'record' }] },
        files: { a: { committed: '2026-06-30' } },
      },
      'true',
    ],
    [{ evidence: { of: '1.1' } }, {}, 'unknown'],
    [{ evidence: { of: '1.1' } }, { '1.1': na }, 'not applicable'],
    [{ evidence: { of: '1.1', atMost: 0 } }, { '1.1': 2 }, 'true'],
    [
      { evidence: { of: '1.1', older: '18 months' } },
      { '1.1': { level: 2, evidence: [piece('record', { date: '2024-12-29' })] } },
      'true',
    ],
    [
      { evidence: { of: '1.1', older: '18 months' } },
      { '1.1': { level: 2, evidence: [piece('record', { date: '2024-12-30' })] } },
      'false',
    ],
    [
      { evidence: { of: '1.1', older: '18 months' } },
      { '1.1': { level: 2, evidence: [piece('record')] } },
      'false',
    ],
    [
      { evidence: { of: '1.1', sharedBy: 2 } },
      { '1.1': { level: 2, evidence: [piece('record')] }, '1.2': { level: 1, evidence: [piece('result')] } },
      'true',
    ],
    [
      { evidence: { of: '1.1', sharedBy: 2 } },
      { '1.1': { level: 2, evidence: [piece('record'), piece('result')] } },
      'false',
    ],
    [
      { evidence: { of: ['1.1', '1.2'], atLeast: 2 } },
      { '1.1': { level: 2, evidence: [piece('record')] }, '1.2': { level: 2, evidence: [piece('record')] } },
      'true',
    ],
    [
      { evidence: { of: ['1.1', '1.2'], atLeast: 2 } },
      { '1.1': { level: 2, evidence: [piece('record'), piece('document')] } },
      'true',
    ],
    [
      { evidence: { of: ['1.1', '1.2'], atLeast: 2 } },
      { '1.1': { level: 2, evidence: [piece('record')] } },
      'unknown',
    ],
    [
      { evidence: { of: ['1.1', '1.2'], atMost: 0 } },
      { '1.1': { level: 2, evidence: [piece('record')] } },
      'false',
    ],
    [{ evidence: { of: ['1.1', '1.2'] } }, { '1.1': na, '1.2': na }, 'not applicable'],
    [
      { evidence: { of: { all: ['1.1', '1.2'] } } },
      { '1.1': { level: 2, evidence: [piece('record')] }, '1.2': 1 },
      'false',
    ],
    [
      { evidence: { of: { any: { clause: 1 } } } },
      { '1.1': { level: 2, evidence: [piece('record')] } },
      'true',
    ],
  ],
  count: [
    [
      { count: { of, where: active, atLeast: 2 } },
      { [of]: [some('active'), some('active'), some('stopped')] },
      'true',
    ],
    [{ count: { of, where: active, atLeast: 2 } }, { [of]: [some('active'), some('stopped')] }, 'false'],
    [{ count: { of, where: active, atLeast: 2 } }, { [of]: [some('active'), {}] }, 'unknown'],
    [{ count: { of, where: active, atLeast: 2 } }, {}, 'unknown'],
    [{ count: { of, atMost: 0 } }, { [of]: [] }, 'true'],
    [{ count: { of, where: { absent: 'item.owner' }, atLeast: 1 } }, { [of]: [{}] }, 'true'],
    [{ count: { of: 'elements', where: { have: 'this' }, atLeast: 2 } }, { '1.1': 3, '1.2': 4 }, 'true'],
    [{ count: { of: 'elements', where: { have: 'this' }, atLeast: 2 } }, { '1.1': 3 }, 'false'],
    [{ count: { of: 'elements', where: { have: 'this' }, atLeast: 2 } }, { '1.1': na }, 'unknown'],
    [
      { count: { of, where: { includes: { field: 'item.basedOn', value: '3.1' } }, atLeast: 1 } },
      { [of]: [{ basedOn: ['3.1'] }] },
      'true',
    ],
  ],
  share: [
    [
      { share: { of, where: active, same: 'type', atLeast: 67 } },
      { [of]: [some('active', { type: 'model' }), some('active', { type: 'service' }), {}] },
      'false',
    ],
    [
      { share: { of, where: active, same: 'type', atLeast: 67 } },
      { [of]: [some('active', { type: 'model' }), some('active', { type: 'service' }), { type: 'service' }] },
      'false',
    ],
    [
      { share: { of, where: active, atLeast: '66.6' } },
      { [of]: [some('active'), some('active'), some('stopped')] },
      'true',
    ],
    [
      { share: { of, where: active, atLeast: '66.7' } },
      { [of]: [some('active'), some('active'), some('stopped')] },
      'false',
    ],
    [{ share: { of, where: active, atMost: 50 } }, { [of]: [some('active'), {}] }, 'unknown'],
    [{ share: { of, where: active, atMost: 50 } }, { [of]: [] }, 'not applicable'],
    [{ share: { of, where: active, atMost: 50 } }, {}, 'unknown'],
    [
      { share: { of, same: 'type', atLeast: 100 } },
      { [of]: [{ type: 'service' }, { type: 'service' }] },
      'true',
    ],
    [
      { share: { of, same: 'type', atLeast: 60 } },
      { [of]: [{ type: 'service' }, { type: 'model' }] },
      'false',
    ],
    [{ share: { of, same: 'type', atLeast: 60 } }, { [of]: [{ type: 'service' }, {}] }, 'unknown'],
    [
      { share: { of, same: 'type', where: active, atLeast: 60 } },
      { [of]: [some('stopped', { type: 'model' })] },
      'not applicable',
    ],
    [
      { share: { of: 'elements', where: { present: 'this.owner' }, same: 'owner', atLeast: 61 } },
      { '1.1': { level: 2, owner: 'Ana' }, '1.2': 3, '1.3': na },
      'true',
    ],
    [
      { share: { of: 'elements', same: 'owner', atLeast: 61 } },
      { '1.1': { level: 2, owner: 'Ana' }, '1.2': 3 },
      'unknown',
    ],
  ],
  distinct: [
    [
      { distinct: { of, field: 'type', atMost: 1 } },
      { [of]: [{ type: 'service' }, { type: 'service' }] },
      'true',
    ],
    [
      { distinct: { of, field: 'type', atMost: 1 } },
      { [of]: [{ type: 'service' }, { type: 'model' }, {}] },
      'false',
    ],
    [{ distinct: { of, field: 'type', atMost: 1 } }, { [of]: [{ type: 'service' }, {}] }, 'unknown'],
    [{ distinct: { of, field: 'type', atMost: 1 } }, {}, 'unknown'],
    [
      { distinct: { of, field: 'partners', atLeast: 3 } },
      { [of]: [{ partners: ['a', 'b'] }, { partners: ['b', 'c'] }] },
      'true',
    ],
  ],
  recent: [
    [
      { recent: { field: '1.1.reviewed', within: '12 months' } },
      { '1.1': { level: 1, reviewed: '2025-06-30' } },
      'true',
    ],
    [
      { recent: { field: '1.1.reviewed', within: '12 months' } },
      { '1.1': { level: 1, reviewed: '2025-06-29' } },
      'false',
    ],
    [
      { recent: { field: '1.1.reviewed', within: '12 months' } },
      { '1.1': { level: 1, reviewed: '2026-07-01' } },
      'false',
    ],
    [{ recent: { field: '1.1.reviewed', within: '12 months' } }, { '1.1': 1 }, 'unknown'],
    [{ recent: { field: '1.1.reviewed', within: '12 months' } }, { '1.1': na }, 'not applicable'],
  ],
  older: [
    [
      { older: { field: '1.1.reviewed', than: '90 days' } },
      { '1.1': { level: 1, reviewed: '2026-03-31' } },
      'true',
    ],
    [
      { older: { field: '1.1.reviewed', than: '90 days' } },
      { '1.1': { level: 1, reviewed: '2026-04-01' } },
      'false',
    ],
    [{ older: { field: '1.1.reviewed', than: '90 days' } }, { '1.1': 1 }, 'unknown'],
    [{ older: { field: '1.1.reviewed', than: '90 days' } }, { '1.1': na }, 'not applicable'],
    [
      { older: { field: '1.1.reviewed', than: '1.2.reviewed' } },
      { '1.1': { level: 1, reviewed: '2026-03-30' }, '1.2': { level: 1, reviewed: '2026-03-31' } },
      'true',
    ],
    [
      { older: { field: '1.1.reviewed', than: '1.2.reviewed' } },
      { '1.1': { level: 1, reviewed: '2026-03-31' }, '1.2': { level: 1, reviewed: '2026-03-31' } },
      'false',
    ],
    [
      { older: { field: '1.1.reviewed', than: '1.2.reviewed' } },
      { '1.1': { level: 1, reviewed: '2026-03-31' }, '1.2': 1 },
      'unknown',
    ],
  ],
  kind: [
    [{ kind: 'established' }, {}, 'true'],
    [{ kind: ['temporary', 'start-up'] }, {}, 'false'],
  ],
  size: [
    [{ size: ['micro', 'medium'] }, {}, 'true'],
    [{ size: 'micro' }, {}, 'false'],
  ],
  ambition: [
    [{ ambition: 'radical' }, { innovation: { ambition: ['incremental', 'radical'] } }, 'true'],
    [{ ambition: 'radical' }, { innovation: { ambition: ['incremental'] } }, 'false'],
    [{ ambition: 'radical' }, {}, 'unknown'],
  ],
  all: [
    [{ all: [{ have: '1.1' }, { have: '1.2' }] }, { '1.1': 3, '1.2': 3 }, 'true'],
    [{ all: [{ have: '1.1' }, { have: '1.2' }, { have: '1.3' }] }, { '1.1': 1, '1.2': na }, 'false'],
    [{ all: [{ have: '1.1' }, { have: '1.2' }] }, { '1.1': 3 }, 'unknown'],
    [{ all: [{ have: '1.1' }, { have: '1.2' }] }, { '1.1': na }, 'not applicable'],
  ],
  any: [
    [{ any: [{ have: '1.1' }, { have: '1.2' }] }, { '1.1': 3 }, 'true'],
    [{ any: [{ have: '1.1' }, { have: '1.2' }] }, { '1.1': 1, '1.2': na }, 'false'],
    [{ any: [{ have: '1.1' }, { have: '1.2' }] }, { '1.1': 1 }, 'unknown'],
    [{ any: [{ have: '1.1' }, { have: '1.2' }] }, { '1.1': na, '1.2': na }, 'not applicable'],
  ],
  not: [
    [{ not: { have: '1.1' } }, { '1.1': 1 }, 'true'],
    [{ not: { have: '1.1' } }, { '1.1': 3 }, 'false'],
    [{ not: { have: '1.1' } }, {}, 'unknown'],
    [{ not: { have: '1.1' } }, { '1.1': na }, 'not applicable'],
  ],
}
