/**
 * Descriptions that never were: some causes taken from the later side, the others from the earlier one. What the causes
 * bring is read from how the scores of such hybrids differ. What each cause carries with it:
 *
 * - `pack`: the guidance: elements, importance, the map to principles, constants, profiles of targets, criteria. What a
 *   file says is laid over it again, whichever side the file is of. An element that only one guidance has counts with
 *   it in every respect: its answer, evidence, target and day are those of the side measured with that guidance.
 * - `scope`: whether an element is in scope. Where it is in scope on one side only, its answer and its evidence are
 *   those of that side: there is no other answer to compare with, so coming into scope is all that happened to it.
 * - `answers`: levels and criteria (with kind and size of the organization, which decide what criteria are asked),
 *   their bounds where nothing is known, and thereby whether an element is assessed; `declined` is an answer of 0.
 * - `targets`: the target of each element, from the file or from the profile for the organization's kind and size.
 * - `weights`: the file's weights of the principles.
 * - `evidence`: the pieces cited, as far as they are not from after their own side's day: such a piece never counts.
 * - `date`: the day that evidence ages to: a piece counts where it is within the element's months before that day. So
 *   letting time pass alone can only lower what is evidenced.
 */

import { shownBy } from '../description/evidence-of.ts'
import { type Weights, weigh } from '../scoring/weights.ts'
import type { Cause } from '../types/comparison.ts'
import type { Description, Evidence, Standing } from '../types/description.ts'
import type { ElementId, Framework, FrameworkElement, Pack } from '../types/framework.ts'
import { before } from '../util/calendar.ts'
import type { Side } from './side.ts'

/** What is needed of a side to measure it. */
export interface Measured {
  readonly pack: Pick<Pack, 'framework'>
  readonly description: Pick<Description, 'asOf'>
  readonly boundTo: Side['boundTo']
}

export interface Sides<Each extends Measured = Measured> {
  readonly before: Each
  readonly after: Each
}

/** Which of the two a cause is taken from. */
export type Picked = (cause: Cause) => keyof Sides

export interface Hybrid {
  readonly standings: ReadonlyMap<ElementId, Standing>
  readonly weights: Weights
}

export function hybridOf(sides: Sides, pick: Picked): Hybrid {
  const { framework } = sides[pick('pack')].pack
  const standings = new Map(
    framework.elements.map((element) => [element.id, standingIn(element, framework, sides, pick)] as const),
  )
  const { principleWeights } = sides[pick('weights')].boundTo(framework)
  return { standings, weights: weigh(framework, { standings, principleWeights }) }
}

function standingIn(element: FrameworkElement, framework: Framework, sides: Sides, pick: Picked): Standing {
  const { id } = element
  const of = (name: keyof Sides) => sides[name].boundTo(framework).standings.get(id)!
  const [early, late] = [sides.before.pack.framework, sides.after.pack.framework]
  if (!hasElement(early, id) || !hasElement(late, id)) return of(hasElement(early, id) ? 'before' : 'after')

  const answered = inScopeOr(pick('answers'), of)
  const cited = inScopeOr(pick('evidence'), of)
  const { level, lowest, highest } = of(answered)
  const pieces = countingOn(sides[pick('date')].description.asOf, of(cited).evidence, element)
  const out = of(pick('scope')).state === 'not-applicable'
  return {
    ...of(answered),
    state: out ? 'not-applicable' : level === null ? 'not-assessed' : 'assessed',
    level,
    lowest,
    highest,
    ...shownBy(pieces, level, 'declared', framework.scoring),
    target: of(pick('targets')).target,
  }
}

/** The side asked for, unless the element is in scope on the other one only. */
function inScopeOr(name: keyof Sides, of: (name: keyof Sides) => Standing): keyof Sides {
  const other = name === 'before' ? 'after' : 'before'
  const isOut = (each: keyof Sides) => of(each).state === 'not-applicable'
  return isOut(name) && !isOut(other) ? other : name
}

/**
 * The pieces as they count on a day. Whatever else keeps a piece from counting on its own side's day, such as a date after
 * it, keeps it from counting on any.
 */
function countingOn(day: string, pieces: readonly Evidence[], { freshness }: FrameworkElement): Evidence[] {
  const oldest = before(day, { count: freshness, unit: 'months' })
  return pieces.map((piece) => ({
    ...piece,
    counts:
      (piece.state === 'fine' || piece.state === 'too-old') && (piece.day === null || piece.day >= oldest),
  }))
}

const known = new WeakMap<Framework, ReadonlySet<ElementId>>()

export function hasElement(framework: Framework, id: ElementId): boolean {
  const ids = known.get(framework) ?? new Set(framework.elements.map((element) => element.id))
  known.set(framework, ids)
  return ids.has(id)
}
