/** What a description says of one element, as data: also what does not count, such as a level that criteria exclude. */

import { descriptionSchema } from '../schema/description-schema.ts'
import { schemaAt } from '../schema/schema.ts'
import { shapeData } from '../schema/shape-data.ts'
import type { PracticeData } from '../types/description-data.ts'
import { type DocumentNode, nodeAt, type Path } from '../types/document.ts'
import type { ElementId } from '../types/framework.ts'

/** Empty where nothing is said. `root`: of a description that was checked. */
export function saidOf(root: DocumentNode, element: ElementId): PracticeData {
  return (saidAt(root, ['practices', element]) as PracticeData | undefined) ?? {}
}

/** The data a path leads to; `undefined` where nothing is there or it was left blank. */
export function saidAt(root: DocumentNode, path: Path): unknown {
  const node = nodeAt(root, path)
  return node && shapeData(node, schemaAt(descriptionSchema, path))
}
