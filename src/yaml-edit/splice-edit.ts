/** Finds the stretch of text that one edit changes. */
import type { DocumentNode, Path } from '../types/document.ts'
import { appendItem } from './append-item.ts'
import type { Edit, EditValue } from './edit.ts'
import { insertEntry, insertFirstEntry } from './insert-entry.ts'
import { removeSpot } from './remove-spot.ts'
import { replaceValue } from './replace-value.ts'
import type { Splice } from './splice.ts'
import { isNothingYet, isNotWritten, walk } from './spot.ts'
import { type Compound, isCompact } from './write-value.ts'

/** `undefined` where no stretch is safe. Whether the result reads as meant is for the caller to prove. */
export function spliceEdit(root: DocumentNode, { path, value, order }: Edit): Splice[] | undefined {
  const { spot, rest } = walk(root, path)
  const [step, ...deeper] = rest
  if (value === undefined) return step === undefined ? removeSpot(spot) : []
  if (step === undefined) return replaceValue(spot, value)
  const made = nest(deeper, value)
  const { node } = spot
  if (isNothingYet(node) || isEmpty(node)) {
    const whole = nest(rest, value)
    const opens = isNotWritten(node) && spot.entry && !spot.inFlow && typeof step === 'string'
    return opens && !isCompact(whole as Compound, spot.path, 0)
      ? insertFirstEntry(spot, step, made, order)
      : replaceValue(spot, whole)
  }
  return node.kind === 'mapping' ? insertEntry(spot, String(step), made, order) : appendItem(spot, made)
}

function isEmpty(node: DocumentNode): boolean {
  return (
    (node.kind === 'mapping' && node.entries.length === 0) ||
    (node.kind === 'sequence' && node.items.length === 0)
  )
}

/** The value below the keys and positions that lead to it. */
export function nest(path: Path, value: EditValue): EditValue {
  return path.reduceRight<EditValue>(
    (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
    value,
  )
}
