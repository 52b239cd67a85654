/** A check for a person: a line for each file, what fails and where, the gates, and how to go on. */
import type { CheckedFinding, CheckReport, FileCheck, GateName } from '../../types/check-report.ts'
import { listWords } from '../../util/show.ts'
import { groupFindings } from '../findings.ts'
import { counted, elementNames, placeText } from '../phrases.ts'
import { type Page, pageFor } from '../terminal/page.ts'
import { whole } from '../wrap-text.ts'
import type { CheckReportOptions } from './check-report-options.ts'
import { deletedTexts } from './deleted-text.ts'
import { evidenceText } from './evidence-text.ts'
import { gateKinds } from './gate-names.ts'
import { outcomeText } from './outcome-text.ts'
import { passingFiles } from './passing-files.ts'
import { relaxedTexts, relaxedTitle } from './relaxed-texts.ts'
import { fixedFindings, fixedWord, notFixedTitle } from './resolution-text.ts'
import { notFixedLines, findingLines as resolvedLines, waivedLines, weakenedLines } from './resolved-lines.ts'
import { gateWayOut, waysOut } from './ways-out.ts'
import { movedText } from './weakened-texts.ts'

/** The findings that make a file fail, grouped by rule. */
const limits = { groups: 10, each: 3 }

function failingLines(findings: readonly CheckedFinding[], all: boolean, page: Page): string[] {
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

function findingLines(checked: CheckedFinding, page: Page): string[] {
  const { finding, status } = checked
  const mark = status === 'worse' ? `worse, ${movedText(checked)}: ` : status === 'new' ? 'new: ' : ''
  const place = finding.location ? ` ${whole(page.text(placeText(finding.location)))}` : ''
  return page.wrap(`${mark}${page.text(finding.message)}${place}`, '    - ', '      ')
}

/** Findings shown on the first day, when there is nothing to compare with. */
const worstShown = 10

/** So many files are shown in detail where not all are. */
const detailed = 5

export function renderCheckTerminal(report: CheckReport, options: CheckReportOptions): string {
  const page = pageFor(options)
  const { files } = report
  const wanted = files.filter(({ status }) => files.length === 1 || options.all || status === 'failed')
  const shown = options.all ? wanted : wanted.slice(0, detailed)
  const sections = [
    files.map((file) => fileLine(file, report.base, page)),
    relaxedLines(report, page),
    deletedTexts(report, options.all).flatMap((text) =>
      page.wrap(page.text(text, 400), 'deleted     ', '            '),
    ),
    ...shown.flatMap((file) => fileSections(file, report, files.length > 1, options.all, page)),
    report.base.kind === 'none' ? openLines(report, page) : [],
    wanted.length > shown.length
      ? [
          `${page.glyphs.ellipsis} and ${counted(wanted.length - shown.length, 'more file')} that failed (--all)`,
        ]
      : [],
    closingLines(report, options.next, page),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function relaxedLines(report: CheckReport, page: Page): string[] {
  const lines = relaxedTexts(report).flatMap(({ file, text, location }) => {
    const place = location ? ` ${whole(`(${page.text(placeText(location))})`)}` : ''
    return page.wrap(
      `${file === null ? '' : `${page.text(file, 120)}: `}${page.text(text, 500)}${place}`,
      '  - ',
      '    ',
    )
  })
  return lines.length === 0 ? [] : [page.paint.heading(relaxedTitle.toUpperCase()), ...lines]
}

/** With nothing to compare with: the worst findings, and how many there are of each rule. What fails is listed above. */
function openLines({ files }: CheckReport, page: Page): string[] {
  const open = files.flatMap(({ findings }) =>
    findings.filter(({ finding, fails }) => !fails && !finding.waived && !finding.planned),
  )
  if (open.length === 0) return []
  const worst = groupFindings(open.map(({ finding }) => finding))
    .flatMap(({ findings }) => findings)
    .slice(0, worstShown)
  const rules = new Map<string, CheckedFinding['finding'][]>()
  for (const { finding } of open) rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), finding])
  const lineOf = ({ severity, message, title, location }: CheckedFinding['finding']) => {
    const place = location ? ` ${whole(page.text(placeText(location)))}` : ''
    return page.wrap(`${severity}: ${page.text(message || title)}${place}`, '  - ', '    ')
  }
  return [
    page.paint.heading(
      `OPEN FINDINGS (${open.length}${worst.length < open.length ? `, the ${worst.length} worst` : ''})`,
    ),
    ...worst.flatMap(lineOf),
    '',
    page.paint.heading('BY RULE'),
    ...Array.from(rules.values(), (findings) => {
      const { severity, title, rule } = findings[0]!
      return page.wrap(
        `${findings.length} ${severity}: ${page.text(title, 120)} [${whole(rule)}]`,
        '  - ',
        '    ',
      )
    }).flat(),
  ]
}

/** Status first and padded, so that a long list can be skimmed. */
function fileLine(file: FileCheck, base: CheckReport['base'], page: Page): string {
  const paint = file.status === 'passed' ? page.paint.good : page.paint.bad
  const { comparison } = file
  const renamed =
    comparison?.status === 'compared' && base.kind === 'revision' && comparison.text.endsWith(')')
  const beside = comparison && (comparison.status !== 'compared' || renamed) ? `, ${comparison.text}` : ''
  return `${paint(file.status.padEnd(10))}  ${page.text(file.file, 120)}: ${page.text(`${outcomeText(file, base)}${beside}`)}`
}

function fileSections(
  file: FileCheck,
  report: CheckReport,
  isOneOfMany: boolean,
  all: boolean,
  page: Page,
): string[][] {
  const nameOf = file.assessment ? elementNames(file.assessment) : (id: string) => id
  const of = isOneOfMany ? ` in ${page.text(file.file, 120)}` : ''
  const titled = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [page.paint.heading(`${heading}${of}`), ...lines]
  return [
    titled('WHAT FAILS', failingLines(file.findings, all, page)),
    titled('WHAT YOU CAN DO', waysOutLines(file, report, page)),
    titled('ANSWERS REMOVED OR LOWERED', weakenedLines(file, all, page)),
    titled(notFixedTitle.toUpperCase(), notFixedLines(file, nameOf, all, page)),
    titled(fixedWord(report.base).toUpperCase(), resolvedLines(fixedFindings(file), nameOf, all, page)),
    titled('WAIVED', waivedLines(file, nameOf, all, page)),
    titled('GATES', gateLines(file, page)),
  ]
}

/** For the first finding that fails; the others go alike, with their own ids. */
function waysOutLines(file: FileCheck, report: CheckReport, page: Page): string[] {
  const failing = file.findings.filter(({ fails }) => fails)
  const [first] = failing
  if (!first) return []
  const about =
    failing.length === 1 ? '' : ` (shown for ${page.text(first.finding.id, 200)}; the others alike)`
  return waysOut(first, file.file, report).flatMap(({ name, about: how, lines }, index) => [
    ...page.wrap(`${page.text(how, 300)}${index === 0 ? about : ''}:`, `  ${name.padEnd(9)}`, '           '),
    ...lines.flatMap((line) => {
      const indent = `      ${/^ */.exec(line)![0]}`
      return page.wrap(page.text(line.trim(), 500), indent, `${indent}  `)
    }),
  ])
}

function gateLines({ gates }: FileCheck, page: Page): string[] {
  if (gates.length === 0) return []
  const state = (passed: boolean) => (passed ? `${page.paint.good('met')}  ` : page.paint.bad('fails'))
  // Of a file that is new, two gates have the same to say.
  const told = [...new Map(gates.map((gate) => [`${gate.passed} ${gate.text}`, gate])).values()]
  return told.flatMap((gate) => {
    const { passed, text } = gate
    const help = gateWayOut(gate)
    const [first = '', ...rest] = page.wrap(
      page.text(help === '' ? text : `${text}; ${help}`),
      '  met    ',
      '         ',
    )
    return [first.replace('met  ', state(passed)), ...rest]
  })
}

function closingLines(report: CheckReport, next: readonly string[], page: Page): string[] {
  const { files, base, asOf } = report
  const bad = files.filter(({ status }) => status !== 'passed')
  const against = base.name === null ? 'with nothing to compare with' : `against ${page.text(base.name, 120)}`
  const verdict =
    bad.length === 0
      ? passingFiles(files.length)
      : files.length === 1
        ? 'The file does not pass'
        : `${bad.length} of ${files.length} files ${bad.length === 1 ? 'does' : 'do'} not pass`
  const checked = files.length > 1 || files[0]?.assessment
  const but = bad.length === 0 && base.deletedFails ? ', but a description was deleted,' : ''
  const sentence = checked ? `${verdict}${but} as of ${asOf}, ${against}.` : 'The file could not be checked.'
  return [
    ...page.wrap(sentence).map(page.paint.bold),
    ...(evidenceText(report) === '' ? [] : page.wrap(evidenceText(report))),
    ...(files.length > 1 && gatesText(files) !== '' ? page.wrap(gatesText(files)) : []),
    ...(next.length === 0 ? [] : ['Next:', ...next.flatMap((command) => page.wrap(whole(command), '  '))]),
  ]
}

/** The gates of all files, where no table lists them. */
function gatesText(files: readonly FileCheck[]): string {
  const asked = new Set(files.flatMap(({ gates }) => gates.map(({ gate }) => gate)))
  const names = Object.entries(gateKinds).filter(([gate]) => asked.has(gate as GateName))
  return names.length === 0 ? '' : `Gates: ${listWords(names.map(([, name]) => name))}.`
}
