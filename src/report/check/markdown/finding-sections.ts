/** What became of the findings, the worst news first: new, worse, less said, failing otherwise, gone, better. */
import type { CheckReport, FindingStanding } from '../../../types/check-report.ts'
import { escapeMarkdown, markdownCode } from '../../escape-markdown.ts'
import { allFindings, type FileFinding, isSettled } from '../all-findings.ts'
import type { CheckReportOptions } from '../check-report-options.ts'
import { cut } from '../cut.ts'
import { repositoryPlace } from '../repository-path.ts'
import type { Section } from './fit-sections.ts'
import { fixedSection, lessSaidSection, unmendedSection } from './gone-sections.ts'

/** Everything that is open, and what is waived. Planned findings are counted in the opening. */
export function findingSections(report: CheckReport, options: CheckReportOptions): Section[] {
  const known = openFindings(report, options).filter(({ fails, standing }) => !fails && standing === 'known')
  const waived = allFindings(report, options).filter(({ finding }) => finding.waived && finding.waiver)
  return [
    ...newsSections(report, options),
    section('Known', known, options),
    section('Waived', waived, options),
  ]
}

/** Only what moved or fails the check; where there is nothing to compare with, everything that is open. */
export function newsSections(report: CheckReport, options: CheckReportOptions): Section[] {
  const findings = openFindings(report, options)
  const stands = (wanted: FindingStanding | null) => findings.filter(({ standing }) => standing === wanted)
  const uncompared = stands(null)
  return [
    section('New', stands('new'), options),
    section('Worse', stands('worse'), options),
    lessSaidSection(report, options),
    section('Fails the check as it stands', findings.filter(failsAsItStands), options),
    unmendedSection(report, options),
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
export function failsAsItStands({ fails, standing }: Pick<FileFinding, 'fails' | 'standing'>): boolean {
  return fails && standing !== 'new' && standing !== 'worse'
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

function findingEntry(
  { finding, standing, level, before, fails }: FileFinding,
  options: CheckReportOptions,
): string {
  const { severity, title, message, location, id, waiver } = finding
  const moved =
    before !== null && level !== null && (standing === 'worse' || standing === 'better')
      ? ` From level ${before} to ${level}.`
      : ''
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
