/**
 * Annotations on the lines of a pull request: workflow commands of GitHub Actions, worst first. GitHub shows ten of each
 * kind for a step; the rest is counted in the last line.
 */
import type { CheckReport } from '../../types/check-report.ts'
import { listWords, showNumber } from '../../util/show.ts'
import { counted } from '../phrases.ts'
import { type Annotation, annotationsOf } from './annotations.ts'
import type { CheckReportOptions } from './check-report-options.ts'
import { escapeGithubMessage, escapeGithubProperty } from './escape-github.ts'

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
