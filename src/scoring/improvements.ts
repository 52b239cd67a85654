/** What to raise and in which order: finds the improvements, what hangs on each, and places them. */
import type { Finding, Improvement } from '../types/assessment.ts'
import type { Description } from '../types/description.ts'
import type { Pack } from '../types/framework.ts'
import { add, divide, type Rational, zero } from '../util/rational.ts'
import { allWaitingFor, blockersOf, unlockedBy } from './blockers.ts'
import type { Consequences, Step } from './consequences.ts'
import { gainsIn } from './gains.ts'
import { levelsToReach } from './levels-to-reach.ts'
import { place } from './place.ts'
import { price, type Raise, type Setting, type Unranked } from './price.ts'
import type { Weights } from './weights.ts'

export interface Circumstances {
  readonly pack: Pack
  readonly description: Description
  readonly weights: Weights
  /** All gaps. */
  readonly findings: readonly Finding[]
  /** What raising an element to a level closes and opens. */
  readonly consequencesOf: (step: Step, before: readonly Step[]) => Consequences
}

/** In order of rank. */
export function improvementsOf(circumstances: Circumstances): Improvement[] {
  const { pack, description, findings } = circumstances
  const { framework } = pack
  const raises = raisesIn(circumstances)
  if (raises.length === 0) return []
  const setting: Setting = {
    framework,
    texts: pack.texts(),
    description,
    findings: new Map(findings.map((finding) => [finding.id, finding])),
  }
  const candidates = raises.map((raise) => {
    const improvement = price(raise, setting)
    return {
      id: raise.element.id,
      priority: improvement.priority,
      gains: raise.gain.overall.numerator > 0n,
      stage: framework.stages.indexOf(raise.element.stage),
      blockedBy: raise.blockedBy,
      waiting: raise.waiting,
      improvement,
    }
  })
  return ranked(place(candidates).map(({ improvement }) => improvement))
}

/** Every element to raise with what hangs on it, in pack order. */
function raisesIn({ pack, description, weights, consequencesOf }: Circumstances): Raise[] {
  const { framework } = pack
  const { standings } = description
  const levels = levelsToReach(framework, standings)
  const blockers = blockersOf(framework, standings, levels)
  const unlocks = unlockedBy(blockers)
  const elements = framework.elements.filter(({ id }) => levels.has(id))
  const gainOf = gainsIn(standings, weights)
  const gains = new Map(elements.map((element) => [element.id, gainOf(element)] as const))
  const steps = new Map(
    elements.map((element): [string, Step] => [element.id, [element, levels.get(element.id)!]]),
  )
  const all = sum(Array.from(gains.values(), ({ overall }) => overall))

  return elements.map((element) => {
    const { id } = element
    const to = levels.get(id)!
    const waiting = allWaitingFor(id, unlocks)
    const waitingGain = sum(Array.from(waiting, (other) => gains.get(other)!.overall))
    return {
      element,
      to,
      gain: gains.get(id)!,
      waiting,
      waitingShare: all.numerator === 0n ? zero : divide(waitingGain, all),
      unlocks: unlocks.get(id)!,
      ...blockers.get(id)!,
      ...consequencesOf(
        [element, to],
        blockers.get(id)!.blockedBy.map((other) => steps.get(other)!),
      ),
    }
  })
}

function ranked(improvements: readonly Unranked[]): Improvement[] {
  return improvements.map((improvement, index) => ({
    rank: index + 1,
    tiedWith: improvements
      .filter((other) => other !== improvement && other.priority === improvement.priority)
      .map(({ element }) => element),
    ...improvement,
  }))
}

function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, zero)
}
