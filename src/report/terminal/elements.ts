/** Every element with its level, what the evidence carries, and its target. */
import type { Assessment, ElementScore } from '../../types/assessment.ts'
import { renderColumns } from './columns.ts'
import { displayWidth } from './display-width.ts'
import type { Page } from './page.ts'

export function elementLines({ scores }: Assessment, page: Page): string[] {
  if (page.narrow) {
    return scores.elements.flatMap((element) =>
      page.wrap(`${element.id} ${page.text(element.title, 80)}: ${sentence(element)}`, '  ', '    '),
    )
  }
  const ids = Math.max(7, ...scores.elements.map(({ id }) => displayWidth(id)))
  const room = page.width - ids - numbersWidth
  const rows = scores.elements.flatMap((element) => {
    const { id, title, level, evidenced, target, gap } = element
    const [first = '', ...more] = page.wrapTo(named(page.text(title, 80), element), room)
    return [
      [id, first, text(level), text(evidenced), text(target), text(gap)],
      ...more.map((rest) => ['', rest]),
    ]
  })
  return renderColumns(
    [
      { head: 'Element', align: 'left' },
      { head: 'Title', align: 'left' },
      { head: 'Level', align: 'right' },
      { head: 'Evidenced', align: 'right' },
      { head: 'Target', align: 'right' },
      { head: 'Gap', align: 'right' },
    ],
    rows,
    page.glyphs.rule,
  )
}

/** Level, evidenced, target, gap, and the spaces between all columns. */
const numbersWidth = 5 + 9 + 6 + 3 + 5 * 2

function text(value: number | null): string {
  return value === null ? '-' : String(value)
}

function state({ state: now, declined }: ElementScore): string {
  if (declined) return 'declined'
  return now === 'assessed' ? '' : now.replace('-', ' ')
}

function named(title: string, element: ElementScore): string {
  const label = state(element)
  return label === '' ? title : `${title} (${label})`
}

function sentence(element: ElementScore): string {
  const { level, evidenced, target, gap } = element
  const label = state(element)
  if (level === null) return label
  return `level ${level}, evidenced ${text(evidenced)}, target ${target}, gap ${text(gap)}${label === '' ? '' : `, ${label}`}`
}
