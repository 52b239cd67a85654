/** The report a consultant hands over and a client reads on its own: what was found, what to do, and how to take it. */
import type { Assessment } from '../../core/assessment.ts'
import { escapeMarkdown } from '../escape-markdown.ts'
import { narrowAssessment } from '../narrow-assessment.ts'
import type { ReportOptions } from '../report-options.ts'
import { verdictAfterName } from '../verdict.ts'
import { coverageSection, elementsSection, methodSection } from './closing-sections.ts'
import { findingsSection } from './findings-section.ts'
import { improvementsSection } from './improvements-section.ts'
import { principlesSection } from './principles-section.ts'

/** Blocks, to be parted by blank lines; empty where there is nothing to say. */
export type Blocks = readonly string[]

type Options = Partial<Pick<ReportOptions, 'all' | 'top' | 'principle'>>

export function renderMarkdown(
  assessment: Assessment,
  { all = false, top = 10, principle }: Options = {},
): string {
  const narrowed = narrowAssessment(assessment, principle)
  const gaps = narrowed.findings.filter(({ category }) => category === 'gap')
  const lints = narrowed.findings.filter(({ category }) => category === 'lint')
  const blocks = [
    ...opening(assessment, narrowed, principle),
    ...howToRead,
    ...principlesSection(narrowed, principle === undefined),
    ...improvementsSection(narrowed, all ? narrowed.improvements.length : top),
    ...findingsSection(
      'Findings',
      'Conclusions drawn from several answers together, worst first.',
      gaps,
      all,
    ),
    ...findingsSection(
      'How far the claims can be trusted',
      'These concern the description, not the practice: where a claim rests on little.',
      lints,
      all,
    ),
    ...(all && principle === undefined ? elementsSection(assessment) : []),
    ...coverageSection(assessment),
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
    `**${escapeMarkdown(`${name} ${verdictAfterName(assessment)}`)}.**`,
    ...(principle === undefined
      ? []
      : [`This report is narrowed to what concerns ${escapeMarkdown(title!)}.`]),
  ]
}

const howToRead: Blocks = [
  '## How to read this',
  [
    '- Levels run from 0 (absent) to 5 (improving). A level is what the organization says of itself.',
    '- *Between* is what the level could still become, whatever the elements not yet assessed turn out to be; *exact* where all are. *Not enough data* means that too little was assessed to state a level.',
    '- *Evidenced* is the level that the evidence cited can carry.',
    '- *Target* is what was chosen for this organization; *gap* is what is missing to it. Not every organization needs to be at 5.',
  ].join('\n'),
]
