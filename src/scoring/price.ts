/** One improvement with its priority = gain x leverage x urgency / effort, every factor printed with what it means. */
import type { Finding, Improvement } from '../types/assessment.ts'
import type { Description, Standing } from '../types/description.ts'
import type {
  Effort,
  ElementId,
  Framework,
  FrameworkElement,
  Level,
  OrganizationSize,
  Texts,
} from '../types/framework.ts'
import { personDays, showDays } from '../util/person-days.ts'
import {
  add,
  compareRationals,
  divide,
  multiply,
  one,
  type Rational,
  rational,
  roundRational,
} from '../util/rational.ts'
import { listWords } from '../util/show.ts'
import type { Blockers } from './blockers.ts'
import type { Consequences } from './consequences.ts'
import type { Gain } from './gains.ts'

export interface Setting {
  readonly framework: Framework
  readonly texts: Texts
  readonly description: Description
  /** By id; every gap of the description is there. */
  readonly findings: ReadonlyMap<string, Finding>
}

/** What was found out about one element to raise. */
export interface Raise extends Blockers, Consequences {
  readonly element: FrameworkElement
  readonly to: Level
  readonly gain: Gain
  /** Everything that waits for it, directly or not, and its part (0 to 1) of all gains. */
  readonly waiting: ReadonlySet<ElementId>
  readonly waitingShare: Rational
  readonly unlocks: readonly ElementId[]
}

export type Unranked = Omit<Improvement, 'rank' | 'tiedWith'>

/** Points per person-day are small numbers: with two decimals most improvements of a usual description would tie. */
const priorityDecimals = 3

/** Each number is rounded by itself, from the exact value. */
export function price(raise: Raise, { framework, texts, description, findings }: Setting): Unranked {
  const { element, to, gain, waiting, waitingShare } = raise
  const standing = description.standings.get(element.id)!
  const { size } = description.organization
  const percent = framework.sizes[size]
  const steps = element.steps.slice(standing.highest, to)
  const text = texts.elements[element.id]!

  const pressed = pressing(framework, raise.closes, findings)
  const leverage = add(one, waitingShare)
  const urgency = urgencyOf(framework, pressed)
  const effort = effortOf(steps, percent)
  const days = likelyDays(steps, percent)
  const priority = divide(multiply(multiply(gain.overall, leverage), urgency), days)
  return {
    element: element.id,
    title: element.title,
    from: standing.highest,
    atLeast: standing.lowest < standing.highest,
    to,
    target: standing.target,
    priority: roundRational(priority, priorityDecimals),
    because: [
      becauseGain(roundRational(gain.overall), standing, to),
      becauseLeverage(
        roundRational(leverage),
        waiting.size,
        roundRational(multiply(waitingShare, rational(100))),
      ),
      becauseUrgency(roundRational(urgency), pressed),
      becauseEffort(roundRational(days, 1), effort, size, percent),
    ],
    gain: { overall: roundRational(gain.overall), principles: roundEach(gain.principles) },
    effort: { ...effort, unit: 'person-days' },
    leads: text.leads,
    blockedBy: raise.blockedBy,
    assumes: raise.assumes,
    lacks: raise.lacks,
    unlocks: raise.unlocks,
    opens: raise.opens,
    closes: raise.closes,
    planned: standing.planned,
    steps: steps.map((step, index) => {
      const level = (standing.highest + index + 1) as Level
      const { do: actions, shows } = text.steps[level - 1]!
      return { to: level, do: actions, evidence: shows, effort: effortOf([step], percent) }
    }),
  }
}

function roundEach(values: ReadonlyMap<string, Rational>): Record<string, number> {
  const rounded: Record<string, number> = Object.create(null)
  for (const [id, value] of values) rounded[id] = roundRational(value)
  return rounded
}

/** The factors of a priority in words: every number printed with what it stands for. */
type Because = Improvement['because'][number]

/** `points`: of percent to target, rounded. */
function becauseGain(points: number, { highest, target }: Standing, to: Level): Because {
  const missing = Math.max(0, target - highest)
  const text =
    missing === 0
      ? `Already at its target of ${target}; raised to ${to} because others need it`
      : `${counted(missing, 'level')} below its target of ${target}, worth ${points} points of the percentage to target`
  return { term: 'gain', value: points, text }
}

/** `share`: percent of all gains that belong to what waits, rounded. */
function becauseLeverage(value: number, waiting: number, share: number): Because {
  const text =
    waiting === 0
      ? 'No other improvement waits for it'
      : waiting === 1
        ? `1 improvement waits for it and brings ${share} % of all gains`
        : `${waiting} improvements wait for it, directly or through others, and bring ${share} % of all gains`
  return { term: 'leverage', value, text }
}

/** `closed`: the findings that count, worst first or not: they are named in the order given. */
function becauseUrgency(value: number, closed: readonly Finding[]): Because {
  const text =
    closed.length === 0
      ? 'Closes no finding besides the plain gap'
      : `Closes ${listWords(closed.map(({ id, severity, confidence }) => `${id} (${severity}, ${confidence})`))}`
  return { term: 'urgency', value, text }
}

/** `days`: what the priority was divided by, which is more than `likely` where the steps cost nothing. */
function becauseEffort(
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

/** Sum of the steps at `percent` of the pack's person-days, rounded to one decimal. */
function effortOf(steps: readonly Effort[], percent: number): Effort {
  // Hundredths of days are whole numbers far below what a number holds exactly: tenths need no fraction.
  const printed = (kind: keyof Effort) => Math.floor((hundredths(steps, kind, percent) + 5) / 10) / 10
  return { low: printed('low'), likely: printed('likely'), high: printed('high') }
}

/** The exact divisor of the priority. Steps that cost nothing count as a tenth of a day, the least that is printed. */
function likelyDays(steps: readonly Effort[], percent: number): Rational {
  const least = rational(1, 10)
  const exact = rational(hundredths(steps, 'likely', percent), 100)
  return compareRationals(exact, least) < 0 ? least : exact
}

function hundredths(steps: readonly Effort[], kind: keyof Effort, percent: number): number {
  let sum = 0
  for (const step of steps) sum += step[kind]
  return sum * percent
}

/** The findings that count: closed, not waived, not the plain gap (which the gain already speaks for). */
function pressing(
  { ranking }: Framework,
  closes: readonly string[],
  findings: ReadonlyMap<string, Finding>,
): Finding[] {
  return closes
    .map((id) => findings.get(id)!)
    .filter(({ rule, waived }) => rule !== ranking.plainGap && !waived)
}

/** 1 where nothing presses. */
function urgencyOf({ ranking }: Framework, findings: readonly Finding[]): Rational {
  const { severity, confidence, urgencyDivisor } = ranking
  const sum = findings.reduce(
    (total, each) => total + severity[each.severity] * confidence[each.confidence],
    0,
  )
  return rational(urgencyDivisor + sum, urgencyDivisor)
}
