/** Turns a lean schema into what editors work with: looser where we read more loosely, with every word explained. */
import { fieldMeanings, wordMeanings } from './field-meanings.ts'
import { mayBeBlank, type Schema, wantedBy } from './schema.ts'

export type RichSchema = Readonly<Record<string, unknown>>

/** A schema as editors take it: blanks allowed where we allow them, numbers where we read texts, words explained. */
export function explained(schema: Schema, path: readonly string[]): RichSchema {
  const { type: _, enum: words, format, properties, additionalProperties, items, ...limits } = schema
  const blank = mayBeBlank(schema) ? ['null'] : []
  const wanted = wantedBy(schema)
  const types = [...(wanted === 'string' && !words && !format ? ['string', 'number'] : [wanted]), ...blank]
  const description = fieldMeanings[path.join('/')]
  return {
    ...limits,
    type: types.length === 1 ? types[0] : types,
    ...(description !== undefined && { description }),
    ...(words && { enum: [...words, ...(blank.length > 0 ? [null] : [])], ...meanings(words) }),
    ...(format && { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, explained(value, [...path, key])]),
      ),
    }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object'
          ? explained(additionalProperties, [...path, '*'])
          : additionalProperties,
    }),
    ...(items && { items: explained(items, [...path, '*']) }),
  }
}

function meanings(words: readonly unknown[]): RichSchema {
  const told = words.map((word) => wordMeanings[String(word)])
  return told.every((meaning) => meaning !== undefined) ? { enumDescriptions: told } : {}
}

/** A mapping with exactly these keys, none of them needed. */
export function keyed(entries: readonly (readonly [string, RichSchema])[]): RichSchema {
  return { type: ['object', 'null'], properties: Object.fromEntries(entries), additionalProperties: false }
}

/** The same mapping with these keys added or replaced. */
export function withProperties(schema: RichSchema, more: Record<string, RichSchema>): RichSchema {
  return { ...schema, properties: { ...(schema.properties as object), ...more } }
}
