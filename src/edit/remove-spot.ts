/** Takes an entry of a mapping or an item of a list away, with its own lines and nothing else. */
import { lineEnd, nextLine, skipBlank } from '../source/skip-blank.ts'
import { isBlankLine, lineAbove, lineAt, lineStart } from './lines.ts'
import { replaceValue } from './replace-value.ts'
import type { Splice } from './splice.ts'
import { isFlow, type Spot } from './spot.ts'

/** `undefined` where it is not clear what would be left. */
export function removeSpot(spot: Spot): Splice[] | undefined {
  const { parent, node } = spot
  if (!parent) return undefined
  const siblings = childrenOf(parent)
  if (isFlow(parent.node)) return removeInFlow(spot, siblings)
  if (spot.inFlow) return undefined
  if (siblings.length === 1) {
    if (!parent.parent) return undefined
    if (parent.node.kind === 'sequence') return replaceValue(parent, [])
    if (!parent.entry) return replaceValue(parent, {})
  }
  const { text } = node.source
  const { start, end } = siblings[spot.index]!
  const line = lineStart(text, start)
  const before = text.slice(line, start)
  if (/^ *$/.test(parent.node.kind === 'sequence' ? before.replace('-', '') : before)) {
    return [wholeLines(text, line, lineEnd(text, end))]
  }
  const next = siblings[spot.index + 1]
  if (spot.index > 0 || !next || /#/.test(text.slice(end, next.start))) return undefined
  return parent.node.kind === 'mapping' ? [{ start, end: next.start, text: '' }] : undefined
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function childrenOf({ node }: Spot): readonly Stretch[] {
  if (node.kind === 'sequence') return node.items
  if (node.kind !== 'mapping') return []
  return node.entries.map(({ key, value }) => ({ start: key.start, end: Math.max(key.end, value.end) }))
}

/** With one of two blank lines that would meet; a file without a line break at its end keeps none. */
function wholeLines(text: string, from: number, end: number): Splice {
  const to = nextLine(text, end)
  let start = from
  const meets = end === text.length || to === text.length || isBlankLine(lineAt(text, to))
  if (meets && start > 0) {
    const above = lineAbove(text, start)
    if (above > 0 && isBlankLine(lineAt(text, above))) start = above
  }
  if (end < text.length || start === 0) return { start, end: to, text: '' }
  const above = lineAbove(text, start)
  return { start: above + lineAt(text, above).length, end: to, text: '' }
}

function removeInFlow({ node, index }: Spot, siblings: readonly Stretch[]): Splice[] {
  const { start, end } = siblings[index]!
  const { text } = node.source
  const [before, next] = [siblings[index - 1], siblings[index + 1]]
  if (before) return [{ start: before.end, end, text: '' }]
  if (next) return [{ start, end: next.start, text: '' }]
  let close = skipBlank(text, end)
  if (text[close] === ',') close = skipBlank(text, close + 1)
  let open = start
  while (text[open - 1] === ' ') open--
  return [{ start: open, end: close, text: '' }]
}
