/** Several elements as an operand: a list, a selector such as `{ stage: check }`, or `elements` for all. */

import { didYouMean } from '../../diagnostics/suggest.ts'
import { listWords, quote } from '../../util/show.ts'
import type { Context } from '../condition.ts'
import type { FrameworkIndex } from '../framework-index.ts'
import type { Checking, Compiling, RuleProblemCode } from '../word.ts'
import { checkElement, elementName, phraseElement, THIS } from './element.ts'
import { checkList, checkOnlyKey, expected, isMapping, type Mapping } from './shape.ts'

const selectors = ['clause', 'stage', 'principle', 'needs'] as const

export interface Members {
  /** Positions, without a repetition. */
  positions(context: Context): readonly number[]
}

export function checkMembers(operand: unknown, checking: Checking): void {
  checking.canBeUnknown()
  if (operand === 'elements') return
  if (Array.isArray(operand)) {
    const seen = new Set<string>()
    checkList(operand, 'elements', checking).forEach((member, place) => {
      const name = elementName(member)
      if (name !== undefined && seen.has(name)) {
        checking.at(place).problem('pack/bad-operand', `${quote(name)} is named twice`)
      } else checkElement(member, checking.at(place))
      if (name !== undefined) seen.add(name)
    })
  } else if (isMapping(operand)) checkSelector(operand, checking)
  else expected('a list of elements, a selector or "elements"', operand, checking)
}

function checkSelector(operand: Mapping, checking: Checking): void {
  const only = checkOnlyKey(operand, 'selector', selectors, checking)
  if (!only) return
  const { clauses, stages, principles } = checking.index
  const { key, value, at } = only
  if (key === 'needs') checkElement(value, at)
  else if (key === 'clause') checkSelected(value, 'clause', clauses, 'pack/unknown-clause', at)
  else if (key === 'stage') checkSelected(value, 'stage', stages, 'pack/unknown-stage', at)
  else checkSelected(value, 'principle', principles, 'pack/unknown-principle', at)
}

function checkSelected(
  operand: unknown,
  what: string,
  known: ReadonlyMap<string, readonly number[]>,
  code: RuleProblemCode,
  checking: Checking,
): void {
  const name = elementName(operand)
  const names = [...known.keys()]
  if (name === undefined) expected(`a ${what}`, operand, checking)
  else if (!known.has(name)) {
    const hint = didYouMean(name, names) ?? `one of ${listWords(names, 'or')}`
    checking.problem(code, `there is no ${what} ${quote(name)}`, hint)
  } else if (known.get(name)!.length === 0) {
    checking.problem('pack/bad-condition', `no element belongs to the ${what} ${quote(name)}`)
  }
}

export function compileMembers(operand: unknown, { index, reads }: Compiling): Members {
  const table = tableOf(operand, index)
  if (table) {
    reads.forThis.add(table)
    return { positions: ({ self }) => table[self] ?? [] }
  }
  const positions = positionsOf(operand, index)
  for (const position of positions) reads.fixed.add(position)
  return { positions: () => positions }
}

/** The members for each element that `this` may stand for; `undefined` where `this` is not named. */
function tableOf(operand: unknown, index: FrameworkIndex): readonly (readonly number[])[] | undefined {
  if (Array.isArray(operand) && operand.some((member) => elementName(member) === 'this')) {
    const others = positionsOf(operand, index)
    return index.all.map((self) =>
      others.map((position) => (position === THIS ? self : position)).filter(unique),
    )
  }
  return isMapping(operand) && operand.needs === 'this' ? index.needs : undefined
}

function positionsOf(operand: unknown, index: FrameworkIndex): readonly number[] {
  if (operand === 'elements') return index.all
  const positionOf = (member: unknown) => index.positions.get(elementName(member)!) ?? THIS
  if (Array.isArray(operand)) return operand.map(positionOf)
  const selector = operand as Readonly<Record<string, unknown>>
  if (selector.needs !== undefined) return index.needs[positionOf(selector.needs)] ?? []
  const [[key, name]] = Object.entries(selector) as [[string, unknown]]
  const groups = key === 'clause' ? index.clauses : key === 'stage' ? index.stages : index.principles
  return groups.get(elementName(name)!) ?? []
}

function unique(position: number, place: number, all: readonly number[]): boolean {
  return all.indexOf(position) === place
}

/** `6.1 A and 6.2 B`, `clause 8 Operation`, `what the element needs first`. */
export function phraseMembers(operand: unknown, index: FrameworkIndex, joint: 'and' | 'or' = 'and'): string {
  if (operand === 'elements') return 'all elements'
  if (Array.isArray(operand))
    return listWords(
      operand.map((member) => phraseElement(member, index)),
      joint,
    )
  const [[key, name]] = Object.entries(operand as object) as [[string, unknown]]
  const id = elementName(name)!
  const { clauses, principles } = index.framework
  if (key === 'needs') return `the elements that ${phraseElement(name, index)} needs first`
  if (key === 'clause')
    return `the elements of clause ${id} ${clauses.find((clause) => clause.id === id)!.title}`
  if (key === 'stage') return `the elements of the stage ${id}`
  return `the elements that serve ${principles.find((principle) => principle.id === id)!.title}`
}

export const membersSchema = {
  description: 'Several elements: a list, a selector, or "elements" for all',
  anyOf: [
    { const: 'elements' },
    { type: 'array', minItems: 1, items: { $ref: '#/definitions/element' } },
    {
      type: 'object',
      minProperties: 1,
      maxProperties: 1,
      additionalProperties: false,
      properties: {
        clause: { type: ['string', 'number'] },
        stage: { type: 'string' },
        principle: { type: 'string' },
        needs: { $ref: '#/definitions/element' },
      },
    },
  ],
}
