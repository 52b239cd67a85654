/** Which edits bring back what stood in a file before other edits. */
import { type DocumentNode, nodeAt, type Path } from '../../core/document.ts'
import type { Edit, EditValue } from '../../edit/edit.ts'
import { checkDescriptionShape } from '../../schema/check-description-shape.ts'

/** `root`: the file before. In the order in which they are to be made. */
export function inverseEdits(root: DocumentNode, edits: readonly Edit[]): readonly Edit[] {
  const { data } = checkDescriptionShape(root)
  return edits.map(({ path }) => inverse(root, data, path)).reverse()
}

function inverse(root: DocumentNode, data: unknown, path: Path): Edit {
  // Keys that were made on the way go with it, so that nothing is left of it.
  const length = path.findIndex((_, index) => nodeAt(root, path.slice(0, index + 1)) === undefined)
  if (length >= 0) return { path: path.slice(0, length + 1), value: undefined }
  return { path, value: valueAt(data, path) }
}

function valueAt(data: unknown, path: Path): EditValue | undefined {
  let value = data as Record<string | number, unknown> | undefined
  for (const key of path) value = value?.[key] as typeof value
  return value as EditValue | undefined
}
