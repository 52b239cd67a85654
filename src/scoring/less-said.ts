/** What a description says less than an earlier one of the same organization: answers, scope, targets, registers. */
import type { LessSaid, Range } from '../types/check-report.ts'
import type { Description, Standing } from '../types/description.ts'
import { nodeAt, type Path } from '../types/document.ts'
import { type Framework, type FrameworkElement, registerNames } from '../types/framework.ts'
import { locateAnswer } from './locate-answer.ts'

/** As much of an earlier description as has to be kept to tell. */
export type Said = Pick<Description, 'standings' | 'registers'>

/**
 * First what a finding could hide behind (answers withdrawn, elements out of scope, lower targets, registers left out), then
 * lower levels; each in the order of the pack. What was never said is not missed.
 */
export function lessSaid(before: Said, now: Description, { elements }: Framework): LessSaid[] {
  const pairs = elements.map((element) => ({
    element,
    was: before.standings.get(element.id)!,
    is: now.standings.get(element.id)!,
  }))
  const answers = pairs.flatMap(({ was, is }) => lessAnswered(was, is, now))
  const isGone = ({ kind }: LessSaid) => kind === 'answer-withdrawn' || kind === 'not-applicable'
  return [
    ...answers.filter(isGone),
    ...pairs.flatMap(({ element, was, is }) => lowerTarget(element, was, is, now)),
    ...registersWithdrawn(before, now),
    ...answers.filter((less) => !isGone(less)),
  ]
}

function lessAnswered(was: Standing, is: Standing, { root }: Description): LessSaid[] {
  if (was.state === 'not-applicable' || isOpen(was)) return []
  const kind = kindOf(was, is)
  if (kind === undefined) return []
  return [
    {
      kind,
      element: is.id,
      register: null,
      before: rangeOf(was),
      after: is.state === 'not-applicable' || isOpen(is) ? null : rangeOf(is),
      location: locateAnswer(root, is.path) ?? null,
    },
  ]
}

/** More may now be true than before: something is withdrawn. Less may be: a lower level is claimed. */
function kindOf(was: Standing, is: Standing): LessSaid['kind'] | undefined {
  if (is.state === 'not-applicable') return 'not-applicable'
  if (is.lowest > was.lowest || (is.lowest === was.lowest && is.highest === was.highest)) return undefined
  if (is.highest >= was.highest) return 'answer-withdrawn'
  return is.declined ? 'declined' : 'level-lowered'
}

/** Nothing is known of its level. */
function isOpen({ lowest, highest }: Range): boolean {
  return lowest === 0 && highest === 5
}

function rangeOf({ lowest, highest }: Range): Range {
  return { lowest, highest }
}

function lowerTarget(
  { id, main }: FrameworkElement,
  was: Standing,
  is: Standing,
  { root }: Description,
): LessSaid[] {
  if (is.state === 'not-applicable' || is.target >= was.target) return []
  const places: Path[] = [
    ['targets', 'elements', id],
    ['targets', 'principles', main],
    ['targets', 'default'],
  ]
  const path = places.find((place) => nodeAt(root, place))
  return [
    {
      kind: 'target-lowered',
      element: id,
      register: null,
      before: { lowest: was.target, highest: was.target },
      after: { lowest: is.target, highest: is.target },
      location: (path && locateAnswer(root, path)) ?? null,
    },
  ]
}

/** An empty register says that there is none of it, which is an answer. */
function registersWithdrawn(before: Said, now: Description): LessSaid[] {
  return registerNames.flatMap((register): LessSaid[] => {
    const items = before.registers.get(register)
    if (!items || now.registers.has(register)) return []
    const count = { lowest: items.length, highest: items.length }
    return [
      { kind: 'register-withdrawn', element: null, register, before: count, after: null, location: null },
    ]
  })
}
