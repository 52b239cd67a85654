/** Descriptions for tests, given as a rule's example gives them: levels by element, and any other part of a description. */

import { bindData } from '../../src/description/bind-data.ts'
import { compileCondition } from '../../src/rules/compile-rules.ts'
import { contextOf } from '../../src/rules/context-of.ts'
import { indexFramework } from '../../src/rules/framework-index.ts'
import { expandGiven } from '../../src/rules/run-example.ts'
import type { Description } from '../../src/types/description.ts'
import type { ConditionSpec, Framework, Rule } from '../../src/types/framework.ts'
import { smallFramework } from '../fixtures/framework.ts'

export const framework = smallFramework()

export type Given = Readonly<Record<string, unknown>>

/** Its path-finding data, as a file would hold it. */
export function dataOf(given: Given, of: Framework = framework): unknown {
  return expandGiven(given, of).data
}

export function describeSmall(given: Given, of: Framework = framework): Description {
  const { data, ...context } = expandGiven(given, of)
  const root: Description['root'] = {
    kind: 'mapping',
    source: { file: 'a.yaml', text: '', lineStarts: [0] },
    start: 0,
    end: 0,
    entries: [],
  }
  return { ...bindData(data, of, context), file: 'a.yaml', sha256: () => '', root }
}

const names = ['false', 'not applicable', 'unknown', 'true'] as const
export type TruthName = (typeof names)[number]

/** `at`: the element that `this` stands for. */
export function truthOf(spec: ConditionSpec, given: Given, at?: string): TruthName {
  const index = indexFramework(framework)
  const context = contextOf(index, describeSmall(given))
  context.self = at === undefined ? -1 : index.positions.get(at)!
  return names[compileCondition(spec, index, { fixed: new Set(), forThis: new Set() }).truth(context)]
}

export function smallRule(change: Partial<Rule> = {}): Rule {
  return {
    id: 'work/without-plan',
    about: '1.2',
    each: null,
    fires: { some: '1.1', lack: '1.2' },
    unless: null,
    severity: 'high',
    confidence: 'firm',
    category: 'gap',
    principles: [],
    ...change,
  }
}
