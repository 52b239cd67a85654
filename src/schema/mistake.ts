/** One mistake a person made, found in data: what is wrong and where, not yet in words. */

import { suggest } from '../diagnostics/suggest.ts'
import type { DocumentNode, Path } from '../types/document.ts'
import { nodeAt } from '../types/document.ts'
import { type CutText, cutTextAt } from './cut-text.ts'
import { type Schema, schemaAt } from './schema.ts'
import type { ValidationError } from './validation.ts'

export interface Mistake {
  /** The keyword of the schema that is not met. */
  readonly keyword: string
  /** To the value; for an unknown or missing key it ends in that key. */
  readonly path: Path
  /** For an unknown key: the keys it may have been meant for, best first. */
  readonly meant: readonly string[]
  /** For an unknown key that is none: the text it was cut off. */
  readonly cut?: CutText
}

/**
 * Turns what a validator reports into mistakes as a person would count them: one per value, and a required key that
 * was mistyped is one, not an unknown key and a missing one.
 */
export function findMistakes(
  errors: readonly ValidationError[],
  root: DocumentNode,
  schema: Schema,
  synonyms: Readonly<Record<string, string>> = {},
): Mistake[] {
  const values = new Map<string, Mistake>()
  const unknown = new Map<string, string[]>()
  const missing = new Map<string, string[]>()
  for (const { instancePath, keyword, params } of errors) {
    if (keyword === 'additionalProperties') push(unknown, instancePath, String(params.additionalProperty))
    else if (keyword === 'required') push(missing, instancePath, String(params.missingProperty))
    else if (!values.has(instancePath) || keyword === 'type')
      values.set(instancePath, { keyword, path: pathOf(instancePath, root), meant: [] })
  }
  const keys = [...new Set([...unknown.keys(), ...missing.keys()])].flatMap((pointer) => {
    const path = pathOf(pointer, root)
    const absent = absentKeys(root, schema, path)
    const lacking = new Set(missing.get(pointer))
    const cutTexts = new Set<unknown>()
    const strange = (unknown.get(pointer) ?? []).flatMap((key) => {
      const synonym = Object.hasOwn(synonyms, key) ? synonyms[key]! : undefined
      const meant = synonym !== undefined && absent.includes(synonym) ? [synonym] : suggest(key, absent)
      const taken = meant.find((name) => lacking.delete(name))
      const cut = taken === undefined ? cutTextAt(root, [...path, key]) : undefined
      // A text with two commas leaves two such keys, and is still one mistake.
      if (cut && cutTexts.has(cut.owner)) return []
      if (cut) cutTexts.add(cut.owner)
      return {
        keyword: 'additionalProperties',
        path: [...path, key],
        meant: taken === undefined ? meant : [taken],
        ...(cut && { cut }),
      }
    })
    return [
      ...strange,
      ...[...lacking].map((key) => ({ keyword: 'required', path: [...path, key], meant: [] })),
    ]
  })
  return [...values.values(), ...keys]
}

/** The keys a mapping could have and does not have yet. */
function absentKeys(root: DocumentNode, schema: Schema, path: Path): string[] {
  const node = nodeAt(root, path)
  const present = new Set(node?.kind === 'mapping' ? node.entries.map(({ name }) => name) : [])
  return Object.keys(schemaAt(schema, path).properties ?? {}).filter((key) => !present.has(key))
}

/** A JSON pointer as a path; a step is a position where the tree has a sequence. */
export function pathOf(pointer: string, root: DocumentNode): Path {
  const path: (string | number)[] = []
  if (pointer === '') return path
  for (const part of pointer.slice(1).split('/')) {
    const sequence = nodeAt(root, path)?.kind === 'sequence'
    path.push(sequence ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~'))
  }
  return path
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
