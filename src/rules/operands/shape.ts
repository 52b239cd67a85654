/** Checks the outer shape of operands: mappings with their keys, lists, and how to name what was found instead. */

import { didYouMean, suggest } from '../../diagnostics/suggest.ts'
import { listWords, quote } from '../../util/show.ts'
import type { Checking } from '../word.ts'

export type Mapping = Readonly<Record<string, unknown>>

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands there, for "expected …, not …". */
export function describeValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'a mapping'
  return typeof value === 'string' ? quote(value) : String(value)
}

export function expected(what: string, value: unknown, checking: Checking, hint?: string): undefined {
  checking.problem('pack/bad-operand', `expected ${what}, not ${describeValue(value)}`, hint)
  return undefined
}

/** Reports unknown and missing keys; a required key that was mistyped is one problem. `undefined` for no mapping. */
export function checkKeys(
  operand: unknown,
  required: readonly string[],
  optional: readonly string[],
  checking: Checking,
): Mapping | undefined {
  const known = [...required, ...optional]
  if (!isMapping(operand))
    return expected(`a mapping with ${listWords(required.length > 0 ? required : known)}`, operand, checking)
  const keys = Object.keys(operand)
  const unknown = keys.filter((key) => !known.includes(key))
  for (const key of unknown) {
    const hint = didYouMean(key, known) ?? `known here: ${listWords(known)}`
    checking.at(key).problem('pack/bad-operand', `unknown key ${quote(key)}`, hint)
  }
  const missing = required.filter(
    (name) => !Object.hasOwn(operand, name) && !unknown.some((key) => suggest(key, [name]).length > 0),
  )
  if (missing.length > 0) checking.problem('pack/bad-operand', `${listWords(missing)} must be given`)
  return operand
}

/** True where a key stands and is to be checked further. */
export function has(operand: Mapping, key: string): boolean {
  return Object.hasOwn(operand, key)
}

/** The entries of a list that is not empty; reports anything else. */
export function checkList(operand: unknown, what: string, checking: Checking): readonly unknown[] {
  if (Array.isArray(operand) && operand.length > 0) return operand
  expected(`a list of ${what}`, operand, checking)
  return []
}

/** Reports a name that is none of `known`; for what it is called see `what`. */
export function checkName(
  value: unknown,
  what: string,
  known: readonly string[],
  checking: Checking,
): value is string {
  if (typeof value === 'string' && known.includes(value)) return true
  if (typeof value !== 'string') expected(`one of ${listWords(known, 'or')}`, value, checking)
  else {
    const hint = didYouMean(value, known) ?? `one of ${listWords(known, 'or')}`
    checking.problem('pack/bad-operand', `unknown ${what} ${quote(value)}`, hint)
  }
  return false
}

/** The only key of a mapping and what stands there; reports none, several, or one that is not among `known`. */
export function checkOnlyKey(
  operand: unknown,
  what: string,
  known: readonly string[],
  checking: Checking,
): { key: string; value: unknown; at: Checking } | undefined {
  if (!isMapping(operand)) return expected(`a ${what} such as { ${known[0]}: … }`, operand, checking)
  const keys = Object.keys(operand)
  const [key] = keys
  const oneOf = `one of ${listWords(known, 'or')}`
  if (key === undefined || keys.length > 1) {
    const found = keys.length === 0 ? 'none' : listWords(keys.map((name) => quote(name)))
    checking.problem('pack/bad-operand', `expected one ${what}, not ${found}`, oneOf)
    return undefined
  }
  const at = checking.at(key)
  if (known.includes(key)) return { key, value: operand[key], at }
  at.problem('pack/bad-operand', `unknown ${what} ${quote(key)}`, didYouMean(key, known) ?? oneOf)
  return undefined
}
