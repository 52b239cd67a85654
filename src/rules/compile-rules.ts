/** Compiles the rules of a pack once: conditions that can be asked, and which conclusions read which elements. */
import type { ElementId, Framework, Rule } from '../types/framework.ts'
import type { Condition } from './condition.ts'
import { type FrameworkIndex, indexFramework } from './framework-index.ts'
import { phraseCondition } from './phrase-condition.ts'
import { vocabulary } from './vocabulary.ts'
import type { Compiling, Reads } from './word.ts'
import { allConditions } from './words/logic.ts'

export interface CompiledRules {
  readonly index: FrameworkIndex
  readonly byId: ReadonlyMap<string, CompiledRule>
  /** Every rule, or every rule at every element, in the order of conclusions. */
  readonly subjects: readonly Subject[]
  /** For each element by position: the subjects that read it, as positions in `subjects`, ascending. */
  readonly readers: readonly (readonly number[])[]
}

export interface CompiledRule {
  readonly rule: Rule
  readonly fires: Condition
  readonly unless: Condition | null
  readonly reads: Reads
}

/**
 * What a rule speaks about. A rule about each entry of a register is one subject, whatever the register holds. A rule
 * about each piece of evidence has one for each element, and before them one for the case that there is no piece.
 */
export interface Subject {
  readonly compiled: CompiledRule
  /** Position of the element that `this` stands for, or -1. */
  readonly self: number
  /** The element the conclusion is about. */
  readonly element: ElementId | null
  /** Id of the conclusion; entries add `#` and their id. */
  readonly id: string
}

/** The rules were checked: unknown words or elements make this throw. */
export function compileRules(rules: readonly Rule[], framework: Framework): CompiledRules {
  const index = indexFramework(framework)
  const compiled = rules.map((rule) => compileRule(rule, index))
  const subjects = compiled.flatMap((rule) => subjectsOf(rule, index))
  const readers: number[][] = index.all.map(() => [])
  subjects.forEach((subject, place) => {
    for (const position of readBy(subject)) readers[position]!.push(place)
  })
  return { index, byId: new Map(compiled.map((rule) => [rule.rule.id, rule])), subjects, readers }
}

function compileRule(rule: Rule, index: FrameworkIndex): CompiledRule {
  const reads: Reads = { fixed: new Set(), forThis: new Set() }
  const fires = compileCondition(rule.fires, index, reads)
  const unless = rule.unless && compileCondition(rule.unless, index, reads)
  return { rule, fires, unless, reads }
}

function subjectsOf(compiled: CompiledRule, { elements }: FrameworkIndex): Subject[] {
  const { id, about, each } = compiled.rule
  const everywhere = () =>
    elements.map((element, self) => ({ compiled, self, element: element.id, id: `${id}@${element.id}` }))
  if (each === 'elements') return everywhere()
  const element = about === 'this' ? null : about
  const whole = { compiled, self: -1, element, id: `${id}@${element ?? 'organization'}` }
  return each === 'evidence' ? [whole, ...everywhere()] : [whole]
}

/** Positions of the elements whose standing decides a conclusion about the subject. */
export function readBy({ compiled: { reads }, self }: Subject): Set<number> {
  if (self < 0) return reads.fixed
  const positions = new Set(reads.fixed).add(self)
  for (const table of reads.forThis) for (const position of table[self]!) positions.add(position)
  return positions
}

/** Adds what the condition reads to `reads`. */
export function compileCondition(spec: unknown, index: FrameworkIndex, reads: Reads): Condition {
  const compiling: Compiling = {
    index,
    reads,
    condition: (inner, innerReads = reads) => compileCondition(inner, index, innerReads),
    phrase: (inner) => phraseCondition(inner, index),
  }
  return allConditions(
    Object.entries(spec as object).map(([word, operand]) =>
      vocabulary.get(word)!.compile(operand, compiling),
    ),
  )
}
