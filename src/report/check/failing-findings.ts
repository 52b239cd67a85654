/** The findings that make a file fail, grouped by rule. */
import type { CheckedFinding } from '../../types/check-report.ts'
import { groupFindings } from '../group-findings.ts'
import { counted, placeText } from '../phrases.ts'
import type { Page } from '../terminal/page.ts'
import { whole } from '../wrap-text.ts'

const limits = { groups: 10, each: 3 }

export function failingLines(findings: readonly CheckedFinding[], all: boolean, page: Page): string[] {
  const failing = findings.filter(({ fails }) => fails)
  const checked = new Map(failing.map((one) => [one.finding.id, one]))
  const groups = groupFindings(failing.map(({ finding }) => finding))
  const shown = all ? groups : groups.slice(0, limits.groups)
  const hidden = groups.slice(shown.length).reduce((sum, group) => sum + group.findings.length, 0)
  return [
    ...shown.flatMap(({ severity, confidence, title, rule, findings: members }) => {
      const listed = all ? members : members.slice(0, limits.each)
      const rest = members.length - listed.length
      const heading = page.wrap(
        `${severity}, ${confidence}: ${page.text(title, 120)} [${whole(rule)}]`,
        '  ',
        '    ',
      )
      return [
        ...heading.map((line, index) =>
          index === 0 ? line.replace(severity, page.paint.severity[severity]) : line,
        ),
        ...listed.flatMap(({ id }) => findingLines(checked.get(id)!, page)),
        ...(rest > 0 ? [`    ${page.glyphs.ellipsis} and ${rest} more (--all)`] : []),
      ]
    }),
    ...(hidden > 0 ? [`  ${page.glyphs.ellipsis} and ${counted(hidden, 'more finding')} (--all)`] : []),
  ]
}

function findingLines({ finding, standing, before, level }: CheckedFinding, page: Page): string[] {
  const mark =
    standing === 'worse' ? `worse, from level ${before} to ${level}: ` : standing === 'new' ? 'new: ' : ''
  const place = finding.location ? ` ${whole(page.text(placeText(finding.location)))}` : ''
  return page.wrap(`${mark}${page.text(finding.message)}${place}`, '    - ', '      ')
}
