/** Writes a document as GitHub-flavoured Markdown. Everything from files is escaped. */
import { showSafely } from '../util/show.ts'
import {
  type Block,
  type Chart,
  type Column,
  cellText,
  type Document,
  headingText,
  type Inline,
  levelText,
  percentText,
  type Text,
} from './document.ts'
import { escapeMarkdown, markdownCode } from './escape-markdown.ts'

/** `depth`: of the title's heading, from 1. */
export function writeMarkdown(document: Document, depth = 1): string {
  const { title, blocks } = document
  const heading = title === null ? [] : [headingLine(title, depth)]
  return `${[...heading, ...blocksOf(blocks, depth + 1, document)].join('\n\n')}\n`
}

function blocksOf(blocks: readonly Block[], depth: number, document: Document): string[] {
  return blocks.flatMap((block) => blockParts(block, depth, document))
}

/** Parts to be separated by empty lines. */
function blockParts(block: Block, depth: number, document: Document): string[] {
  switch (block.type) {
    case 'section':
      return [headingLine(headingText(block), depth), ...blocksOf(block.blocks, depth + 1, document)]
    case 'paragraph':
      return [block.tone === undefined ? markdownText(block.text) : emphasized(block.text, block.tone)]
    case 'table':
      return [tableText(block.columns, block.rows)]
    case 'list':
      return [
        block.items
          .map(({ text, blocks: nested = [] }, index) => {
            const mark = block.ordered ? `${index + 1}. ` : '- '
            const deeper = blocksOf(nested, depth + 1, document).map((part) =>
              `\n${part}`.replaceAll('\n', `\n${' '.repeat(mark.length)}`),
            )
            return `${mark}${markdownText(text)}${deeper.join('\n')}`
          })
          .join('\n'),
      ]
    case 'definitions':
      return [
        block.items
          .map(([term, text]) =>
            [`- **${escapeMarkdown(term)}**`, markdownText(text)].filter((part) => part !== '').join(': '),
          )
          .join('\n'),
      ]
    case 'callout':
      return [`> **${escapeMarkdown(block.label)}:** ${markdownText(block.text)}`]
    case 'code':
      return [fenced(block.text)]
    case 'chart':
      return chartTable(block.chart)
    case 'contents':
      return [contents(document.blocks)]
  }
}

/** A number at the start of a heading opens no list. */
function headingLine(text: string, depth: number): string {
  return `${'#'.repeat(Math.min(6, depth))} ${inText(escapeMarkdown(text))}`
}

function emphasized(text: Text, tone: 'lead' | 'note'): string {
  const mark = tone === 'lead' ? '**' : '*'
  return `${mark}${markdownText(text)}${mark}`
}

function markdownText(text: Text): string {
  if (typeof text === 'string') return escapeMarkdown(text)
  return text.reduce<string>((written, inline) => {
    const next = inlineText(inline)
    return written + (written.trim() === '' ? next : inText(next))
  }, '')
}

/** What opens a list or a rule at the start of a block is harmless after other text and in the cell of a table. */
function inText(escaped: string): string {
  return escaped.replace(/^(\s*)\\([-+=:])/, '$1$2').replace(/^(\s*\d{1,9})\\([.)])/, '$1$2')
}

/** Spaces at its ends separate an inline from its neighbours; escaping trims them. */
function inlineText(inline: Inline): string {
  const source = typeof inline === 'string' ? inline : inline.text
  const body = source.trim()
  if (body === '') return source === '' ? '' : ' '
  const marked = typeof inline === 'string' ? escapeMarkdown(body) : markedText(inline, body)
  return `${/^\s/.test(source) ? ' ' : ''}${marked}${/\s$/.test(source) ? ' ' : ''}`
}

function markedText({ type }: Exclude<Inline, string>, body: string): string {
  if (type === 'strong') return `**${escapeMarkdown(body)}**`
  return type === 'code' || type === 'rule' ? markdownCode(body) : escapeMarkdown(body)
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function tableHead(columns: readonly Column[]): string {
  const left = (type: Column['type']) => type === 'text' || type === 'date'
  return [
    tableRow(columns.map(({ head }) => escapeMarkdown(head))),
    tableRow(columns.map(({ type }) => (left(type) ? '---' : '--:'))),
  ].join('\n')
}

function tableText(columns: readonly Column[], rows: Extract<Block, { type: 'table' }>['rows']): string {
  const lines = rows.map((row) =>
    tableRow(columns.map(({ type }, index) => inText(markdownText(cellText(row[index] ?? null, type))))),
  )
  return [tableHead(columns), ...lines].join('\n')
}

/** The numbers of a chart; one over time is drawn only where the format can, as its numbers are in a table anyway. */
function chartTable(chart: Chart): string[] {
  if (chart.kind !== 'levels') return []
  return [
    tableText(
      [
        { head: 'Principle', type: 'text' },
        { head: 'Level', type: 'level' },
        { head: 'Target', type: 'level' },
        { head: 'To target', type: 'percent' },
      ],
      chart.rows.map(({ label, level, lowest, highest, target, percent }) => [
        label,
        level === null && lowest !== null ? `${levelText(lowest)}–${levelText(highest)}` : level,
        target,
        percent === null ? null : percentText(percent),
      ]),
    ),
  ]
}

/** Links to the sections of the first depth, by the anchors that GitHub gives headings. */
function contents(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => (block.type === 'section' ? [headingText(block)] : []))
    .map((heading) => `- [${escapeMarkdown(heading)}](#${anchor(heading)})`)
    .join('\n')
}

function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

/** The fence is longer than any run of backticks inside, so that nothing inside can end it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [fence, ...text.split('\n').map(showSafely), fence].join('\n')
}
