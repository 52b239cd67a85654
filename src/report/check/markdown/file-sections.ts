/** The check file by file: what is wrong with files, gates, and where the organization or the organizations stand. */
import type { Score } from '../../../types/assessment.ts'
import type { CheckReport, FileCheck } from '../../../types/check-report.ts'
import { type Column, levelText, percentText } from '../../document.ts'
import { escapeMarkdown, markdownCode } from '../../escape-markdown.ts'
import { tableHead, tableRow } from '../../write-markdown.ts'
import { isSettled } from '../all-findings.ts'
import type { CheckReportOptions } from '../check-report-options.ts'
import { cut } from '../cut.ts'
import { deletedTexts } from '../deleted-text.ts'
import { gateName } from '../gate-names.ts'
import { relaxedTexts, relaxedTitle } from '../relaxed-texts.ts'
import { repositoryPath, repositoryPlace } from '../repository-path.ts'
import { fixedFindings, fixedWord } from '../resolution-text.ts'
import { gateWayOut, onOneLine, waysOut } from '../ways-out.ts'
import { whyUnreadable } from '../why-unreadable.ts'
import { capital } from './capital.ts'
import type { Section } from './fit-sections.ts'

/** Files that could not be assessed, with their first errors: the rest of those stands in the log. */
export function mistakesSection({ files }: CheckReport, options: CheckReportOptions): Section {
  const entries = files.flatMap(({ file, status, message, diagnostics }) =>
    status === 'unreadable'
      ? [`- ${code(repositoryPath(file, options))}: ${text(whyUnreadable({ file, message }))}`]
      : diagnostics
          .filter(({ severity }) => severity === 'error')
          .map(
            ({ message: said, location, code: id }) =>
              `- ${code(location ? repositoryPlace(location, options) : repositoryPath(file, options))}: ${text(said)} (${code(id)})`,
          ),
  )
  return { heading: `### Files with errors (${entries.length})`, lead: '', ...listed(entries), noun: 'error' }
}

/** Nothing fails because of them, but nobody should overlook them. */
export function deletedSection(report: CheckReport): Section {
  const entries = deletedTexts(report, true).map((said) => `- ${text(said)}`)
  return { heading: `### Deleted (${entries.length})`, lead: '', ...listed(entries), noun: 'file' }
}

/** For the first finding of each file that fails, and for each gate that fails by itself. */
export function waysOutSection(report: CheckReport, options: CheckReportOptions): Section {
  const entries = report.files.flatMap((check) => {
    const first = check.findings.find(({ fails }) => fails)
    const path = repositoryPath(check.file, options)
    const gates = check.gates.flatMap((gate) =>
      gateWayOut(gate) === '' ? [] : [`- ${text(gate.text)}: ${text(gateWayOut(gate))}`],
    )
    if (!first) return gates
    const ways = waysOut(first, path, report).map(
      ({ name, about, lines }) => `- **${name}**: ${text(about)}: ${code(onOneLine(lines))}`,
    )
    return [...ways, ...gates]
  })
  return { heading: '### What you can do', lead: '', ...listed(entries), noun: 'way' }
}

export function relaxedSection(report: CheckReport, options: CheckReportOptions): Section {
  const entries = relaxedTexts(report).map(({ file, text: said, location }) => {
    const place = location ? repositoryPlace(location, options) : file && repositoryPath(file, options)
    return `- ${text(said)}${place === null ? '' : ` (${code(place)})`}`
  })
  return { heading: `### ${relaxedTitle} (${entries.length})`, lead: '', ...listed(entries), noun: 'entry' }
}

/** All gates of a single file; of several files, those not met. */
export function gatesSection({ files }: CheckReport, options: CheckReportOptions): Section {
  const several = files.length > 1
  const gates = files.flatMap(({ file, gates: each }) =>
    each
      .filter(({ passed }) => !several || !passed)
      .map((gate) => ({ file, name: text(gateName(gate)), ...gate })),
  )
  return {
    heading: several ? '### Gates not met' : '### Gates',
    lead: several
      ? tableHead(texts('File', 'Gate', 'Asked and found'))
      : tableHead(texts('Gate', '', 'Asked and found')),
    ...listed(
      gates.map(({ file, name, passed, text: said }) =>
        tableRow(
          several
            ? [code(repositoryPath(file, options)), name, text(said)]
            : [name, passed ? 'met' : '**not met**', text(said)],
        ),
      ),
    ),
    noun: 'gate',
  }
}

/** Of several files, those that do not pass first. */
export function filesSection({ files, base }: CheckReport, options: CheckReportOptions): Section {
  const compared = base.kind !== 'none'
  const rows = files.length < 2 ? [] : [...files].sort((a, b) => rank(a) - rank(b))
  return {
    heading: '### Files',
    lead: tableHead([
      ...texts('File', 'Result'),
      ...numbers('Level', 'Findings', 'Fail'),
      ...(compared
        ? [
            ...numbers('New', 'Worse', 'Not fixed', capital(fixedWord(base)), 'Weakened'),
            ...texts('Compared with'),
          ]
        : []),
    ]),
    ...listed(
      rows.map((check) =>
        tableRow([code(repositoryPath(check.file, options)), ...fileCells(check, compared)]),
      ),
    ),
    noun: 'file',
  }
}

function rank({ status }: FileCheck): number {
  return status === 'passed' ? 1 : 0
}

function fileCells(check: FileCheck, compared: boolean): string[] {
  const { status, assessment, findings } = check
  const count = (wanted: (checked: FileCheck['findings'][number]) => boolean) =>
    String(findings.filter(wanted).length)
  return [
    status,
    assessment ? statedLevel(assessment.scores.overall) : '-',
    count(() => true),
    count(({ fails }) => fails),
    ...(compared
      ? [
          count((checked) => checked.status === 'new' && !isSettled(checked)),
          count((checked) => checked.status === 'worse' && !isSettled(checked)),
          String(check.resolved.length - fixedFindings(check).length),
          String(fixedFindings(check).length),
          String(check.weakened.length),
          check.comparison ? text(check.comparison.with ?? check.comparison.status) : '-',
        ]
      : []),
  ]
}

/** Of a single file: the principles. */
export function principlesSection({ files }: CheckReport): Section {
  const [only] = files
  const principles = files.length === 1 ? (only?.assessment?.scores.principles ?? []) : []
  return {
    heading: '### Principles',
    lead: tableHead([
      ...texts('Principle'),
      ...numbers('Level', 'Range', 'Evidenced', 'Target', 'To target'),
    ]),
    ...listed(
      principles.map(({ title, score }) =>
        tableRow([
          text(title),
          statedLevel(score),
          rangeText(score),
          levelText(score.evidenced),
          levelText(score.target),
          score.percentToTarget === null ? '-' : percentText(score.percentToTarget),
        ]),
      ),
    ),
    noun: 'principle',
  }
}

function statedLevel({ withheld, level }: Score): string {
  return withheld ? 'not enough data' : levelText(level)
}

function rangeText({ lowest, highest }: Score): string {
  if (lowest === null) return '-'
  return lowest === highest ? 'exact' : `${levelText(lowest)}–${levelText(highest)}`
}

function texts(...heads: readonly string[]): Column[] {
  return heads.map((head) => ({ head, type: 'text' }))
}

function numbers(...heads: readonly string[]): Column[] {
  return heads.map((head) => ({ head, type: 'number' }))
}

/** Files, gates and principles are few, so all of them are written at once. */
function listed(entries: readonly string[]): Pick<Section, 'count' | 'entry'> {
  return { count: entries.length, entry: (index) => entries[index]! }
}

function code(value: string): string {
  return markdownCode(cut(value, 300))
}

function text(value: string): string {
  return escapeMarkdown(cut(value, 500))
}
