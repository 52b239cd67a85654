/** For a terminal: weakened answers, findings that are no longer reported, and those that are waived. */
import type { FileCheck, ResolvedFinding } from '../../types/check-report.ts'
import { listWords } from '../../util/show.ts'
import { placeText } from '../phrases.ts'
import type { Page } from '../terminal/page.ts'
import { whole } from '../wrap-text.ts'
import { notFixedByReason } from './resolution-text.ts'
import { weakenedTexts } from './weakened-texts.ts'

const limits = { lines: 10, each: 3 }

/** Says an element with its title. */
type NameOf = (element: string) => string

export function weakenedLines(file: FileCheck, all: boolean, page: Page): string[] {
  const lines = weakenedTexts(file, all).map(({ text, location }) => {
    const place = location ? ` ${whole(`(${page.text(placeText(location))})`)}` : ''
    return page.wrap(`${page.text(text, all ? 2000 : 200)}${place}`, '  - ', '    ')
  })
  return capped(lines, limits.lines, '  ', all, page)
}

export function notFixedLines(file: FileCheck, nameOf: NameOf, all: boolean, page: Page): string[] {
  return notFixedByReason(file).flatMap(([reason, findings]) => {
    const lines = findings.map((finding) => {
      const missing = listWords(
        finding.missing.map((name) => page.text(name, 60)),
        'and',
        4,
      )
      return page.wrap(
        `${aboutText(finding, nameOf, page)}${missing === '' ? '' : `: ${whole(`needs ${missing}`)}`}`,
        '    - ',
        '      ',
      )
    })
    return [...page.wrap(`${reason}:`, '  '), ...capped(lines, limits.each, '    ', all, page)]
  })
}

export function findingLines(
  findings: readonly ResolvedFinding[],
  nameOf: NameOf,
  all: boolean,
  page: Page,
): string[] {
  const lines = findings.map((finding) => page.wrap(aboutText(finding, nameOf, page), '  - ', '    '))
  return capped(lines, limits.lines, '  ', all, page)
}

/** Accepted until a day by somebody: kept in sight for as long. */
export function waivedLines({ findings }: FileCheck, nameOf: NameOf, all: boolean, page: Page): string[] {
  const lines = findings.flatMap(({ finding }) => {
    const { id, element, title, waiver } = finding
    if (!finding.waived || !waiver) return []
    const { until, owner, reason } = waiver
    // In quotes, no text of theirs can begin a line.
    const why = `until ${page.text(until, 20)} by "${page.text(owner, 60)}": "${page.text(reason, 200)}"`
    return [page.wrap(`${aboutText({ id, element, title }, nameOf, page)}, ${why}`, '  - ', '    ')]
  })
  return capped(lines, limits.each, '  ', all, page)
}

function aboutText(
  { id, element, title }: Pick<ResolvedFinding, 'id' | 'element' | 'title'>,
  nameOf: NameOf,
  page: Page,
): string {
  const named = whole(page.text(id, 200))
  if (title === undefined) return named
  const about = element === null ? title : `${title}: ${nameOf(element)}`
  return `${page.text(about, 200)} [${named}]`
}

function capped(
  entries: readonly (readonly string[])[],
  limit: number,
  indent: string,
  all: boolean,
  page: Page,
): string[] {
  const shown = all ? entries : entries.slice(0, limit)
  const hidden = entries.length - shown.length
  return [
    ...shown.flat(),
    ...(hidden > 0 ? [`${indent}${page.glyphs.ellipsis} and ${hidden} more (--all)`] : []),
  ]
}
