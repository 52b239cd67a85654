/** Findings, grouped by rule, worst first, each with its place in the file. */
import type { Assessment, Finding } from '../../types/assessment.ts'
import { concernedElements } from '../concerned-elements.ts'
import { type FindingGroup, groupFindings } from '../group-findings.ts'
import { counted, placeText } from '../phrases.ts'
import { whole } from '../wrap-text.ts'
import type { Page } from './page.ts'

/** How much is shown: groups, findings of each, and of how many groups also why it matters and what to do. */
export interface FindingLimits {
  readonly groups: number
  readonly each: number
  readonly explained: number
}

/** `assessment`: for the names of elements. */
export function findingLines(
  findings: readonly Finding[],
  limits: FindingLimits,
  assessment: Assessment,
  page: Page,
): string[] {
  const groups = groupFindings(findings)
  const hidden = groups.slice(limits.groups)
  const count = hidden.reduce((sum, group) => sum + group.findings.length, 0)
  return [
    ...groups
      .slice(0, limits.groups)
      .flatMap((group, index) => groupLines(group, limits.each, index < limits.explained, assessment, page)),
    ...(hidden.length === 0
      ? []
      : [
          ...page.wrap(
            `${page.glyphs.ellipsis} and ${counted(count, 'finding')} of ${counted(hidden.length, 'more rule')} (--all)`,
            '  ',
          ),
        ]),
  ]
}

function groupLines(
  group: FindingGroup,
  each: number,
  explained: boolean,
  assessment: Assessment,
  page: Page,
): string[] {
  const { severity, confidence, title, findings, why, rule } = group
  const color = page.paint.severity[severity]
  const id = `[${whole(rule)}]`
  const shown = findings.slice(0, each)
  const places = counted(findings.length, 'place')
  const part = shown.length === findings.length ? places : `${shown.length} of ${places}`
  const count = findings.length === 1 ? '' : ` (${part})`
  const heading = page.wrap(
    `${severity}, ${confidence}: ${page.text(title, 120)}${count} ${id}`,
    '  ',
    '    ',
  )
  const [first = '', ...rest] = heading.map((line) => line.replace(`[${rule}]`, page.paint.dim))
  return [
    `  ${color(severity)}${first.slice(2 + severity.length)}`,
    ...rest,
    ...(explained ? page.wrap(page.text(why), '    ') : []),
    ...shown.flatMap((finding) => page.wrap(findingText(finding, assessment, page), '    - ', '      ')),
    ...(group.do === null || !explained ? [] : page.wrap(`What to do: ${page.text(group.do)}`, '    ')),
  ]
}

function findingText(finding: Finding, assessment: Assessment, page: Page): string {
  const { message, location, waived, waiver, planned } = finding
  const concerned = concernedElements(finding, assessment)
  const text = concerned === '' ? message : `${message} ${concerned}`
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
  return `${page.text(text)}${state.length === 0 ? '' : ` (${state.join('; ')})`}${place}`
}
