/**
 * How much work a rule can make, before it is ever run: conditions always end, but counting within counting for every
 * element of a large framework would not end soon. A bound from above, in steps of some 50 nanoseconds.
 */
import { type RegisterName, type Rule, registerNames } from '../types/framework.ts'

export interface Sizes {
  /** Elements of the framework. */
  readonly elements: number
  /** Entries of each register. */
  readonly registers: Readonly<Record<RegisterName, number>>
  /** Pieces of evidence cited, those of all elements together. */
  readonly pieces: number
}

/** What it takes to read the answers of one element of an example. */
const readingElement = 20
/** What it takes to state one finding and to ask what it has to do with every improvement. */
const finding = 700

const selectors = ['clause', 'stage', 'principle', 'needs']

/** Asking the rule of everything it speaks about, and again for each improvement that it can have to do with. */
export function workOfRule(rule: Rule, sizes: Sizes): number {
  const again = readsMany(rule.fires) || readsMany(rule.unless) ? sizes.elements : 2
  return workOnce(rule, sizes) * (1 + again) + subjectsOf(rule, sizes) * finding
}

/** Asking the rule in each of its examples, whose registers are short. */
export function workOfExamples(rule: Rule, examples: number, elements: number): number {
  const registers = { objectives: 20, initiatives: 20, indicators: 20, risks: 20 }
  return (workOnce(rule, { elements, registers, pieces: 20 }) + elements * readingElement) * examples
}

function subjectsOf({ each }: Rule, sizes: Sizes): number {
  if (each === null) return 1
  if (each === 'evidence') return sizes.pieces
  return each === 'elements' ? sizes.elements : sizes.registers[each]
}

function workOnce(rule: Rule, sizes: Sizes): number {
  return subjectsOf(rule, sizes) * (workOf(rule.fires, sizes) + workOf(rule.unless, sizes))
}

function workOf(operand: unknown, sizes: Sizes): number {
  if (isMany(operand)) return sizes.elements
  if (Array.isArray(operand)) return sum(operand, sizes)
  if (typeof operand !== 'object' || operand === null) return 1
  const { of, where, ...others } = operand as Record<string, unknown>
  const counted = of === 'elements' ? sizes.elements : isRegister(of) ? sizes.registers[of] + 1 : 0
  return counted === 0
    ? sum(Object.values(operand), sizes)
    : counted * (1 + workOf(where, sizes)) + sum(Object.values(others), sizes)
}

function sum(operands: readonly unknown[], sizes: Sizes): number {
  return operands.reduce<number>((total, operand) => total + workOf(operand, sizes), 1)
}

function readsMany(operand: unknown): boolean {
  if (isMany(operand)) return true
  return typeof operand === 'object' && operand !== null && Object.values(operand).some(readsMany)
}

/** All elements, or those a selector names. */
function isMany(operand: unknown): boolean {
  if (operand === 'elements') return true
  if (typeof operand !== 'object' || operand === null || Array.isArray(operand)) return false
  const keys = Object.keys(operand)
  return keys.length === 1 && selectors.includes(keys[0]!)
}

function isRegister(name: unknown): name is RegisterName {
  return (registerNames as readonly unknown[]).includes(name)
}
