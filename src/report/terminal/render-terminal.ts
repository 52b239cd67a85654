/** The report a person reads first: verdict, principles, what to do, findings, coverage, where to go on. */
import type { Assessment, ElementScore } from '../../types/assessment.ts'
import { personDays, showDays } from '../../util/person-days.ts'
import { declaredText, exclusionText, kindText, plannedText, tooOldText } from '../coverage-phrases.ts'
import { countBySeverity } from '../group-findings.ts'
import { narrowAssessment } from '../narrow-assessment.ts'
import { counted, fixed } from '../phrases.ts'
import type { ReportOptions } from '../report-options.ts'
import { totalEffort } from '../total-effort.ts'
import { verdictAfterName } from '../verdict.ts'
import { whole } from '../wrap-text.ts'
import { renderColumns } from './columns.ts'
import { displayWidth } from './display-width.ts'
import { findingLines } from './findings.ts'
import { improvementLines } from './improvements.ts'
import { type Page, pageFor } from './page.ts'
import { principleLines } from './principles.ts'

/** Every element with its level, what the evidence carries, and its target. */
function elementLines({ scores }: Assessment, page: Page): string[] {
  if (page.narrow) {
    return scores.elements.flatMap((element) =>
      page.wrap(`${element.id} ${page.text(element.title, 80)}: ${sentence(element)}`, '  ', '    '),
    )
  }
  const ids = Math.max(7, ...scores.elements.map(({ id }) => displayWidth(id)))
  const room = page.width - ids - numbersWidth
  const rows = scores.elements.flatMap((element) => {
    const { id, title, level, evidenced, target, gap } = element
    const [first = '', ...more] = page.wrapTo(named(page.text(title, 80), element), room)
    return [
      [id, first, text(level), text(evidenced), text(target), text(gap)],
      ...more.map((rest) => ['', rest]),
    ]
  })
  return renderColumns(
    [
      { head: 'Element', align: 'left' },
      { head: 'Title', align: 'left' },
      { head: 'Level', align: 'right' },
      { head: 'Evidenced', align: 'right' },
      { head: 'Target', align: 'right' },
      { head: 'Gap', align: 'right' },
    ],
    rows,
    page.glyphs.rule,
  )
}

/** Level, evidenced, target, gap, and the spaces between all columns. */
const numbersWidth = 5 + 9 + 6 + 3 + 5 * 2

function text(value: number | null): string {
  return value === null ? '-' : String(value)
}

function state({ state: now, declined }: ElementScore): string {
  if (declined) return 'declined'
  return now === 'assessed' ? '' : now.replace('-', ' ')
}

function named(title: string, element: ElementScore): string {
  const label = state(element)
  return label === '' ? title : `${title} (${label})`
}

function sentence(element: ElementScore): string {
  const { level, evidenced, target, gap } = element
  const label = state(element)
  if (level === null) return label
  return `level ${level}, evidenced ${text(evidenced)}, target ${target}, gap ${text(gap)}${label === '' ? '' : `, ${label}`}`
}

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

/** How much was assessed, and which conclusions could not be drawn for want of what. */
function coverageLines(assessment: Assessment, all: boolean, page: Page): string[] {
  const { coverage, evidence, scores } = assessment
  const { elements, inScope, assessed } = coverage
  const row = (label: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : page.wrap(`${label}: ${listed(ids, all ? ids.length : 20, page)}`, '  ', '    ')
  const out = scores.elements.filter(({ state }) => state === 'not-applicable')
  const declined = scores.elements.filter((element) => element.declined)
  const tooOld = tooOldText(assessment)
  return [
    ...page.wrap(
      `${assessed} of ${counted(inScope, 'element')} in scope assessed, ${elements} in the guidance.`,
      '  ',
    ),
    ...row('Not assessed', coverage.notAssessed),
    ...excluded('Not applicable', out, all, page),
    ...excluded('Declined (counted as level 0)', declined, all, page),
    ...row(
      'Planned',
      coverage.planned.map((id) => plannedText(id, assessment)),
    ),
    ...page.wrap(evidence === 'declared' ? declaredText : 'Files named as evidence were checked.', '  '),
    ...(tooOld === '' ? [] : page.wrap(tooOld, '  ', '    ')),
  ]
}

/** With `all` each on its own line with its reason, else all on one with their kinds. */
function excluded(label: string, elements: readonly ElementScore[], all: boolean, page: Page): string[] {
  if (elements.length === 0) return []
  const noted = (id: string, note: string) => (note === '' ? id : `${id} (${note})`)
  if (!all) {
    const named = elements.map((element) => noted(element.id, element.declined ? '' : kindText(element)))
    return page.wrap(`${label}: ${listed(named, 20, page)}`, '  ', '    ')
  }
  return elements.flatMap((element) => {
    const reason = element.notApplicable?.reason ?? ''
    const name = noted(`${element.id} ${page.text(element.title, 80)}`, exclusionText(element))
    return page.wrap(`${label}: ${name}${reason === '' ? '' : `: ${page.text(reason)}`}`, '  ', '    ')
  })
}

/** Empty where every conclusion could be drawn: how many could not, and which answers would settle most of them. */
function notEvaluatedLines({ notEvaluated }: Assessment, all: boolean, page: Page): string[] {
  if (notEvaluated.length === 0) return []
  const rules = [...inputsByRule(notEvaluated)]
  const open = `${counted(notEvaluated.length, 'conclusion')} of ${counted(rules.length, 'rule')} ${notEvaluated.length === 1 ? 'is' : 'are'} open: something they read is not assessed, so they count neither for nor against.`
  const inputs = mostWanted(notEvaluated).map(([input, count]) => `${page.text(input, 60)} (${count})`)
  const wanted = inputs.length === 0 ? '' : ` Most wait for ${listed(inputs, all ? inputs.length : 6, page)}.`
  return [
    ...page.wrap(open + wanted, '  '),
    ...(all ? rules : []).flatMap(([rule, missing]) =>
      page.wrap(
        `- ${whole(rule)}: ${Array.from(missing, (input) => page.text(input, 60)).join(', ')}`,
        '  ',
        '    ',
      ),
    ),
  ]
}

/** What is missing, and for how many conclusions; the most often missing first, else in the order met. */
function mostWanted(notEvaluated: Assessment['notEvaluated']): (readonly [input: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const input of notEvaluated.flatMap(({ missing }) => missing)) {
    counts.set(input, (counts.get(input) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)
}

function inputsByRule(notEvaluated: Assessment['notEvaluated']): Map<string, Set<string>> {
  const rules = new Map<string, Set<string>>()
  for (const { rule, missing } of notEvaluated) {
    const inputs = rules.get(rule) ?? new Set()
    for (const input of missing) inputs.add(input)
    rules.set(rule, inputs)
  }
  return rules
}

function listed(words: readonly string[], limit: number, page: Page): string {
  const rest = words.length - limit
  return rest <= 1
    ? words.join(', ')
    : `${words.slice(0, limit).join(', ')} ${page.glyphs.ellipsis} and ${rest} more`
}
