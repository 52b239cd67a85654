/** The fields that conditions and messages can name, by whose they are, with what they hold: read off the description's shape. */

import { descriptionSchema } from '../../schema/description-schema.ts'
import type { Schema } from '../../schema/schema.ts'
import { type ItemsName, registerNames } from '../../types/framework.ts'
import type { FieldForm, FieldForms } from './field-form.ts'
import { pieceFields } from './piece-fields.ts'

const named = ['practice', 'owner', 'reviewed', 'planned', 'confidence', 'note']

export const elementFields: FieldForms = new Map(
  [...formsOf((property('practices') as { additionalProperties: Schema }).additionalProperties)].filter(
    ([name]) => named.includes(name),
  ),
)

/** The fields of what is there once in a description. */
export const singleFields: ReadonlyMap<string, FieldForms> = new Map(
  ['organization', 'innovation', 'assessment'].map((name) => [name, formsOf(property(name))]),
)

export const itemFields = Object.fromEntries([
  ...registerNames.map((name) => [name, formsOf((property(name) as { items: Schema }).items)] as const),
  ['evidence', pieceFields] as const,
]) as Readonly<Record<ItemsName, FieldForms>>

function property(name: string): Schema {
  return descriptionSchema.properties![name]!
}

function formsOf({ properties = {} }: Schema): FieldForms {
  return new Map(Object.entries(properties).map(([name, schema]) => [name, formOf(schema)]))
}

function formOf({ type, format, enum: values }: Schema): FieldForm {
  if (format === 'date') return 'date'
  if (values) return values.filter((value) => typeof value === 'string')
  return [type].flat().includes('array') ? 'list' : 'value'
}
