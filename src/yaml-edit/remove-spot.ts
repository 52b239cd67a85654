/** Takes an entry of a mapping or an item of a list away, with its own lines and nothing else. */
import type { DocumentNode } from '../types/document.ts'
import { lineEnd, nextLine, skipBlank } from '../yaml/skip-blank.ts'
import { isBlankLine, lineAbove, lineAt, lineStart } from './lines.ts'
import { replaceValue } from './replace-value.ts'
import type { Splice } from './splice.ts'
import { isFlow, keepsBlankLines, type Spot } from './spot.ts'

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
    const above = siblings[spot.index - 1]
    const last = lineEnd(text, end)
    // Its blank lines and their breaks are part of the text above.
    if (above && keepsBlankLines(above.node)) return [{ start: line, end: nextLine(text, last), text: '' }]
    return [wholeLines(text, line, last)]
  }
  const next = siblings[spot.index + 1]
  if (spot.index > 0 || !next || /#/.test(text.slice(end, next.start))) return undefined
  return parent.node.kind === 'mapping' ? [{ start, end: next.start, text: '' }] : undefined
}

interface Stretch {
  readonly node: DocumentNode
  readonly start: number
  readonly end: number
}

function childrenOf({ node }: Spot): readonly Stretch[] {
  if (node.kind === 'sequence')
    return node.items.map((item) => ({ node: item, start: item.start, end: item.end }))
  if (node.kind !== 'mapping') return []
  return node.entries.map(({ key, value }) => ({
    node: value,
    start: key.start,
    end: Math.max(key.end, value.end),
  }))
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

/** Comments of the neighbours stay; a comma may be left behind the last one that does. */
function removeInFlow({ node, index }: Spot, siblings: readonly Stretch[]): Splice[] | undefined {
  const { start, end } = siblings[index]!
  const { text } = node.source
  const [before, next] = [siblings[index - 1], siblings[index + 1]]
  if (before && !/#/.test(text.slice(before.end, start))) return [{ start: before.end, end, text: '' }]
  if (next) {
    const hasOwnLine = /[\r\n][ \t]*#/.test(text.slice(end, next.start))
    return hasOwnLine ? undefined : [{ start, end: next.start, text: '' }]
  }
  if (before) return [{ start, end: skipBlank(text, end), text: '' }]
  let open = start
  while (text[open - 1] === ' ') open--
  let close = skipBlank(text, end)
  if (text[close] === ',') close = skipBlank(text, close + 1)
  return [{ start: open, end: close, text: '' }]
}
