/** The numbers of a score before they are rounded: each the ratio of two weighted sums. */
import type { Standing } from '../types/description.ts'
import { type Rational, rational } from '../util/rational.ts'

/** What a score reads of a standing. */
export type Scored = Pick<Standing, 'state' | 'level' | 'lowest' | 'highest' | 'evidenced' | 'target'>

/** An element of a group with what it counts there. */
export interface Member<S extends Scored = Standing> {
  readonly standing: S
  readonly weight: bigint
}

export type MeasureName = 'level' | 'evidenced' | 'percentToTarget' | 'lowest' | 'highest' | 'target'

/** A number of a score: `scale` x the sum of weight x amount over the sum of weight x share. */
interface Measure {
  readonly scale: bigint
  /** Only assessed elements count; else all in scope. */
  readonly assessed: boolean
  amount(standing: Scored): number
  share(standing: Scored): number
}

const mean = (assessed: boolean, amount: Measure['amount']): Measure => ({
  scale: 1n,
  assessed,
  amount,
  share: () => 1,
})

const measures: Readonly<Record<MeasureName, Measure>> = {
  level: mean(true, ({ level }) => level!),
  evidenced: mean(true, ({ evidenced }) => evidenced!),
  // No credit for overshooting.
  percentToTarget: {
    scale: 100n,
    assessed: true,
    amount: ({ level, target }) => Math.min(level!, target),
    share: ({ target }) => target,
  },
  lowest: mean(false, ({ lowest }) => lowest),
  highest: mean(false, ({ highest }) => highest),
  target: mean(false, ({ target }) => target),
}

export interface Ratio {
  readonly amount: bigint
  readonly share: bigint
}

/** What one member adds to the two sums of a measure. */
export function partOf({ standing, weight }: Member<Scored>, name: MeasureName): Ratio {
  const { scale, assessed, amount, share } = measures[name]
  const counts = assessed ? standing.state === 'assessed' : standing.state !== 'not-applicable'
  if (!counts) return { amount: 0n, share: 0n }
  return { amount: scale * weight * BigInt(amount(standing)), share: weight * BigInt(share(standing)) }
}

export function sumParts(members: readonly Member<Scored>[], name: MeasureName): Ratio {
  let [amount, share] = [0n, 0n]
  for (const member of members) {
    const part = partOf(member, name)
    amount += part.amount
    share += part.share
  }
  return { amount, share }
}

/** `undefined` where nothing counts: no members, all weights zero, or, for a percentage, nothing asked. */
export function exactScore(members: readonly Member<Scored>[], name: MeasureName): Rational | undefined {
  const { amount, share } = sumParts(members, name)
  return share === 0n ? undefined : rational(amount, share)
}
