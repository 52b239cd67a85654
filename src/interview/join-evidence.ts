/** Evidence given without a question joins what is there: no piece is lost, and none is there twice. */

import { descriptionSchema } from '../schema/description-schema.ts'
import { schemaAt } from '../schema/schema.ts'
import { shapeData } from '../schema/shape-data.ts'
import { type DocumentNode, nodeAt } from '../types/document.ts'
import { type Assignment, pathOf } from './assignment.ts'

/** Any other answer comes back as it is. */
export function joinEvidence(assignment: Assignment, root: DocumentNode): Assignment {
  const { keys, value } = assignment
  const path = pathOf(assignment)
  const there = nodeAt(root, path)
  const isEvidence = path.length === 3 && path[0] === 'practices' && path[2] === 'evidence'
  if (!isEvidence || value?.kind !== 'sequence' || there?.kind !== 'sequence') return assignment
  const schema = schemaAt(descriptionSchema, [...path, 0])
  const said = (piece: DocumentNode) => JSON.stringify(Object.entries(shapeData(piece, schema) ?? {}).sort())
  const known = new Set(there.items.map(said))
  const items = [...there.items, ...value.items.filter((piece) => !known.has(said(piece)))]
  return { keys, value: { ...value, items } }
}
