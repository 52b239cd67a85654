/** How the improvement of one element got its place in the list. */
import type { Assessment, Improvement } from '../types/assessment.ts'
import { list, pairs, paragraph, type Section, section } from '../types/explanation.ts'
import type { ElementId } from '../types/framework.ts'
import { shownBy } from './explain-element.ts'

/** Nothing where the element is not raised: the summary says why. */
export function improvementSections(id: ElementId, { improvements }: Assessment): Section[] {
  const improvement = improvements.find(({ element }) => element === id)
  if (!improvement) return []
  const { rank, from, to, priority, because, leads, planned } = improvement
  return [
    ...section(
      'Improvement',
      paragraph(
        `Number ${rank} of ${improvements.length}: from level ${from} to ${to}, priority ${priority} = gain x leverage x urgency / effort.`,
      ),
      pairs(...because.map(({ term, value, text }) => [`${term} ${value}`, text] as const)),
      pairs(...links(improvement), ['Usually led by', leads], ['Planned for', planned ?? '']),
    ),
    ...section(
      'Steps',
      ...improvement.steps.flatMap(({ to: level, do: actions, evidence }) => [
        paragraph(`To level ${level}:`),
        list([...actions, ...shownBy(evidence)]),
      ]),
    ),
  ]
}

function links({
  blockedBy,
  assumes,
  lacks,
  unlocks,
  closes,
  opens,
  tiedWith,
}: Improvement): (readonly [string, string])[] {
  return [
    ['Waits for', blockedBy.join(', ')],
    ['Takes as given', assumes.join(', ')],
    ['Does without (declined)', lacks.join(', ')],
    ['Unlocks', unlocks.join(', ')],
    ['Closes', closes.join(', ')],
    ['Opens', opens.join(', ')],
    ['Tied with', tiedWith.join(', ')],
  ]
}
