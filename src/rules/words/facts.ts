/** The words about facts: `present`, `absent`, `oneOf`, `includes`, `criterion` and `evidence`. */

import { listWords } from '../../util/show.ts'
import type { Condition, Context } from '../condition.ts'
import { checkField, compileField, type Field, phraseField, stated, unstated } from '../operands/field.ts'
import { checkKeys, checkList, checkName, expected, has } from '../operands/shape.ts'
import { FALSE, opposite, TRUE, type Truth, UNKNOWN } from '../truth.ts'
import type { Checking, Word } from '../word.ts'
import { criterion } from './criterion.ts'
import { evidence } from './evidence.ts'

type Scalar = string | number | boolean

const reference = /^\{([^{}]+)\}$/

export const factWords: Readonly<Record<string, Word>> = {
  present: presence(true),
  absent: presence(false),
  oneOf: {
    check(operand, checking) {
      const mapping = checkKeys(operand, ['field', 'values'], [], checking)
      if (!mapping) return
      const form = has(mapping, 'field') ? checkField(mapping.field, checking.at('field')) : undefined
      if (!has(mapping, 'values')) return
      const at = checking.at('values')
      checkList(mapping.values, 'values', at).forEach((value, place) => {
        if (form !== undefined && typeof form !== 'string') checkName(value, 'value', form, at.at(place))
        else checkScalar(value, at.at(place))
      })
    },
    compile(operand, compiling) {
      const { field, values } = operand as { field: unknown; values: readonly Scalar[] }
      const words = values.length === 1 ? String(values[0]) : `one of ${listWords(values.map(String), 'or')}`
      return valueCondition(compileField(field, compiling), words, (found) =>
        values.some((value) => sameValue(value, found)),
      )
    },
    schema: {
      type: 'object',
      required: ['field', 'values'],
      additionalProperties: false,
      properties: {
        field: { $ref: '#/definitions/field' },
        values: { type: 'array', minItems: 1, items: { type: ['string', 'number', 'boolean'] } },
      },
    },
    phrase(operand, { index }) {
      const { field, values } = operand as { field: unknown; values: readonly Scalar[] }
      return `${phraseField(field, index)} is ${listWords(values.map(String), 'or')}`
    },
  },
  includes: {
    check(operand, checking) {
      const mapping = checkKeys(operand, ['field', 'value'], [], checking)
      if (!mapping) return
      const form = has(mapping, 'field') ? checkField(mapping.field, checking.at('field')) : undefined
      if (form !== undefined && form !== 'list') {
        checking
          .at('field')
          .problem('pack/bad-operand', 'this field is no list', 'oneOf compares a single value')
      }
      if (has(mapping, 'value')) checkValue(mapping.value, checking.at('value'))
    },
    compile(operand, compiling) {
      const { field, value } = operand as { field: unknown; value: Scalar }
      const list = compileField(field, compiling)
      const name = referenceIn(value)
      if (name === undefined) {
        return valueCondition(list, `a list with ${value}`, (found) => holds(found, value))
      }
      return includesField(list, compileField(name, compiling), phraseField(name, compiling.index))
    },
    schema: {
      type: 'object',
      required: ['field', 'value'],
      additionalProperties: false,
      properties: {
        field: { $ref: '#/definitions/field' },
        value: { type: ['string', 'number', 'boolean'] },
      },
    },
    phrase(operand, { index }) {
      const { field, value } = operand as { field: unknown; value: Scalar }
      const name = referenceIn(value)
      return `${phraseField(field, index)} include ${name === undefined ? value : phraseField(name, index)}`
    },
  },
  criterion,
  evidence,
}

function presence(wanted: boolean): Word {
  return {
    check: (operand, checking) => void checkField(operand, checking),
    compile(operand, compiling) {
      const field = compileField(operand, compiling)
      return {
        truth: (context) => {
          const known = field.known(context)
          return wanted ? known : opposite(known)
        },
        read: (context, into) => {
          const known = field.known(context)
          into.push(field.read(context, 'a value', known === TRUE ? 'met' : 'unmet'))
        },
      }
    },
    schema: { $ref: '#/definitions/field' },
    phrase: (operand, { index }) =>
      `${phraseField(operand, index)} ${wanted ? 'is stated' : 'is not stated'}`,
  }
}

/** What is not stated can be anything, so comparing it is unknown: only `present` and `absent` know of its absence. */
function valueCondition(field: Field, words: string, test: (found: unknown) => boolean): Condition {
  const truth = (context: Context): Truth => {
    const value = stated(field, context)
    return value === undefined ? unstated(field, context) : test(value) ? TRUE : FALSE
  }
  return {
    truth,
    read(context, into) {
      const verdict = truth(context)
      into.push(
        field.read(context, words, verdict === UNKNOWN ? 'missing' : verdict === TRUE ? 'met' : 'unmet'),
      )
    },
  }
}

function includesField(list: Field, value: Field, words: string): Condition {
  const truth = (context: Context): Truth => {
    const all = stated(list, context)
    const one = stated(value, context)
    if (all === undefined) return unstated(list, context)
    if (one === undefined) return unstated(value, context)
    return holds(all, one) ? TRUE : FALSE
  }
  return {
    truth,
    read(context, into) {
      const verdict = truth(context)
      const state = (field: Field) =>
        verdict === TRUE ? 'met' : stated(field, context) === undefined ? 'missing' : 'unmet'
      into.push(list.read(context, `a list with ${words}`, state(list)))
      into.push(value.read(context, 'a value', stated(value, context) === undefined ? 'missing' : 'met'))
    },
  }
}

function holds(list: unknown, value: unknown): boolean {
  return Array.isArray(list) && list.some((entry) => sameValue(entry, value))
}

/** Numbers may have been read as texts where a shape asks for texts. */
function sameValue(a: unknown, b: unknown): boolean {
  return a === b || String(a) === String(b)
}

function referenceIn(value: unknown): string | undefined {
  return typeof value === 'string' ? reference.exec(value)?.[1] : undefined
}

function checkValue(value: unknown, checking: Checking): void {
  const name = referenceIn(value)
  if (name !== undefined) checkField(name, checking)
  else checkScalar(value, checking)
}

function checkScalar(value: unknown, checking: Checking): void {
  if (!['string', 'number', 'boolean'].includes(typeof value)) expected('a single value', value, checking)
}
