/** What reports say about findings of the base that are no longer reported, and about answers that were removed or lowered. */
import {
  type CheckedFinding,
  type CheckReport,
  type FileCheck,
  type Range,
  type Resolution,
  type ResolvedFinding,
  resolutions,
  type Weakened,
} from '../../types/check-report.ts'
import type { Location } from '../../types/location.ts'
import { counted } from '../phrases.ts'

/** A baseline does not record answers, so that a lower claim may be why a finding is no longer found. */
export function fixedWord({ kind }: CheckReport['base']): 'fixed' | 'no longer found' {
  return kind === 'revision' ? 'fixed' : 'no longer found'
}

export const notFixedTitle = 'No longer reported, but not fixed'

type NotFixed = Exclude<Resolution, 'fixed'>

const reasons: Readonly<Record<NotFixed, string>> = {
  'not-evaluated': 'no longer evaluated, because an input is no longer given',
  'not-applicable': 'no longer applicable',
  'target-lowered': 'the target was lowered',
  'answer-lowered': 'an answer was lowered',
  'entry-removed': 'the entry it is about was removed',
  'rule-changed': 'the guidance pack changed or removed the rule',
}

const counts: Readonly<Record<NotFixed, string>> = {
  'not-evaluated': 'no longer evaluated',
  'not-applicable': 'no longer applicable',
  'target-lowered': 'below a lowered target',
  'answer-lowered': 'closed by a lowered answer',
  'entry-removed': 'with the entry removed',
  'rule-changed': 'with the rule changed',
}

const notFixed = resolutions.filter((resolution) => resolution !== 'fixed')

export function fixedFindings({ resolved }: Pick<FileCheck, 'resolved'>): ResolvedFinding[] {
  return resolved.filter(({ resolution }) => resolution === 'fixed')
}

/** `4 fixed`, `1 no longer evaluated`; by kind. */
export function resolutionCounts(
  checks: readonly Pick<FileCheck, 'resolved'>[],
  base: CheckReport['base'],
): string[] {
  const all = checks.flatMap(({ resolved }) => resolved)
  return resolutions.flatMap((wanted) => {
    const count = all.filter(({ resolution }) => resolution === wanted).length
    return count === 0 ? [] : [`${count} ${wanted === 'fixed' ? fixedWord(base) : counts[wanted]}`]
  })
}

/** Those that were not fixed, by reason, else in the order given. */
export function notFixedByReason({
  resolved,
}: Pick<FileCheck, 'resolved'>): (readonly [reason: string, findings: readonly ResolvedFinding[]])[] {
  return notFixed
    .map((wanted) => [reasons[wanted], resolved.filter(({ resolution }) => resolution === wanted)] as const)
    .filter(([, findings]) => findings.length > 0)
}

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
