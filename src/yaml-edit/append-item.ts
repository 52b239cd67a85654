/** Puts a new item at the end of a list, written like the one before it. */
import type { SequenceNode } from '../types/document.ts'
import { lineEnd } from '../yaml/skip-blank.ts'
import type { EditValue } from './edit.ts'
import { appendInFlow } from './insert-in-flow.ts'
import { layoutAt } from './layout.ts'
import { columnOf, hasBlankLine, lineBreakNear } from './lines.ts'
import type { Splice } from './splice.ts'
import { isFlow, type Spot } from './spot.ts'
import { isScalar, writeFlow, writeItem } from './write-value.ts'

/** One line in brackets is not longer than this. */
const width = 120

/** `undefined` where the list stands in brackets of another one, without any of its own. */
export function appendItem(spot: Spot, value: EditValue): Splice[] | undefined {
  const node = spot.node as SequenceNode
  if (isFlow(node)) return appendInFlow(spot, node, value)
  if (spot.inFlow) return undefined
  const { items, source, start } = node
  const { text } = source
  const last = items[items.length - 1]!
  const before = items[items.length - 2]
  const at = lineEnd(text, last.end)
  const lineBreak = lineBreakNear(text, at)
  const path = [...spot.path, items.length]
  const column = columnOf(text, start)
  const inBrackets = isFlow(last) && !isScalar(value) && column + writeFlow(value, path).length <= width
  const lines = writeItem(value, path, column, layoutAt(spot, lineBreak), inBrackets)
  const setOff = before !== undefined && hasBlankLine(text, before.end, last.start)
  return [{ start: at, end: at, text: [...(setOff ? [''] : []), '', ...lines].join(lineBreak) }]
}
