/**
 * Annotations on the lines of a pull request: workflow commands of GitHub Actions, worst first. GitHub shows ten of each
 * kind for a step; the rest is counted in the last line.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { CheckReport, FileCheck } from '../../types/check-report.ts'
import type { Location } from '../../types/location.ts'
import { listWords, showNumber, showSafely } from '../../util/show.ts'
import { counted } from '../phrases.ts'
import {
  allFindings,
  type CheckReportOptions,
  distinctFiles,
  type FileFinding,
  isSettled,
  repositoryPath,
} from './findings.ts'
import { gateName } from './phrases.ts'
import { relaxedTexts, relaxedTitle } from './relaxed-texts.ts'
import { movedText } from './resolved-phrases.ts'
import { cut } from './text.ts'
import { gateWayOut, waysOutLine } from './ways-out.ts'

const most = 10

export function renderGithubCommands(report: CheckReport, options: CheckReportOptions): string {
  const annotations = annotationsOf(report, options)
  const shown = (['error', 'warning', 'notice'] as const).flatMap((kind) =>
    annotations.filter((annotation) => annotation.kind === kind).slice(0, most),
  )
  const hidden = annotations.length - shown.length
  return [
    ...shown.map(command),
    summaryLine(report),
    ...(hidden > 0 ? [`… and ${showNumber(hidden)} more in the job summary`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

/** Errors of a configuration or a baseline, for which nothing was checked, at their lines. */
export function renderGithubDiagnostics(diagnostics: readonly Diagnostic[], file: string): string {
  return diagnostics
    .map(({ severity, code, message, hint, location }) =>
      command(
        annotation(severity, file, location ?? null, code, message, ...(hint === undefined ? [] : [hint])),
      ),
    )
    .map((line) => `${line}\n`)
    .join('')
}

function command({ kind, path, location, title, message }: Annotation): string {
  const { line, column, endLine, endColumn } = location ?? { line: 1, column: 1, endLine: 1, endColumn: 1 }
  // Columns mean something only within one line.
  const columns = location && line === endLine ? { col: column, endColumn } : {}
  const properties = Object.entries({ file: path, line, endLine, ...columns, title })
    .map(([name, value]) => `${name}=${escapeGithubProperty(String(value))}`)
    .join(',')
  return `::${kind} ${properties}::${escapeGithubMessage(message)}`
}

/** Nothing from a file stands in it. */
function summaryLine({ files, passed }: CheckReport): string {
  const count = (wanted: string) => files.filter(({ status }) => status === wanted).length
  const parts = (['passed', 'failed', 'invalid', 'unreadable'] as const)
    .map((status) => [count(status), status] as const)
    .filter(([number]) => number > 0)
    .map(([number, status]) => `${number} ${status}`)
  const told = files.length === 1 && (files[0]!.status === 'passed' || files[0]!.status === 'failed')
  const which = told || parts.length === 0 ? '' : `: ${listWords(parts)}`
  return `Check ${passed ? 'passed' : 'failed'}, ${counted(files.length, 'file')}${which}`
}

/** What a pull request should show on its lines: what fails the check, what is wrong with files, what got worse. */
interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice'
  readonly path: string
  readonly location: Location | null
  readonly title: string
  /** Each line of it on one line of its own. */
  readonly message: string
}

/** Worst first within each kind. What stood there before and fails nothing is left out, as nobody changed it. */
function annotationsOf(report: CheckReport, options: CheckReportOptions): Annotation[] {
  const path = (file: string) => repositoryPath(file, options)
  const compared = report.base.kind !== 'none'
  const { name, deleted = [], deletedFails } = report.base
  return [
    ...deleted.map((file) =>
      annotation(
        deletedFails ? 'error' : 'warning',
        path(file),
        null,
        'Description deleted',
        `It is a practice description in ${name} and no longer exists`,
      ),
    ),
    ...relaxedTexts(report).map(({ file, text, location }) =>
      annotation(
        'warning',
        path(location?.file ?? file ?? report.files[0]?.file ?? 'ims-gap.config.yaml'),
        location,
        relaxedTitle,
        text,
      ),
    ),
    ...distinctFiles(report, options).flatMap((check) => [
      ...fileAnnotations(check, path),
      ...gateAnnotations(check, path),
    ]),
    ...allFindings(report, options)
      .filter((checked) => checked.fails || (!isSettled(checked) && (!compared || gotWorse(checked))))
      .map((checked) => findingAnnotation(checked, path, report)),
  ]
}

function gotWorse({ status }: FileFinding): boolean {
  return status === 'new' || status === 'worse'
}

function fileAnnotations(
  { file, status, message, diagnostics, gates }: FileCheck,
  path: (file: string) => string,
): Annotation[] {
  // A waiver that has expired fails a gate, which says the same on the same line.
  const said = new Set(gates.filter(({ passed }) => !passed).map(({ text }) => text))
  return [
    ...(status === 'unreadable'
      ? [annotation('error', path(file), null, 'File cannot be read', message ?? 'It cannot be read')]
      : []),
    ...diagnostics
      .filter(({ message: text }) => !said.has(text))
      .map(({ severity, code, message: text, hint, location }) =>
        annotation(
          severity,
          path(location?.file ?? file),
          location ?? null,
          code,
          ...(hint === undefined ? [text] : [text, hint]),
        ),
      ),
  ]
}

/** Gates that fail because of findings are seen there; the others have no line but their own. */
function gateAnnotations({ file, gates }: FileCheck, path: (file: string) => string): Annotation[] {
  return gates
    .filter(({ passed, findings }) => !passed && findings.length === 0)
    .map((gate) => {
      const { text, location } = gate
      const title = `Gate on ${gateName(gate)} not met`
      const help = gateWayOut(gate)
      return annotation(
        'error',
        path(location?.file ?? file),
        location,
        title,
        text,
        ...(help === '' ? [] : [`What you can do: ${help}`]),
      )
    })
}

function findingAnnotation(
  checked: FileFinding,
  path: (file: string) => string,
  report: CheckReport,
): Annotation {
  const { finding, file, fails, status } = checked
  const { severity, title, message, check, location, rule } = finding
  const kind = fails ? 'error' : severity === 'low' ? 'notice' : 'warning'
  const moved = status === 'worse' ? ` (${movedText(checked)})` : ''
  return annotation(
    kind,
    path(location?.file ?? file),
    location,
    `${title} (${severity}${status === null ? '' : `, ${status}`})`,
    `${message || title}${moved}`,
    `How to check: ${check}`,
    ...(fails ? [waysOutLine(checked, path(file), report)] : []),
    `Rule: ${rule}`,
  )
}

function annotation(
  kind: Annotation['kind'],
  path: string,
  location: Location | null,
  title: string,
  ...lines: readonly string[]
): Annotation {
  return {
    kind,
    path,
    location,
    title: cut(title, 200),
    message: lines.map((line) => cut(line, 1000)).join('\n'),
  }
}

/** The message after the second `::`; line breaks in it are meant. */
export function escapeGithubMessage(text: string): string {
  return text.split('\n').map(showSafely).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A')
}

/** The value of a property, on one line. */
export function escapeGithubProperty(text: string): string {
  return escapeGithubMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
