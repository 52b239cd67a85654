/** Which answers, targets and registers a description removed or lowered since an earlier one of the same organization. */
import type { Range, Weakened } from '../types/check-report.ts'
import type { Description, Standing } from '../types/description.ts'
import { nodeAt, type Path } from '../types/document.ts'
import { type Framework, type FrameworkElement, registerNames } from '../types/framework.ts'
import { locateAnswer } from './locate-answer.ts'

/** What is compared of the earlier description. */
type Earlier = Pick<Description, 'standings' | 'registers'>

/**
 * First what can hide a finding (answers withdrawn, elements excluded, targets lowered, registers removed), then lower
 * levels; each in pack order.
 */
export function weakenedAnswers(before: Earlier, now: Description, { elements }: Framework): Weakened[] {
  const pairs = elements.map((element) => ({
    element,
    was: before.standings.get(element.id)!,
    is: now.standings.get(element.id)!,
  }))
  const answers = pairs.flatMap(({ was, is }) => weakerAnswer(was, is, now))
  const isRemoved = ({ kind }: Weakened) => kind === 'answer-withdrawn' || kind === 'not-applicable'
  return [
    ...answers.filter(isRemoved),
    ...pairs.flatMap(({ element, was, is }) => lowerTarget(element, was, is, now)),
    ...registersWithdrawn(before, now),
    ...answers.filter((one) => !isRemoved(one)),
  ]
}

function weakerAnswer(was: Standing, is: Standing, { root }: Description): Weakened[] {
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

/** Withdrawn: more levels are possible than before. Lowered: the best possible level is lower. */
function kindOf(was: Standing, is: Standing): Weakened['kind'] | undefined {
  if (is.state === 'not-applicable') return 'not-applicable'
  if (is.lowest > was.lowest || (is.lowest === was.lowest && is.highest === was.highest)) return undefined
  if (is.highest >= was.highest) return 'answer-withdrawn'
  return is.declined ? 'declined' : 'level-lowered'
}

/** Nothing is known about its level. */
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
): Weakened[] {
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

/** An empty register is an answer: there are no entries. */
function registersWithdrawn(before: Earlier, now: Description): Weakened[] {
  return registerNames.flatMap((register): Weakened[] => {
    const items = before.registers.get(register)
    if (!items || now.registers.has(register)) return []
    const count = { lowest: items.length, highest: items.length }
    return [
      { kind: 'register-withdrawn', element: null, register, before: count, after: null, location: null },
    ]
  })
}
