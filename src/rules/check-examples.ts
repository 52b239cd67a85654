/** Checks the examples of a rule: that the outcomes that matter are shown and that what is given can be read. */

import { didYouMean } from '../diagnostics/suggest.ts'
import type { Path } from '../types/document.ts'
import {
  type Outcome,
  type RegisterName,
  type Rule,
  type RuleExample,
  registerNames,
} from '../types/framework.ts'
import { isCalendarDate } from '../util/calendar.ts'
import { listWords, quote } from '../util/show.ts'
import type { RuleReport } from './check-condition.ts'
import type { FrameworkIndex } from './framework-index.ts'
import { fileTroubles } from './operands/piece-fields.ts'
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
  'files',
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
