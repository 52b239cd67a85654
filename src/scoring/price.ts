/** One improvement with its priority = gain x leverage x urgency / effort, every factor printed with what it means. */
import type { Finding, Improvement } from '../types/assessment.ts'
import type { Description } from '../types/description.ts'
import type { ElementId, Framework, FrameworkElement, Level, Texts } from '../types/framework.ts'
import { add, divide, multiply, one, type Rational, rational, roundRational } from '../util/rational.ts'
import { becauseEffort, becauseGain, becauseLeverage, becauseUrgency } from './because.ts'
import type { Blockers } from './blockers.ts'
import type { Consequences } from './consequences.ts'
import { effortOf, likelyDays } from './effort.ts'
import type { Gain } from './gains.ts'
import { pressing, urgencyOf } from './urgency.ts'

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
  const steps = element.steps.slice(standing.level!, to)
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
    from: standing.level!,
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
      const level = (standing.level! + index + 1) as Level
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
