/** What is said less than before, and the findings that are no longer there, mended or not. */
import type { CheckReport, FileCheck, GoneFinding } from '../../../types/check-report.ts'
import { escapeMarkdown, markdownCode } from '../../escape-markdown.ts'
import type { CheckReportOptions } from '../check-report-options.ts'
import { cut } from '../cut.ts'
import { fixedWord, unmendedByReason, unmendedTitle, whyGoneTexts } from '../gone-findings-text.ts'
import { lessSaidTexts } from '../less-said-texts.ts'
import { repositoryPath, repositoryPlace } from '../repository-path.ts'
import { capital } from './capital.ts'
import type { Section } from './fit-sections.ts'

export function lessSaidSection({ files }: CheckReport, options: CheckReportOptions): Section {
  const entries = files.flatMap((check) =>
    lessSaidTexts(check, options.all).map(({ text: said, location }) => () => {
      const file = files.length > 1 ? repositoryPath(check.file, options) : undefined
      const place = location ? repositoryPlace(location, options) : file
      return `- ${text(said, 1000)}${place === undefined ? '' : ` (${code(place)})`}`
    }),
  )
  return section('Less is said than before', entries, 'place')
}

export function unmendedSection({ files }: CheckReport, options: CheckReportOptions): Section {
  const entries = files.flatMap((check) =>
    unmendedByReason(check).flatMap(([why, findings]) =>
      findings.map((finding) => () => {
        const needs = finding.missing.map((name) => text(name, 100)).join(', ')
        const reason = `${whyGoneTexts[why]}${needs === '' ? '' : `, needs ${needs}`}`
        return `${goneEntry(finding, check, files.length > 1, options)}: ${reason}`
      }),
    ),
  )
  return section(unmendedTitle, entries, 'finding')
}

export function fixedSection({ files, base }: CheckReport, options: CheckReportOptions): Section {
  const entries = files.flatMap((check) =>
    check.fixed.map((finding) => () => goneEntry(finding, check, files.length > 1, options)),
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
function goneEntry(
  { id, element, title }: GoneFinding,
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
