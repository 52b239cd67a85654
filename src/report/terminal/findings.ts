/** Findings, grouped by rule, worst first, each with its place in the file. */
import type { Finding } from '../../core/assessment.ts'
import { counted, placeText } from '../phrases.ts'
import { type FindingGroup, groupFindings } from '../group-findings.ts'
import { whole } from '../wrap-text.ts'
import type { Page } from './page.ts'

/** How many groups, and how many findings of each, are shown. */
export interface FindingLimits {
  readonly groups: number
  readonly each: number
}

export function findingLines(findings: readonly Finding[], limits: FindingLimits, page: Page): string[] {
  const groups = groupFindings(findings)
  const hidden = groups.slice(limits.groups)
  const count = hidden.reduce((sum, group) => sum + group.findings.length, 0)
  return [
    ...groups
      .slice(0, limits.groups)
      .flatMap((group, index) => [...(index === 0 ? [] : ['']), ...groupLines(group, limits.each, page)]),
    ...(hidden.length === 0
      ? []
      : [
          '',
          `  ${page.glyphs.ellipsis} and ${counted(count, 'finding')} of ${counted(hidden.length, 'more rule')} (--all)`,
        ]),
  ]
}

function groupLines(group: FindingGroup, each: number, page: Page): string[] {
  const { severity, confidence, title, findings, why, rule } = group
  const color = page.paint.severity[severity]
  const count = findings.length === 1 ? '' : ` (${counted(findings.length, 'place')})`
  const id = `[${whole(rule)}]`
  const heading = page.wrap(
    `${severity}, ${confidence}: ${page.text(title, 120)}${count} ${id}`,
    '  ',
    '    ',
  )
  const [first = '', ...rest] = heading.map((line) => line.replace(`[${rule}]`, page.paint.dim))
  const hidden = findings.length - each
  // One finding more takes no more room than the line that says there is one more.
  const shown = hidden <= 1 ? findings : findings.slice(0, each)
  return [
    `  ${color(severity)}${first.slice(2 + severity.length)}`,
    ...rest,
    ...page.wrap(page.text(why), '    '),
    ...shown.flatMap((finding) => page.wrap(findingText(finding, page), '    - ', '      ')),
    ...(shown.length === findings.length ? [] : [`    ${page.glyphs.ellipsis} and ${hidden} more (--all)`]),
    ...(group.do === null ? [] : page.wrap(`What to do: ${page.text(group.do)}`, '    ')),
  ]
}

function findingText({ message, location, waived, waiver, planned }: Finding, page: Page): string {
  const state = [
    ...(waived
      ? [
          waiver
            ? `waived until ${waiver.until} by ${page.text(waiver.owner, 60)}: ${page.text(waiver.reason, 120)}`
            : 'waived',
        ]
      : []),
    ...(planned ? ['planned'] : []),
  ]
  const place = location ? ` ${whole(placeText(location))}` : ''
  return `${page.text(message)}${state.length === 0 ? '' : ` (${state.join('; ')})`}${place}`
}
