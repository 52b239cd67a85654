/** An element as an operand: its number, or `this`. */

import { didYouMean } from '../../diagnostics/suggest.ts'
import { quote } from '../../util/show.ts'
import type { FrameworkIndex } from '../framework-index.ts'
import type { Checking, Compiling } from '../word.ts'
import { expected } from './shape.ts'

/** Stands for `this` among positions. */
export const THIS = -1

export function checkElement(operand: unknown, checking: Checking): void {
  const name = elementName(operand)
  checking.canBeUnknown()
  if (name === undefined) expected('the number of an element', operand, checking)
  else if (name === 'this') {
    if (!checking.scope.element) misplacedThis(checking)
  } else if (!checking.index.positions.has(name)) unknownElement(name, checking)
}

export function misplacedThis(checking: Checking): void {
  const hint = 'give the rule "each: elements", or name an element'
  checking.problem(
    'pack/misplaced-this',
    '"this" means nothing in a rule that does not speak about each element',
    hint,
  )
}

export function unknownElement(name: string, checking: Checking): void {
  const { index } = checking
  const below = index.clauses.get(name)
  const hint = below?.length
    ? `it is a heading; write { any: { clause: ${name} } } or name one of its elements`
    : undefined
  checking.problem(
    'pack/unknown-element',
    `there is no element ${quote(name)}`,
    hint ?? didYouMean(name, index.positions.keys()),
  )
}

/** A position, or `THIS`. */
export function compileElement(operand: unknown, { index, reads }: Compiling): number {
  const name = elementName(operand)!
  if (name === 'this') {
    reads.forThis.add(index.each)
    return THIS
  }
  const position = index.positions.get(name)!
  reads.fixed.add(position)
  return position
}

/** Its number as text: a whole number may have been read as one. */
export function elementName(operand: unknown): string | undefined {
  return typeof operand === 'number' ? String(operand) : typeof operand === 'string' ? operand : undefined
}

export function phraseElement(operand: unknown, { positions, elements }: FrameworkIndex): string {
  const name = elementName(operand)!
  if (name === 'this') return 'the element'
  return `${name} ${elements[positions.get(name)!]!.title}`
}

export const elementSchema = {
  description: 'The number of an element, or "this" in a rule that speaks about each element',
  type: ['string', 'number'],
}
