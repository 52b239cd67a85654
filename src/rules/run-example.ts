/** Runs an example of a rule: what the rule concludes about what is given. */

import { bindData } from '../description/bind-data.ts'
import type { Description } from '../types/description.ts'
import type { Framework, Outcome, Rule, RuleExample } from '../types/framework.ts'
import { compileRules } from './compile-rules.ts'
import { concludeAll } from './conclude-all.ts'
import { expandGiven } from './expand-given.ts'

/** The rule and its examples were checked. Without `at`: what the rule concludes first. */
export function runExample(rule: Rule, { given, at }: RuleExample, framework: Framework): Outcome {
  const { data, ...context } = expandGiven(given, framework)
  const root: Description['root'] = {
    kind: 'mapping',
    source: { file: '', text: '', lineStarts: [0] },
    start: 0,
    end: 0,
    entries: [],
  }
  const description: Description = {
    ...bindData(data, framework, context),
    file: '',
    sha256: () => '',
    root,
  }
  const conclusions = concludeAll(compileRules([rule], framework), description)
  const found = conclusions.find(({ element, item }) => at === null || (item ? item.id : element) === at)
  return (found ?? conclusions[0]!).outcome
}
