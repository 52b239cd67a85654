/** The improvements of an assessment: what each is worth, in which order they come, and the short lists to begin with. */
import { isFor } from '../description/audience.ts'
import type { Assessment, Finding, Improvement } from '../types/assessment.ts'
import type { Description } from '../types/description.ts'
import type { Effort, ElementId, Framework, Level, Pack } from '../types/framework.ts'
import {
  add,
  compareRationals,
  divide,
  multiply,
  one,
  type Rational,
  rational,
  roundRational,
  zero,
} from '../util/rational.ts'
import { listWords } from '../util/show.ts'
import type { ClosedTogether, Effects, EffectsIn } from './effects.ts'
import { isKnown } from './exact-score.ts'
import { isCurrent } from './plans.ts'
import { type Raise, raisesIn } from './raises.ts'
import type { Weights } from './weights.ts'

export interface ImprovementsInput {
  readonly pack: Pack
  readonly description: Description
  readonly weights: Weights
  /** Every gap. */
  readonly findings: readonly Finding[]
  /** True where too little is assessed to state a percentage: then no points of it are stated in texts either. */
  readonly withheld: boolean
  readonly effectsOf: (raises: readonly Raise[]) => EffectsIn
}

type Lists = Pick<Assessment, 'improvements' | 'first' | 'foundations' | 'quickWins' | 'underWay'>

/** Improvements in order of rank; the lists name some of them. */
export function improvementsOf(input: ImprovementsInput): Lists {
  const { pack, description, withheld } = input
  const { framework } = pack
  const raises = raisesIn(framework, description.standings)
  if (raises.length === 0)
    return { improvements: [], first: [], foundations: [], quickWins: [], underWay: [] }
  const rated = rate(raises, input)
  const underWay = new Set(
    raises
      .filter(({ standing }) => isCurrent(standing, framework, description))
      .map(({ element }) => element.id),
  )
  const ordered = placed(rated, underWay, framework)
  const lists = shortLists(
    ordered.map(({ rating }) => rating),
    underWay,
    framework,
  )
  const kindOf = (id: ElementId): Improvement['kind'] =>
    lists.foundations.includes(id) ? 'foundation' : lists.quickWins.includes(id) ? 'quick-win' : 'strategic'
  return {
    ...lists,
    improvements: ordered.map(({ rating, tiedWith }, index) =>
      describeImprovement(rating, {
        ...{ rank: index + 1, kind: kindOf(rating.raise.element.id), tiedWith },
        ...{ pack, withheld },
      }),
    ),
  }
}

/** One raise with everything that is known about its worth. */
interface Rating {
  readonly raise: Raise
  /** Points of percentToTarget for each level up to the target. */
  readonly perLevel: Rational
  readonly gain: Rational
  readonly principles: ReadonlyMap<string, Rational>
  /** 0 to 1: the part of all gains that belongs to steps that wait for it. */
  readonly waitingShare: Rational
  readonly effects: Effects
  readonly pressing: readonly Pressing[]
  readonly leverage: Rational
  readonly urgency: Rational
  readonly value: Rational
  /** What it is ranked by: its value; for one that gains nothing itself, the highest value among what waits for it. */
  readonly priority: Rational
  readonly efforts: readonly ExactEffort[]
}

/** A finding that counts for urgency, with the other improvements that are needed to close it. */
interface Pressing {
  readonly finding: Finding
  readonly others: readonly ElementId[]
}

function rate(
  raises: readonly Raise[],
  { pack: { framework }, description, weights, findings, effectsOf }: ImprovementsInput,
): Rating[] {
  const { ranking } = framework
  const overall = pointsPerLevel(weights.overall, description.standings)
  const byPrinciple = new Map(
    [...weights.principles].map(
      ([id, within]) => [id, pointsPerLevel(within, description.standings)] as const,
    ),
  )
  const perLevel = new Map(raises.map(({ element }) => [element.id, overall(element.id)] as const))
  const gainFrom = ({ element, standing }: Raise, from: Level) =>
    multiply(perLevel.get(element.id)!, rational(Math.max(0, standing.target - from)))
  const gains = sum(raises.map((raise) => gainFrom(raise, raise.from)))
  const byId = new Map(raises.map((raise) => [raise.element.id, raise]))

  const effects = effectsOf(raises)
  const each = new Map(raises.map((raise) => [raise.element.id, effects.of(raise)]))
  const closed = new Set([...each.values()].flatMap(({ closes }) => closes))
  const together = effects.together(closed)
  const pressingFor = pressingIn(findings, framework)

  const rated = raises.map((raise) => {
    const { element, from, waiting } = raise
    const gain = gainFrom(raise, from)
    const waitingGain = sum(Array.from(waiting, ([id, step]) => gainFrom(byId.get(id)!, (step - 1) as Level)))
    const waitingShare = gains.numerator === 0n ? zero : divide(waitingGain, gains)
    const own = each.get(element.id)!
    const pressing = pressingFor(element.id, own.closes, together)
    const leverage = add(one, waitingShare)
    const urgency = add(
      one,
      sum(
        pressing.map(({ finding, others }) =>
          rational(
            ranking.severity[finding.severity] * ranking.confidence[finding.confidence],
            ranking.urgencyDivisor * (1 + others.length),
          ),
        ),
      ),
    )
    return {
      raise,
      perLevel: perLevel.get(element.id)!,
      gain,
      principles: new Map(
        [element.main, ...element.also].map((id) => [
          id,
          multiply(
            byPrinciple.get(id)!(element.id),
            rational(Math.max(0, raise.standing.target - raise.from)),
          ),
        ]),
      ),
      waitingShare,
      effects: own,
      pressing,
      leverage,
      urgency,
      value: multiply(multiply(gain, leverage), urgency),
      efforts: raise.steps.map(({ to }) => effortOf(raise, to, framework, description)),
    }
  })
  const values = new Map(rated.map(({ raise, value }) => [raise.element.id, value]))
  return rated.map((rating) => ({
    ...rating,
    priority:
      rating.gain.numerator > 0n
        ? rating.value
        : Array.from(rating.raise.waiting.keys(), (id) => values.get(id)!).reduce(larger, rating.value),
  }))
}

/** A function from an element to what one level of it is worth, of the 100 points for reaching all targets. */
function pointsPerLevel(
  weights: ReadonlyMap<ElementId, bigint>,
  standings: Description['standings'],
): (id: ElementId) => Rational {
  let asked = 0n
  for (const [id, weight] of weights) {
    const standing = standings.get(id)!
    if (isKnown(standing)) asked += weight * BigInt(standing.target)
  }
  return (id) => (asked === 0n ? zero : rational(100n * (weights.get(id) ?? 0n), asked))
}

/** Findings about the organization that are not waived; the plain gap does not count, since the gain speaks for it. */
function pressingIn(findings: readonly Finding[], { ranking }: Framework) {
  const counted = new Map(
    findings
      .filter(({ rule, category, waived }) => category === 'gap' && rule !== ranking.plainGap && !waived)
      .map((finding) => [finding.id, finding]),
  )
  return (element: ElementId, closes: readonly string[], together: readonly ClosedTogether[]): Pressing[] =>
    [
      ...closes.map((finding) => ({ finding, others: [] })),
      ...together
        .filter(({ elements }) => elements.includes(element))
        .map(({ finding, elements }) => ({ finding, others: elements.filter((id) => id !== element) })),
    ].flatMap(({ finding, others }) => {
      const known = counted.get(finding)
      return known ? [{ finding: known, others }] : []
    })
}

interface ExactEffort {
  readonly low: Rational
  readonly likely: Rational
  readonly high: Rational
}

/**
 * What one step takes in an organization of this size. Of the criteria asked for its level only those that are not yet met
 * cost anything: with two of three met, a third of the estimate.
 */
function effortOf(
  { element, standing }: Raise,
  to: Level,
  { sizes }: Framework,
  { organization }: Description,
): ExactEffort {
  const asked = element.criteria.filter(
    ({ id, level, notFor }) =>
      level === to &&
      standing.criteria.get(id) !== 'not-applicable' &&
      !notFor.some((audience) => isFor(audience, organization)),
  )
  const missing = asked.filter(({ id }) => standing.criteria.get(id) !== 'yes').length
  const share = asked.length === 0 ? one : rational(missing, asked.length)
  const step = element.steps[to - 1]!
  const scaled = (days: number) => multiply(rational(days * sizes[organization.size], 100), share)
  return { low: scaled(step.low), likely: scaled(step.likely), high: scaled(step.high) }
}

function rounded(efforts: readonly ExactEffort[]): Effort {
  const total = (kind: keyof ExactEffort) => roundRational(sum(efforts.map((each) => each[kind])), 1)
  return { low: total('low'), likely: total('likely'), high: total('high') }
}

/**
 * By priority. Those within the tie tolerance of the first of a group are tied and come by stage, then in pack order.
 * One whose first step must wait comes after what it waits for. What is under way comes last, and nothing is placed after it
 * for waiting for it.
 */
function placed(
  ratings: readonly Rating[],
  underWay: ReadonlySet<ElementId>,
  { ranking, stages }: Framework,
): { rating: Rating; tiedWith: ElementId[] }[] {
  const sorted = [...ratings].sort((a, b) => compareRationals(b.priority, a.priority))
  const groups: Rating[][] = []
  for (const rating of sorted) {
    const group = groups.at(-1)
    const least = group && multiply(group[0]!.priority, rational(100 - ranking.tieTolerance, 100))
    if (least && compareRationals(rating.priority, least) >= 0) group.push(rating)
    else groups.push([rating])
  }
  const stageOf = ({ raise }: Rating) => stages.indexOf(raise.element.stage)
  const position = new Map(ratings.map((rating, index) => [rating, index]))
  const byValue = groups.flatMap((group) => {
    const members = [...group].sort((a, b) => stageOf(a) - stageOf(b) || position.get(a)! - position.get(b)!)
    return members.map((rating) => ({
      rating,
      tiedWith: members.flatMap((other) => (other === rating ? [] : [other.raise.element.id])),
    }))
  })
  const isUnderWay = ({ rating }: (typeof byValue)[number]) => underWay.has(rating.raise.element.id)
  const left = [...byValue.filter((each) => !isUnderWay(each)), ...byValue.filter(isUnderWay)]
  const open = new Set(left.map(({ rating }) => rating.raise.element.id).filter((id) => !underWay.has(id)))
  const order: typeof left = []
  while (left.length > 0) {
    const free = left.findIndex(({ rating }) => !rating.raise.steps[0]!.after.some((id) => open.has(id)))
    // A checked pack has no circle of prerequisites; if there were one, the best of it goes first.
    const [next] = left.splice(Math.max(free, 0), 1)
    open.delete(next!.rating.raise.element.id)
    order.push(next!)
  }
  return order
}

/** The part of an improvement that comes in one go: its steps up to the next one that must wait for something more. */
function firstPart({ raise, efforts, perLevel }: Rating): Improvement['first'] {
  const { steps, from, standing } = raise
  const { after } = steps[0]!
  const next = steps.findIndex((step) => step.after.some((id) => !after.includes(id)))
  const count = next === -1 ? steps.length : next
  const to = steps[count - 1]!.to
  const levels = Math.max(0, Math.min(to, standing.target) - from)
  return {
    to,
    effort: rounded(efforts.slice(0, count)),
    gain: roundRational(multiply(perLevel, rational(levels))),
    after,
  }
}

/** `ordered`: by rank. What is planned is under way and in no other list; an element is in one list only. */
function shortLists(
  ordered: readonly Rating[],
  underWay: ReadonlySet<ElementId>,
  framework: Framework,
): Omit<Lists, 'improvements'> {
  const { ranking } = framework
  const idOf = ({ raise }: Rating) => raise.element.id
  const isUnderWay = (rating: Rating) => underWay.has(idOf(rating))
  const open = ordered.filter((rating) => !isUnderWay(rating))
  const first = open
    .filter(({ gain }) => gain.numerator > 0n)
    .slice(0, ranking.lists.first)
    .map(idOf)
  const foundations = open
    .filter(({ raise }) => raise.element.foundation && raise.from < ranking.gate.foundation)
    .map(idOf)
    .filter((id) => !first.includes(id))
    .slice(0, ranking.lists.foundations)
  const quickWins = open
    .filter((rating) => !first.includes(idOf(rating)) && !foundations.includes(idOf(rating)))
    .filter(({ raise, gain, efforts }) => {
      const [step] = raise.steps
      const days = efforts[0]!.likely
      return (
        step!.after.length === 0 &&
        gain.numerator > 0n &&
        compareRationals(days, rational(ranking.lists.quickWinDays)) <= 0
      )
    })
    .map((rating, position) => ({ rating, position }))
    .sort((a, b) => compareRationals(b.rating.perLevel, a.rating.perLevel) || a.position - b.position)
    .slice(0, ranking.lists.quickWins)
    .map(({ rating }) => idOf(rating))
  return { first, foundations, quickWins, underWay: [...underWay] }
}

interface Setting {
  readonly rank: number
  readonly kind: Improvement['kind']
  readonly tiedWith: readonly ElementId[]
  readonly pack: Pack
  readonly withheld: boolean
}

/** Each number is rounded by itself, from the exact value. */
function describeImprovement(rating: Rating, setting: Setting): Improvement {
  const { rank, kind, tiedWith, pack, withheld } = setting
  const { raise, efforts, effects } = rating
  const { element, standing, from, to } = raise
  const text = pack.texts().elements[element.id]!
  return {
    rank,
    kind,
    tiedWith,
    element: element.id,
    title: element.title,
    from,
    atLeast: standing.lowest < standing.highest,
    to,
    target: standing.target,
    priority: roundRational(rating.priority),
    value: roundRational(rating.value),
    because: [gainFactor(rating, withheld), leverageFactor(rating), urgencyFactor(rating)],
    gain: {
      overall: roundRational(rating.gain),
      principles: Object.fromEntries(
        [...rating.principles].map(([id, gain]) => [id, roundRational(gain)] as const),
      ),
    },
    first: firstPart(rating),
    effort: { ...rounded(efforts), unit: 'person-days' },
    advice: text.advice ?? text.steps[from]!.do[0]!,
    leads: text.leads,
    blockedBy: raise.blockedBy,
    assumes: raise.assumes,
    lacks: raise.lacks,
    unlocks: raise.unlocks,
    opens: effects.opens,
    preventedBy: effects.preventedBy,
    closes: effects.closes,
    closesTogether: rating.pressing
      .filter(({ others }) => others.length > 0)
      .map(({ finding, others }) => ({ finding: finding.id, with: others })),
    planned: standing.planned,
    steps: raise.steps.map(({ to: level, after }, index) => {
      const { do: actions, shows } = text.steps[level - 1]!
      return { to: level, after, do: actions, evidence: shows, effort: rounded([efforts[index]!]) }
    }),
  }
}

type Factor = Improvement['because'][number]

function gainFactor({ gain, raise: { standing, to } }: Rating, withheld: boolean): Factor {
  const { lowest, highest, target } = standing
  const missing = Math.max(0, target - highest)
  const value = roundRational(gain)
  if (missing === 0) {
    const text = `Already at its target of ${target}; raised to ${to} because others need it`
    return { term: 'gain', value, text }
  }
  const atLeast = lowest < highest ? 'at least ' : ''
  const points = withheld ? '' : `, worth ${value} points of the percentage to target`
  return {
    term: 'gain',
    value,
    text: `${capital(atLeast)}${counted(missing, 'level')} below its target of ${target}${points}`,
  }
}

function leverageFactor({ leverage, waitingShare, raise: { waiting } }: Rating): Factor {
  const share = roundRational(multiply(waitingShare, rational(100)), 0)
  const text =
    waiting.size === 0
      ? 'No other improvement waits for it'
      : `${counted(waiting.size, 'improvement')} ${waiting.size === 1 ? 'has' : 'have'} steps that wait for it; they bring ${share} % of all gains`
  return { term: 'leverage', value: roundRational(leverage), text }
}

function urgencyFactor({ urgency, pressing }: Rating): Factor {
  const named = pressing.map(({ finding: { id, severity, confidence }, others }) => {
    const shared = others.length === 0 ? '' : `, together with ${listWords(others)}`
    return `${id} (${severity}, ${confidence}${shared})`
  })
  const text = named.length === 0 ? 'Closes no finding besides the plain gap' : `Closes ${listWords(named)}`
  return { term: 'urgency', value: roundRational(urgency), text }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function larger(a: Rational, b: Rational): Rational {
  return compareRationals(a, b) >= 0 ? a : b
}

function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, zero)
}

export const improvementOrders = ['value', 'effort', 'quick'] as const
export type ImprovementOrder = (typeof improvementOrders)[number]

/**
 * The improvements in another order; ranks stay what they are. `effort`: the fewest likely person-days first. `quick`: by
 * gain per person-day of the part that comes in one go, what can start now before what must wait.
 */
export function sortImprovements(
  improvements: readonly Improvement[],
  order: ImprovementOrder,
): readonly Improvement[] {
  if (order === 'value') return improvements
  const perDay = ({ first }: Improvement) => first.gain / Math.max(0.1, first.effort.likely)
  const waits = ({ first }: Improvement) => (first.after.length > 0 ? 1 : 0)
  return improvements.toSorted((a, b) =>
    order === 'effort' ? a.effort.likely - b.effort.likely : waits(a) - waits(b) || perDay(b) - perDay(a),
  )
}
