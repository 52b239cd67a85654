/** The words about dates: `recent` and `older`. */
import { readDuration } from '../../util/calendar.ts'
import type { Condition, Context } from '../condition.ts'
import { checkDuration, compileDuration } from '../operands/duration.ts'
import { checkField, compileField, type Field, phraseField, stated, unstated } from '../operands/field.ts'
import { checkKeys, has, type Mapping } from '../operands/shape.ts'
import { FALSE, TRUE, type Truth, UNKNOWN } from '../truth.ts'
import type { Checking, Word } from '../word.ts'

export const dateWords: Readonly<Record<string, Word>> = {
  recent: {
    check(operand, checking) {
      const mapping = checkKeys(operand, ['field', 'within'], [], checking)
      if (!mapping) return
      if (has(mapping, 'field')) checkDateField(mapping.field, checking.at('field'))
      if (has(mapping, 'within')) checkDuration(mapping.within, checking.at('within'))
    },
    compile(operand, compiling) {
      const mapping = operand as Mapping
      const field = compileField(mapping.field, compiling)
      const dayOf = compileDuration(mapping.within)
      const truth = (context: Context): Truth => {
        const date = stated(field, context)
        if (date === undefined) return unstated(field, context)
        return String(date) <= context.description.asOf && String(date) >= dayOf(context) ? TRUE : FALSE
      }
      const read: Condition['read'] = (context, into) =>
        into.push(field.read(context, `dated within ${mapping.within}`, stateOf(truth(context), TRUE)))
      return { truth, read }
    },
    schema: {
      type: 'object',
      required: ['field', 'within'],
      additionalProperties: false,
      properties: { field: { $ref: '#/definitions/field' }, within: { $ref: '#/definitions/duration' } },
    },
    phrase(operand, { index }) {
      const { field, within } = operand as Mapping
      return `${phraseField(field, index)} is a date within the last ${within}`
    },
  },
  older: {
    check(operand, checking) {
      const mapping = checkKeys(operand, ['field', 'than'], [], checking)
      if (!mapping) return
      const { field, than } = mapping
      if (has(mapping, 'field')) checkDateField(field, checking.at('field'))
      if (!has(mapping, 'than')) return
      if (isField(than)) checkDateField(than, checking.at('than'))
      else checkDuration(than, checking.at('than'))
    },
    compile(operand, compiling) {
      const { field: written, than } = operand as Mapping
      const field = compileField(written, compiling)
      if (isField(than)) {
        return beforeField(field, compileField(than, compiling), phraseField(than, compiling.index))
      }
      const dayOf = compileDuration(than)
      const truth = (context: Context): Truth => {
        const date = stated(field, context)
        return date === undefined ? unstated(field, context) : String(date) < dayOf(context) ? TRUE : FALSE
      }
      const read: Condition['read'] = (context, into) =>
        into.push(field.read(context, `not older than ${than}`, stateOf(truth(context), FALSE)))
      return { truth, read }
    },
    schema: {
      type: 'object',
      required: ['field', 'than'],
      additionalProperties: false,
      properties: {
        field: { $ref: '#/definitions/field' },
        than: { anyOf: [{ $ref: '#/definitions/duration' }, { $ref: '#/definitions/field' }] },
      },
    },
    phrase(operand, { index }) {
      const { field, than } = operand as Mapping
      const subject = phraseField(field, index)
      return isField(than)
        ? `${subject} is before ${phraseField(than, index)}`
        : `${subject} is more than ${than} ago`
    },
  },
}

/** A duration has a space and no dot. */
function isField(than: unknown): than is string {
  return typeof than === 'string' && than.includes('.') && !readDuration(than)
}

function beforeField(field: Field, other: Field, words: string): Condition {
  const truth = (context: Context): Truth => {
    const date = stated(field, context)
    const limit = stated(other, context)
    if (date === undefined) return unstated(field, context)
    if (limit === undefined) return unstated(other, context)
    return String(date) < String(limit) ? TRUE : FALSE
  }
  return {
    truth,
    read(context, into) {
      const verdict = truth(context)
      const open = stated(field, context) === undefined
      const state = open ? 'missing' : verdict === TRUE ? 'unmet' : 'met'
      into.push(field.read(context, `not before ${words}`, state))
      into.push(other.read(context, 'a date', stated(other, context) === undefined ? 'missing' : 'met'))
    },
  }
}

/** `good`: the verdict that a sound practice gives. */
function stateOf(verdict: Truth, good: Truth): 'met' | 'unmet' | 'missing' {
  return verdict === UNKNOWN ? 'missing' : verdict === good ? 'met' : 'unmet'
}

function checkDateField(operand: unknown, checking: Checking): void {
  const form = checkField(operand, checking)
  if (form !== undefined && form !== 'date') checking.problem('pack/bad-operand', 'this field is no date')
}
