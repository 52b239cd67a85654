/** Rules, places and texts of SARIF. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { diagnosticCodes } from '../../diagnostics/diagnostic-codes.ts'
import type { Finding } from '../../types/assessment.ts'
import type { Confidence, Severity } from '../../types/framework.ts'
import type { Location } from '../../types/location.ts'
import { showSafely } from '../../util/show.ts'
import { escapeMarkdown } from '../escape-markdown.ts'
import { type CheckReportOptions, repositoryPath } from './findings.ts'
import { cut } from './text.ts'

export type SarifLevel = 'error' | 'warning' | 'note'

export interface SarifRule {
  readonly id: string
  readonly name: string
  readonly shortDescription: { readonly text: string }
  readonly fullDescription: { readonly text: string }
  readonly help: { readonly text: string; readonly markdown: string }
  readonly defaultConfiguration: { readonly level: SarifLevel }
  readonly properties: {
    readonly tags: readonly string[]
    readonly precision: string
    readonly 'problem.severity': string
  }
}

export const levels: Readonly<Record<Severity, SarifLevel>> = {
  high: 'error',
  medium: 'warning',
  low: 'note',
}
const precisions: Readonly<Record<Confidence, string>> = { firm: 'high', likely: 'medium', hint: 'low' }
const problems: Readonly<Record<SarifLevel, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
}

const wayOut =
  'improve what the finding lacks; or plan it with planned: YYYY-MM-DD in the answer of that element (not for findings about evidence); or accept it until a date with - { finding: ID, reason: ..., owner: ..., until: YYYY-MM-DD } under waivers:. ID is the finding in the properties of the result.'

export function ruleOfFinding(finding: Finding): SarifRule {
  const { rule, title, why, otherwise, check, severity, confidence, category } = finding
  return describe(rule, title, why, levels[severity], precisions[confidence], category, [
    ['Why it matters', why],
    ['Another explanation', otherwise],
    ['How to check', check],
    ['What you can do', wayOut],
  ])
}

export function ruleOfDiagnostic({ code, severity }: Diagnostic): SarifRule {
  const known = Object.hasOwn(diagnosticCodes, code)
    ? diagnosticCodes[code as keyof typeof diagnosticCodes]
    : { title: code, about: code }
  return describe(code, known.title, known.about, severity, 'very-high', 'file', [
    ['What it means', known.about],
  ])
}

function describe(
  id: string,
  title: string,
  about: string,
  level: SarifLevel,
  precision: string,
  tag: string,
  help: readonly (readonly [label: string, text: string])[],
): SarifRule {
  const parts = help.filter(([, text]) => text !== '')
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: sarifText(title, 500) },
    fullDescription: { text: sarifText(about, 500) },
    help: {
      text: parts.map(([label, text]) => `${label}: ${sarifText(text)}`).join('\n'),
      markdown: parts.map(([label, text]) => `**${label}**: ${escapeMarkdown(cut(text, 1000))}`).join('\n\n'),
    },
    defaultConfiguration: { level },
    properties: { tags: ['innovation-management', tag], precision, 'problem.severity': problems[level] },
  }
}

/** `ObjectivesWithoutPlan` for `objectives/without-plan`. */
function nameOf(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, 200)
}

export interface SarifPlace {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }
    readonly region: {
      readonly startLine: number
      readonly startColumn: number
      readonly endLine?: number
      readonly endColumn?: number
    }
  }
}

/** What addresses are relative to: the root of the repository, wherever it is checked out. */
export const sourceRoot = '%SRCROOT%'

/** `file` is where a finding without a place of its own is shown: at the top. */
export function sarifPlace(location: Location | null, file: string, options: CheckReportOptions): SarifPlace {
  return {
    physicalLocation: {
      artifactLocation: { uri: addressOf(location?.file ?? file, options), uriBaseId: sourceRoot },
      region: location
        ? {
            startLine: location.line,
            startColumn: location.column,
            endLine: location.endLine,
            endColumn: location.endColumn,
          }
        : { startLine: 1, startColumn: 1 },
    },
  }
}

function addressOf(file: string, options: CheckReportOptions): string {
  return repositoryPath(file, options)
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percent))
    .join('/')
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/** `limit` holds before escaping. A message may not be empty, and ends with a full stop. */
export function sarifText(text: string, limit = 1000): string {
  const line = showSafely(cut(text, limit)) || '-'
  return `${inert(line)}${/[.!?…]$/.test(line) ? '' : '.'}`
}

/** Braces hold placeholders; square brackets before a round one open a link. */
function inert(text: string): string {
  const bare = text.replace(/[{}]/g, '$&$&')
  return bare.includes('](') ? bare.replace(/[\\[\]]/g, '\\$&') : bare
}
