/** The check for people who look at a pull request or a build: as a job summary, and as a comment that a bot keeps up to date. */
import type { CheckedFinding, CheckReport, FindingStatus } from '../../../types/check-report.ts'
import { listWords } from '../../../util/show.ts'
import { verdict } from '../../assessment/phrases.ts'
import { escapeMarkdown, markdownCode } from '../../escape-markdown.ts'
import { counted } from '../../phrases.ts'
import { allFindings, type FileFinding, isSettled } from '../all-findings.ts'
import type { CheckReportOptions } from '../check-report-options.ts'
import { cut } from '../cut.ts'
import { evidenceText } from '../evidence-text.ts'
import { passingFiles } from '../passing-files.ts'
import { repositoryPlace } from '../repository-path.ts'
import { resolutionCounts } from '../resolution-text.ts'
import { utf8Length } from '../utf8-length.ts'
import { movedText, weakenedCounts } from '../weakened-texts.ts'
import { capital } from './capital.ts'
import {
  deletedSection,
  filesSection,
  gatesSection,
  mistakesSection,
  principlesSection,
  relaxedSection,
  waysOutSection,
} from './file-sections.ts'
import { fitSections, type Limits, type Section } from './fit-sections.ts'
import { fixedSection, notFixedSection, weakenedSection } from './resolved-sections.ts'

/** Services cut a job summary at 1 MiB. */
const summaryLimits: Limits = { size: 900 * 1024, sizeOf: utf8Length, entries: 1000 }
/** They refuse a comment of more than 65,536 characters, and nobody reads a long one. */
const commentLimits: Limits = { size: 60_000, sizeOf: (text) => text.length, entries: 25 }

/** Unseen in the comment; whoever posts it finds the one to replace by it. */
export const commentMarker = '<!-- ims-gap -->'

export function renderSummary(report: CheckReport, options: CheckReportOptions): string {
  return render(report, options, [], findingSections(report, options), summaryLimits)
}

export function renderComment(report: CheckReport, options: CheckReportOptions): string {
  return render(report, options, [commentMarker], newsSections(report, options), commentLimits)
}

function render(
  report: CheckReport,
  options: CheckReportOptions,
  before: readonly string[],
  findings: readonly Section[],
  limits: Limits,
): string {
  return fitSections(
    [...before, heading(report), ...openingLines(report, options)],
    [
      mistakesSection(report, options),
      relaxedSection(report, options),
      deletedSection(report),
      ...findings,
      waysOutSection(report, options),
      gatesSection(report, options),
      filesSection(report, options),
      principlesSection(report),
    ],
    [closingLine(report)],
    limits,
  )
}

function heading({ passed }: CheckReport): string {
  return `## Innovation management: check ${passed ? 'passed' : 'failed'}`
}

function openingLines(report: CheckReport, options: CheckReportOptions): string[] {
  const { files } = report
  const [only] = files
  if (only === undefined) return ['No file was checked.']
  if (files.every(({ assessment }) => assessment === null))
    return [files.length === 1 ? 'The file could not be checked.' : 'No file could be checked.']
  return [
    ...(files.length === 1 && only.assessment ? [standing(only.assessment, options)] : []),
    news(report),
  ]
}

function standing(
  assessment: NonNullable<CheckReport['files'][number]['assessment']>,
  options: CheckReportOptions,
): string {
  return `**${escapeMarkdown(cut(assessment.organization.name, 200))}** ${escapeMarkdown(verdict(assessment, options.names))}.`
}

/** `2 new, 1 worse and 3 fixed since main; 12 unchanged, 1 waived. 1 of 2 gates not met.`: each number is that of a section below. */
function news({ files, base }: CheckReport): string {
  const findings = files.flatMap((check) => check.findings)
  const open = findings.filter(({ finding }) => !finding.waived && !finding.planned)
  const count = (wanted: (checked: CheckedFinding) => boolean) => open.filter(wanted).length
  const among = (wanted: string) => count(({ status }) => status === wanted)
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
          ...failing(count(failsUnchanged)),
          `${count((one) => one.status === 'unchanged' && !one.fails)} unchanged`,
          ...some(
            count((one) => one.status === null && !one.fails),
            'not compared',
          ),
        ].join(', ')}`
  const waived = findings.filter(({ finding }) => finding.waived).length
  const planned = findings.filter(({ finding }) => finding.planned && !finding.waived).length
  const apart = [...(waived > 0 ? [`${waived} waived`] : []), ...(planned > 0 ? [`${planned} planned`] : [])]
  const weakened = weakenedCounts(files)
  return `${[moved, ...apart].join(', ')}.${weakened === '' ? '' : ` ${capital(weakened)}.`} ${gates(files)}${base.deletedFails ? ' A description was deleted, which fails the check.' : ''}`
}

function failing(count: number): string[] {
  if (count === 0) return []
  return [`${count} unchanged and failing`]
}

/** What there is none of is not counted. */
function some(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}`]
}

function baseName({ kind, name }: CheckReport['base']): string {
  if (kind === 'baseline') return 'the baseline'
  return name === null ? 'the base' : escapeMarkdown(cut(name, 200))
}

function gates(files: CheckReport['files']): string {
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

function closingLine(report: CheckReport): string {
  const { asOf, tool, files } = report
  const framework = files.find(({ assessment }) => assessment !== null)?.assessment?.framework
  const pack = framework ? `, ${framework.id}:${framework.edition}, pack ${framework.packVersion}` : ''
  const evidence = evidenceText(report)
  return `*As of ${asOf}; ${escapeMarkdown(cut(`${tool.name} ${tool.version}${pack}`, 200))}. ${evidence === '' ? '' : `${evidence} `}The measure is guidance, which recommends and does not oblige. Findings are conclusions from what was described.*`
}

/** Everything that is open, and what is waived. Planned findings are counted in the opening. */
function findingSections(report: CheckReport, options: CheckReportOptions): Section[] {
  const unchanged = openFindings(report, options).filter(
    ({ fails, status }) => !fails && status === 'unchanged',
  )
  const waived = allFindings(report, options).filter(({ finding }) => finding.waived && finding.waiver)
  return [
    ...newsSections(report, options),
    section('Unchanged', unchanged, options),
    section('Waived', waived, options),
  ]
}

/** Only what moved or fails the check; where there is nothing to compare with, everything that is open. */
function newsSections(report: CheckReport, options: CheckReportOptions): Section[] {
  const findings = openFindings(report, options)
  const stands = (wanted: FindingStatus | null) => findings.filter(({ status }) => status === wanted)
  const uncompared = stands(null)
  return [
    section('New', stands('new'), options),
    section('Worse', stands('worse'), options),
    weakenedSection(report, options),
    section('Unchanged and failing', findings.filter(failsUnchanged), options),
    notFixedSection(report, options),
    fixedSection(report, options),
    section(
      'Better',
      stands('better').filter(({ fails }) => !fails),
      options,
    ),
    section(
      'Findings',
      uncompared.filter(({ fails }) => !fails),
      options,
    ),
  ]
}

function openFindings(report: CheckReport, options: CheckReportOptions): FileFinding[] {
  return allFindings(report, options).filter((checked) => checked.fails || !isSettled(checked))
}

/** It is neither new nor worse, or there is nothing to compare with. */
function failsUnchanged({ fails, status }: Pick<FileFinding, 'fails' | 'status'>): boolean {
  return fails && status !== 'new' && status !== 'worse'
}

function section(title: string, findings: readonly FileFinding[], options: CheckReportOptions): Section {
  return {
    heading: `### ${title} (${findings.length})`,
    lead: '',
    count: findings.length,
    entry: (index) => findingEntry(findings[index]!, options),
    noun: 'finding',
  }
}

function findingEntry(checked: FileFinding, options: CheckReportOptions): string {
  const { finding, fails } = checked
  const { severity, title, message, location, id, waiver } = finding
  const moved = movedText(checked) === '' ? '' : ` ${capital(movedText(checked))}.`
  const facts = [...(location ? [code(repositoryPlace(location, options))] : []), code(id)].join(', ')
  const said = message === '' ? '' : `: ${text(message, 500)}`
  const accepted =
    finding.waived && waiver
      ? ` Until ${text(waiver.until, 20)}, ${text(waiver.owner, 60)}: ${text(waiver.reason, 500)}`
      : ''
  return `- **${severity}${fails ? ', fails' : ''}** ${text(title, 200)}${said}${moved}${accepted} (${facts})`
}

function code(value: string): string {
  return markdownCode(cut(value, 300))
}

function text(value: string, limit: number): string {
  return escapeMarkdown(cut(value, limit))
}
