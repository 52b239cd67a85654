/** The report a person reads first: verdict, principles, what to do, findings, coverage, where to go on. */
import type { Assessment } from '../../types/assessment.ts'
import { personDays, showDays } from '../../util/person-days.ts'
import { countBySeverity } from '../group-findings.ts'
import { narrowAssessment } from '../narrow-assessment.ts'
import { counted, fixed } from '../phrases.ts'
import type { ReportOptions } from '../report-options.ts'
import { totalEffort } from '../total-effort.ts'
import { verdictAfterName } from '../verdict.ts'
import { whole } from '../wrap-text.ts'
import { coverageLines, notEvaluatedLines } from './coverage.ts'
import { elementLines } from './elements.ts'
import { findingLines } from './findings.ts'
import { improvementLines } from './improvements.ts'
import { type Page, pageFor } from './page.ts'
import { principleLines } from './principles.ts'

type Section = readonly [heading: string | null, lines: readonly string[]]

export function renderTerminal(assessment: Assessment, options: ReportOptions): string {
  const page = pageFor(options)
  const { all, principle, top = 5, ruleTitle } = options
  const narrowed = narrowAssessment(assessment, principle)
  const { findings, improvements, coverage } = narrowed
  const gaps = findings.filter(({ category }) => category === 'gap')
  const lints = findings.filter(({ category }) => category === 'lint')
  const everything = { groups: findings.length, each: findings.length, explained: findings.length }
  const whose = principle === undefined ? '' : ', all principles'
  const sections: Section[] = [
    [null, verdictLines(assessment, narrowed, principle, page)],
    ['Principles', coverage.assessed === 0 ? [] : principleLines(narrowed, principle === undefined, page)],
    [
      'What to do first',
      coverage.assessed === 0
        ? []
        : improvementLines(narrowed, assessment, all ? improvements.length : top, ruleTitle, page),
    ],
    [
      'Findings',
      findingLines(gaps, all ? everything : { groups: 6, each: 2, explained: 1 }, assessment, page),
    ],
    [
      'How far the claims can be trusted',
      findingLines(lints, all ? everything : { groups: 3, each: 1, explained: 0 }, assessment, page),
    ],
    ['Elements', all && principle === undefined ? elementLines(assessment, page) : []],
    [`Coverage${whose}`, coverageLines(assessment, all, page)],
    // Where nothing is assessed, everything waits for everything.
    [
      `Not evaluated${whose}`,
      coverage.assessed === 0 && !all ? [] : notEvaluatedLines(assessment, all, page),
    ],
    [null, closingLines(narrowed, principle !== undefined, options.next, page)],
  ]
  return `${sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) =>
      [...(heading === null ? [] : [page.paint.heading(heading.toUpperCase())]), ...lines].join('\n'),
    )
    .join('\n\n')}\n`
}

function verdictLines(
  assessment: Assessment,
  narrowed: Assessment,
  principle: string | undefined,
  page: Page,
): string[] {
  const { organization, framework, asOf, scores } = assessment
  const { lowest, highest, evidenced, spread } = scores.overall
  const verdict = `${page.text(organization.name, 80)} ${page.text(verdictAfterName(assessment))}.`
  const further = [
    ...(evidenced === null
      ? []
      : [`The evidence carries ${fixed(evidenced)}, the levels spread by ${fixed(spread)}`]),
    ...(lowest === highest || scores.overall.withheld
      ? []
      : [`with every element assessed the level would be ${fixed(lowest)} to ${fixed(highest)}`]),
  ].join('; ')
  const basis = `As of ${asOf}, by ${page.text(framework.title, 120)}.${further === '' ? '' : ` ${further}.`}`
  const [shown] = narrowed.scores.principles
  return [
    ...page.wrap(verdict).map(page.paint.bold),
    ...page.wrap(basis).map(page.paint.dim),
    ...(principle === undefined
      ? []
      : page.wrap(`Shown below: only what concerns ${page.text(shown?.title ?? principle, 60)}.`)),
  ]
}

function closingLines(
  { findings, improvements, outcomes, coverage }: Assessment,
  isNarrowed: boolean,
  next: readonly string[],
  page: Page,
): string[] {
  const settled = findings.filter(({ waived, planned }) => waived || planned).length
  const kinds = [countBySeverity(findings), ...(settled === 0 ? [] : [`${settled} waived or planned`])]
  const count =
    findings.length === 0 ? 'No findings' : `${counted(findings.length, 'finding')} (${kinds.join('; ')})`
  const open = `, ${counted(outcomes.notEvaluated, 'open conclusion')}${isNarrowed ? ' of all principles' : ''}`
  const undrawn = outcomes.notEvaluated === 0 ? '' : open
  const nothingYet = coverage.assessed === 0 && coverage.inScope > 0 && findings.length === 0
  const closing = nothingYet
    ? 'Nothing is assessed yet, so there is nothing to conclude. The first answers will show the first gaps.'
    : `${count}, ${counted(improvements.length, 'improvement')}${effortOf(improvements)}${undrawn}.`
  return [
    ...page.wrap(closing).map(page.paint.bold),
    ...(next.length === 0 ? [] : ['Next:', ...next.flatMap((command) => page.wrap(whole(command), '  '))]),
  ]
}

function effortOf(improvements: Assessment['improvements']): string {
  if (improvements.length === 0) return ''
  const { low, likely, high } = totalEffort(improvements)
  return ` (by our judgement ${personDays(likely)} together, ${showDays(low)} to ${showDays(high)} possible)`
}
