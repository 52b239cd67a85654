/** Writes what `explain` says, for a terminal and for documents. */
import type { Explanation, Block as ExplanationBlock } from '../types/explanation.ts'
import { type Block, type Document, definitions, list, paragraph, section, table } from './document.ts'
import type { PageOptions } from './terminal/page.ts'
import { writeTerminal } from './terminal/write-terminal.ts'
import { writeMarkdown } from './write-markdown.ts'

export function renderExplanationText(explanation: Explanation, options: PageOptions): string {
  return writeTerminal(documentOf(explanation), options)
}

/** `depth` of the title's heading, from 1. */
export function renderExplanationMarkdown(explanation: Explanation, depth = 1): string {
  return writeMarkdown(documentOf(explanation), depth)
}

function documentOf({ id, title, sections }: Explanation): Document {
  return {
    title: id.toLowerCase() === title.toLowerCase() ? title : `${id} ${title}`,
    blocks: sections.flatMap(({ heading, blocks }) =>
      heading === null ? blocks.flatMap(blockOf) : section(heading, blocks.flatMap(blockOf)),
    ),
  }
}

function blockOf(block: ExplanationBlock): Block[] {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.text)
    case 'list':
      return list(block.items)
    case 'pairs':
      return definitions(block.pairs)
    case 'table':
      return table(
        block.head.map((head) => ({ head, type: 'text' })),
        block.rows,
      )
    case 'code':
      return [block]
  }
}
