/** The end of the report: every element, how much was assessed, and how the numbers came about. */
import type { Assessment, ElementScore } from '../../core/assessment.ts'
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

export function coverageSection({ coverage, outcomes, notEvaluated }: Assessment): readonly string[] {
  const { elements, inScope, assessed } = coverage
  const rows: (readonly [string, readonly string[]])[] = [
    ['Not assessed', coverage.notAssessed],
    ['Not applicable', coverage.notApplicable],
    ['Declined (counted as level 0)', coverage.declined],
    ['Planned', coverage.planned],
  ]
  const rules = new Set(notEvaluated.map(({ rule }) => rule)).size
  return [
    '## Coverage',
    [
      `- ${assessed} of ${counted(inScope, 'element')} in scope assessed; the guidance has ${elements}.`,
      ...rows
        .filter(([, ids]) => ids.length > 0)
        .map(([label, ids]) => `- ${label}: ${ids.map(escapeMarkdown).join(', ')}`),
      ...(outcomes.notEvaluated === 0
        ? []
        : [
            `- ${counted(outcomes.notEvaluated, 'conclusion')} of ${counted(rules, 'rule')} are open, because something they read was not assessed.`,
          ]),
    ].join('\n'),
  ]
}

export function methodSection({ framework, targets, evidence, tool, input }: Assessment): readonly string[] {
  const looked =
    evidence === 'declared'
      ? 'Evidence counts as declared: the files named were not looked at.'
      : 'The files named as evidence were checked.'
  const pack = `${framework.id}:${framework.edition}, pack ${framework.packVersion}`
  return [
    '## Method and limits',
    [
      '- The measure is guidance, which recommends and does not oblige. Where this report says gap, it means the distance to a target that somebody chose. Not every organization needs to be at 5.',
      `- Targets used: ${escapeMarkdown(targets.text)}.`,
      '- A level is what the organization says of itself, or what follows from its answers to criteria. A score is the mean of the levels assessed, weighted by how much each element serves the principle.',
      `- ${looked}`,
      '- What is not assessed is neither good nor bad: it widens the range a level can have and leaves conclusions open. Where too little is assessed, no level is stated.',
      '- Improvements are ranked by gain x leverage x urgency / effort. Effort is an estimate for planning conversations, not an offer. A ranking is a first answer, not a plan: it knows neither budget nor promises.',
      '- Findings are conclusions from what was described. Each names another possible explanation, and how to check.',
      `- Made by ${tool.name} ${escapeMarkdown(tool.version)} with ${escapeMarkdown(pack)} from ${escapeMarkdown(input.file)} (SHA-256 ${input.sha256.slice(0, 12)}). The same input gives the same report.`,
    ].join('\n'),
  ]
}
