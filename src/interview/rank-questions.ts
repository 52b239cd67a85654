/** What to ask next: the open elements, first the one whose answer would tell most about the result, and why. */
import type { Assessed } from '../assess.ts'
import { shownBy } from '../description/evidence-of.ts'
import { composeAssessment } from '../scoring/compose-assessment.ts'
import { weigh } from '../scoring/weights.ts'
import type { Description, Standing } from '../types/description.ts'
import type { ElementId, Framework, Level, PrincipleId } from '../types/framework.ts'
import { compareRationals, multiply, type Rational, rational, roundRational, zero } from '../util/rational.ts'
import { listWords } from '../util/show.ts'

/** Elements whose place among the first improvements hangs on the answer. */
interface Moves {
  /** Those that some level brings in. */
  readonly in: readonly ElementId[]
  /** Those that some level takes out. */
  readonly out: readonly ElementId[]
}

/** A low, a middle and a high level show whether it matters; between them little changes. */
const tried: readonly Level[] = [0, 2, 4]

/** `places`: how many improvements count as the first. */
function movesOf(assessed: Assessed, element: ElementId, places: number): Moves {
  const standing = assessed.description.standings.get(element)!
  const { lowest, highest } = standing
  const possible = tried.filter((level) => level >= lowest && level <= highest)
  const now = firstOf(assessed.assessment.improvements, places)
  const then = (possible.length > 0 ? possible : [lowest, highest]).map((level) =>
    firstOf(assessAt(assessed, standing, level).improvements, places),
  )
  return {
    in: [...new Set(then.flat())].filter((id) => !now.includes(id)),
    out: now.filter((id) => then.some((first) => !first.includes(id))),
  }
}

function firstOf(improvements: readonly { readonly element: ElementId }[], places: number): ElementId[] {
  return improvements.slice(0, places).map(({ element }) => element)
}

function assessAt({ pack, rules, description, assessment }: Assessed, standing: Standing, level: Level) {
  const known: Standing = {
    ...standing,
    state: 'assessed',
    level,
    lowest: level,
    highest: level,
    ...shownBy(standing.evidence, level, description.evidence, pack.framework.scoring),
  }
  return composeAssessment({
    pack,
    rules,
    description: { ...description, standings: new Map(description.standings).set(standing.id, known) },
    diagnostics: [],
    toolVersion: assessment.tool.version,
  })
}

export interface RankedQuestion {
  readonly element: ElementId
  readonly narrowing: Narrowing
  /** What the answer could change among the first improvements; null where that was not tried. */
  readonly moves: Moves | null
  /** One sentence for the person who is asked. */
  readonly why: string
}

/** So many of the most telling are tried, and so many improvements are compared. */
const tries = 3
const places = 3

/**
 * By narrowing x (1 + part of the first improvements that the answer could exchange); of equals, in pack order. Only the
 * best by narrowing are tried: the others could not come before the first of them, and each trial is an assessment.
 * `among`: the elements of the sitting; default all.
 */
export function rankQuestions(assessed: Assessed, among?: readonly ElementId[]): readonly RankedQuestion[] {
  const { pack, description } = assessed
  const asked = among && new Set(among)
  const open = [...narrowingsOf(pack.framework, description)]
    .filter(([id]) => asked?.has(id) ?? true)
    .sort(([, a], [, b]) => compareRationals(b.overall, a.overall))
  return open
    .map(([element, narrowing], position) => {
      const moves = position < tries ? movesOf(assessed, element, places) : null
      return { element, narrowing, moves, worth: worthOf(narrowing, moves) }
    })
    .sort((a, b) => compareRationals(b.worth, a.worth))
    .map(({ element, narrowing, moves }) => ({
      element,
      narrowing,
      moves,
      why: explain(element, narrowing, moves, assessed),
    }))
}

function worthOf({ overall }: Narrowing, moves: Moves | null): Rational {
  const exchanged = moves ? Math.min(places, Math.max(moves.in.length, moves.out.length)) : 0
  return multiply(overall, rational(places + exchanged, places))
}

function explain(
  element: ElementId,
  { overall, principles }: Narrowing,
  moves: Moves | null,
  { pack: { framework }, assessment }: Assessed,
): string {
  const { lowest, highest } = assessment.scores.overall
  const most = [...principles].reduce<[PrincipleId, Rational] | undefined>(
    (best, other) => (best && compareRationals(other[1], best[1]) <= 0 ? best : other),
    undefined,
  )
  const part = most && `${titleOf(most[0], framework)} by ${shown(roundRational(most[1]))}`
  // Both bounds are there where anything weighs, and this element does.
  const range =
    overall.numerator === 0n
      ? `This answer narrows the range of ${part ?? 'no score'}`
      : `The overall level is between ${shown(lowest!)} and ${shown(highest!)}; this answer narrows the range by ${shown(roundRational(overall))}, and that of ${part}`
  return `${range}${moves ? changeText(element, moves) : ''}.`
}

function changeText(element: ElementId, moves: Moves): string {
  const others = moves.in.filter((id) => id !== element)
  if (others.length > 0) return `, and may bring ${listWords(others)} into the first ${places} improvements`
  if (moves.in.length > 0) return `, and may make it one of the first ${places} improvements`
  if (moves.out.length > 0)
    return `, and may take ${listWords(moves.out)} out of the first ${places} improvements`
  return ''
}

function titleOf(principle: PrincipleId, { principles }: Framework): string {
  return principles.find(({ id }) => id === principle)!.title
}

function shown(level: number): string {
  return level.toFixed(2)
}

/** Levels, exact: the width the interval loses when the element's own level becomes known, whatever it is. */
interface Narrowing {
  readonly overall: Rational
  /** Only principles that lose something, in pack order. */
  readonly principles: ReadonlyMap<PrincipleId, Rational>
}

/** For each of the elements that are in scope and not assessed, in pack order. */
export function narrowingsOf(
  framework: Framework,
  description: Pick<Description, 'standings' | 'principleWeights'>,
): ReadonlyMap<ElementId, Narrowing> {
  const { standings } = description
  const { overall, principles } = weigh(framework, description)
  const open = [...standings.values()].filter(({ state }) => state === 'not-assessed')
  const sums = new Map([...principles].map(([id, within]) => [id, sum(within)] as const))
  const whole = sum(overall)
  return new Map(
    open.map(({ id, lowest, highest }) => {
      const part = (weight: bigint, of: bigint) =>
        of === 0n ? zero : rational(weight * BigInt(highest - lowest), of)
      const narrowed = [...principles]
        .filter(([, within]) => within.has(id))
        .map(([principle, within]) => [principle, part(within.get(id)!, sums.get(principle)!)] as const)
      return [id, { overall: part(overall.get(id)!, whole), principles: new Map(narrowed) }]
    }),
  )
}

function sum(weights: ReadonlyMap<ElementId, bigint>): bigint {
  let total = 0n
  for (const weight of weights.values()) total += weight
  return total
}
