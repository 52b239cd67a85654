/** Estimates the time left from the pace so far. */
import type { Depth } from './depth.ts'

/** Seconds per element. A scan of 18 elements takes about fifteen minutes. */
const usualSeconds: Readonly<Record<Depth, number>> = { scan: 50, levels: 60, criteria: 150 }

/** The usual time counts like so many answers: a few quick ones do not promise that all will be, and a new sitting agrees. */
const usualAnswers = 10

/**
 * Whole minutes for `left` elements, 0 for less than half a minute. `durations`: milliseconds that each answer so far
 * took; their median counts, so that a pause or a look at an answered question does not, and with each the more.
 */
export function minutesLeft(durations: readonly number[], left: number, depth: Depth): number {
  const own = durations.length === 0 ? 0 : median(durations) * durations.length
  const each = (usualSeconds[depth] * 1000 * usualAnswers + own) / (usualAnswers + durations.length)
  return Math.round((each * left) / 60_000)
}

/** Such as `about 12 minutes left`. Longer times are rounded to what one can know of them. */
export function timeLeft(durations: readonly number[], left: number, depth: Depth): string {
  if (left === 0) return 'nothing left'
  const minutes = minutesLeft(durations, left, depth)
  if (minutes < 1) return 'less than a minute left'
  if (minutes === 1) return 'about a minute left'
  if (minutes <= 20) return `about ${minutes} minutes left`
  if (minutes < 58) return `about ${Math.round(minutes / 5) * 5} minutes left`
  const quarters = Math.round(minutes / 15)
  const hours = Math.floor(quarters / 4)
  const rest = (quarters % 4) * 15
  const whole = hours === 1 ? 'an hour' : `${hours} hours`
  return `about ${whole}${rest === 0 || hours > 3 ? '' : ` and ${rest} minutes`} left`
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
