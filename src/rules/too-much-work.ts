/** Refuses packs whose rules would keep the machine busy: a pack may come from a stranger, and every input is answered at once. */
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Description } from '../types/description.ts'
import {
  type Framework,
  type RegisterName,
  type Rule,
  type RuleTexts,
  registerNames,
} from '../types/framework.ts'

/**
 * How much work a rule can make, before it is ever run: conditions always end, but counting within counting for every
 * element of a large framework would not end soon. A bound from above, in steps of some 50 nanoseconds.
 */
interface Sizes {
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
function workOfRule(rule: Rule, sizes: Sizes): number {
  const again = readsMany(rule.fires) || readsMany(rule.unless) ? sizes.elements : 2
  return workOnce(rule, sizes) * (1 + again) + subjectsOf(rule, sizes) * finding
}

/** Asking the rule in each of its examples, whose registers are short. */
function workOfExamples(rule: Rule, examples: number, elements: number): number {
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

/** In steps. Twice what the built-in pack asks of a description with four full registers; some two seconds. */
const most = { concluding: 30_000_000, examples: 10_000_000 }

/** Whether concluding would take too long on this description. */
export function tooMuchWork(
  rules: readonly Rule[],
  { elements }: Framework,
  { registers, standings }: Pick<Description, 'registers' | 'standings'>,
): Diagnostic | undefined {
  const lengths = registerNames.map((name) => [name, registers.get(name)?.length ?? 0])
  const sizes = {
    elements: elements.length,
    registers: Object.fromEntries(lengths) as Record<RegisterName, number>,
    pieces: [...standings.values()].reduce((sum, { evidence }) => sum + evidence.length, 0),
  }
  return refuse(rules, (rule) => workOfRule(rule, sizes), most.concluding, 'the rules of the pack')
}

/** Whether running the examples of the rules would take too long. */
export function tooManyExamples(
  rules: readonly Rule[],
  texts: Readonly<Record<string, RuleTexts>>,
  { elements }: Framework,
): Diagnostic | undefined {
  const workOf = (rule: Rule) => workOfExamples(rule, texts[rule.id]?.examples.length ?? 0, elements.length)
  return refuse(rules, workOf, most.examples, 'the examples of the rules')
}

function refuse(
  rules: readonly Rule[],
  workOf: (rule: Rule) => number,
  limit: number,
  what: string,
): Diagnostic | undefined {
  let total = 0
  let heaviest = { id: '', work: 0 }
  for (const rule of rules) {
    const work = workOf(rule)
    total += work
    if (work > heaviest.work) heaviest = { id: rule.id, work }
  }
  if (total <= limit) return undefined
  return diagnose({
    code: 'pack/too-much-work',
    message: `${what} would take too long, above all ${heaviest.id}`,
    hint: 'name the elements a rule is about instead of all of them, and do not count within counting',
  })
}
