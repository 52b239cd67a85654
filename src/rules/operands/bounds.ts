/** `atLeast` and `atMost`: what may be written, and the same as exact whole numbers. */
import { suggest } from '../../diagnostics/suggest.ts'
import type { Checking } from '../word.ts'
import { expected, has, type Mapping } from './shape.ts'

/** A number `n` fits when `from <= n * scale <= to`. Both are whole or infinite. */
export interface Bounds {
  readonly from: number
  readonly to: number
  readonly scale: number
}

export interface BoundForm {
  readonly words: string
  readonly whole: boolean
  readonly highest: number
}

export const levelBound: BoundForm = { words: 'a level', whole: true, highest: 5 }
export const meanBound: BoundForm = { words: 'a number', whole: false, highest: 5 }
export const countBound: BoundForm = { words: 'a whole number', whole: true, highest: 1_000_000 }
export const percentBound: BoundForm = { words: 'a percentage', whole: false, highest: 100 }

/** A number as written: whole ones as numbers, decimal ones as text, with at most three decimals. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  return /^(0|[1-9]\d{0,8})(\.\d{1,3})?$/.test(String(value)) ? Number(value) : undefined
}

/** Reports bounds that are missing, no numbers, out of range, always true or contradictory. */
export function checkBounds(operand: Mapping, form: BoundForm, checking: Checking, alsoEnough = false): void {
  const from = checkBound(operand, 'atLeast', 1, form.highest, form, checking)
  const to = checkBound(operand, 'atMost', 0, form.highest - 1, form, checking)
  // A mistyped bound is bound enough: it was reported as an unknown key.
  const bounded = Object.keys(operand).some((key) => suggest(key, ['atLeast', 'atMost']).length > 0)
  if (!bounded && !alsoEnough) {
    checking.problem('pack/bad-operand', 'a bound must be given', 'add atLeast or atMost')
  } else if (from !== undefined && to !== undefined && from > to) {
    checking.problem('pack/bad-condition', `nothing is at least ${from} and at most ${to}`)
  }
}

/** A bound that every value keeps says nothing, so it is reported too. */
export function checkBound(
  operand: Mapping,
  key: 'atLeast' | 'atMost',
  lowest: number,
  highest: number,
  form: BoundForm,
  checking: Checking,
): number | undefined {
  if (!has(operand, key)) return undefined
  const value = numberOf(operand[key])
  const fits = form.whole
    ? value !== undefined && Number.isInteger(value) && value >= lowest && value <= highest
    : value !== undefined && (key === 'atLeast' ? value > 0 && value <= form.highest : value < form.highest)
  if (fits) return value
  const range = form.whole
    ? `from ${lowest} to ${highest}`
    : key === 'atLeast'
      ? `above 0 and at most ${form.highest}`
      : `from 0 to below ${form.highest}`
  return expected(`${form.words} ${range}`, operand[key], checking.at(key))
}

export function boundsOf(operand: Mapping): Bounds {
  const scale = 1000
  const scaled = (key: string, otherwise: number) =>
    has(operand, key) ? Math.round(numberOf(operand[key])! * scale) : otherwise
  return { from: scaled('atLeast', -Infinity), to: scaled('atMost', Infinity), scale }
}

/** `2 or more`, `1 or less`, `2 to 3`. */
export function phraseBounds(operand: Mapping): string {
  const { atLeast, atMost } = operand
  if (atLeast === undefined) return `${atMost} or less`
  if (atMost === undefined) return `${atLeast} or more`
  return atLeast === atMost ? `exactly ${atLeast}` : `${atLeast} to ${atMost}`
}

/** `at least 3`, `at most 3`, `2 to 3`. */
export function phraseNumber(operand: Mapping): string {
  const { atLeast, atMost } = operand
  if (atLeast === undefined) return `at most ${atMost}`
  if (atMost === undefined) return `at least ${atLeast}`
  return atLeast === atMost ? `exactly ${atLeast}` : `${atLeast} to ${atMost}`
}

/** What a sound practice shows: a rule that asks for "at most" names a shortfall, so more is expected. */
export function expectedNumber(operand: Mapping): string {
  return operand.atMost === undefined ? `at least ${operand.atLeast}` : `more than ${operand.atMost}`
}

const number = { type: ['number', 'string'] }
export const boundsSchema = { atLeast: number, atMost: number }
