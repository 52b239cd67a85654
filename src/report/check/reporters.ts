/** The formats a check can be rendered in. A new reporter is one line here. */
import type { CheckReport } from '../../types/check-report.ts'
import { renderBadge, renderBadgeSvg } from './badge.ts'
import type { CheckReportOptions } from './findings.ts'
import { renderGithubCommands } from './github-commands.ts'
import { renderGitlab } from './gitlab.ts'
import { renderCheckJson } from './json.ts'
import { renderJunit } from './junit.ts'
import { renderComment, renderSummary } from './pull-request.ts'
import { renderSarif } from './sarif.ts'
import { renderCheckTerminal } from './terminal.ts'

export interface CheckReporter {
  readonly title: string
  /** Endings of file names, without the first dot; the longest that fits counts. */
  readonly extensions: readonly string[]
  /** The text gives commands to the machine that runs the build, so they must reach it as they are. */
  readonly commands?: true
  /** Pure; the text ends with a line break. */
  render(report: CheckReport, options: CheckReportOptions): string
}

export const checkReporters = {
  terminal: { title: 'Text for a terminal', extensions: ['txt'], render: renderCheckTerminal },
  json: { title: 'The whole check for other programs', extensions: ['json'], render: renderCheckJson },
  sarif: {
    title: 'Findings on lines of code, for code scanning',
    extensions: ['sarif', 'sarif.json'],
    render: renderSarif,
  },
  github: {
    title: 'Annotations on a pull request, for the log of GitHub Actions',
    extensions: ['github.txt'],
    commands: true,
    render: renderGithubCommands,
  },
  summary: { title: 'A job summary in Markdown', extensions: ['summary.md'], render: renderSummary },
  comment: {
    title: 'A comment for a pull request in Markdown',
    extensions: ['comment.md'],
    render: renderComment,
  },
  gitlab: { title: 'Code quality for GitLab', extensions: ['gitlab.json'], render: renderGitlab },
  junit: { title: 'Test results for build servers', extensions: ['junit.xml', 'xml'], render: renderJunit },
  badge: {
    title: 'Data of a badge, for services that draw it',
    extensions: ['badge.json'],
    render: renderBadge,
  },
  svg: { title: 'A badge as a picture', extensions: ['svg'], render: renderBadgeSvg },
} as const satisfies Readonly<Record<string, CheckReporter>>
