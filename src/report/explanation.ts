/** Lays out an explanation: plain text for a terminal, Markdown for documents. */
import type { Block, Explanation } from '../types/explanation.ts'
import { showSafely } from '../util/show.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { displayWidth } from './terminal/display-width.ts'
import { oneLine, wrapText } from './wrap-text.ts'

export function renderExplanationText(
  { id, title, sections }: Explanation,
  options: { readonly width: number },
): string {
  const width = Math.min(options.width, 100)
  const heading = id.toLowerCase() === title.toLowerCase() ? title : `${id}  ${title}`
  const parts = sections.map(({ heading: name, blocks }) =>
    [
      ...(name === null ? [] : [showSafely(oneLine(name).toUpperCase())]),
      ...blocks.flatMap((block) => textBlock(block, width, name === null ? '' : '  ')),
    ].join('\n'),
  )
  return `${[showSafely(heading), ...parts].join('\n\n')}\n`
}

function textBlock(block: Block, width: number, indent: string): string[] {
  switch (block.type) {
    case 'paragraph':
      return wrapText(block.text, width, indent, indent)
    case 'list':
      return block.items.flatMap((item) => wrapText(item, width, `${indent}- `, `${indent}  `))
    case 'pairs':
      return pairLines(block.pairs, width, indent)
    case 'table':
      return pairLines(
        block.rows.map((row) => [row.slice(0, -1).join('  '), row.at(-1) ?? ''] as const),
        width,
        indent,
      )
    case 'code':
      return block.text.split('\n').map((line) => `${indent}${showSafely(line)}`)
  }
}

/** Labels in a column of their own while they are short, else each text below its label. */
function pairLines(entries: readonly (readonly [string, string])[], width: number, indent: string): string[] {
  const longest = Math.max(...entries.map(([label]) => displayWidth(label)))
  if (longest > width / 3) {
    return entries.flatMap(([label, text]) => [
      ...wrapText(label, width, indent, indent),
      ...(text === '' ? [] : wrapText(text, width, `${indent}  `, `${indent}  `)),
    ])
  }
  const column = ' '.repeat(longest + 2)
  return entries.flatMap(([label, text]) =>
    wrapText(
      text,
      width,
      `${indent}${showSafely(label)}${column.slice(displayWidth(label))}`,
      indent + column,
    ),
  )
}

/** `level` is the depth of the title's heading, from 1. */
export function renderExplanationMarkdown({ id, title, sections }: Explanation, level = 1): string {
  const name = id.toLowerCase() === title.toLowerCase() ? title : `${id} ${title}`
  const parts = sections.flatMap(({ heading, blocks }) => [
    ...(heading === null ? [] : [`${'#'.repeat(level + 1)} ${escapeMarkdown(heading)}`]),
    ...blocks.map(markdownBlock),
  ])
  return `${[`${'#'.repeat(level)} ${escapeMarkdown(name)}`, ...parts].join('\n\n')}\n`
}

function markdownBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return escapeMarkdown(block.text)
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')
    case 'pairs':
      return block.pairs
        .map(
          ([label, text]) =>
            `- **${escapeMarkdown(label)}**${text === '' ? '' : `: ${escapeMarkdown(text)}`}`,
        )
        .join('\n')
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows]
        .map((row) => `| ${row.map((cell) => (cell === '---' ? cell : escapeMarkdown(cell))).join(' | ')} |`)
        .join('\n')
    case 'code':
      return fenced(block.text)
  }
}

/** The fence is longer than any run of backticks inside, so that nothing inside can end it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [fence, ...text.split('\n').map(showSafely), fence].join('\n')
}
