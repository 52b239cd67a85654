/** The report a consultant hands over and a client reads on its own: what was found, what to do, and how to take it. */
import type { Assessment } from '../../types/assessment.ts'
import { escapeMarkdown } from '../escape-markdown.ts'
import { narrowAssessment } from '../narrow-assessment.ts'
import type { ReportOptions } from '../report-options.ts'
import { coverageSection, elementsSection, methodSection } from './closing-sections.ts'
import { findingsSection } from './findings-section.ts'
import { howToReadSection } from './how-to-read-section.ts'
import { improvementsSection } from './improvements-section.ts'
import { principlesSection } from './principles-section.ts'
import { saidSection } from './said-section.ts'
import { summarySection } from './summary-section.ts'

/** Blocks, to be parted by blank lines; empty where there is nothing to say. */
type Blocks = readonly string[]

type Options = Partial<Pick<ReportOptions, 'all' | 'top' | 'principle' | 'ruleTitle' | 'standings'>>

export function renderMarkdown(
  assessment: Assessment,
  { all = false, top = 10, principle, ruleTitle, standings }: Options = {},
): string {
  const narrowed = narrowAssessment(assessment, principle)
  const gaps = narrowed.findings.filter(({ category }) => category === 'gap')
  const lints = narrowed.findings.filter(({ category }) => category === 'lint')
  const { improvements } = assessment
  const shown = narrowed.improvements.slice(0, all ? narrowed.improvements.length : top)
  const findings = { all, improvements, shown, assessment }
  const blocks = [
    ...opening(assessment, narrowed, principle),
    ...howToReadSection(narrowed),
    ...principlesSection(narrowed, principle === undefined),
    ...improvementsSection(narrowed, { shown, whole: assessment, ruleTitle }),
    ...findingsSection(gaps, {
      heading: 'Findings',
      about: 'Conclusions about practice, drawn from one or several answers, worst first.',
      ...findings,
    }),
    ...findingsSection(lints, {
      heading: 'How far the claims can be trusted',
      about: 'These concern the description, not the practice: where a claim rests on little.',
      ...findings,
    }),
    ...(principle === undefined ? elementsSection(assessment) : []),
    ...coverageSection(assessment),
    ...(all && principle === undefined && standings ? saidSection(assessment, standings) : []),
    ...methodSection(assessment),
  ]
  return `${blocks.join('\n\n')}\n`
}

function opening(assessment: Assessment, narrowed: Assessment, principle: string | undefined): Blocks {
  const { organization, framework, asOf } = assessment
  const { name, kind, size, sector, country } = organization
  const about = [kind, `${size} size`, sector, country]
    .filter((part) => part !== undefined)
    .map(escapeMarkdown)
  const title = narrowed.scores.principles[0]?.title ?? principle
  return [
    `# Gap assessment: ${escapeMarkdown(name)}`,
    `As of ${asOf}, by ${escapeMarkdown(framework.title)}. Organization: ${about.join(', ')}.`,
    ...summarySection(assessment),
    ...(principle === undefined
      ? []
      : [
          `This report is narrowed to what concerns ${escapeMarkdown(title!)}; the summary above and the coverage are those of all principles.`,
        ]),
  ]
}
