/** Checks the examples of a rule: that the outcomes that matter are shown and that what is given can be read. */
import { isCalendarDate } from '../core/calendar.ts'
import { type Outcome, type Rule, type RuleExample, registerNames } from '../core/framework.ts'
import { quote } from '../core/show.ts'
import { didYouMean } from '../core/suggest.ts'
import type { RuleReport } from './check-condition.ts'
import type { FrameworkIndex } from './framework-index.ts'
import { describeValue, isMapping } from './operands/shape.ts'

/** Keys of a description that an example may give. */
const parts = [
  'organization',
  'innovation',
  'assessment',
  'targets',
  'weights',
  'waivers',
  'asOf',
  ...registerNames,
]

export function checkExamples(
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
    } else if (at !== null && each !== null && each !== 'elements' && !hasItem(given[each], at)) {
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
  } else if (key === 'asOf' && !(typeof value === 'string' && isCalendarDate(value))) {
    report.problem(
      path,
      'pack/wrong-example',
      `expected a date, not ${describeValue(value)}`,
      'such as 2026-06-30',
    )
  }
}

function hasItem(register: unknown, id: string): boolean {
  return Array.isArray(register) && register.some((item) => isMapping(item) && String(item.id) === id)
}
