/** Writes a document as Markdown within a size limit: whole entries only, and a count of those left out of each section. */

import { showNumber } from '../../util/show.ts'
import type { Block, Document, Section } from '../document.ts'
import { writeMarkdown } from '../write-markdown.ts'

export interface Limits {
  /** Of the whole text, in the units of `sizeOf`. */
  readonly size: number
  readonly sizeOf: (text: string) => number
  /** Entries of any one section. */
  readonly entries: number
}

/**
 * The entries of a section are the items of the list, or the rows of the table, that it ends with. Everything else is always
 * there. Each section may take half of the room that those before it left, so that the first are shown most fully and the last
 * still show something.
 */
export function fitMarkdown(
  document: Document,
  { size, sizeOf, entries: most }: Limits,
  depth: number,
): string {
  const write = (blocks: readonly Block[]) => writeMarkdown({ ...document, blocks }, depth)
  const empty = document.blocks.map((block) => (block.type === 'section' ? partOf(block, 0) : block))
  // Counts under sections take some room, too.
  let room = size - sizeOf(write(empty)) - 64 * document.blocks.length
  const blocks = document.blocks.map((block) => {
    if (block.type !== 'section') return block
    const least = room / 2
    const head = sizeOf(write([entries(block, 0, 0)]))
    let shown = 0
    for (; shown < Math.min(entryCount(block), most); shown++) {
      const left = room - sizeOf(write([entries(block, shown, shown + 1)])) + head
      if (left < least) break
      room = left
    }
    return partOf(block, shown)
  })
  return write(blocks)
}

function lastOf({ blocks }: Section) {
  const last = blocks.at(-1)
  return last?.type === 'list' || last?.type === 'table' ? last : undefined
}

function entryCount(section: Section): number {
  const last = lastOf(section)
  return last === undefined ? 0 : last.type === 'list' ? last.items.length : last.rows.length
}

/** Some of its entries, without what comes before them. */
function entries(section: Section, from: number, to: number): Block {
  const last = lastOf(section)
  if (last === undefined) return { type: 'list', ordered: false, items: [] }
  return last.type === 'list'
    ? { ...last, items: last.items.slice(from, to) }
    : { ...last, rows: last.rows.slice(from, to) }
}

/** The section with its first entries. */
function partOf(section: Section, shown: number): Section {
  const last = lastOf(section)
  const hidden = entryCount(section) - shown
  if (last === undefined || hidden === 0) return section
  const before = section.blocks.slice(0, -1)
  const kept = shown === 0 ? [] : [entries(section, 0, shown)]
  const text = shown === 0 ? `${showNumber(hidden)} not listed here.` : `… and ${showNumber(hidden)} more.`
  return { ...section, blocks: [...before, ...kept, { type: 'paragraph', text }] }
}
