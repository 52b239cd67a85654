/** Puts an answer where a drafted description shows an example of it: the example goes, its remark stays in its column. */
import { lineEnd } from '../yaml/skip-blank.ts'
import type { Example } from './draft-examples.ts'
import { type Insertion, linesOf } from './insertion.ts'
import { layoutAt } from './layout.ts'
import { lineBelow, lineBreakNear } from './lines.ts'
import { isList } from './plain-data.ts'
import { slotsOf } from './slots.ts'
import type { Splice } from './splice.ts'
import { isScalar, writeEntry } from './write-value.ts'

export interface ExampleSlot {
  readonly start: number
  readonly example: Example
}

/** Examples on the lines below that are answered, too, are written over one by one. */
export function overExample(insertion: Insertion, slot: ExampleSlot): Splice[] {
  const { spot, key, value } = insertion
  const { text } = spot.node.source
  const layout = layoutAt(spot, lineBreakNear(text, slot.start))
  const column = insertion.column + layout.step
  const below = slotsOf(text, [], column, lineBelow(text, slot.start))
  const opened: Splice[] = []
  const others: string[] = []
  for (const [inner, part] of isScalar(value) || isList(value) ? [] : Object.entries(value)) {
    const lines = writeEntry(inner, part, [...spot.path, key, inner], column, layout)
    const { start, example } = below.find(({ name }) => name === inner) ?? {}
    if (start === undefined || !example) others.push(...lines)
    else opened.push(uncomment(text, { start, example }, lines, layout.lineBreak))
  }
  const own = `${' '.repeat(insertion.column)}${key}:`
  const lines = opened.length === 0 ? linesOf(insertion, layout.lineBreak) : [own, ...others]
  return [uncomment(text, slot, lines, layout.lineBreak), ...opened]
}

function uncomment(
  text: string,
  { start, example: { remark, remarkColumn } }: ExampleSlot,
  [line = '', ...others]: readonly string[],
  lineBreak: string,
): Splice {
  const first = remark === '' ? line : `${line.padEnd(remarkColumn - 1)} ${remark}`
  return { start, end: lineEnd(text, start), text: [first, ...others].join(lineBreak) }
}
