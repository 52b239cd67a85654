/** The report a consultant hands over and a client reads on its own: what was found, what to do, and how to take it. */
import type { Assessment, ElementScore, Finding, Improvement } from '../../types/assessment.ts'
import { listWords } from '../../util/show.ts'
import { concernedElements } from '../concerned-elements.ts'
import { declaredText, exclusionText, plannedText, tooOldText } from '../coverage-phrases.ts'
import { escapeMarkdown, markdownCode } from '../escape-markdown.ts'
import { countBySeverity, type FindingGroup, groupFindings } from '../group-findings.ts'
import { narrowAssessment } from '../narrow-assessment.ts'
import { counted, placeText } from '../phrases.ts'
import type { ReportOptions } from '../report-options.ts'
import { improvementsSection } from './improvements-section.ts'
import { principlesSection } from './principles-section.ts'
import { saidSection } from './said-section.ts'
import { summarySection } from './summary-section.ts'
import { table } from './table-row.ts'

/** Nothing where there is nothing to read yet. */
function howToReadSection({ coverage, improvements, findings }: Assessment): readonly string[] {
  if (coverage.assessed === 0) return []
  const meanings = [
    ...ofScores,
    ...(improvements.length === 0 ? [] : ofImprovements),
    ...(findings.length === 0 ? [] : ofFindings),
  ]
  return ['## How to read this', meanings.map(([word, meaning]) => `- **${word}** ${meaning}`).join('\n')]
}

type Meaning = readonly [word: string, meaning: string]

const ofScores: readonly Meaning[] = [
  [
    'Level',
    'runs from 0 (nothing is done) to 5 (done, measured and made better); of several elements it is the mean by weight.',
  ],
  ['Between', 'is what the level can still become, whatever is not assessed yet.'],
  ['Evidenced', 'is the level that the evidence cited carries.'],
  [
    'Target',
    'is the level that somebody chose to reach, and *gap* is how many levels are missing to it. *To target* is how much of what the targets ask is there; going beyond one does not make up for falling short of another.',
  ],
  ['Spread', 'is how far apart the levels in a mean lie: the larger it is, the less the mean tells.'],
]

const ofImprovements: readonly Meaning[] = [
  ['Effort', 'is in person-days, the most likely figure first and then what is possible.'],
  [
    'Priority',
    'orders the improvements. It is gain x leverage x urgency / effort: *gain* is what an improvement brings of the way to target, *leverage* is 1 and grows with what waits for it, *urgency* is 1 and grows with the findings it closes.',
  ],
]

const ofFindings: readonly Meaning[] = [
  [
    'Findings',
    'are *high*, *medium* or *low* by how bad they are if they are right, and *firm*, *likely* or a *hint* by how sure that is. What is *waived* or *planned* was accepted or dated by the organization.',
  ],
]

/** Findings grouped by rule: what was concluded from where, why it matters, what else it could be, and how to check. */
interface FindingsOptions {
  readonly heading: string
  readonly about: string
  /** Every place of every rule. */
  readonly all: boolean
  /** All of them, shown or not: which one closes a finding. */
  readonly improvements: readonly Improvement[]
  /** Those that the report shows. */
  readonly shown: readonly Improvement[]
  /** For the names of elements. */
  readonly assessment: Assessment
}

/** Places shown of each rule where not all are. */
const each = 10

function findingsSection(findings: readonly Finding[], options: FindingsOptions): readonly string[] {
  if (findings.length === 0) return []
  const groups = groupFindings(findings)
  const count = `${counted(findings.length, 'finding')} of ${counted(groups.length, 'rule')} (${countBySeverity(findings)}).`
  return [
    `## ${options.heading}`,
    `${options.about} ${count}`,
    ...groups.flatMap((group) => groupBlocks(group, options)),
  ]
}

function groupBlocks(group: FindingGroup, options: FindingsOptions): string[] {
  const { severity, confidence, title, findings, why, do: todo, rule } = group
  const shown = options.all ? findings : findings.slice(0, each)
  const rest = findings.length - shown.length
  const { otherwise, check } = findings[0]
  const notes: (readonly [label: string, text: string])[] = [
    ['Why it matters', why],
    ['Another explanation', otherwise],
    ['How to check', check],
    ['What to do', todo ?? ''],
    ['Closed by', closedBy(findings, options)],
  ]
  return [
    `### ${escapeMarkdown(title)} (${severity}, ${confidence})`,
    [
      ...shown.map((finding) => findingItem(finding, options.assessment)),
      ...(rest === 0 ? [] : [`- and ${rest} more`]),
    ].join('\n'),
    ...notes.filter(([, text]) => text !== '').map(([label, text]) => `*${label}*: ${escapeMarkdown(text)}`),
    `*Rule*: ${markdownCode(rule)}`,
  ]
}

/** The improvements that close all of them, where these are few enough to name. */
function closedBy(findings: readonly Finding[], { improvements, shown }: FindingsOptions): string {
  const closing = findings.map(({ id }) => improvements.filter(({ closes }) => closes.includes(id)))
  const known = [...new Set(closing.flat())].sort((a, b) => a.rank - b.rank)
  if (known.length === 0 || known.length > 3 || closing.some((found) => found.length === 0)) return ''
  return listWords(
    known.map((improvement) => {
      const { rank, element, title } = improvement
      const where = shown.includes(improvement) ? '' : ' (not among those shown; --all shows it)'
      return `improvement ${rank}, ${element} ${title}${where}`
    }),
    closing.some((found) => found.length > 1) ? 'or' : 'and',
  )
}

function findingItem(finding: Finding, assessment: Assessment): string {
  const { message, location, waived, waiver, planned } = finding
  const concerned = concernedElements(finding, assessment)
  const text = concerned === '' ? message : `${message} ${concerned}`
  const state = [
    ...(waived
      ? [
          waiver
            ? escapeMarkdown(`waived until ${waiver.until} by ${waiver.owner}: ${waiver.reason}`)
            : 'waived',
        ]
      : []),
    ...(planned ? ['planned'] : []),
  ]
  const place = location ? ` (${markdownCode(placeText(location))})` : ''
  return `- ${escapeMarkdown(text)}${state.length === 0 ? '' : ` *${state.join('; ')}*`}${place}`
}

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

/** The end of the report: every element, how much was assessed, and how the numbers came about. */
function elementsSection({ scores }: Assessment): readonly string[] {
  const number = (value: number | null) => (value === null ? '-' : String(value))
  const rows = scores.elements.map((element) => [
    escapeMarkdown(element.id),
    escapeMarkdown(element.title),
    stateText(element),
    ...[element.level, element.evidenced, element.target, element.gap].map(number),
  ])
  const head = ['Element', 'Title', 'State', 'Level', 'Evidenced', 'Target', 'Gap']
  return ['## Elements', table(head, 'lllrrrr', rows)]
}

function stateText({ state, declined }: ElementScore): string {
  return declined ? 'declined' : state.replace('-', ' ')
}

function coverageSection(assessment: Assessment): readonly string[] {
  const { coverage, scores } = assessment
  const { elements, inScope, assessed } = coverage
  const row = (label: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`- ${label}: ${ids.map(escapeMarkdown).join(', ')}`]
  return [
    '## Coverage',
    [
      `- ${assessed} of ${counted(inScope, 'element')} in scope assessed; the guidance has ${elements}.`,
      ...row('Not assessed', coverage.notAssessed),
      ...exclusions(scores.elements),
      ...row(
        'Planned',
        coverage.planned.map((id) => plannedText(id, assessment)),
      ),
      ...openText(assessment).map((text) => `- ${text}`),
    ].join('\n'),
  ]
}

function openText({ coverage, outcomes, notEvaluated }: Assessment): string[] {
  if (outcomes.notEvaluated === 0) return []
  if (coverage.assessed === 0)
    return [
      'Nothing is assessed yet, so there is hardly anything to conclude from. The first answers will show the first gaps.',
    ]
  const rules = new Set(notEvaluated.map(({ rule }) => rule)).size
  const [are, they] = outcomes.notEvaluated === 1 ? ['is', 'it'] : ['are', 'they']
  return [
    `${counted(outcomes.notEvaluated, 'conclusion')} of ${counted(rules, 'rule')} ${are} open, because something ${they} read was not assessed.`,
  ]
}

/** An exclusion is worth as much as its reason. */
function exclusions(elements: readonly ElementScore[]): string[] {
  const declined = elements.filter((element) => element.declined)
  const out = elements.filter(({ state }) => state === 'not-applicable')
  return [
    ...out.map((element) => `- Not applicable: ${excluded(element)}`),
    ...declined.map((element) => `- Declined, counted as level 0: ${excluded(element)}`),
  ]
}

function excluded(element: ElementScore): string {
  const { id, title, notApplicable } = element
  const name = escapeMarkdown(`${id} ${title}`)
  if (!notApplicable) return name
  const how = exclusionText(element)
  return `${name}${how === '' ? '' : ` (${how})`}: ${escapeMarkdown(notApplicable.reason)}`
}

function methodSection(assessment: Assessment): readonly string[] {
  const { framework, targets, evidence, tool, input } = assessment
  const looked = evidence === 'declared' ? declaredText : 'The files named as evidence were checked.'
  const pack = `${framework.id}:${framework.edition}, pack ${framework.packVersion}`
  return [
    '## Method and limits',
    [
      '- The measure is guidance, which recommends and does not oblige. Where this report says gap, it means the distance to a target that somebody chose. Not every organization needs to be at 5.',
      `- Targets used: ${escapeMarkdown(targets.text)}.`,
      '- A level is what the organization says of itself, or what follows from its answers to criteria. A score is the mean of the levels assessed, weighted by how much each element serves the principle.',
      `- ${[looked, escapeMarkdown(tooOldText(assessment))].join(' ').trim()}`,
      '- What is not assessed is neither good nor bad: it widens the range a level can have and leaves conclusions open. Where too little is assessed, no level is stated.',
      '- Improvements are ranked by gain x leverage x urgency / effort. Effort is an estimate for planning conversations, not an offer. A ranking is a first answer, not a plan: it knows neither budget nor promises.',
      '- Findings are conclusions from what was described. Each names another possible explanation, and how to check.',
      `- Made by ${tool.name} ${escapeMarkdown(tool.version)} with ${escapeMarkdown(pack)} from ${escapeMarkdown(input.file)} (SHA-256 ${input.sha256.slice(0, 12)}). The same input gives the same report.`,
    ].join('\n'),
  ]
}
