/** What is said less than before, in one line each; targets that moved alike share a line. */
import type { FileCheck, LessSaid, Range } from '../../types/check-report.ts'
import type { Location } from '../../types/location.ts'
import { counted } from '../phrases.ts'

export interface LessSaidText {
  /** `4.2: was 3, not assessed now`; not yet safe to print. */
  readonly text: string
  readonly location: Location | null
}

/** So many elements of a shared line are named. */
const named = 5

/** In the order given; `all`: every element of a shared line is named. */
export function lessSaidTexts({ lessSaid }: Pick<FileCheck, 'lessSaid'>, all: boolean): LessSaidText[] {
  const groups = new Map<string, LessSaid[]>()
  for (const less of lessSaid) {
    const { kind, element, register, before, after } = less
    const key =
      kind === 'target-lowered' ? `${before.lowest} ${after?.lowest}` : `${kind} ${element ?? register}`
    const group = groups.get(key)
    if (group) group.push(less)
    else groups.set(key, [less])
  }
  return Array.from(groups.values(), (group) => ({
    text: textOf(group, all),
    location: group[0]!.location,
  }))
}

function textOf(group: readonly LessSaid[], all: boolean): string {
  const { kind, element, register, before, after } = group[0]!
  const was = rangeText(before)
  const now = after && rangeText(after)
  switch (kind) {
    case 'answer-withdrawn':
      return `${element}: was ${was}, ${now === null ? 'not assessed now' : `open now, from ${now}`}`
    case 'not-applicable':
      return `${element}: was ${was}, not applicable now`
    case 'target-lowered':
      return `${elementsText(group, all)}: target ${was} -> ${now}`
    case 'register-withdrawn':
      return `${register}: had ${counted(before.lowest, 'entry', 'entries')}, not in the file now`
    case 'declined':
      return `${element}: was ${was}, declined now`
    case 'level-lowered':
      return `${element}: ${was} -> ${now}`
  }
}

function elementsText(group: readonly LessSaid[], all: boolean): string {
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
