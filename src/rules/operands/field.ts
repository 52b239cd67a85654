/** A field as an operand, such as `5.1.4.reviewed` or `item.measure`: whose it is, what it holds, and whether that is known. */

import { didYouMean } from '../../diagnostics/suggest.ts'
import type { Standing } from '../../types/description.ts'
import type { Path } from '../../types/document.ts'
import type { ElementId } from '../../types/framework.ts'
import { listWords, quote } from '../../util/show.ts'
import type { Context, Reading } from '../condition.ts'
import type { FrameworkIndex } from '../framework-index.ts'
import { FALSE, NOT_APPLICABLE, TRUE, type Truth, UNKNOWN } from '../truth.ts'
import type { Checking, Compiling } from '../word.ts'
import { compileElement, misplacedThis, phraseElement, THIS, unknownElement } from './element.ts'
import type { FieldForm, FieldForms } from './field-form.ts'
import { elementFields, itemFields, singleFields } from './field-names.ts'
import { expected } from './shape.ts'

export interface Field {
  /** True: it has a value; false: it has none; unknown: its element is not assessed. */
  known(context: Context): Truth
  /** As written; `undefined` where there is none. Not to be asked where `known` is not true or false. */
  value(context: Context): unknown
  read(context: Context, expected: string, state: Reading['state']): Reading
}

/** Reports a field that nobody can fill in; otherwise says what it holds. */
export function checkField(operand: unknown, checking: Checking): FieldForm | undefined {
  if (typeof operand !== 'string' || operand.lastIndexOf('.') < 1 || checking.index.positions.has(operand)) {
    return expected('a field', operand, checking, 'such as 6.2.1.owner or item.measure')
  }
  const { subject, name } = splitField(operand)
  const { register, element } = checking.scope
  const { positions } = checking.index
  if (subject !== 'organization' || !['name', 'kind', 'size'].includes(name)) checking.canBeUnknown()
  if (subject === 'item' && !register) {
    const hint = 'it stands for an entry of a register, in a rule or a "where" that speaks about one'
    checking.problem('pack/misplaced-this', '"item" means nothing here', hint)
    return undefined
  }
  if (subject === 'this' && !element) misplacedThis(checking)
  else if (subject === 'this' || positions.has(subject)) return checkFieldName(name, elementFields, checking)
  else if (subject === 'item') return checkFieldName(name, itemFields[register!], checking)
  else if (singleFields.has(subject)) return checkFieldName(name, singleFields.get(subject)!, checking)
  else if (/^\d/.test(subject)) unknownElement(subject, checking)
  else {
    const hint = didYouMean(subject, [...singleFields.keys(), 'this', 'item'])
    checking.problem('pack/bad-operand', `${quote(subject)} is nothing that has fields`, hint)
  }
  return undefined
}

export function checkFieldName(name: unknown, forms: FieldForms, checking: Checking): FieldForm | undefined {
  const form = typeof name === 'string' ? forms.get(name) : undefined
  if (form !== undefined) return form
  if (typeof name !== 'string') return expected('the name of a field', name, checking)
  const hint = didYouMean(name, forms.keys()) ?? `one of ${listWords([...forms.keys()], 'or', 13)}`
  checking.problem('pack/bad-operand', `there is no field ${quote(name)}`, hint)
  return undefined
}

function splitField(text: string): { subject: string; name: string } {
  const dot = text.lastIndexOf('.')
  return { subject: text.slice(0, dot), name: text.slice(dot + 1) }
}

export function compileField(operand: unknown, compiling: Compiling): Field {
  const { subject, name } = splitField(operand as string)
  if (subject === 'item') {
    return simpleField(
      ({ item }) => itemValue(item, name),
      ({ item }) => [...(item?.path ?? []), item?.places?.[name] ?? name],
      ({ item }) => `${item?.id}.${name}`,
    )
  }
  if (singleFields.has(subject)) {
    return simpleField(
      ({ description }) => singleValue(description, subject, name),
      () => [subject, name],
      () => `${subject}.${name}`,
    )
  }
  const element = compileElement(subject, compiling)
  const standingIn = ({ standings, self }: Context) => standings[element === THIS ? self : element]!
  return {
    known(context) {
      const standing = standingIn(context)
      if (standing.state === 'not-applicable') return NOT_APPLICABLE
      return standing.state === 'not-assessed'
        ? UNKNOWN
        : hasValue(elementValue(standing, name))
          ? TRUE
          : FALSE
    },
    value: (context) => elementValue(standingIn(context), name),
    read: (context, wanted, state) => readElement(standingIn(context), name, wanted, state),
  }
}

/** The field's value where it can be told. */
export function stated(field: Field, context: Context): unknown {
  const known = field.known(context)
  return known === TRUE || known === FALSE ? field.value(context) : undefined
}

/** The truth of a comparison with a field whose value cannot be told. */
export function unstated(field: Field, context: Context): Truth {
  const known = field.known(context)
  return known === FALSE ? UNKNOWN : known
}

function readElement(standing: Standing, name: string, wanted: string, state: Reading['state']): Reading {
  const { id } = standing
  if (standing.state === 'assessed') {
    const found = shown(elementValue(standing, name))
    return {
      path: ['practices', id, name],
      expected: wanted,
      found,
      element: id,
      state,
      missing: `${id}.${name}`,
    }
  }
  const known = standing.state === 'not-applicable'
  return {
    path: known ? standing.path : ['practices', id],
    expected: wanted,
    found: known ? 'not applicable' : null,
    element: id,
    state: known ? 'not-applicable' : 'missing',
    missing: id,
  }
}

function simpleField(
  value: (context: Context) => unknown,
  path: (context: Context) => Path,
  missing: (context: Context) => string,
  element: ElementId | null = null,
): Field {
  return {
    known: (context) => (hasValue(value(context)) ? TRUE : FALSE),
    value,
    read: (context, wanted, state) => ({
      path: path(context),
      expected: wanted,
      found: shown(value(context)),
      element,
      state,
      missing: missing(context),
    }),
  }
}

function hasValue(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  return !Array.isArray(value) || value.length > 0
}

export function elementValue(standing: Standing, name: string): unknown {
  return standing[name as 'owner'] ?? undefined
}

export function itemValue(item: Context['item'], name: string): unknown {
  if (!item) return undefined
  if (name === 'id' || name === 'title') return item[name]
  return Object.hasOwn(item.fields, name) ? (item.fields[name] ?? undefined) : undefined
}

function singleValue(description: Context['description'], subject: string, name: string): unknown {
  if (subject === 'organization') return description.organization[name as 'sector'] ?? undefined
  if (subject === 'assessment' && name === 'date') return description.assessment.date ?? undefined
  // A list that the file leaves out arrives empty: nothing was said.
  const list =
    subject === 'assessment' ? description.assessment.assessors : description.innovation[name as 'types']
  return list.length > 0 ? list : undefined
}

/** A value as a reason shows it: lists as text. */
export function shown(value: unknown): Reading['found'] {
  if (Array.isArray(value)) return value.length > 0 ? listWords(value.map(String)) : 'none'
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** Names of fields that are no English words for what they hold. */
const spoken: ReadonlyMap<string, string> = new Map([
  ['reviewed', 'review date'],
  ['planned', 'planned date'],
  ['started', 'start date'],
  ['ended', 'end date'],
  ['due', 'due date'],
  ['last', 'last date'],
  ['basedOn', 'basis'],
])

export function phraseField(operand: unknown, index: FrameworkIndex): string {
  const { subject, name } = splitField(operand as string)
  const word = spoken.get(name) ?? name
  if (subject === 'item') return `the entry's ${word}`
  if (subject === 'organization') return `the organization's ${word}`
  if (subject === 'innovation') return `the ${word} of innovation`
  if (subject === 'assessment') return `the ${word} of the assessment`
  return `the ${word} of ${phraseElement(subject, index)}`
}

export const fieldSchema = {
  description:
    'Whose it is and its name, split at the last dot: an element number, this, item, organization, innovation or assessment',
  type: 'string',
  pattern: '^.+\\.[A-Za-z]+$',
}
