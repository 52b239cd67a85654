/** The factors of a priority in words: every number printed with what it stands for. */
import type { Finding, Improvement } from '../types/assessment.ts'
import type { Standing } from '../types/description.ts'
import type { Effort, Level, OrganizationSize } from '../types/framework.ts'
import { personDays, showDays } from '../util/person-days.ts'
import { listWords } from '../util/show.ts'

type Because = Improvement['because'][number]

/** `points`: of percent to target, rounded. */
export function becauseGain(points: number, { level, target }: Standing, to: Level): Because {
  const missing = Math.max(0, target - level!)
  const text =
    missing === 0
      ? `Already at its target of ${target}; raised to ${to} because others need it`
      : `${counted(missing, 'level')} below its target of ${target}, worth ${points} points of the percentage to target`
  return { term: 'gain', value: points, text }
}

/** `share`: percent of all gains that belong to what waits, rounded. */
export function becauseLeverage(value: number, waiting: number, share: number): Because {
  const text =
    waiting === 0
      ? 'No other improvement waits for it'
      : waiting === 1
        ? `1 improvement waits for it and brings ${share} % of all gains`
        : `${waiting} improvements wait for it, directly or through others, and bring ${share} % of all gains`
  return { term: 'leverage', value, text }
}

/** `closed`: the findings that count, worst first or not: they are named in the order given. */
export function becauseUrgency(value: number, closed: readonly Finding[]): Because {
  const text =
    closed.length === 0
      ? 'Closes no finding besides the plain gap'
      : `Closes ${listWords(closed.map(({ id, severity, confidence }) => `${id} (${severity}, ${confidence})`))}`
  return { term: 'urgency', value, text }
}

/** `days`: what the priority was divided by, which is more than `likely` where the steps cost nothing. */
export function becauseEffort(
  days: number,
  { low, likely, high }: Effort,
  size: OrganizationSize,
  percent: number,
): Because {
  const counts = days === likely ? '' : `, counted as ${showDays(days)}`
  const text = `${personDays(likely)} likely, ${showDays(low)} to ${showDays(high)}${counts}: ${percent} % of the guidance pack's estimate, for size ${size}`
  return { term: 'effort', value: days, text }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
