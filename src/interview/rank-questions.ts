/** What to ask next: the open elements, first the one whose answer would tell most about the result, and why. */
import type { Assessed } from '../assess.ts'
import type { ElementId, Framework, PrincipleId } from '../types/framework.ts'
import { compareRationals, multiply, type Rational, rational, roundRational } from '../util/rational.ts'
import { listWords } from '../util/show.ts'
import { type Moves, movesOf } from './moves.ts'
import { type Narrowing, narrowingsOf } from './narrowing.ts'

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
      ? `This answer narrows ${part ?? 'no score'}`
      : `The overall level can still be anything from ${shown(lowest!)} to ${shown(highest!)}: this answer narrows that by ${shown(roundRational(overall))} and ${part}`
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
