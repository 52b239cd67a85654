/** What became of the findings, the worst news first: new, worse, failing otherwise, and what is no longer found or got better. */
import type { CheckReport, FindingStanding, GoneFinding } from '../../../core/check-report.ts'
import { escapeMarkdown, markdownCode } from '../../escape-markdown.ts'
import { allFindings, type FileFinding, isSettled } from '../all-findings.ts'
import type { CheckReportOptions } from '../check-report-options.ts'
import { cut } from '../cut.ts'
import { repositoryPath, repositoryPlace } from '../repository-path.ts'
import type { Section } from './fit-sections.ts'

/** Everything that is open. Waived and planned findings are counted in the opening. */
export function findingSections(report: CheckReport, options: CheckReportOptions): Section[] {
  const known = openFindings(report, options).filter(({ fails, standing }) => !fails && standing === 'known')
  return [...newsSections(report, options), section('Known', known, options)]
}

/** Only what moved or fails the check; where there is nothing to compare with, everything that is open. */
export function newsSections(report: CheckReport, options: CheckReportOptions): Section[] {
  const findings = openFindings(report, options)
  const stands = (wanted: FindingStanding | null) => findings.filter(({ standing }) => standing === wanted)
  const uncompared = stands(null)
  return [
    section('New', stands('new'), options),
    section('Worse', stands('worse'), options),
    section(
      'Fails the check as it stands',
      findings.filter((checked) => checked.fails && (wasThere(checked) || checked.standing === null)),
      options,
    ),
    goneSection(report, options),
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

function wasThere({ standing }: FileFinding): boolean {
  return standing === 'known' || standing === 'better'
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
  const { severity, title, message, location, id } = finding
  const moved =
    before !== null && level !== null && (standing === 'worse' || standing === 'better')
      ? ` From level ${before} to ${level}.`
      : ''
  const facts = [...(location ? [code(repositoryPlace(location, options))] : []), code(id)].join(', ')
  const said = message === '' ? '' : `: ${text(message, 500)}`
  return `- **${severity}${fails ? ', fails' : ''}** ${text(title, 200)}${said}${moved} (${facts})`
}

function goneSection({ files }: CheckReport, options: CheckReportOptions): Section {
  const titles = new Map(
    files.flatMap(({ assessment }) =>
      (assessment?.scores.elements ?? []).map(({ id, title }) => [id, title]),
    ),
  )
  const several = files.length > 1
  const gone = files.flatMap(({ file, fixed }) => fixed.map((finding) => ({ file, finding })))
  return {
    heading: `### No longer found (${gone.length})`,
    lead: '',
    count: gone.length,
    entry: (index) => {
      const { file, finding } = gone[index]!
      return goneEntry(finding, titles, several ? repositoryPath(file, options) : undefined)
    },
    noun: 'finding',
  }
}

function goneEntry(
  { id, element, title }: GoneFinding,
  titles: ReadonlyMap<string, string>,
  file: string | undefined,
): string {
  const name = element !== null && titles.has(element) ? `${element} ${titles.get(element)}` : undefined
  const about = [title, name].filter((part) => part !== undefined).join(': ')
  if (about === '') return `- ${code(id)}${file === undefined ? '' : ` (${code(file)})`}`
  return `- ${text(about, 300)} (${[...(file === undefined ? [] : [code(file)]), code(id)].join(', ')})`
}

function code(value: string): string {
  return markdownCode(cut(value, 300))
}

function text(value: string, limit: number): string {
  return escapeMarkdown(cut(value, limit))
}
