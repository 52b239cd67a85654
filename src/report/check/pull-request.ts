/** The check for people who look at a pull request or a build: as a job summary, and as a comment that a bot keeps up to date. */
import type { Assessment, Score } from '../../types/assessment.ts'
import type {
  CheckedFinding,
  CheckReport,
  FileCheck,
  FindingStatus,
  ResolvedFinding,
} from '../../types/check-report.ts'
import { listWords } from '../../util/show.ts'
import { verdict } from '../assessment/phrases.ts'
import {
  type Block,
  type Cell,
  type Column,
  code,
  type Document,
  levelText,
  list,
  paragraph,
  rangeText,
  section,
  strong,
  type Text,
  table,
} from '../document.ts'
import { capital, counted } from '../phrases.ts'
import {
  allFindings,
  type CheckReportOptions,
  type FileFinding,
  isSettled,
  repositoryPath,
  repositoryPlace,
} from './findings.ts'
import { fitMarkdown, type Limits } from './fit-markdown.ts'
import { deletedTexts, evidenceText, gateName, passingFiles, whyUnreadable } from './phrases.ts'
import { relaxedTexts, relaxedTitle } from './relaxed-texts.ts'
import {
  fixedFindings,
  fixedWord,
  movedText,
  notFixedByReason,
  notFixedTitle,
  resolutionCounts,
  weakenedCounts,
  weakenedTexts,
} from './resolved-phrases.ts'
import { cut, utf8Length } from './text.ts'
import { gateWayOut, onOneLine, waysOut } from './ways-out.ts'

/** Services cut a job summary at 1 MiB. */
const summaryLimits: Limits = { size: 900 * 1024, sizeOf: utf8Length, entries: 1000 }
/** They refuse a comment of more than 65,536 characters, and nobody reads a long one. */
const commentLimits: Limits = { size: 60_000, sizeOf: (text) => text.length, entries: 25 }

/** Unseen in the comment; whoever posts it finds the one to replace by it. */
export const commentMarker = '<!-- ims-gap -->'

export function renderSummary(report: CheckReport, options: CheckReportOptions): string {
  return fitMarkdown(documentOf(report, options, findingSections(report, options)), summaryLimits, 2)
}

export function renderComment(report: CheckReport, options: CheckReportOptions): string {
  const text = fitMarkdown(documentOf(report, options, newsSections(report, options)), commentLimits, 2)
  return `${commentMarker}\n\n${text}`
}

function documentOf(report: CheckReport, options: CheckReportOptions, findings: readonly Block[]): Document {
  return {
    title: `Innovation management: check ${report.passed ? 'passed' : 'failed'}`,
    blocks: [
      ...openingBlocks(report, options),
      ...errorsSection(report, options),
      ...countedSection(
        'Deleted',
        deletedTexts(report, true).map((text) => cut(text, 500)),
      ),
      ...relaxedSection(report, options),
      ...findings,
      ...waysOutSection(report, options),
      ...gatesSection(report, options),
      ...filesSection(report, options),
      ...principlesSection(report),
      ...paragraph(closingText(report), 'note'),
    ],
  }
}

/** The heading counts the entries. */
function countedSection(heading: string, entries: readonly Text[]): Block[] {
  return section(`${heading} (${entries.length})`, list(entries))
}

function openingBlocks(report: CheckReport, options: CheckReportOptions): Block[] {
  const { files } = report
  const [only] = files
  if (only === undefined) return paragraph('No file was checked.')
  if (files.every(({ assessment }) => assessment === null))
    return paragraph(files.length === 1 ? 'The file could not be checked.' : 'No file could be checked.')
  return [
    ...(files.length === 1 && only.assessment ? paragraph(standing(only.assessment, options)) : []),
    ...paragraph(news(report)),
  ]
}

function standing(assessment: Assessment, { names }: CheckReportOptions): Text {
  return [strong(cut(assessment.organization.name, 200)), ` ${verdict(assessment, names)}.`]
}

/** `2 new, 1 worse and 3 fixed since main; 12 unchanged, 1 waived. 1 of 2 gates not met.`: each number is that of a section below. */
function news({ files, base }: CheckReport): string {
  const findings = files.flatMap((check) => check.findings)
  const open = findings.filter((checked) => !isSettled(checked))
  const count = (wanted: (checked: CheckedFinding) => boolean) => open.filter(wanted).length
  const among = (wanted: FindingStatus) => count(({ status }) => status === wanted)
  // What there is none of is not counted.
  const some = (number: number, what: string) => (number === 0 ? [] : [`${number} ${what}`])
  const moved =
    base.kind === 'none'
      ? counted(open.length, 'open finding')
      : `${listWords([
          `${among('new')} new`,
          `${among('worse')} worse`,
          ...some(
            count((one) => one.status === 'better' && !one.fails),
            'better',
          ),
          ...resolutionCounts(files, base),
        ])} since ${baseName(base)}; ${[
          ...some(count(failsUnchanged), 'unchanged and failing'),
          `${count((one) => one.status === 'unchanged' && !one.fails)} unchanged`,
          ...some(
            count((one) => one.status === null && !one.fails),
            'not compared',
          ),
        ].join(', ')}`
  const waived = findings.filter(({ finding }) => finding.waived).length
  const planned = findings.filter(({ finding }) => finding.planned && !finding.waived).length
  const counts = [moved, ...some(waived, 'waived'), ...some(planned, 'planned')].join(', ')
  const weakened = weakenedCounts(files)
  return [
    `${counts}.`,
    ...(weakened === '' ? [] : [`${capital(weakened)}.`]),
    gatesText(files),
    ...(base.deletedFails ? ['A description was deleted, which fails the check.'] : []),
  ].join(' ')
}

function baseName({ kind, name }: CheckReport['base']): string {
  if (kind === 'baseline') return 'the baseline'
  return name === null ? 'the base' : cut(name, 200)
}

function gatesText(files: CheckReport['files']): string {
  const all = files.flatMap((check) => check.gates)
  const unmet = all.filter(({ passed }) => !passed).length
  const failed = files.filter(({ status }) => status !== 'passed').length
  const which =
    files.length === 1
      ? ''
      : failed === 0
        ? ` ${passingFiles(files.length)}.`
        : ` ${failed} of ${files.length} files ${failed === 1 ? 'does' : 'do'} not pass.`
  if (all.length === 0) return `No gate was asked for.${which}`
  if (unmet === 0) return `All gates are met.${which}`
  return `${unmet} of ${counted(all.length, 'gate')} not met.${which}`
}

function closingText(report: CheckReport): string {
  const { asOf, tool, files } = report
  const framework = files.find(({ assessment }) => assessment !== null)?.assessment?.framework
  const pack = framework ? `, ${framework.id}:${framework.edition}, pack ${framework.packVersion}` : ''
  return [
    `As of ${asOf}; ${cut(`${tool.name} ${tool.version}${pack}`, 200)}.`,
    evidenceText(report),
    'The reference is guidance, which recommends and does not require. Findings are conclusions from the description.',
  ]
    .filter((text) => text !== '')
    .join(' ')
}

/** Everything that is open, and what is waived. Planned findings are counted in the opening. */
function findingSections(report: CheckReport, options: CheckReportOptions): Block[] {
  const unchanged = openFindings(report, options).filter(
    ({ fails, status }) => !fails && status === 'unchanged',
  )
  const waived = allFindings(report, options).filter(({ finding }) => finding.waived && finding.waiver)
  return [
    ...newsSections(report, options),
    ...findingSection('Unchanged', unchanged, options),
    ...findingSection('Waived', waived, options),
  ]
}

/** Only what changed or fails the check; where there is nothing to compare with, everything that is open. */
function newsSections(report: CheckReport, options: CheckReportOptions): Block[] {
  const findings = openFindings(report, options)
  const among = (wanted: FindingStatus | null) => findings.filter(({ status }) => status === wanted)
  const passing = (some: readonly FileFinding[]) => some.filter(({ fails }) => !fails)
  return [
    ...findingSection('New', among('new'), options),
    ...findingSection('Worse', among('worse'), options),
    ...weakenedSection(report, options),
    ...findingSection('Unchanged and failing', findings.filter(failsUnchanged), options),
    ...notFixedSection(report, options),
    ...fixedSection(report, options),
    ...findingSection('Better', passing(among('better')), options),
    ...findingSection('Findings', passing(among(null)), options),
  ]
}

function openFindings(report: CheckReport, options: CheckReportOptions): FileFinding[] {
  return allFindings(report, options).filter((checked) => checked.fails || !isSettled(checked))
}

/** It is neither new nor worse, or there is nothing to compare with. */
function failsUnchanged({ fails, status }: Pick<FileFinding, 'fails' | 'status'>): boolean {
  return fails && status !== 'new' && status !== 'worse'
}

function findingSection(
  title: string,
  findings: readonly FileFinding[],
  options: CheckReportOptions,
): Block[] {
  return countedSection(
    title,
    findings.map((checked) => findingEntry(checked, options)),
  )
}

function findingEntry(checked: FileFinding, options: CheckReportOptions): Text {
  const { finding, fails } = checked
  const { severity, title, message, location, id, waiver, waived } = finding
  const moved = movedText(checked)
  const place = location ? [shortCode(repositoryPlace(location, options)), ', '] : []
  return [
    strong(`${severity}${fails ? ', fails' : ''}`),
    ` ${cut(title, 200)}${message === '' ? '' : `: ${cut(message, 500)}`}`,
    moved === '' ? '' : ` ${capital(moved)}.`,
    waived && waiver
      ? ` Until ${cut(waiver.until, 20)}, ${cut(waiver.owner, 60)}: ${cut(waiver.reason, 500)}`
      : '',
    ' (',
    ...place,
    shortCode(id),
    ')',
  ]
}

function weakenedSection({ files }: CheckReport, options: CheckReportOptions): Block[] {
  const entries = files.flatMap((check) =>
    weakenedTexts(check, options.all).map(({ text, location }): Text => {
      const file = files.length > 1 ? repositoryPath(check.file, options) : undefined
      const place = location ? repositoryPlace(location, options) : file
      return [cut(text, 1000), ...(place === undefined ? [] : [' (', shortCode(place), ')'])]
    }),
  )
  return countedSection('Answers removed or lowered', entries)
}

function notFixedSection({ files }: CheckReport, options: CheckReportOptions): Block[] {
  const entries = files.flatMap((check) =>
    notFixedByReason(check).flatMap(([why, findings]) =>
      findings.map((finding): Text => {
        const needs = finding.missing.map((name) => cut(name, 100)).join(', ')
        const reason = `${why}${needs === '' ? '' : `, needs ${needs}`}`
        return [...resolvedEntry(finding, check, files.length > 1, options), `: ${reason}`]
      }),
    ),
  )
  return countedSection(notFixedTitle, entries)
}

function fixedSection({ files, base }: CheckReport, options: CheckReportOptions): Block[] {
  const entries = files.flatMap((check) =>
    fixedFindings(check).map((finding) => resolvedEntry(finding, check, files.length > 1, options)),
  )
  return countedSection(capital(fixedWord(base)), entries)
}

/** `Objectives without a plan: 6.2.2 Planning … (org.yaml, objectives/without-plan@6.2.2)` */
function resolvedEntry(
  { id, element, title }: ResolvedFinding,
  { file, assessment }: FileCheck,
  isOneOfMany: boolean,
  options: CheckReportOptions,
): Exclude<Text, string> {
  const known = assessment?.scores.elements.find((each) => each.id === element)
  const about = [title, known && `${known.id} ${known.title}`].filter((part) => part !== undefined).join(': ')
  const place = isOneOfMany ? [shortCode(repositoryPath(file, options))] : []
  if (about === '') return [shortCode(id), ...place.flatMap((path) => [' (', path, ')'])]
  return [`${cut(about, 300)} (`, ...place.flatMap((path) => [path, ', ']), shortCode(id), ')']
}

function shortCode(value: string) {
  return code(cut(value, 300))
}

/** Files that could not be assessed, with their errors. */
function errorsSection({ files }: CheckReport, options: CheckReportOptions): Block[] {
  const entries = files.flatMap(({ file, status, message, diagnostics }): Text[] =>
    status === 'unreadable'
      ? [[shortCode(repositoryPath(file, options)), `: ${cut(whyUnreadable({ file, message }), 500)}`]]
      : diagnostics
          .filter(({ severity }) => severity === 'error')
          .map(({ message: text, location, code: id }) => [
            shortCode(location ? repositoryPlace(location, options) : repositoryPath(file, options)),
            `: ${cut(text, 500)} (`,
            shortCode(id),
            ')',
          ]),
  )
  return countedSection('Files with errors', entries)
}

/** For the first finding of each file that fails, and for each gate that fails by itself. */
function waysOutSection(report: CheckReport, options: CheckReportOptions): Block[] {
  const entries = report.files.flatMap((check): Text[] => {
    const first = check.findings.find(({ fails }) => fails)
    const path = repositoryPath(check.file, options)
    const gates = check.gates.flatMap((gate) =>
      gateWayOut(gate) === '' ? [] : [`${cut(gate.text, 500)}: ${gateWayOut(gate)}`],
    )
    const ways = first === undefined ? [] : waysOut(first, path, report)
    return [
      ...ways.map(
        ({ name, about, lines }): Text => [
          strong(name),
          `: ${cut(about, 500)}: `,
          shortCode(onOneLine(lines)),
        ],
      ),
      ...gates,
    ]
  })
  return section('What you can do', list(entries))
}

function relaxedSection(report: CheckReport, options: CheckReportOptions): Block[] {
  const entries = relaxedTexts(report).map(({ file, text, location }): Text => {
    const place = location ? repositoryPlace(location, options) : file && repositoryPath(file, options)
    return [cut(text, 500), ...(place === null ? [] : [' (', shortCode(place), ')'])]
  })
  return countedSection(relaxedTitle, entries)
}

/** All gates of a single file; of several files, those not met. */
function gatesSection({ files }: CheckReport, options: CheckReportOptions): Block[] {
  const several = files.length > 1
  const rows = files.flatMap(({ file, gates }) =>
    gates
      .filter(({ passed }) => !several || !passed)
      .map((gate): Cell[] => {
        const name = cut(gateName(gate), 500)
        const text = cut(gate.text, 500)
        return several
          ? [[shortCode(repositoryPath(file, options))], name, text]
          : [name, gate.passed ? 'met' : [strong('not met')], text]
      }),
  )
  const heads = several ? ['File', 'Gate', 'Required and found'] : ['Gate', '', 'Required and found']
  return section(
    several ? 'Gates not met' : 'Gates',
    table(
      heads.map((head) => ({ head, type: 'text' })),
      rows,
    ),
  )
}

/** Of several files, those that do not pass first. */
function filesSection({ files, base }: CheckReport, options: CheckReportOptions): Block[] {
  if (files.length < 2) return []
  const compared = base.kind !== 'none'
  const rank = ({ status }: FileCheck) => (status === 'passed' ? 1 : 0)
  const numbers = (...heads: readonly string[]): Column[] => heads.map((head) => ({ head, type: 'number' }))
  return section(
    'Files',
    table(
      [
        { head: 'File', type: 'text' },
        { head: 'Result', type: 'text' },
        ...numbers('Level', 'Findings', 'Fail'),
        ...(compared ? numbers('New', 'Worse', 'Not fixed', capital(fixedWord(base)), 'Weakened') : []),
        ...(compared ? [{ head: 'Compared with', type: 'text' as const }] : []),
      ],
      [...files].sort((a, b) => rank(a) - rank(b)).map((check) => fileCells(check, compared, options)),
    ),
  )
}

function fileCells(check: FileCheck, compared: boolean, options: CheckReportOptions): Cell[] {
  const { file, status, assessment, findings, comparison } = check
  const count = (wanted: (checked: CheckedFinding) => boolean) => findings.filter(wanted).length
  const fixed = fixedFindings(check).length
  return [
    [shortCode(repositoryPath(file, options))],
    status,
    assessment ? statedLevel(assessment.scores.overall) : '-',
    findings.length,
    count(({ fails }) => fails),
    ...(compared
      ? [
          count((checked) => checked.status === 'new' && !isSettled(checked)),
          count((checked) => checked.status === 'worse' && !isSettled(checked)),
          check.resolved.length - fixed,
          fixed,
          check.weakened.length,
          comparison ? cut(comparison.with ?? comparison.status, 500) : '-',
        ]
      : []),
  ]
}

/** Of a single file. */
function principlesSection({ files }: CheckReport): Block[] {
  const [only] = files
  const principles = files.length === 1 ? (only?.assessment?.scores.principles ?? []) : []
  return section(
    'Principles',
    table(
      [
        { head: 'Principle', type: 'text' },
        { head: 'Level', type: 'level' },
        { head: 'Range', type: 'number' },
        { head: 'Evidenced', type: 'level' },
        { head: 'Target', type: 'level' },
        { head: 'To target', type: 'percent' },
      ],
      principles.map(({ title, score }) => [
        cut(title, 500),
        statedLevel(score),
        rangeText(score),
        score.evidenced,
        score.target,
        score.percentToTarget,
      ]),
    ),
  )
}

function statedLevel({ withheld, level }: Score): string {
  return withheld ? 'not enough data' : levelText(level)
}
