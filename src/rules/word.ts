/** What each word of the vocabulary brings: the check of its operand, its evaluation, its schema and its phrase. */
import type { ItemsName } from '../types/framework.ts'
import type { Condition } from './condition.ts'
import type { FrameworkIndex } from './framework-index.ts'

export interface Word {
  /** Reports every problem of the operand. */
  check(operand: unknown, checking: Checking): void
  /** The operand was checked. */
  compile(operand: unknown, compiling: Compiling): Condition
  /** The operand's piece of the JSON Schema; may refer to `#/definitions/…`. */
  readonly schema: object
  /** The word with its operand as a part of an English sentence. The operand was checked. */
  phrase(operand: unknown, phrasing: Phrasing): string
}

export type RuleProblemCode =
  | 'pack/unknown-word'
  | 'pack/bad-operand'
  | 'pack/bad-condition'
  | 'pack/bad-criterion'
  | 'pack/bad-placeholder'
  | 'pack/misplaced-this'
  | 'pack/missing-example'
  | 'pack/unknown-clause'
  | 'pack/unknown-element'
  | 'pack/unknown-principle'
  | 'pack/unknown-stage'
  | 'pack/wrong-example'

/** What `this` and `item` may stand for at a place. */
export interface Scope {
  readonly element: boolean
  readonly register: ItemsName | null
}

export interface Checking {
  readonly index: FrameworkIndex
  readonly scope: Scope
  /** Reports a problem with the value at this place. */
  problem(code: RuleProblemCode, message: string, hint?: string): void
  /** The same, one step further inside. */
  at(step: string | number): Checking
  /** Checks a condition at this place; `scope` where it speaks about something else. */
  condition(spec: unknown, scope?: Scope): void
  /** Says that what stands here can be unknown in a description. */
  canBeUnknown(): void
}

export interface Compiling {
  readonly index: FrameworkIndex
  readonly reads: Reads
  /** Compiles a condition inside this one; `reads` where `this` stands for something else in it. */
  condition(spec: unknown, reads?: Reads): Condition
  /** A condition inside this one in words, for what a reason expected. */
  phrase(spec: unknown): string
}

/** Which elements' standings a condition reads, by position. */
export interface Reads {
  readonly fixed: Set<number>
  /** What is read for each element that `this` may stand for. */
  readonly forThis: Set<readonly (readonly number[])[]>
}

export interface Phrasing {
  readonly index: FrameworkIndex
  /** A condition inside this one, in parentheses where it says more than one thing. */
  condition(spec: unknown): string
}
