/** Takes a file of answers apart: a mapping from elements to what is said of each, or a part of a description. */

import { descriptionSchema } from '../schema/description-schema.ts'
import { mayBeBlank, schemaAt, wantedBy } from '../schema/schema.ts'
import { isBlank } from '../schema/shape-data.ts'
import type { DocumentNode, MappingEntry, ScalarNode } from '../types/document.ts'
import { type Assignment, pathOf } from './assignment.ts'

/** `root`: as read from a file whose top is a mapping. What may be blank and is says nothing. */
export function readAnswers(root: DocumentNode): readonly Assignment[] {
  const entries = root.kind === 'mapping' ? root.entries : []
  return entries.flatMap(({ name, key, value }) =>
    Object.hasOwn(descriptionSchema.properties!, name)
      ? leaves({ keys: [key], value })
      : practiceOf(key, value),
  )
}

/** A number alone is a level. */
function practiceOf(key: ScalarNode, value: DocumentNode): Assignment[] {
  const keys = [named('practices', key), key]
  return value.kind === 'scalar' && !isBlank(value)
    ? [{ keys: [...keys, named('level', value)], value }]
    : leaves({ keys, value })
}

/** One assignment for each value, so that what is not mentioned stays; lists are whole. */
function leaves(assignment: Assignment): Assignment[] {
  const { keys, value } = assignment
  const path = pathOf(assignment)
  const schema = schemaAt(descriptionSchema, path)
  if (value === undefined || (isBlank(value) && mayBeBlank(schema))) return []
  if (value.kind !== 'mapping' || wantedBy(schema) !== 'object') return [assignment]
  return value.entries.flatMap((entry: MappingEntry) =>
    path.length === 1 && path[0] === 'practices'
      ? practiceOf(entry.key, entry.value)
      : leaves({ keys: [...keys, entry.key], value: entry.value }),
  )
}

/** A key that goes without saying, shown where it is implied. */
function named(name: string, { source, start, end }: ScalarNode): ScalarNode {
  return { kind: 'scalar', source, start, end, text: name, value: name, plain: true }
}
