/** Small wordings that every report for people shares: numbers, counts, places, element names. */
import type { Assessment, Improvement } from '../types/assessment.ts'
import type { Location } from '../types/location.ts'
import { fixed } from '../util/fixed.ts'
import { personDays, showDays } from '../util/person-days.ts'

export { fixed }

/** Where the list of improvements is empty: declined elements stand below their targets and get none. */
export function nothingToRaise({ coverage }: Assessment): string {
  const but = coverage.declined.length > 0 ? ', leaving aside what was declined' : ''
  return `Nothing to raise: no assessed element stands below its target${but}.`
}

/** `1 element`, `3 elements`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** `33 person-days likely, 18 to 60 possible` */
export function effortText({
  low,
  likely,
  high,
}: Pick<Improvement['effort'], 'low' | 'likely' | 'high'>): string {
  return `${personDays(likely)} likely, ${showDays(low)} to ${showDays(high)} possible`
}

/** `org.yaml:41:5` */
export function placeText({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`
}

/** Levels still missing to the target: the difference of the two printed numbers, 0 where nothing is missing. */
export function gapText(level: number | null, target: number | null): string {
  return level === null || target === null ? '-' : fixed(Math.max(0, Number((target - level).toFixed(2))))
}

/** `8.1 Operational planning` for an id; the id alone where it is unknown. */
export function elementNames({ scores }: Assessment): (id: string) => string {
  const titles = new Map(scores.elements.map(({ id, title }) => [id, title]))
  return (id) => (titles.has(id) ? `${id} ${titles.get(id)}` : id)
}

/** `0.303 = gain 4 x leverage 1 x urgency 2.5 / effort 33`: the priority and what it is made of. */
export function priorityText({ priority, because }: Improvement): string {
  const factor = (wanted: string) =>
    because.filter(({ term }) => term === wanted).map(({ term, value }) => `${term} ${value}`)
  const product = ['gain', 'leverage', 'urgency'].flatMap(factor).join(' x ')
  return `${priority} = ${[product, ...factor('effort')].join(' / ')}`
}

/**
 * What an improvement brings, in the words of the verdict: `Brings 4 % of the way to target`. Where the verdict states no
 * percentage, because too little is assessed, only the levels.
 */
export function gainText({ gain, from, target, because }: Improvement, { scores }: Assessment): string {
  if (gain.overall === 0) return because.find(({ term }) => term === 'gain')?.text ?? ''
  if (scores.overall.percentToTarget === null)
    return `${counted(target - from, 'level')} below its target of ${target}`
  return `Brings ${gain.overall} % of the way to target`
}
