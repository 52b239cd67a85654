/** Writes another value where one stands, or where a key or a dash has none; what stands behind it on the line stays. */
import type { DocumentNode } from '../types/document.ts'
import { isBreak, lineEnd, skipBlank } from '../yaml/skip-blank.ts'
import type { EditValue } from './edit.ts'
import { layoutAt } from './layout.ts'
import { columnOf, lineBreakNear, lineStart } from './lines.ts'
import type { Splice } from './splice.ts'
import { isFlow, isNotWritten, type Spot } from './spot.ts'
import { doubleQuoted, singleQuoted, writeScalar } from './write-scalar.ts'
import { isScalar, writeFlow, writeValue } from './write-value.ts'

/** `undefined` where the value stands in no ordinary place. */
export function replaceValue(spot: Spot, value: EditValue): Splice[] | undefined {
  const { node, path } = spot
  const { source, start, end } = node
  if (spot.inFlow) {
    const written = isScalar(value) ? rewriteScalar(spot, value) : writeFlow(value, path)
    if (!isNotWritten(node)) return [{ start, end, text: written }]
    return [{ start, end, text: source.text[start - 1] === ':' ? ` ${written}` : `: ${written}` }]
  }
  if (isScalar(value) && !hasLines(value) && isRange(spot))
    return [{ start, end, text: rewriteScalar(spot, value) }]
  if (!isScalar(value) && isFlow(node) && !isEmptyFlow(node) && !/[\r\n]/.test(source.text.slice(start, end)))
    return [{ start, end, text: writeFlow(value, path) }]
  return rewriteLines(spot, value)
}

/** Whether the value can be written over from its first to its last character. */
function isRange({ node }: Spot): boolean {
  const { source, start, end } = node
  return node.kind === 'scalar' ? end > start && !/[|>]/.test(source.text[start]!) : isFlow(node)
}

function isEmptyFlow(node: DocumentNode): boolean {
  return (node.kind === 'sequence' ? node.items : node.kind === 'mapping' ? node.entries : []).length === 0
}

function hasLines(value: EditValue): boolean {
  return typeof value === 'string' && value.includes('\n')
}

/** A text keeps the quotes that stand there. */
function rewriteScalar({ node, path, inFlow }: Spot, value: string | number | boolean): string {
  const mark = node.kind === 'scalar' && !node.plain ? node.source.text[node.start] : ''
  if (typeof value === 'string' && mark === '"') return doubleQuoted(value)
  const single = typeof value === 'string' && mark === "'" ? singleQuoted(value) : undefined
  return single ?? writeScalar(value, path, inFlow)
}

/** From behind the colon or dash to the end of the last line, keeping a comment behind the value. */
function rewriteLines(spot: Spot, value: EditValue): Splice[] | undefined {
  const { text } = spot.node.source
  const head = headOf(spot)
  if (head === undefined) return undefined
  const { at, column } = head
  const { start, end } = spot.node
  const isOnLine = start <= lineEnd(text, at) && (isRange(spot) || spot.node.kind === 'mapping')
  const above = isOnLine ? '' : remarkOf(text.slice(at, lineEnd(text, at)))
  if (above === undefined) return undefined
  const remark = above + (isRange(spot) ? text.slice(end, lineEnd(text, end)) : '')
  const last = lineEnd(text, Math.max(at, end))
  const lineBreak = lineBreakNear(text, last)
  const { first, below } = writeValue(value, spot.path, column, layoutAt(spot.parent!, lineBreak), head.owner)
  const lines = [first + remark, ...below]
  return [{ start: at, end: last, text: lines.join(lineBreak) }]
}

/** The comment on the line of a key whose value stands below, after a block header where there is one. */
function remarkOf(line: string): string | undefined {
  return /^(?:[ \t]+[|>][-+\d]*)?([ \t]*|[ \t]+#.*)$/.exec(line)?.[1]?.trimEnd()
}

interface Head {
  /** Behind the colon or dash. */
  readonly at: number
  readonly column: number
  readonly owner: 'key' | 'dash'
}

function headOf({ node, entry, parent }: Spot): Head | undefined {
  const { text } = node.source
  if (entry) {
    const colon = skipBlank(text, entry.key.end)
    const column = columnOf(text, entry.key.start)
    return text[colon] === ':' ? { at: colon + 1, column, owner: 'key' } : undefined
  }
  if (parent?.node.kind !== 'sequence') return undefined
  let dash = node.start - 1
  while (dash > 0 && text[dash] === ' ') dash--
  if (text[dash] !== '-' || isBreak(text[dash + 1])) return undefined
  return { at: dash + 1, column: dash - lineStart(text, dash), owner: 'dash' }
}
