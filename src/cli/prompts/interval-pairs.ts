/** What a scan shows of the result: between which levels each principle lies, never a level of the whole. */
import type { Assessment, Score } from '../../types/assessment.ts'

export function intervalPairs({ scores }: Assessment): (readonly [label: string, text: string])[] {
  return [
    ...scores.principles.map(({ title, score }) => [title, between(score)] as const),
    ['Overall', between(scores.overall)] as const,
  ]
}

function between({ lowest, highest, assessed, inScope }: Score): string {
  const known = `${assessed} of ${inScope} assessed`
  if (lowest === null || highest === null) return 'nothing is in scope'
  return lowest === highest ? `level ${lowest}; ${known}` : `level ${lowest} to ${highest}; ${known}`
}
