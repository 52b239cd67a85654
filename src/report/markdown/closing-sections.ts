/** The end of the report: every element, how much was assessed, and how the numbers came about. */
import type { Assessment, ElementScore } from '../../types/assessment.ts'
import { declaredText, exclusionText, plannedText, tooOldText } from '../coverage-phrases.ts'
import { escapeMarkdown } from '../escape-markdown.ts'
import { counted } from '../phrases.ts'
import { table } from './table-row.ts'

export function elementsSection({ scores }: Assessment): readonly string[] {
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

export function coverageSection(assessment: Assessment): readonly string[] {
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

export function methodSection(assessment: Assessment): readonly string[] {
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
