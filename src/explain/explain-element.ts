/** Explains an element: what it is about, how its levels show, what proves it, what it waits for and how to raise it. */
import { type Block, type Explanation, list, pairs, paragraph, section } from '../types/explanation.ts'
import type { Effort, ElementTexts, FrameworkElement, Pack } from '../types/framework.ts'
import { personDays, showDays } from '../util/person-days.ts'
import { definitionOf } from './explain-others.ts'
import { mentions } from './mentions.ts'

const kinds = {
  document: 'Document',
  interview: 'Interview',
  record: 'Record of use',
  result: 'Measured result',
} as const

export function explainElement(element: FrameworkElement, { framework, rules, texts }: Pack): Explanation {
  const { elements, rules: ruleTexts, terms } = texts()
  const text = elements[element.id]!
  const titleOf = (id: string) => framework.elements.find((other) => other.id === id)?.title ?? id
  const principle = (id: string) => framework.principles.find((other) => other.id === id)?.title ?? id
  const dependents = framework.elements.filter(({ needs }) =>
    needs.some((need) => need.element === element.id),
  )
  const reading = rules.filter((rule) => mentions(rule.fires, element.id) || rule.about === element.id)
  return {
    kind: 'element',
    id: element.id,
    title: element.title,
    sections: [
      ...section(null, paragraph(text.purpose)),
      ...section('Question to ask', paragraph(text.question)),
      ...section('The word', paragraph(definitionOf(element.title, terms))),
      ...section(
        'Levels',
        pairs(
          ...framework.levels.map(
            ({ level, name }) => [`${level} ${name}`, text.anchors[level] ?? ''] as const,
          ),
        ),
      ),
      ...section(
        'Criteria',
        paragraph(
          'A level is reached when everything up to it is met. Answer with yes, partly, no or not-applicable.',
        ),
        pairs(
          ...element.criteria.map(
            ({ id, notFor }) =>
              [id, `${text.criteria[id]}${notFor.length > 0 ? ` (${audienceNote(notFor)})` : ''}`] as const,
          ),
        ),
      ),
      ...section(
        'Typical evidence',
        ...Object.entries(kinds).flatMap(([kind, label]) =>
          evidenceOf(label, text.evidence[kind as keyof typeof kinds]),
        ),
      ),
      ...section(
        'How to raise it',
        ...element.steps.flatMap((effort, index) => stepBlocks(index + 1, effort, text.steps[index])),
      ),
      ...section(
        'Who and how much',
        paragraph(`Usually led by: ${text.leads}. Person-days are for an organization of medium size.`),
        paragraph(text.softer),
      ),
      ...section(
        'Place in the system',
        pairs(
          [
            'Serves',
            [`${principle(element.main)} mainly`, ...element.also.map((id) => `${principle(id)} also`)].join(
              ', ',
            ),
          ],
          ['Stage', element.stage],
          ['Importance', `${element.importance} of 5`],
          element.foundation
            ? ['Foundation', 'raising most other elements past level 2 waits for this one']
            : undefined,
          element.neverNotApplicable ? ['Scope', 'can never be marked not applicable'] : undefined,
          ['Evidence', `counts for ${element.freshness} months from its date`],
        ),
      ),
      ...section(
        'Needs first',
        pairs(
          ...element.needs.map(
            (need) => [`${need.element} ${titleOf(need.element)}`, text.needs[need.element] ?? ''] as const,
          ),
        ),
      ),
      ...section('Prepares', list(dependents.map(({ id, title }) => `${id} ${title}`))),
      ...section('Rules that read it', list(reading.map(({ id }) => `${id}: ${ruleTexts[id]?.title ?? ''}`))),
    ],
  }
}

/** One kind of evidence: its name and the typical pieces. */
function evidenceOf(label: string, pieces: readonly string[] = []): Block[] {
  return pieces.length === 0 ? [] : [paragraph(`${label}:`), list(pieces)]
}

function stepBlocks(
  level: number,
  { low, likely, high }: Effort,
  step: ElementTexts['steps'][number] | undefined,
): Block[] {
  const days = `To level ${level} (${personDays(likely)} likely, ${showDays(low)} to ${showDays(high)} possible):`
  return [paragraph(days), list([...(step?.do ?? []), ...shownBy(step?.shows ?? [])])]
}

/** What shows that a step is done, as one line, or none. */
export function shownBy(pieces: readonly string[]): string[] {
  return pieces.length === 0 ? [] : [`Shown by: ${pieces.join('; ')}`]
}

function audienceNote(audiences: FrameworkElement['criteria'][number]['notFor']): string {
  const each = audiences.map(({ kind, size }) => [...(size ?? []), ...(kind ?? [])].join(' '))
  return `not asked of: ${each.join(', ')}`
}
