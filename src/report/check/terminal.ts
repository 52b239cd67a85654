/** A check for a person at a terminal: a line for each file, what fails and where, the gates, and what to run next. */
import type { CheckedFinding, CheckReport, FileCheck, ResolvedFinding } from '../../types/check-report.ts'
import { listWords } from '../../util/show.ts'
import { nextBlocks } from '../assessment/summary.ts'
import {
  type Block,
  code,
  type Document,
  type Inline,
  type Item,
  list,
  paragraph,
  ruleLink,
  section,
  strong,
  type Text,
  table,
  toned,
} from '../document.ts'
import { groupFindings } from '../findings.ts'
import { capital, counted, elementNames, placeText } from '../phrases.ts'
import { writeTerminal } from '../terminal/write-terminal.ts'
import type { CheckReportOptions } from './findings.ts'
import { deletedTexts, evidenceText, gateKinds, outcomeText, passingFiles } from './phrases.ts'
import { relaxedTexts, relaxedTitle } from './relaxed-texts.ts'
import {
  fixedFindings,
  fixedWord,
  movedText,
  notFixedByReason,
  notFixedTitle,
  weakenedTexts,
} from './resolved-phrases.ts'
import { cut } from './text.ts'
import { gateWayOut, waysOut } from './ways-out.ts'

export function renderCheckTerminal(report: CheckReport, options: CheckReportOptions): string {
  return writeTerminal(checkDocument(report, options), options)
}

/** So many files are shown in detail, and so many rules, lines and findings of a rule, where not all are. */
const limits = { files: 5, rules: 10, lines: 10, each: 3, worst: 10 }

function checkDocument(report: CheckReport, { all, next }: CheckReportOptions): Document {
  const { files, base } = report
  const wanted = files.filter(({ status }) => files.length === 1 || all || status === 'failed')
  const shown = all ? wanted : wanted.slice(0, limits.files)
  return {
    title: null,
    blocks: [
      ...table(
        [
          { head: '', type: 'text' },
          { head: '', type: 'text' },
        ],
        [
          ...files.map((file) => [
            [toned(file.status === 'passed' ? 'good' : 'bad', file.status)],
            `${cut(file.file, 120)}: ${outcomeText(file, base)}${comparisonText(file, base)}`,
          ]),
          ...deletedTexts(report, all).map((text) => [[toned('bad', 'deleted')], text]),
        ],
      ),
      ...section(relaxedTitle, list(relaxedItems(report))),
      ...shown.flatMap((file) => fileSections(file, report, files.length > 1, all)),
      ...paragraph(
        wanted.length > shown.length
          ? `… and ${counted(wanted.length - shown.length, 'more file')} that failed (--all)`
          : '',
      ),
      ...(base.kind === 'none' ? openBlocks(report) : []),
      ...closingBlocks(report),
      ...nextBlocks(next),
    ],
  }
}

/** What a file was compared with, where that cannot be taken for granted. */
function comparisonText({ comparison }: FileCheck, base: CheckReport['base']): string {
  const renamed =
    comparison?.status === 'compared' && base.kind === 'revision' && comparison.text.endsWith(')')
  return comparison && (comparison.status !== 'compared' || renamed) ? `, ${comparison.text}` : ''
}

function fileSections(file: FileCheck, report: CheckReport, isOneOfMany: boolean, all: boolean): Block[] {
  const titled = (heading: string, blocks: readonly Block[]) =>
    section(heading, blocks, isOneOfMany ? cut(file.file, 120) : undefined)
  const fixed = fixedFindings(file).map((finding) => aboutText(finding, file))
  return [
    ...titled('What fails', failingBlocks(file.findings, all)),
    ...titled('What you can do', waysOutBlocks(file, report)),
    ...titled('Answers removed or lowered', capped(weakenedItems(file, all), limits.lines, all)),
    ...titled(notFixedTitle, list(notFixedItems(file, all))),
    ...titled(capital(fixedWord(report.base)), capped(fixed, limits.lines, all)),
    ...titled('Waived', capped(waivedItems(file), limits.each, all)),
    ...titled('Gates', gateTable(file)),
  ]
}

function relaxedItems(report: CheckReport): Text[] {
  return relaxedTexts(report).map(({ file, text, location }) => [
    `${file === null ? '' : `${cut(file, 120)}: `}${cut(text, 500)}`,
    ...(location ? [' ', code(`(${placeText(location)})`)] : []),
  ])
}

/** With nothing to compare with: the worst findings, and how many there are of each rule. What fails is listed before. */
function openBlocks({ files }: CheckReport): Block[] {
  const open = files.flatMap(({ findings }) =>
    findings.filter(({ finding, fails }) => !fails && !finding.waived && !finding.planned),
  )
  const groups = groupFindings(open.map(({ finding }) => finding))
  const worst = groups.flatMap(({ findings }) => findings).slice(0, limits.worst)
  const which = worst.length < open.length ? `${open.length}, the ${worst.length} worst` : String(open.length)
  return [
    ...section(
      `Open findings (${which})`,
      list(
        worst.map(
          ({ severity, message, title, location }): Text => [
            toned(severity, severity),
            `: ${cut(message || title, 500)}`,
            ...(location ? [' ', code(placeText(location))] : []),
          ],
        ),
      ),
    ),
    ...section(
      'By rule',
      list(
        groups.map(
          ({ severity, title, rule, findings }): Text => [
            `${findings.length} ${severity}: ${cut(title, 120)} `,
            ruleLink(rule, `[${rule}]`),
          ],
        ),
      ),
    ),
  ]
}

/** For the first finding that fails; the others go alike, with their own ids. */
function waysOutBlocks(file: FileCheck, report: CheckReport): Block[] {
  const failing = file.findings.filter(({ fails }) => fails)
  const [first] = failing
  if (!first) return []
  const about = failing.length === 1 ? '' : ` (shown for ${cut(first.finding.id, 200)}; the others alike)`
  return list(
    waysOut(first, file.file, report).map(
      ({ name, about: how, lines }, index): Item => ({
        text: [strong(name), `: ${cut(how, 300)}${index === 0 ? about : ''}:`],
        blocks: [{ type: 'code', text: lines.map((line) => line.slice(0, 500)).join('\n') }],
      }),
    ),
  )
}

/** Grouped by rule. */
function failingBlocks(findings: readonly CheckedFinding[], all: boolean): Block[] {
  const failing = findings.filter(({ fails }) => fails)
  const checked = new Map(failing.map((one) => [one.finding.id, one]))
  const groups = groupFindings(failing.map(({ finding }) => finding))
  const shown = all ? groups : groups.slice(0, limits.rules)
  const hidden = groups.slice(shown.length).reduce((sum, group) => sum + group.findings.length, 0)
  return list([
    ...shown.map(({ severity, confidence, title, rule, findings: members }): Item => {
      const text = [
        toned(severity, severity),
        `, ${confidence}: ${cut(title, 120)} `,
        ruleLink(rule, `[${rule}]`),
      ]
      const items = members.map(({ id }) => findingText(checked.get(id)!))
      return { text, blocks: capped(items, limits.each, all) }
    }),
    ...(hidden > 0 ? [`… and ${counted(hidden, 'more finding')} (--all)`] : []),
  ])
}

function findingText(checked: CheckedFinding): Text {
  const { finding, status } = checked
  const mark = status === 'worse' ? `worse, ${movedText(checked)}: ` : status === 'new' ? 'new: ' : ''
  return [
    `${mark}${cut(finding.message, 500)}`,
    ...(finding.location ? [' ', code(placeText(finding.location))] : []),
  ]
}

function weakenedItems(file: FileCheck, all: boolean): Text[] {
  return weakenedTexts(file, all).map(({ text, location }) => [
    cut(text, all ? 2000 : 200),
    ...(location ? [' ', code(`(${placeText(location)})`)] : []),
  ])
}

function notFixedItems(file: FileCheck, all: boolean): Item[] {
  return notFixedByReason(file).map(([reason, findings]) => {
    const items = findings.map((finding): Text => {
      const missing = listWords(finding.missing, 'and', 4)
      return [...aboutText(finding, file), ...(missing === '' ? [] : [`: needs ${missing}`])]
    })
    return { text: `${reason}:`, blocks: capped(items, limits.each, all) }
  })
}

/** Accepted until a date by somebody: shown for as long. */
function waivedItems(file: FileCheck): Text[] {
  return file.findings.flatMap(({ finding }) => {
    const { id, element, title, waiver } = finding
    if (!finding.waived || !waiver) return []
    const { until, owner, reason } = waiver
    const about = aboutText({ id, element, title }, file)
    return [[...about, `, until ${until} by “${cut(owner, 60)}”: “${cut(reason, 200)}”`]]
  })
}

/** `Vague objective: 6.2.2 Planning … [objectives/vague@6.2.2]` */
function aboutText(
  { id, element, title }: Pick<ResolvedFinding, 'id' | 'element' | 'title'>,
  { assessment }: FileCheck,
): readonly Inline[] {
  if (title === undefined) return [code(id)]
  const name = element !== null && assessment ? elementNames(assessment)(element) : element
  return [`${cut(name === null ? title : `${title}: ${name}`, 200)} `, code(`[${id}]`)]
}

function capped(items: readonly Text[], limit: number, all: boolean): Block[] {
  const shown = all ? items : items.slice(0, limit)
  const hidden = items.length - shown.length
  return list([...shown, ...(hidden > 0 ? [`… and ${hidden} more (--all)`] : [])])
}

function gateTable({ gates }: FileCheck): Block[] {
  // Of a file that is new, two gates have the same to say.
  const different = [...new Map(gates.map((gate) => [`${gate.passed} ${gate.text}`, gate])).values()]
  return table(
    [
      { head: '', type: 'text' },
      { head: '', type: 'text' },
    ],
    different.map((gate) => {
      const { passed, text } = gate
      const help = gateWayOut(gate)
      return [
        [passed ? toned('good', 'met') : toned('bad', 'fails')],
        help === '' ? text : `${text}; ${help}`,
      ]
    }),
  )
}

function closingBlocks(report: CheckReport): Block[] {
  const { files, base, asOf } = report
  const bad = files.filter(({ status }) => status !== 'passed')
  const against = base.name === null ? 'with nothing to compare with' : `compared with ${cut(base.name, 120)}`
  const verdict =
    bad.length === 0
      ? passingFiles(files.length)
      : files.length === 1
        ? 'The file does not pass'
        : `${bad.length} of ${files.length} files ${bad.length === 1 ? 'does' : 'do'} not pass`
  const checked = files.length > 1 || files[0]?.assessment
  const but = bad.length === 0 && base.deletedFails ? ', but a description was deleted,' : ''
  return [
    ...paragraph(
      checked ? `${verdict}${but} as of ${asOf}, ${against}.` : 'The file could not be checked.',
      'lead',
    ),
    ...paragraph([evidenceText(report), files.length > 1 ? gatesText(files) : ''].join(' ').trim()),
  ]
}

/** What every file was checked for, where no table of gates says so. */
function gatesText(files: readonly FileCheck[]): string {
  const asked = new Set(files.flatMap(({ gates }) => gates.map(({ gate }) => gateKinds[gate])))
  const names = Object.values(gateKinds).filter((name) => asked.has(name))
  return names.length === 0 ? '' : `Gates: ${listWords(names)}.`
}
