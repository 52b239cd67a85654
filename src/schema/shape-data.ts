/**
 * Turns a tree into data as its schema wants it: a plain scalar is a text where the schema asks for a text (`NO` is
 * "NO", `1.10` is "1.10") and a number only in plain decimal form. What does not fit is kept in a form that the
 * validator will refuse, so that every mistake is found in one place.
 */

import type { DocumentNode, MappingNode, ScalarNode } from '../types/document.ts'
import { isCalendarDate } from '../util/calendar.ts'
import { mayBeBlank, type Schema, schemaOfKey, wantedBy } from './schema.ts'

/**
 * Objects have a null prototype and only keys with a value; `undefined` for what may be and is left blank. Dates that do
 * not exist are added to `wrongDates`.
 */
export function shapeData(node: DocumentNode, schema: Schema, wrongDates: ScalarNode[] = []): unknown {
  if (isBlank(node)) return mayBeBlank(schema) ? undefined : null
  if (node.kind === 'sequence')
    return node.items.map((item) => shapeData(item, schema.items ?? {}, wrongDates) ?? null)
  if (node.kind === 'mapping') return shapeMapping(node, schema, wrongDates)
  if (schema.format === 'date' && !isCalendarDate(node.text)) wrongDates.push(node)
  switch (wantedBy(schema)) {
    case 'integer':
      return plainInteger(node) ?? node.text
    case 'boolean':
      return plainBoolean(node) ?? node.text
    case 'anything':
      return plainInteger(node) ?? plainBoolean(node) ?? node.text
    default:
      return node.text
  }
}

/** True for a value that was not written, or written as `null` or `~`. */
export function isBlank(node: DocumentNode): boolean {
  return node.kind === 'scalar' && node.plain && node.value === null
}

function shapeMapping(node: MappingNode, schema: Schema, wrongDates: ScalarNode[]): Record<string, unknown> {
  const data: Record<string, unknown> = Object.create(null)
  for (const { name, value } of node.entries) {
    const known = schemaOfKey(schema, name)
    const shaped = known ? shapeData(value, known, wrongDates) : true
    if (shaped !== undefined) data[name] = shaped
  }
  return data
}

function plainInteger({ plain, text }: ScalarNode): number | undefined {
  return plain && /^(0|-?[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined
}

function plainBoolean({ plain, text }: ScalarNode): boolean | undefined {
  return plain && (text === 'true' || text === 'false') ? text === 'true' : undefined
}
