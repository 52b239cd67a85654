/** The documents of `assess`: one screen, the full result in a terminal, and the report to hand over. */
import type { Assessment } from '../../types/assessment.ts'
import {
  type Block,
  code,
  type Document,
  definitions,
  levelText,
  list,
  paragraph,
  section,
  type Text,
  table,
} from '../document.ts'
import { findingsWorthReading } from '../findings.ts'
import { narrowAssessment } from '../narrow-assessment.ts'
import { placeText } from '../phrases.ts'
import type { ReportOptions } from '../report-options.ts'
import { writeTerminal } from '../terminal/write-terminal.ts'
import { writeMarkdown } from '../write-markdown.ts'
import { declaredText, limits, tooOldText } from './phrases.ts'
import {
  coverageSection,
  type Depth,
  descriptionSection,
  elementsSection,
  findingsSection,
  improvementsSection,
  principlesSection,
} from './sections.ts'
import {
  briefDocument,
  levelChart,
  narrowedNote,
  nextBlocks,
  summaryBlocks,
  summaryDocument,
  verdictText,
} from './summary.ts'

export function renderTerminal(assessment: Assessment, options: ReportOptions): string {
  const { detail = 'summary', all } = options
  const document =
    all || detail === 'full'
      ? fullDocument(assessment, options)
      : detail === 'brief'
        ? briefDocument(assessment, options)
        : summaryDocument(assessment, options)
  return writeTerminal(document, options)
}

export function renderMarkdown(assessment: Assessment, options: Partial<ReportOptions> = {}): string {
  return writeMarkdown(reportDocument(assessment, options))
}

/** For a terminal: the summary's verdict and levels, then every section. */
function fullDocument(assessment: Assessment, options: ReportOptions): Document {
  const { all, top = 5, principle, names, next } = options
  const narrowed = narrowAssessment(assessment, principle)
  const depth: Depth = { all, top, each: 3, inline: true, names }
  const { framework, asOf, targets } = assessment
  return {
    title: null,
    blocks: [
      ...paragraph(verdictText(assessment, options), 'lead'),
      ...paragraph(
        `As of ${asOf}, by ${framework.title}. Targets: ${targets.text}. ${limits(assessment)}`.trim(),
        'note',
      ),
      ...narrowedNote(narrowed, principle),
      ...levelChart(narrowed),
      ...principlesSection(narrowed, principle === undefined, true),
      ...improvementsSection(narrowed, assessment, depth),
      ...bothFindingsSections(narrowed, assessment, depth),
      ...(all && principle === undefined ? elementsSection(assessment) : []),
      ...coverageSection(assessment, all),
      ...nextBlocks(next),
    ],
  }
}

function bothFindingsSections(narrowed: Assessment, whole: Assessment, depth: Depth): Block[] {
  const findings = findingsWorthReading(narrowed, depth.names?.plainGap)
  const kind = (wanted: 'gap' | 'lint') => findings.filter(({ category }) => category === wanted)
  return [
    ...findingsSection(
      'Findings',
      'Contradictions and gaps in practice, worst first.',
      kind('gap'),
      whole,
      depth,
    ),
    ...findingsSection(
      'Evidence and consistency',
      'About the description, not the practice.',
      kind('lint'),
      whole,
      depth,
    ),
  ]
}

/** To hand over: a page of summary and a table of contents, then everything, with technical details in an appendix. */
function reportDocument(assessment: Assessment, options: Partial<ReportOptions>): Document {
  const { all = false, top = 10, principle, names, standings } = options
  const narrowed = narrowAssessment(assessment, principle)
  const depth: Depth = { all, top, each: 10, inline: false, names }
  const { organization, framework, asOf } = assessment
  const { kind, size, sector, country } = organization
  const about = [kind, `${size} size`, sector, country].filter((part) => part !== undefined)
  const summary = { next: [], ...(names && { names }), ...(principle !== undefined && { principle }) }
  return {
    title: `Gap assessment: ${organization.name}`,
    blocks: [
      ...paragraph(`As of ${asOf}, by ${framework.title}. Organization: ${about.join(', ')}.`),
      ...section('Summary', [...summaryBlocks(assessment, summary), ...paragraph(limits(assessment))]),
      ...section('Contents', [{ type: 'contents' }]),
      ...principlesSection(narrowed, principle === undefined, false),
      ...improvementsSection(narrowed, assessment, depth),
      ...bothFindingsSections(narrowed, assessment, depth),
      ...(principle === undefined ? elementsSection(assessment) : []),
      ...coverageSection(assessment, true),
      ...(all && principle === undefined && standings ? descriptionSection(assessment, standings) : []),
      ...readingSection(narrowed),
      ...methodSection(assessment),
      ...appendix(narrowed, depth),
    ],
  }
}

/** What the words of the report mean; nothing where there is nothing to read yet. */
function readingSection({ coverage, improvements, findings, scores }: Assessment): Block[] {
  if (coverage.assessed === 0) return []
  const withheld = [scores.overall, ...scores.principles.map(({ score }) => score)].some(
    ({ withheld: is }) => is,
  )
  const meanings: (readonly [string, Text])[] = [
    [
      'Level',
      '0 (nothing is done) to 5 (done, measured and improved); for several elements, their weighted mean.',
    ],
    [
      'Range',
      withheld
        ? 'what the level can still become; where too few elements are assessed, only the range is given.'
        : 'what the level can still become, whatever the missing answers are.',
    ],
    ['Evidenced', 'the level that the evidence supports.'],
    ['Target', 'the level that the organization chose, or that fits its kind and size.'],
    [
      'To target',
      'how much of what the targets ask is in place; exceeding one target does not make up for missing another.',
    ],
    ['Spread', 'how far apart the levels in a mean are (standard deviation).'],
  ]
  const ofImprovements: (readonly [string, Text])[] = [
    ['Effort', 'in person-days: the most likely figure, then the range. A rough estimate for planning.'],
    ['Gain', 'the share of the way to all targets that the improvement covers.'],
  ]
  const ofFindings: (readonly [string, Text])[] = [
    [
      'Findings',
      'are high, medium or low by how bad they are if true, and firm, likely or a hint by how certain that is. Waived or planned findings were accepted or scheduled by the organization.',
    ],
  ]
  return section(
    'How to read this report',
    definitions([
      ...meanings,
      ...(improvements.length === 0 ? [] : ofImprovements),
      ...(findings.length === 0 ? [] : ofFindings),
    ]),
  )
}

function methodSection(assessment: Assessment): Block[] {
  const { framework, targets, evidence, tool, input, scores } = assessment
  const pack = `${framework.id}:${framework.edition}, pack ${framework.packVersion}`
  const checked = evidence === 'declared' ? declaredText : 'The files named as evidence were checked.'
  return section(
    'Method and limits',
    list([
      'The reference is guidance, which recommends and does not require. A gap in this report is the distance to a chosen target. Not every organization needs level 5.',
      `Targets: ${targets.text}; on average ${levelText(scores.overall.target)}.`,
      'A level is what the organization says about itself, or follows from its answers to criteria. A score is the mean of the assessed levels, weighted by how much each element serves the principle.',
      [checked, tooOldText(assessment)].join(' ').trim(),
      'What is not assessed is neither good nor bad: it widens the range and leaves checks open. Where too little is assessed, no level is given.',
      'The order of the improvements is a first answer, not a plan: it knows no budget and no commitments.',
      'Findings are conclusions from the description. Each names another possible explanation and how to check it.',
      [
        'Made by ',
        `${tool.name} ${tool.version} with ${pack} from `,
        code(input.file),
        ` (SHA-256 ${input.sha256.slice(0, 12)}). The same input gives the same report.`,
      ],
    ]),
  )
}

/** For whoever edits the description or repeats the assessment: locations, rule ids, how the order came about, options. */
function appendix(assessment: Assessment, { all, top, names }: Depth): Block[] {
  const { improvements } = assessment
  const shown = all ? improvements : improvements.slice(0, top)
  const rest = improvements.length - shown.length
  return section('Appendix: technical details', [
    ...section(
      'Where the findings come from',
      table(
        [
          { head: 'Finding', type: 'text' },
          { head: 'Rule', type: 'text' },
          { head: 'Location', type: 'text' },
        ],
        findingsWorthReading(assessment, names?.plainGap).map(({ id, title, location }) => [
          title,
          [code(id)],
          location ? [code(placeText(location))] : '',
        ]),
      ),
    ),
    ...section(
      'How the improvements are ordered',
      table(
        [
          { head: '', type: 'number' },
          { head: 'Element', type: 'text' },
          { head: 'Priority', type: 'number' },
          { head: 'Because', type: 'text' },
        ],
        shown.map(({ rank, element, priority, because }) => [
          rank,
          element,
          priority,
          because.map(({ term, value }) => `${term} ${value}`).join(', '),
        ]),
      ),
    ),
    ...paragraph(rest === 0 ? '' : `The first ${top} improvements are shown; --all shows ${rest} more.`),
  ])
}
