/** After which of the keys that stand in a mapping a new one belongs. */

import { descriptionSchema } from '../schema/description-schema.ts'
import { schemaAt } from '../schema/schema.ts'
import type { Path } from '../types/document.ts'

/**
 * The position of the name it goes behind; -1: before the name at the first position; `undefined`: wherever new keys go,
 * since the order says nothing or the names keep another one.
 */
export function placeForKey(
  key: string,
  names: readonly string[],
  path: Path,
  order: readonly string[] | undefined,
): number | undefined {
  const known = order?.includes(key) ? order : Object.keys(schemaAt(descriptionSchema, path).properties ?? {})
  const rank = known.includes(key) ? rankIn(known) : isNumber(key) ? numbered : undefined
  if (!rank) return undefined
  const ranked = names.map((name, index) => ({ name, index })).filter(({ name }) => rank(name, name) === 0)
  if (ranked.length === 0) return undefined
  for (const [index, { name }] of ranked.entries()) {
    const before = ranked[index - 1]
    if (before && rank(before.name, name)! > 0) return undefined
  }
  const above = ranked.filter(({ name }) => rank(name, key)! < 0)
  return above.length > 0 ? above[above.length - 1]!.index : ranked[0]!.index - 1
}

/** Below 0: the first goes first. `undefined`: one of them has no place in the order. */
type Rank = (one: string, other: string) => number | undefined

function rankIn(order: readonly string[]): Rank {
  const positions = new Map(order.map((name, position) => [name, position]))
  return (one, other) => {
    const [first, second] = [positions.get(one), positions.get(other)]
    return first === undefined || second === undefined ? undefined : first - second
  }
}

/** `4.1.2`, and `1a` as criteria are named. */
function isNumber(name: string): boolean {
  return /^\d+(?:\.\d+)*[a-z]?$/.test(name)
}

const numbered: Rank = (one, other) => {
  if (!isNumber(one) || !isNumber(other)) return undefined
  const [first, second] = [one.split('.'), other.split('.')]
  for (let index = 0; index < Math.max(first.length, second.length); index++) {
    const [a = '', b = ''] = [first[index], second[index]]
    const difference = (Number.parseInt(a, 10) || -1) - (Number.parseInt(b, 10) || -1)
    if (difference !== 0) return difference
    if (a !== b) return a < b ? -1 : 1
  }
  return 0
}
