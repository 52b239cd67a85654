/** Finds everything wrong with the rules of a pack beyond their shape: conditions, where they point, messages, examples. */

import { didYouMean } from '../diagnostics/suggest.ts'
import type { Path } from '../types/document.ts'
import type { Framework, Rule, RuleTexts } from '../types/framework.ts'
import { quote } from '../util/show.ts'
import { checkCondition, type RuleReport } from './check-condition.ts'
import { checkExamples } from './check-examples.ts'
import { checkMessage } from './check-message.ts'
import { contradictionsIn } from './contradictions-in.ts'
import { type FrameworkIndex, indexFramework } from './framework-index.ts'
import type { RuleProblemCode, Scope } from './word.ts'

export interface RuleProblem {
  /** Id of the rule. */
  readonly rule: string
  /** Inside the rule, such as `['fires', 'lack']`. */
  readonly path: Path
  readonly code: RuleProblemCode
  /** Without a full stop and without naming the rule. */
  readonly message: string
  readonly hint?: string
}

/** In the order of the rules; one problem for one mistake. `texts` by rule id. */
export function checkRules(
  rules: readonly Rule[],
  texts: Readonly<Record<string, RuleTexts>>,
  framework: Framework,
): RuleProblem[] {
  const index = indexFramework(framework)
  const problems: RuleProblem[] = []
  for (const rule of rules) {
    const report = reportFor(rule.id, problems)
    const text = Object.hasOwn(texts, rule.id) ? texts[rule.id]! : undefined
    checkRule(rule, text, index, report)
  }
  return problems
}

function reportFor(rule: string, problems: RuleProblem[]): RuleReport {
  const report: RuleReport = {
    unknowable: false,
    problem: (path, code, message, hint) => {
      problems.push({ rule, path, code, message, ...(hint !== undefined && { hint }) })
    },
    canBeUnknown: () => {
      report.unknowable = true
    },
  }
  return report
}

function checkRule(
  rule: Rule,
  texts: RuleTexts | undefined,
  index: FrameworkIndex,
  report: RuleReport,
): void {
  const { each, fires, unless } = rule
  const register = each === null || each === 'elements' ? null : each
  const scope: Scope = { element: each === 'elements' || each === 'evidence', register }
  if (register) report.canBeUnknown()
  checkAbout(rule, index, report)
  checkCondition(fires, ['fires'], scope, index, report)
  if (unless) checkCondition(unless, ['unless'], scope, index, report)
  for (const { path, message } of contradictionsIn(fires, ['fires'])) {
    report.problem(path, 'pack/bad-condition', message)
  }
  if (!texts) return
  checkMessage(texts.message, scope, index, report)
  checkExamples(texts.examples, rule, index, report)
}

function checkAbout({ about, each, principles }: Rule, index: FrameworkIndex, report: RuleReport): void {
  const eachElement = each === 'elements' || each === 'evidence'
  if (about === 'this' && !eachElement) {
    const hint =
      each === null ? 'add "each: elements", or name an element' : 'name an element, or write organization'
    report.problem(
      ['about'],
      'pack/misplaced-this',
      '"this" is an element, and the rule does not speak about each',
      hint,
    )
  } else if (about !== 'this' && eachElement) {
    report.problem(['about'], 'pack/bad-operand', 'a rule that speaks about each element is about "this"')
  } else if (about !== 'this' && about !== null && !index.positions.has(about)) {
    const hint = didYouMean(about, index.positions.keys())
    report.problem(['about'], 'pack/unknown-element', `there is no element ${quote(about)}`, hint)
  }
  principles.forEach((principle, place) => {
    if (index.principles.has(principle)) return
    const hint = didYouMean(principle, index.principles.keys())
    const message = `there is no principle ${quote(principle)}`
    report.problem(['principles', place], 'pack/unknown-principle', message, hint)
  })
}
