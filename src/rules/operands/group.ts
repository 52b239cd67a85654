/** A group as an operand: one element, any of several, or all of several. */

import { didYouMean } from '../../diagnostics/suggest.ts'
import type { Standing } from '../../types/description.ts'
import { listWords, quote } from '../../util/show.ts'
import type { Condition, Context, Reading } from '../condition.ts'
import type { FrameworkIndex } from '../framework-index.ts'
import { bothOf, eitherOf, FALSE, NOT_APPLICABLE, TRUE, type Truth } from '../truth.ts'
import type { Checking, Compiling } from '../word.ts'
import { checkElement, compileElement, phraseElement, THIS } from './element.ts'
import { checkMembers, compileMembers, phraseMembers } from './members.ts'
import { isMapping } from './shape.ts'

/** What is asked of each element of a group. */
export interface Question {
  truth(standing: Standing, context: Context): Truth
  read(standing: Standing, context: Context, into: Reading[]): void
}

export function checkGroup(operand: unknown, checking: Checking): void {
  const keys = isMapping(operand) ? Object.keys(operand) : []
  const [key] = keys
  if (!isMapping(operand)) checkElement(operand, checking)
  else if (keys.length === 1 && (key === 'any' || key === 'all')) checkMembers(operand[key], checking.at(key))
  else {
    const wrong = keys.find((name) => name !== 'any' && name !== 'all')
    const hint = (wrong && didYouMean(wrong, ['any', 'all'])) ?? 'write { any: … } or { all: … }'
    const found = keys.length === 0 ? 'nothing' : listWords(keys.map((name) => quote(name)))
    checking.problem('pack/bad-operand', `expected an element, any or all, not ${found}`, hint)
  }
}

export function compileGroup(operand: unknown, question: Question, compiling: Compiling): Condition {
  if (!isMapping(operand)) return askOne(compileElement(operand, compiling), question)
  const any = Object.hasOwn(operand, 'any')
  const members = compileMembers(any ? operand.any : operand.all, compiling)
  const truth = (context: Context): Truth => {
    const positions = members.positions(context)
    if (any && positions.length === 0) return FALSE
    let verdict: Truth = any ? NOT_APPLICABLE : TRUE
    const settled = any ? TRUE : FALSE
    for (let place = 0; place < positions.length && verdict !== settled; place++) {
      const answer = question.truth(context.standings[positions[place]!]!, context)
      verdict = any ? eitherOf(verdict, answer) : bothOf(verdict, answer)
    }
    return verdict
  }
  return {
    truth,
    read(context, into, everything) {
      const verdict = truth(context)
      for (const position of members.positions(context)) {
        const standing = context.standings[position]!
        if (everything || question.truth(standing, context) === verdict)
          question.read(standing, context, into)
      }
    },
  }
}

function askOne(element: number, question: Question): Condition {
  const standingIn = (context: Context) => context.standings[element === THIS ? context.self : element]!
  return {
    truth: (context) => question.truth(standingIn(context), context),
    read: (context, into) => question.read(standingIn(context), context, into),
  }
}

/** With its verb in the singular after it: `6.1 A`, `6.1 A or 6.2 B`, `each of …`, `at least one of …`. */
export function phraseGroup(operand: unknown, index: FrameworkIndex): string {
  if (!isMapping(operand)) return phraseElement(operand, index)
  if (!Object.hasOwn(operand, 'any')) return `each of ${phraseMembers(operand.all, index)}`
  const members = operand.any
  return Array.isArray(members)
    ? phraseMembers(members, index, 'or')
    : `at least one of ${phraseMembers(members, index)}`
}

export const groupSchema = {
  description: 'One element, any of several or all of several',
  anyOf: [
    { $ref: '#/definitions/element' },
    {
      type: 'object',
      minProperties: 1,
      maxProperties: 1,
      additionalProperties: false,
      properties: { any: { $ref: '#/definitions/members' }, all: { $ref: '#/definitions/members' } },
    },
  ],
}
