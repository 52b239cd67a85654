/** Finds everything wrong with the rules of a pack beyond their shape: conditions, where they point, messages, examples. */
import { didYouMean } from '../diagnostics/suggest.ts'
import type { Path } from '../types/document.ts'
import {
  type Framework,
  type Outcome,
  type RegisterName,
  type Rule,
  type RuleExample,
  type RuleTexts,
  registerNames,
} from '../types/framework.ts'
import { isCalendarDate } from '../util/calendar.ts'
import { listWords, quote } from '../util/show.ts'
import { contradictionsIn } from './contradictions-in.ts'
import { type FrameworkIndex, indexFramework } from './framework-index.ts'
import { placeholder, thisFields } from './message-of.ts'
import { itemFields } from './operands/field-names.ts'
import { fileTroubles } from './operands/piece-fields.ts'
import { describeValue, isMapping } from './operands/shape.ts'
import { vocabulary } from './vocabulary.ts'
import type { Checking, RuleProblemCode, Scope } from './word.ts'

/** Deeper than this nobody can follow. */
const deepest = 20

interface ConditionReport {
  problem(path: Path, code: RuleProblemCode, message: string, hint?: string): void
  canBeUnknown(): void
}

/** Where problems go, and whether any input was met that a description can leave unknown. */
interface RuleReport extends ConditionReport {
  unknowable: boolean
}

function checkCondition(
  spec: unknown,
  path: Path,
  scope: Scope,
  index: FrameworkIndex,
  report: ConditionReport,
): void {
  checkAt(spec, placeAt(path, scope, 1, index, report))
}

interface Place extends Checking {
  readonly depth: number
}

function placeAt(
  path: Path,
  scope: Scope,
  depth: number,
  index: FrameworkIndex,
  report: ConditionReport,
): Place {
  return {
    index,
    scope,
    depth,
    problem: (code, message, hint) => report.problem(path, code, message, hint),
    at: (step) => placeAt([...path, step], scope, depth, index, report),
    condition: (inner, innerScope = scope) =>
      checkAt(inner, placeAt(path, innerScope, depth + 1, index, report)),
    canBeUnknown: report.canBeUnknown,
  }
}

function checkAt(spec: unknown, place: Place): void {
  if (place.depth > deepest) {
    place.problem('pack/bad-condition', `conditions are nested more than ${deepest} deep`)
  } else if (!isMapping(spec) || Object.keys(spec).length === 0) {
    const found = isMapping(spec) ? 'an empty mapping' : describeValue(spec)
    place.problem('pack/bad-operand', `expected a condition, not ${found}`, 'such as { have: … }')
  } else for (const [name, operand] of Object.entries(spec)) checkWord(name, operand, place.at(name))
}

function checkWord(name: string, operand: unknown, at: Checking): void {
  const word = vocabulary.get(name)
  if (word) word.check(operand, at)
  else {
    const words = [...vocabulary.keys()]
    const hint = didYouMean(name, words) ?? `the words are ${listWords(words, 'and', words.length)}`
    at.problem('pack/unknown-word', `unknown word ${quote(name)}`, hint)
  }
}

/** Keys of a description that an example may give. */
const parts = [
  'organization',
  'innovation',
  'assessment',
  'targets',
  'weights',
  'waivers',
  'asOf',
  'files',
  ...registerNames,
]

function checkExamples(
  examples: readonly RuleExample[],
  { each }: Rule,
  index: FrameworkIndex,
  report: RuleReport,
): void {
  const shown = new Set<Outcome>(examples.map(({ outcome }) => outcome))
  const wanted: Outcome[] = report.unknowable ? ['gap', 'clear', 'not-evaluated'] : ['gap', 'clear']
  for (const outcome of wanted) {
    if (shown.has(outcome)) continue
    report.problem(['examples'], 'pack/missing-example', `no example shows the outcome ${outcome}`)
  }
  examples.forEach(({ given, at }, place) => {
    const path = ['examples', place]
    for (const [key, value] of Object.entries(given))
      checkGiven(key, value, [...path, 'given', key], index, report)
    if (at === null && each === 'elements') {
      report.problem(path, 'pack/wrong-example', 'the example does not say at which element', 'add "at"')
    } else if (at !== null && each === null) {
      report.problem(
        [...path, 'at'],
        'pack/wrong-example',
        'the rule does not speak about each element or entry',
      )
    } else if (at !== null && each === 'elements' && !index.positions.has(at)) {
      const hint = didYouMean(at, index.positions.keys())
      report.problem([...path, 'at'], 'pack/unknown-element', `there is no element ${quote(at)}`, hint)
    } else if (at !== null && each === 'evidence' && !Object.values(given).some((said) => cites(said, at))) {
      report.problem([...path, 'at'], 'pack/wrong-example', `no element cites ${quote(at)}`)
    } else if (at !== null && isRegister(each) && !hasItem(given[each], at)) {
      report.problem([...path, 'at'], 'pack/wrong-example', `${each} has no entry with the id ${quote(at)}`)
    }
  })
}

function checkGiven(
  key: string,
  value: unknown,
  path: readonly (string | number)[],
  index: FrameworkIndex,
  report: RuleReport,
): void {
  if (index.positions.has(key)) {
    const level = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 5
    if (level || value === 'not-applicable' || isMapping(value)) return
    const message = `expected a level from 0 to 5, not-applicable or a practice, not ${describeValue(value)}`
    report.problem(path, 'pack/wrong-example', message)
  } else if (!parts.includes(key)) {
    const numbers = /^\d/.test(key)
    const hint = didYouMean(key, numbers ? index.positions.keys() : parts)
    if (numbers) report.problem(path, 'pack/unknown-element', `there is no element ${quote(key)}`, hint)
    else report.problem(path, 'pack/wrong-example', `${quote(key)} is no part of a description`, hint)
  } else if (key === 'files') checkFiles(value, path, report)
  else if (key === 'asOf' && !(typeof value === 'string' && isCalendarDate(value))) {
    report.problem(
      path,
      'pack/wrong-example',
      `expected a date, not ${describeValue(value)}`,
      'such as 2026-06-30',
    )
  }
}

/** What is given of files is what somebody who looked would say of them. */
function checkFiles(files: unknown, path: Path, report: RuleReport): void {
  if (!isMapping(files)) {
    const message = `expected a mapping from files to what was found of them, not ${describeValue(files)}`
    report.problem(path, 'pack/wrong-example', message)
    return
  }
  const states = ['present', ...fileTroubles]
  for (const [file, found] of Object.entries(files)) {
    const state = isMapping(found) ? (found.state ?? 'present') : found
    if (typeof state === 'string' && states.includes(state)) continue
    const message = `expected what was found of a file, not ${describeValue(state)}`
    report.problem([...path, file], 'pack/wrong-example', message, `one of ${listWords(states, 'or', 9)}`)
  }
}

function isRegister(each: Rule['each']): each is RegisterName {
  return each !== null && (registerNames as readonly string[]).includes(each)
}

function cites(practice: unknown, source: string): boolean {
  const pieces = isMapping(practice) ? practice.evidence : undefined
  return (
    Array.isArray(pieces) && pieces.some((piece) => isMapping(piece) && Object.values(piece).includes(source))
  )
}

function hasItem(register: unknown, id: string): boolean {
  return Array.isArray(register) && register.some((item) => isMapping(item) && String(item.id) === id)
}

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

/** Checks the placeholders of a rule's message: each must mean something where the rule speaks. */
function checkMessage(message: string, scope: Scope, index: FrameworkIndex, report: RuleReport): void {
  const items = scope.register ? [...itemFields[scope.register].keys()].map((name) => `item.${name}`) : []
  const known = [...(scope.element ? thisFields : []), ...items]
  const seen = new Set<string>()
  for (const [, name = ''] of message.matchAll(placeholder)) {
    if (seen.has(name) || known.includes(name) || index.positions.has(name)) continue
    seen.add(name)
    const hint =
      didYouMean(name, [...known, ...index.positions.keys()]) ??
      `an element number${known.length > 0 ? `, ${listWords(known, 'or', 20)}` : ''}`
    report.problem(['message'], 'pack/bad-placeholder', `${quote(`{${name}}`)} means nothing here`, hint)
  }
}
