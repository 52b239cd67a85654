/** What takes edits back, so that undo brings back what was there before, word for word as data. */
import { type DocumentNode, entryOf, nodeAt, type Path } from '../types/document.ts'
import type { Edit, EditValue } from '../yaml-edit/edit.ts'
import { saidAt } from './said-of.ts'

/**
 * To be made in the order given, on the text that `edits` left. `before`: the root of the checked description on which
 * they were made. Keys that the edits had to make above an answer go with it.
 */
export function inverseEdits(edits: readonly Edit[], before: DocumentNode): readonly Edit[] {
  const seen = new Set<string>()
  return edits
    .toReversed()
    .map(({ path, value }) => inverseOf(path, value, before))
    .filter(({ path }) => {
      const key = JSON.stringify(path)
      return !seen.has(key) && seen.add(key)
    })
}

function inverseOf(path: Path, value: EditValue | undefined, before: DocumentNode): Edit {
  // An entry of a list that was taken out would come back in the place of the next one, so the whole list is put back.
  const of = value === undefined && typeof path.at(-1) === 'number' ? path.slice(0, -1) : path
  const was = saidAt(before, of)
  if (was !== undefined) return { path: of, value: was as EditValue }
  const made = of.findIndex((_, index) => !isThere(before, of.slice(0, index + 1)))
  return { path: made === -1 ? of : of.slice(0, made + 1), value: undefined }
}

/** Also where a key stands without a value. */
function isThere(root: DocumentNode, path: Path): boolean {
  const parent = nodeAt(root, path.slice(0, -1))
  const last = path.at(-1)!
  return typeof last === 'number' ? nodeAt(parent, [last]) !== undefined : entryOf(parent, last) !== undefined
}
