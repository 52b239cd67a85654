/** A score as a bar on the scale from 0 to 5: what is certain, what is likely, what is possible, and where the target stands. */
import type { Score } from '../../types/assessment.ts'
import type { Glyphs } from './glyphs.ts'
import type { Palette } from './palette.ts'

/**
 * `cells` + 1 columns wide: the target stands between two cells. Certain up to the lowest the score can be, then up to
 * the level (as if the rest were like what was assessed), then up to the highest.
 */
export function scoreBar(
  { level, lowest, highest, target }: Score,
  cells: number,
  glyphs: Glyphs,
  paint: Palette,
): string {
  const at = (value: number) => Math.round((value / 5) * cells)
  const sure = at(lowest ?? 0)
  const likely = Math.max(sure, at(level ?? lowest ?? 0))
  const best = Math.max(likely, at(highest ?? 0))
  const bar = [
    ...Array<string>(sure).fill(glyphs.certain),
    ...Array<string>(likely - sure).fill(glyphs.alike),
    ...Array<string>(best - likely).fill(glyphs.possible),
    ...Array<string>(cells - best).fill(glyphs.empty),
  ]
  const mark = at(target ?? 5)
  const color = fillPaint(level, target, paint)
  const run = (from: number, to: number) =>
    from >= to
      ? ''
      : [
          [color, bar.slice(from, Math.min(to, likely))] as const,
          [paint.dim, bar.slice(Math.max(from, likely), to)] as const,
        ]
          .map(([colored, part]) => (part.length === 0 ? '' : colored(part.join(''))))
          .join('')
  return run(0, mark) + (target === null ? glyphs.empty : glyphs.target) + run(mark, cells)
}

/** Green at or above target, red where a whole level or more is missing. */
function fillPaint(level: number | null, target: number | null, paint: Palette) {
  if (level === null || target === null) return paint.dim
  if (level >= target) return paint.good
  return target - level >= 1 ? paint.bad : paint.middling
}

/** Explains only what the bars of these scores show. */
export function barLegend(glyphs: Glyphs, scores: readonly Score[]): string {
  const intervals = scores.some(({ lowest, highest }) => lowest !== highest)
  const stated = scores.some(({ level, lowest }) => level !== null && level !== lowest)
  const parts = intervals
    ? [
        `${glyphs.certain} certain`,
        ...(stated ? [`${glyphs.alike} if the rest is like what was assessed`] : []),
        `${glyphs.possible} at best`,
      ]
    : [`${glyphs.certain} level`]
  return `${parts.join(', ')}; ${glyphs.target} target`
}
