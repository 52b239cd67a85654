/**
 * The check as test results for Jenkins, GitLab and the like: a suite per file; in it a case for the file itself, one per gate
 * that no finding fails, and one per finding. Names hold no numbers that change, so that servers can follow a case over time.
 */
import type { CheckReport, FileCheck } from '../../types/check-report.ts'
import type { Location } from '../../types/location.ts'
import { showNumber, showSafely } from '../../util/show.ts'
import { type CheckReportOptions, repositoryPath, repositoryPlace } from './findings.ts'
import { gateName } from './phrases.ts'
import { relaxedTexts, relaxedTitle } from './relaxed-texts.ts'
import { cut, escapeXml } from './text.ts'
import { gateWayOut, waysOutLine } from './ways-out.ts'

interface TestCase {
  readonly name: string
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped'
  /** Empty where it passed. */
  readonly message: string
  readonly lines: readonly string[]
  readonly location: Location | null
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
  const cases = [fileCase(check, options), ...gateCases(check), ...findingCases(check, report)]
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
    ...cases.flatMap((one) => caseLines(one, name, options)),
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
    return {
      name,
      outcome: 'error',
      message: message ?? 'The file cannot be read',
      lines: [],
      location: null,
    }
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const lines = errors.map(
    ({ message: text, code, location }) =>
      `${location ? `${repositoryPlace(location, options)}: ` : ''}${text} [${code}]`,
  )
  if (status === 'invalid') {
    const [first] = errors
    return {
      ...{ name, outcome: 'error', message: first?.message ?? 'Invalid', lines },
      location: first?.location ?? null,
    }
  }
  return { name, outcome: 'passed', message: '', lines: [], location: null }
}

/** Of gates on the same subject one case is made. A gate that findings fail is counted with these findings, not twice. */
function gateCases({ gates }: FileCheck): TestCase[] {
  const names = new Set(gates.filter(({ passed, findings }) => passed || findings.length === 0).map(gateName))
  return Array.from(names, (name): TestCase => {
    const failing = gates.filter((gate) => !gate.passed && gateName(gate) === name)
    return {
      name: `Gate on ${name}`,
      outcome: failing.length === 0 ? 'passed' : 'failure',
      message: failing.map(({ text }) => text).join('; '),
      lines: [...new Set(failing.map(gateWayOut).filter((help) => help !== ''))],
      location: failing.find(({ location }) => location !== null)?.location ?? null,
    }
  })
}

/** A finding that fails no gate is skipped: it is open, waived or planned, and never passed. */
function findingCases({ file, findings, gates }: FileCheck, report: CheckReport): TestCase[] {
  return findings.map((checked): TestCase => {
    const { finding, fails } = checked
    const { id, title, severity, message, check, location, waived, planned } = finding
    if (!fails) {
      const state = waived ? 'waived' : planned ? 'planned' : 'open, fails no gate'
      return { name: id, outcome: 'skipped', message: `${title}: ${state}`, lines: [], location }
    }
    const failed = gates.filter((gate) => !gate.passed && gate.findings.includes(id)).map(gateName)
    const why = failed.length === 0 ? [] : [`Fails the gate on ${failed.join(', ')}`]
    const lines = [
      ...(message === '' ? [] : [message]),
      ...why,
      `How to check: ${check}`,
      waysOutLine(checked, file, report),
    ]
    return { name: id, outcome: 'failure', message: `${title} (${severity})`, lines, location }
  })
}

function caseLines(
  { name, outcome, message, lines, location }: TestCase,
  suite: string,
  options: CheckReportOptions,
): string[] {
  const place = {
    file: location ? repositoryPath(location.file, options) : suite,
    ...(location && { line: String(location.line) }),
  }
  const opening = `    <testcase${attributes({ name, classname: suite, ...place, time: '0' })}`
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
