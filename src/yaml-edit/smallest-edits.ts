/** Breaks an edit that sets a whole mapping or list into those of its parts that differ from what stands there. */
import type { DocumentNode, Path } from '../types/document.ts'
import type { Edit, EditValue } from './edit.ts'
import { dataOf, dataOfValue, isList, isSameData } from './plain-data.ts'
import { isFlow, isNotWritten, walk } from './spot.ts'
import { isCompact, isScalar } from './write-value.ts'

/** In an order in which each can be applied after the others: what is new, then what goes, from the last. */
export function smallestEdits(root: DocumentNode, edit: Edit): readonly Edit[] {
  const { spot, rest } = walk(root, edit.path)
  if (edit.value === undefined || rest.length > 0) return [edit]
  return differences(spot.node, edit.path, edit.value, edit)
}

function differences(node: DocumentNode, path: Path, value: EditValue, edit: Edit): readonly Edit[] {
  if (isSameData(dataOf(node), dataOfValue(value))) return []
  if (isScalar(value)) return [{ ...edit, path, value }]
  if (isNotWritten(node) && !isList(value) && !isCompact(value, path, 0))
    return Object.entries(value).map(([key, inner]) => ({ path: [...path, key], value: inner }))
  if (node.kind === 'mapping' && node.entries.length > 0 && !isList(value)) {
    const names = new Map(node.entries.map((entry) => [entry.name, entry.value]))
    const wanted = Object.entries(value)
    const gone = node.entries.filter(({ name }) => !Object.hasOwn(value, name))
    // Where the key on the line of a dash goes, it is another item.
    const isOther = typeof path[path.length - 1] === 'number' && gone[0] === node.entries[0]
    if (!isOther && (wanted.length > 0 || !isFlow(node))) {
      return [
        ...wanted.flatMap(([key, inner]) => {
          const below = names.get(key)
          const at = [...path, key]
          return below ? differences(below, at, inner, edit) : [{ path: at, value: inner }]
        }),
        ...gone.map(({ name }) => ({ path: [...path, name], value: undefined })).reverse(),
      ]
    }
  }
  if (node.kind === 'sequence' && node.items.length > 0 && isList(value) && value.length > 0)
    return listDifferences(node.items, path, value, edit)
  return [{ ...edit, path, value }]
}

function listDifferences(
  items: readonly DocumentNode[],
  path: Path,
  value: readonly EditValue[],
  edit: Edit,
): readonly Edit[] {
  const old = items.map(dataOf)
  const wanted = value.map(dataOfValue)
  const most = Math.min(old.length, wanted.length)
  let same = 0
  while (same < most && isSameData(old[same], wanted[same])) same++
  let tail = 0
  while (tail < most - same && isSameData(old[old.length - 1 - tail], wanted[wanted.length - 1 - tail]))
    tail++
  const gone = Math.max(0, old.length - wanted.length)
  const kept = gone > 0 ? wanted.length - tail : most
  const changed = value.slice(same, kept)
  return [
    ...changed.flatMap((item, index) =>
      differences(items[same + index]!, [...path, same + index], item, edit),
    ),
    ...value.slice(old.length).map((item, index) => ({ path: [...path, old.length + index], value: item })),
    ...Array.from({ length: gone }, (_, index) => ({
      path: [...path, kept + gone - 1 - index],
      value: undefined,
    })),
  ]
}
