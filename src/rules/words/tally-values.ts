/** How often each value of a field occurs among entries, keeping apart what is certain and what is not. */
import type { Context } from '../condition.ts'
import type { Items } from '../operands/items.ts'
import { FALSE, TRUE } from '../truth.ts'

export interface ValueTally {
  /** By value, as text: entries that surely match, and those that may. A list counts for each of its values. */
  readonly values: ReadonlyMap<string, { sure: number; maybe: number }>
  /** Entries that surely match. */
  readonly sure: number
  /** Entries that may match. */
  readonly maybe: number
  /** Entries that surely match and whose value is not stated. */
  readonly sureUnstated: number
  readonly maybeUnstated: number
}

export function tallyValues(items: Items, field: string, context: Context): ValueTally {
  const values = new Map<string, { sure: number; maybe: number }>()
  const tally = { values, sure: 0, maybe: 0, sureUnstated: 0, maybeUnstated: 0 }
  items.visit(context, (match) => {
    if (match === FALSE) return
    const sure = match === TRUE
    if (sure) tally.sure++
    else tally.maybe++
    const value = items.value(context, field)
    if (Array.isArray(value)) for (const one of new Set(value.map(String))) countIn(values, one, sure)
    else if (value !== undefined) countIn(values, String(value), sure)
    else if (sure) tally.sureUnstated++
    else tally.maybeUnstated++
  })
  return tally
}

function countIn(values: Map<string, { sure: number; maybe: number }>, value: string, sure: boolean): void {
  let count = values.get(value)
  if (!count) {
    count = { sure: 0, maybe: 0 }
    values.set(value, count)
  }
  if (sure) count.sure++
  else count.maybe++
}

/** The share of the most common value as two fractions; `undefined` where nothing matches. */
export function commonest({
  values,
  sure,
  maybe,
  sureUnstated,
  maybeUnstated,
}: ValueTally): { lowest: number; lowestOf: number; highest: number; highestOf: number } | undefined {
  if (sure + maybe === 0) return undefined
  // Nothing is certain yet: any share is possible.
  if (sure === 0) return { lowest: 0, lowestOf: 1, highest: 1, highestOf: 1 }
  let lowest = 0
  let highest = sureUnstated + maybeUnstated
  let highestOf = sure + maybeUnstated
  for (const count of values.values()) {
    lowest = Math.max(lowest, count.sure)
    // At best everything that is not known has this value.
    const best = count.sure + count.maybe + sureUnstated + maybeUnstated
    const bestOf = sure + count.maybe + maybeUnstated
    if (best * highestOf > highest * bestOf) {
      highest = best
      highestOf = bestOf
    }
  }
  return { lowest, lowestOf: sure + maybe, highest, highestOf }
}

/** How many different values there are, at least and at most. An entry without a value may hold one nobody else has. */
export function differentValues({ values, sureUnstated, maybeUnstated }: ValueTally): {
  lowest: number
  highest: number
} {
  let lowest = 0
  for (const { sure } of values.values()) if (sure > 0) lowest++
  return { lowest, highest: values.size + sureUnstated + maybeUnstated }
}
