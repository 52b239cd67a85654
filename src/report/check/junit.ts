/**
 * The check as test results for Jenkins, GitLab and the like: a suite per file; in it a case for the file itself, one per
 * gate, and one per rule with findings. Names hold no numbers that move, so that servers can follow a case over time.
 */
import type { CheckReport, FileCheck } from '../../types/check-report.ts'
import { showNumber, showSafely } from '../../util/show.ts'
import { isSettled } from './all-findings.ts'
import type { CheckReportOptions } from './check-report-options.ts'
import { cut } from './cut.ts'
import { escapeXml } from './escape-xml.ts'
import { gateName } from './gate-names.ts'
import { relaxedTexts, relaxedTitle } from './relaxed-texts.ts'
import { repositoryPath, repositoryPlace } from './repository-path.ts'
import { gateWayOut, waysOutLine } from './ways-out.ts'

interface TestCase {
  readonly name: string
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped'
  /** Empty where it passed. */
  readonly message: string
  readonly lines: readonly string[]
}

/** Places listed under one failure; the rest is counted. */
const mostLines = 100

export function renderJunit(report: CheckReport, options: CheckReportOptions): string {
  const deleted = report.base.deletedFails ? (report.base.deleted ?? []) : []
  const suites = [...report.files, ...deleted.map(deletedFile)].flatMap((check, id) =>
    suite(check, id, report, options),
  )
  return `${['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>'].join('\n')}\n`
}

/** A description that has to be there and is not stands among the files, or nothing in the results would fail. */
function deletedFile(file: string): FileCheck {
  return {
    ...{
      file,
      status: 'unreadable',
      message: 'It was a practice description in the base and no longer exists',
    },
    ...{
      assessment: null,
      diagnostics: [],
      comparison: null,
      gates: [],
      findings: [],
      resolved: [],
      weakened: [],
      relaxed: [],
    },
  }
}

function suite(check: FileCheck, id: number, report: CheckReport, options: CheckReportOptions): string[] {
  const name = repositoryPath(check.file, options)
  const cases = [fileCase(check, options), ...gateCases(check, options), ...ruleCases(check, report, options)]
  const count = (wanted: TestCase['outcome']) =>
    String(cases.filter(({ outcome }) => outcome === wanted).length)
  const opening = attributes({
    ...{ name, package: name, id: String(id), tests: String(cases.length) },
    ...{ failures: count('failure'), errors: count('error'), skipped: count('skipped') },
    // Neither a clock nor a machine: the same input gives the same bytes.
    ...{ time: '0', timestamp: `${report.asOf}T00:00:00`, hostname: 'localhost' },
  })
  return [
    `  <testsuite${opening}>`,
    '    <properties/>',
    ...cases.flatMap((one) => caseLines(one, name)),
    outLine(check, report),
    '    <system-err/>',
    '  </testsuite>',
  ]
}

/** What nothing fails for and everybody should see. */
function outLine(check: FileCheck, report: CheckReport): string {
  const relaxed = relaxedTexts({ ...report, files: [check] }).map(
    ({ text }) => `${relaxedTitle}: ${cut(text, 500)}`,
  )
  const lines = [...(check.comparison ? [cut(check.comparison.text, 500)] : []), ...relaxed]
  return lines.length === 0
    ? '    <system-out/>'
    : `    <system-out>${escapeXml(lines.map(showSafely).join('\n'))}</system-out>`
}

function fileCase({ status, message, diagnostics }: FileCheck, options: CheckReportOptions): TestCase {
  const name = 'The file is a valid practice description'
  if (status === 'unreadable') {
    return { name, outcome: 'error', message: message ?? 'The file cannot be read', lines: [] }
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const lines = errors.map(
    ({ message: text, code, location }) =>
      `${location ? `${repositoryPlace(location, options)}: ` : ''}${text} [${code}]`,
  )
  if (status === 'invalid') return { name, outcome: 'error', message: errors[0]?.message ?? 'Invalid', lines }
  return { name, outcome: 'passed', message: '', lines: [] }
}

/** Of gates on the same thing one case is made: numbered, they would change places with what else is asked for. */
function gateCases({ gates, findings }: FileCheck, options: CheckReportOptions): TestCase[] {
  const places = new Map(findings.map(({ finding }) => [finding.id, finding]))
  return Array.from(new Set(gates.map(gateName)), (name) => {
    const failing = gates.filter((gate) => !gate.passed && gateName(gate) === name)
    const lines = failing
      .flatMap((gate) => gate.findings)
      .map((id) => {
        const finding = places.get(id)
        return finding?.location ? `${repositoryPlace(finding.location, options)}: ${finding.message}` : id
      })
    return {
      name: `Gate on ${name}`,
      outcome: failing.length === 0 ? 'passed' : 'failure',
      message: failing.map(({ text }) => text).join('; '),
      lines: [...lines, ...new Set(failing.map(gateWayOut).filter((help) => help !== ''))],
    }
  })
}

/** A rule fails where a finding of it fails the check, and is skipped where all of them are waived or planned. */
function ruleCases(
  { file, findings }: FileCheck,
  report: CheckReport,
  options: CheckReportOptions,
): TestCase[] {
  const rules = new Map<string, FileCheck['findings'][number][]>()
  for (const checked of findings) {
    const known = rules.get(checked.finding.rule)
    if (known) known.push(checked)
    else rules.set(checked.finding.rule, [checked])
  }
  return Array.from(rules, ([rule, found]): TestCase => {
    const failing = found.filter(({ fails }) => fails)
    const [first] = failing
    if (first) {
      const lines = failing.map(
        ({ finding: { location, message } }) =>
          `${location ? `${repositoryPlace(location, options)}: ` : ''}${message}`,
      )
      const { title, severity, check } = first.finding
      const about = `${title} (${severity})`
      return {
        name: rule,
        outcome: 'failure',
        message: about,
        lines: [`How to check: ${check}`, waysOutLine(first, file, report), ...lines],
      }
    }
    if (!found.every(isSettled)) return { name: rule, outcome: 'passed', message: '', lines: [] }
    const settled = `${found[0]!.finding.title}: waived or planned`
    return { name: rule, outcome: 'skipped', message: settled, lines: [] }
  })
}

function caseLines({ name, outcome, message, lines }: TestCase, file: string): string[] {
  const opening = `    <testcase${attributes({ name, classname: file, time: '0' })}`
  if (outcome === 'passed') return [`${opening}/>`]
  const hidden = lines.length - mostLines
  const text = [
    ...lines.slice(0, mostLines).map((line) => cut(line, 1000)),
    ...(hidden > 0 ? [`… and ${showNumber(hidden)} more`] : []),
  ]
  const about = attributes(outcome === 'skipped' ? { message } : { message, type: outcome })
  const element =
    text.length === 0
      ? `<${outcome}${about}/>`
      : `<${outcome}${about}>${escapeXml(text.join('\n'))}</${outcome}>`
  return [`${opening}>`, `      ${element}`, '    </testcase>']
}

/** None of them may be empty. */
function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(cut(value, 1000)) || '-'}"`)
    .join('')
}
