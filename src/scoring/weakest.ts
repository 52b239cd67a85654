/** Which elements of a group a score must not hide: those furthest below their targets. */
import type { ElementId } from '../types/framework.ts'
import type { Member } from './score.ts'

/** Assessed elements below target by gap, then weight, then pack order; at most three. Members come in pack order. */
export function weakestOf(members: readonly Member[]): ElementId[] {
  return members
    .filter((member) => gapOf(member) > 0)
    .sort((a, b) => gapOf(b) - gapOf(a) || Number(b.weight > a.weight) - Number(b.weight < a.weight))
    .slice(0, 3)
    .map(({ standing }) => standing.id)
}

function gapOf({ standing }: Member): number {
  return standing.state === 'assessed' ? standing.target - standing.level! : 0
}
