/** Levels along a history as a row of bars. */
import type { Score } from '../../types/assessment.ts'
import type { Trend, TrendPoint } from '../../types/trend.ts'
import type { Glyphs } from '../terminal/glyphs.ts'

/** One scale for all rows, so that they compare: the lowest bar stands for `lowest`, the highest for `highest`. */
export interface Scale {
  readonly lowest: number
  readonly highest: number
}

/** `undefined` where no version states a level. At least half a level wide: what hardly moves must not look as if it did. */
export function scaleOf({ points }: Trend): Scale | undefined {
  const levels = points
    .flatMap(({ overall, principles }) => [overall, ...principles.map(({ score }) => score)])
    .flatMap((score) => (score === null || score.level === null ? [] : [score.level]))
  if (levels.length === 0) return undefined
  const lowest = levels.reduce((least, level) => Math.min(least, level))
  const highest = levels.reduce((most, level) => Math.max(most, level))
  return { lowest, highest: Math.max(highest, lowest + 0.5) }
}

export function sparkline(
  points: readonly TrendPoint[],
  scoreOf: (point: TrendPoint) => Score | null | undefined,
  { lowest, highest }: Scale,
  { bars, withheld, broken }: Glyphs,
): string {
  return points
    .map((point) => {
      const score = scoreOf(point)
      if (!score) return broken
      if (score.level === null) return withheld
      const share = (score.level - lowest) / (highest - lowest)
      return bars[Math.min(bars.length - 1, Math.floor(share * bars.length))]
    })
    .join('')
}
