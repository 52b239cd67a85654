/** Answers, targets and registers that were removed or lowered, one line each; targets lowered alike share a line. */
import type { CheckedFinding, FileCheck, Range, Weakened } from '../../types/check-report.ts'
import type { Location } from '../../types/location.ts'
import { counted } from '../phrases.ts'

export interface WeakenedText {
  /** `4.2: was 3, no longer assessed`; not yet safe to print. */
  readonly text: string
  readonly location: Location | null
}

/** So many elements of a shared line are named. */
const named = 5

/** `1 answer lowered, 2 answers withdrawn`; empty where nothing was weakened. */
export function weakenedCounts(checks: readonly Pick<FileCheck, 'weakened'>[]): string {
  const all = checks.flatMap(({ weakened }) => weakened)
  const parts = countNames.map(([kinds, one, many, how]): string => {
    const count = all.filter(({ kind }) => kinds.includes(kind)).length
    return count === 0 ? '' : `${counted(count, one, many)} ${how}`
  })
  return parts.filter((part) => part !== '').join(', ')
}

const countNames: readonly (readonly [
  kinds: readonly Weakened['kind'][],
  one: string,
  many: string,
  how: string,
])[] = [
  [['level-lowered', 'declined'], 'answer', 'answers', 'lowered'],
  [['answer-withdrawn'], 'answer', 'answers', 'withdrawn'],
  [['not-applicable'], 'element', 'elements', 'excluded'],
  [['target-lowered'], 'target', 'targets', 'lowered'],
  [['register-withdrawn'], 'register', 'registers', 'removed'],
]

/** In the order given; `all`: every element of a shared line is named. */
export function weakenedTexts({ weakened }: Pick<FileCheck, 'weakened'>, all: boolean): WeakenedText[] {
  const groups = new Map<string, Weakened[]>()
  for (const one of weakened) {
    const { kind, element, register, before, after } = one
    const key =
      kind === 'target-lowered' ? `${before.lowest} ${after?.lowest}` : `${kind} ${element ?? register}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return Array.from(groups.values(), (group) => ({
    text: textOf(group, all),
    location: group[0]!.location,
  }))
}

function textOf(group: readonly Weakened[], all: boolean): string {
  const { kind, element, register, before, after } = group[0]!
  const was = rangeText(before)
  const now = after && rangeText(after)
  switch (kind) {
    case 'answer-withdrawn':
      return `${element}: was ${was}, ${now === null ? 'no longer assessed' : `now ${now}`}`
    case 'not-applicable':
      return `${element}: was ${was}, now not applicable`
    case 'target-lowered':
      return `${elementsText(group, all)}: target ${was} -> ${now}`
    case 'register-withdrawn':
      return `${register}: had ${counted(before.lowest, 'entry', 'entries')}, now removed`
    case 'declined':
      return `${element}: was ${was}, now declined`
    case 'level-lowered':
      return `${element}: ${was} -> ${now}`
  }
}

function elementsText(group: readonly Weakened[], all: boolean): string {
  const ids = group.map(({ element }) => element!)
  if (ids.length === 1) return ids[0]!
  const shown = all || ids.length <= named + 1 ? ids : ids.slice(0, named)
  const rest = ids.length - shown.length
  return `${ids.length} elements (${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''})`
}

/** A level, or what answers to criteria leave open. */
function rangeText({ lowest, highest }: Range): string {
  return lowest === highest ? String(lowest) : `${lowest} to ${highest}`
}

/** `from level 2 to 1`, `from level 2 to at most 1`; empty where the level did not change. */
export function movedText({
  status,
  before,
  level,
}: Pick<CheckedFinding, 'status' | 'before' | 'level'>): string {
  if (!before || !level || (status !== 'worse' && status !== 'better')) return ''
  const now = status === 'worse' ? level.highest : level.lowest
  const bound = level.lowest === level.highest ? '' : status === 'worse' ? 'at most ' : 'at least '
  return `from level ${rangeText(before)} to ${bound}${now}`
}
