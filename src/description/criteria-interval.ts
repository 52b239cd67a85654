/** Between which levels an element can stand, given the answers to its criteria. */
import type { CriterionAnswer, Organization } from '../types/description.ts'
import type { FrameworkElement, Level } from '../types/framework.ts'
import { isFor } from './audience.ts'

export interface Interval {
  readonly lowest: Level
  readonly highest: Level
}

/**
 * `lowest` is the highest level with every criterion up to it met, `highest` the highest with none unmet up to it. Where
 * everything asked for level 2 is met, level 1 is implied: it says that something is done at all.
 * What is not asked of this organization, or answered `not-applicable`, is left out; `undefined` where that leaves nothing.
 */
export function criteriaInterval(
  { criteria }: FrameworkElement,
  answers: ReadonlyMap<string, CriterionAnswer>,
  organization: Pick<Organization, 'kind' | 'size'>,
): Interval | undefined {
  const asked = criteria.filter(
    ({ id, notFor }) =>
      answers.get(id) !== 'not-applicable' && !notFor.some((audience) => isFor(audience, organization)),
  )
  if (asked.length === 0) return undefined
  const isMet = ({ id }: (typeof asked)[number]) => answers.get(id) === 'yes'
  const second = asked.filter(({ level }) => level === 2)
  const implied = second.length > 0 && second.every(isMet)
  let lowest = 5
  let highest = 5
  for (const { id, level } of asked) {
    if (implied && level === 1) continue
    const answer = answers.get(id)
    if (answer !== 'yes') lowest = Math.min(lowest, level - 1)
    if (answer === 'partly' || answer === 'no') highest = Math.min(highest, level - 1)
  }
  return { lowest: lowest as Level, highest: highest as Level }
}
