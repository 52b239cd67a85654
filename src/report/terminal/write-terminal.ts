/** Writes a document for a terminal. */
import { showSafely } from '../../util/show.ts'
import {
  type Block,
  type Chart,
  type Document,
  type Inline,
  type LevelRange,
  type LevelRow,
  levelText,
  plainText,
  type Series,
  type Text,
} from '../document.ts'
import { fillLines, type Word, whole, wordsOf } from '../wrap-text.ts'
import { displayWidth, fillToWidth } from './display-width.ts'
import { type Page, type PageOptions, pageFor } from './page.ts'
import { tableLines } from './table.ts'

export function writeTerminal({ title, blocks }: Document, options: PageOptions): string {
  const page = pageFor(options)
  const parts = blocksOf(blocks, '', page, 0)
  const all = title === null ? parts : [page.wrap(page.text(title)).map(page.paint.bold), ...parts]
  return `${all.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Groups of lines, to be separated by empty lines. */
function blocksOf(blocks: readonly Block[], indent: string, page: Page, depth: number): string[][] {
  return blocks.flatMap((block): string[][] => {
    if (block.type !== 'section') {
      const lines = blockLines(block, indent, page)
      return lines.length === 0 ? [] : [lines]
    }
    const { subject } = block
    const name = depth === 0 ? block.heading.toUpperCase() : block.heading
    const heading = page
      .wrap(page.text(subject === undefined ? name : `${name}: ${subject}`), indent)
      .map(depth === 0 ? page.paint.heading : page.paint.bold)
    const [first = [], ...rest] = blocksOf(block.blocks, indent, page, depth + 1)
    return [[...heading, ...first], ...rest]
  })
}

function blockLines(block: Exclude<Block, { type: 'section' }>, indent: string, page: Page): string[] {
  switch (block.type) {
    case 'paragraph': {
      const lines = textLines(block.text, indent, indent, page)
      if (block.tone === undefined) return lines
      return lines.map(block.tone === 'lead' ? page.paint.bold : page.paint.dim)
    }
    case 'table':
      return tableLines(block.columns, block.rows, page, block.compact)
    case 'list':
      return block.items.flatMap(({ text, blocks = [] }, index) => {
        const mark = block.ordered ? `${index + 1}. `.padStart(String(block.items.length).length + 2) : '- '
        const deeper = indent + ' '.repeat(mark.length)
        return [...textLines(text, indent + mark, deeper, page), ...blocksOf(blocks, deeper, page, 1).flat()]
      })
    case 'definitions':
      return definitionLines(block.items, indent, page)
    case 'callout':
      return textLines([`${block.label}: `, ...inlinesOf(block.text)], indent, indent, page).map(
        page.paint.middling,
      )
    case 'code':
      return block.text.split('\n').map((line) => `${indent}${showSafely(line)}`)
    case 'chart':
      return chartLines(block.chart, page)
    case 'contents':
      return []
  }
}

function inlinesOf(text: Text): readonly Inline[] {
  return typeof text === 'string' ? [text] : text
}

function textLines(text: Text, first: string, next: string, page: Page): string[] {
  return fillLines(inlineWords(text, page.prose - displayWidth(next), page), page.prose, first, next)
}

/** A text longer than this is cut: no honest description is that long. */
const longest = 2000

function inlineWords(text: Text, room: number, page: Page): Word[] {
  let space = true
  return inlinesOf(text).flatMap((inline): Word[] => {
    const source = typeof inline === 'string' ? inline : inline.text
    if (source === '') return []
    const spaceBefore = space || /^\s/.test(source)
    space = /\s$/.test(source)
    if (source.trim() === '') {
      space = true
      return []
    }
    const safe = page.text(source, longest)
    const kept = typeof inline !== 'string' && inline.type === 'code' ? whole(safe) : safe
    const words = wordsOf(kept, room)
    return words.map((word, index) => ({
      ...word,
      space: index === 0 ? spaceBefore : word.space,
      ...(typeof inline !== 'string' && { paint: page.paintOf(inline) }),
    }))
  })
}

/** Terms in a column of their own while they are short, else each text below its term. */
function definitionLines(items: readonly (readonly [string, Text])[], indent: string, page: Page): string[] {
  const named = items.map(([term, text]) => [page.text(term, 200), text] as const)
  const longestTerm = Math.max(...named.map(([term]) => displayWidth(term)))
  const column = indent.length + longestTerm + 2
  if (column > page.prose / 2.5) {
    return named.flatMap(([term, text]) => [
      ...page.wrap(term, indent),
      ...(plainText(text) === '' ? [] : textLines(text, `${indent}  `, `${indent}  `, page)),
    ])
  }
  return named.flatMap(([term, text]) =>
    textLines(text, indent + fillToWidth(term, longestTerm + 2), ' '.repeat(column), page),
  )
}

function chartLines(chart: Chart, page: Page): string[] {
  return chart.kind === 'levels' ? levelBars(chart.rows, page) : sparklines(chart.series, page)
}

/** A bar is drawn in steps of five cells, and not at all where there is room for less than ten. */
const barWidths = { least: 10, most: 50, step: 5 }

function levelBars(rows: readonly LevelRow[], page: Page): string[] {
  const titles = Math.min(34, Math.max(...rows.map(({ label }) => displayWidth(page.text(label)))))
  const lines = tableLines(
    [
      { head: 'Principle', type: 'text', cut: true },
      { head: 'Level', type: 'level' },
      { head: 'Target', type: 'level' },
      { head: 'To target', type: 'percent' },
    ],
    rows.map(({ label, level, lowest, highest, target, percent }) => [
      page.text(label, titles),
      level === null && lowest !== null ? `${levelText(lowest)}–${levelText(highest)}` : level,
      target,
      percent,
    ]),
    page,
    true,
  )
  const width = Math.max(...lines.map(displayWidth))
  const room = Math.min(barWidths.most, page.width - width - 3)
  const cells = Math.floor(room / barWidths.step) * barWidths.step
  if (cells < barWidths.least || lines.length !== rows.length + 1) return lines
  const bars = [`0${'5'.padStart(cells)}`, ...rows.map((row) => scoreBar(row, cells, page))]
  return [
    ...lines.map((line, index) => `${fillToWidth(line, width)}  ${bars[index]}`),
    ...barLegend(rows, page),
  ]
}

/** Explains what is drawn beside the level; nothing where only the level is. */
function barLegend(rows: readonly LevelRange[], { glyphs, paint }: Page): string[] {
  if (rows.every(({ lowest, highest }) => lowest === highest)) return []
  const projected = rows.some(({ level, lowest }) => level !== null && level !== lowest)
  const middle = projected ? ` ${glyphs.alike} projected,` : ''
  return [
    paint.dim(`${glyphs.certain} assessed,${middle} ${glyphs.possible} best case; ${glyphs.target} target`),
  ]
}

/**
 * `cells` + 1 columns wide: the target is drawn between two cells. Filled up to the lowest the score can be, then up to the
 * level (as if the rest were like what was assessed), then up to the highest.
 */
export function scoreBar(
  { level, lowest, highest, target }: LevelRange,
  cells: number,
  { glyphs, paint }: Page,
): string {
  const at = (value: number) => Math.round((value / 5) * cells)
  const sure = at(lowest ?? 0)
  const likely = Math.max(sure, at(level ?? lowest ?? 0))
  const best = Math.max(likely, at(highest ?? 0))
  const bar =
    glyphs.certain.repeat(sure) +
    glyphs.alike.repeat(likely - sure) +
    glyphs.possible.repeat(best - likely) +
    glyphs.empty.repeat(cells - best)
  const mark = at(target ?? 5)
  // Green at or above target, red where a whole level or more is missing.
  const missing = level === null || target === null ? null : target - level
  const color =
    missing === null ? paint.dim : missing <= 0 ? paint.good : missing >= 1 ? paint.bad : paint.middling
  const run = (from: number, to: number) =>
    [
      color(bar.slice(from, Math.min(to, likely))),
      paint.dim(bar.slice(Math.max(from, likely), Math.max(to, likely))),
    ].join('')
  return run(0, mark) + (target === null ? glyphs.empty : glyphs.target) + run(mark, cells)
}

/** One scale for all rows, so that they compare; at least half a level, so that small changes look small. */
function sparklines(series: readonly Series[], page: Page): string[] {
  const levels = series.flatMap(({ values }) => values.filter((value) => typeof value === 'number'))
  if (levels.length === 0) return []
  const lowest = Math.min(...levels)
  const highest = Math.max(...levels, lowest + 0.5)
  const { bars, withheld, broken } = page.glyphs
  const titles = Math.min(26, Math.max(...series.map(({ label }) => displayWidth(page.text(label)))))
  const room = Math.max(10, page.width - titles - 22)
  const mark = (value: number | null | 'broken') => {
    if (value === 'broken') return broken
    if (value === null) return withheld
    return bars[Math.min(bars.length - 1, Math.floor(((value - lowest) / (highest - lowest)) * bars.length))]
  }
  const rows = series.map(({ label, values }) => {
    const stated = values.filter((value) => typeof value === 'number')
    const ends = stated.length === 0 ? '-' : `${levelText(stated[0]!)} → ${levelText(stated.at(-1)!)}`
    return [label, ends, values.slice(-room).map(mark).join('')]
  })
  const legend = `${bars[0]} ${levelText(lowest)}, ${bars.at(-1)} ${levelText(highest)}; ${withheld} not enough data for a level, ${broken} not assessed`
  return [
    ...tableLines(
      [
        { head: 'Principle', type: 'text', cut: true },
        { head: 'Level', type: 'text' },
        { head: 'Over time', type: 'text', cut: true },
      ],
      rows,
      page,
    ),
    ...page.wrap(legend).map(page.paint.dim),
  ]
}
