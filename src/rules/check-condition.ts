/** Checks a condition as written: known words, operands of the right kind, ids that lead somewhere, no endless nesting. */

import { didYouMean } from '../diagnostics/suggest.ts'
import type { Path } from '../types/document.ts'
import { listWords, quote } from '../util/show.ts'
import type { FrameworkIndex } from './framework-index.ts'
import { describeValue, isMapping } from './operands/shape.ts'
import { vocabulary } from './vocabulary.ts'
import type { Checking, RuleProblemCode, Scope } from './word.ts'

/** Deeper than this nobody can follow. */
export const deepest = 20

export interface ConditionReport {
  problem(path: Path, code: RuleProblemCode, message: string, hint?: string): void
  canBeUnknown(): void
}

/** Where problems go, and whether any input was met that a description can leave unknown. */
export interface RuleReport extends ConditionReport {
  unknowable: boolean
}

export function checkCondition(
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
