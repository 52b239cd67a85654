/** Whether a document has the shape its schema asks for: keys, types, ranges and dates; not what they mean. */

import { capDiagnostics } from '../diagnostics/cap-diagnostics.ts'
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import type { DocumentNode, Path, ScalarNode } from '../types/document.ts'
import { isCalendarDate } from '../util/calendar.ts'
import { explainErrors } from './explain-errors.ts'
import { findMistakes, type Mistake } from './mistake.ts'
import { type Schema, schemaOfKey } from './schema.ts'
import { isBlank, shapeData } from './shape-data.ts'
import type { Validate } from './validation.ts'
import type { Wording } from './wording.ts'

export interface ShapeCheck<T> {
  /** Only where nothing is wrong. */
  readonly data?: T
  /**
   * Where something is wrong: what could be read, without the wrong values (a wrong entry of a list is a hole) and
   * perhaps without required ones. Good for nothing but finding more mistakes.
   */
  readonly partial?: unknown
  /** In order of place; at most fifty, then how many more. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * `validate` is the schema compiled ahead, `T` the type of what it accepts; `also` are mistakes that the caller's own
 * checks found. k mistakes give k diagnostics.
 */
export function checkShape<T>(
  root: DocumentNode,
  schema: Schema,
  validate: Validate,
  wording: Wording,
  also: readonly Diagnostic[] = [],
): ShapeCheck<T> {
  const tooLarge = findTooLarge(root, schema)
  if (tooLarge.length > 0) return { diagnostics: explainErrors(tooLarge, root, schema, wording) }
  const wrongDates: ScalarNode[] = []
  const data = shapeData(root, schema, wrongDates)
  const errors = validate(data) ? [] : (validate.errors ?? [])
  const mistakes = [
    ...findMistakes(errors, root, schema, wording.synonyms),
    ...(wrongDates.length > 0 ? findWrongDates(root, schema, []) : []),
  ]
  if (mistakes.length === 0 && also.length === 0) return { data: data as T, diagnostics: [] }
  const diagnostics = [...explainErrors(mistakes, root, schema, wording), ...also]
  const capped = capDiagnostics(diagnostics, wording.codeOf('more'))
  if (!hasErrors(diagnostics)) return { data: data as T, diagnostics: capped }
  return { partial: prune(data, mistakes), diagnostics: capped }
}

/**
 * Parts of a document with more entries than are read. Each entry may be wrong in many ways, so nothing else is looked
 * at. Deeper down, the limits of reading keep numbers small.
 */
function findTooLarge(root: DocumentNode, schema: Schema): Mistake[] {
  if (root.kind !== 'mapping') return []
  return root.entries.flatMap(({ name, value }): Mistake[] => {
    const { maxItems = Infinity, maxProperties = Infinity } = schemaOfKey(schema, name) ?? {}
    if (value.kind === 'sequence' && value.items.length > maxItems)
      return [{ keyword: 'maxItems', path: [name], meant: [] }]
    if (value.kind === 'mapping' && value.entries.length > maxProperties)
      return [{ keyword: 'maxProperties', path: [name], meant: [] }]
    return []
  })
}

function findWrongDates(node: DocumentNode, schema: Schema, path: Path): Mistake[] {
  if (node.kind === 'sequence')
    return node.items.flatMap((item, index) => findWrongDates(item, schema.items ?? {}, [...path, index]))
  if (node.kind === 'mapping')
    return node.entries.flatMap(({ name, value }) =>
      findWrongDates(value, schemaOfKey(schema, name) ?? {}, [...path, name]),
    )
  if (schema.format !== 'date' || isBlank(node) || isCalendarDate(node.text)) return []
  return [{ keyword: 'format', path, meant: [] }]
}

/** Takes wrong values out of the data. */
function prune(data: unknown, mistakes: readonly Mistake[]): unknown {
  for (const { keyword, path } of mistakes) {
    if (keyword === 'required') continue
    if (path.length === 0) return undefined
    const parent = path.slice(0, -1).reduce<unknown>((value, step) => childOf(value, step), data)
    const last = path[path.length - 1]!
    if (Array.isArray(parent)) parent[Number(last)] = undefined
    else if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, last)
  }
  return data
}

function childOf(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
}
