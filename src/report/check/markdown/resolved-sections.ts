/** Weakened answers, and findings that are no longer reported, fixed or not. */
import type { CheckReport, FileCheck, ResolvedFinding } from '../../../types/check-report.ts'
import { escapeMarkdown, markdownCode } from '../../escape-markdown.ts'
import type { CheckReportOptions } from '../check-report-options.ts'
import { cut } from '../cut.ts'
import { repositoryPath, repositoryPlace } from '../repository-path.ts'
import { fixedFindings, fixedWord, notFixedByReason, notFixedTitle } from '../resolution-text.ts'
import { weakenedTexts } from '../weakened-texts.ts'
import { capital } from './capital.ts'
import type { Section } from './fit-sections.ts'

export function weakenedSection({ files }: CheckReport, options: CheckReportOptions): Section {
  const entries = files.flatMap((check) =>
    weakenedTexts(check, options.all).map(({ text: said, location }) => () => {
      const file = files.length > 1 ? repositoryPath(check.file, options) : undefined
      const place = location ? repositoryPlace(location, options) : file
      return `- ${text(said, 1000)}${place === undefined ? '' : ` (${code(place)})`}`
    }),
  )
  return section('Answers removed or lowered', entries, 'place')
}

export function notFixedSection({ files }: CheckReport, options: CheckReportOptions): Section {
  const entries = files.flatMap((check) =>
    notFixedByReason(check).flatMap(([why, findings]) =>
      findings.map((finding) => () => {
        const needs = finding.missing.map((name) => text(name, 100)).join(', ')
        const reason = `${why}${needs === '' ? '' : `, needs ${needs}`}`
        return `${entry(finding, check, files.length > 1, options)}: ${reason}`
      }),
    ),
  )
  return section(notFixedTitle, entries, 'finding')
}

export function fixedSection({ files, base }: CheckReport, options: CheckReportOptions): Section {
  const entries = files.flatMap((check) =>
    fixedFindings(check).map((finding) => () => entry(finding, check, files.length > 1, options)),
  )
  return section(capital(fixedWord(base)), entries, 'finding')
}

function section(title: string, entries: readonly (() => string)[], noun: string): Section {
  return {
    heading: `### ${title} (${entries.length})`,
    lead: '',
    count: entries.length,
    entry: (index) => entries[index]!(),
    noun,
  }
}

/** `- Objectives without a plan: 6.2.2 Planning … (`org.yaml`, `objectives/without-plan@6.2.2`)` */
function entry(
  { id, element, title }: ResolvedFinding,
  { file, assessment }: FileCheck,
  isOneOfMany: boolean,
  options: CheckReportOptions,
): string {
  const known = assessment?.scores.elements.find((each) => each.id === element)
  const about = [title, known && `${known.id} ${known.title}`].filter((part) => part !== undefined).join(': ')
  const place = isOneOfMany ? [code(repositoryPath(file, options))] : []
  if (about === '') return `- ${[code(id), ...place.map((path) => `(${path})`)].join(' ')}`
  return `- ${text(about, 300)} (${[...place, code(id)].join(', ')})`
}

function code(value: string): string {
  return markdownCode(cut(value, 300))
}

function text(value: string, limit: number): string {
  return escapeMarkdown(cut(value, limit))
}
