/** Where one element stands, as the assessment shows it. */
import type { ElementScore } from '../types/assessment.ts'
import type { Description } from '../types/description.ts'
import type { FrameworkElement } from '../types/framework.ts'
import { locateAnswer } from './locate-answer.ts'

export function scoreElement({ id, title }: FrameworkElement, description: Description): ElementScore {
  const standing = description.standings.get(id)!
  const { state, declined, level, lowest, highest, evidenced, target, notApplicable, planned } = standing
  const out = state === 'not-applicable'
  return {
    id,
    title,
    state,
    declined,
    level,
    lowest: out ? null : lowest,
    highest: out ? null : highest,
    evidenced,
    target,
    gap: level === null ? null : Math.max(0, target - level),
    location: locateAnswer(description.root, standing.path) ?? null,
    ...(notApplicable && { notApplicable }),
    ...(planned !== null && { planned }),
  }
}
