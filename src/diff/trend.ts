/**
 * Assesses the versions of one description, all with the same guidance, so that their numbers compare. A version that cannot
 * be assessed interrupts the series: it is listed with the reason and has no number.
 */

import { describe } from '../assess.ts'
import { scoresOf } from '../scoring/scores.ts'
import { weigh } from '../scoring/weights.ts'
import type { Description } from '../types/description.ts'
import type { Pack } from '../types/framework.ts'
import type { Every, Trend, TrendPoint } from '../types/trend.ts'
import { weekOf } from '../util/calendar.ts'
import { sha256Hex } from '../util/digest.ts'
import { differencesBetween } from './causes.ts'
import type { Measured } from './hybrid.ts'

/** The file as it once was. */
export interface Version {
  readonly commit: string | null
  /** The day of the commit, else today; taken where the file has no date of its own. */
  readonly date: string
  readonly path: string
  /** `undefined` where there was none to read. */
  readonly bytes: Uint8Array | undefined
  /** The commit deleted the file; left out where it was there, and larger than a description may be. */
  readonly deleted?: boolean
}

/** Of versions, oldest first, the last of every period; every one for `commit`. */
export function lastOfEach<V extends Pick<Version, 'date'>>(versions: readonly V[], every: Every): V[] {
  if (every === 'commit') return [...versions]
  const last = new Map(versions.map((version) => [periodOf(version.date, every), version]))
  const kept = new Set(last.values())
  return versions.filter((version) => kept.has(version))
}

function periodOf(date: string, every: Exclude<Every, 'commit'>): string | number {
  if (every === 'week') return weekOf(date)
  if (every === 'month') return date.slice(0, 7)
  return `${date.slice(0, 4)} ${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

/** `versions` are oldest first; one is held at a time, and only its point is kept. */
export function pointsOf(versions: Iterable<Version>, pack: Pack): Trend['points'] {
  const assess = assessOnce(pack)
  let last: Measured | undefined
  return Array.from(versions, (version): TrendPoint => {
    const { commit, date, path } = version
    const result = assess(version)
    const { scores, measured, status, problem } = result
    const differences = last && measured ? differencesBetween({ before: last, after: measured }) : []
    last = measured ?? last
    return {
      ...{ commit, date, path, status, problem },
      asOf: measured?.description.asOf ?? null,
      overall: scores?.overall ?? null,
      principles: scores?.principles.map(({ id, score }) => ({ id, score })) ?? [],
      changed: differences.map(({ cause }) => cause),
      differences,
    }
  })
}

interface Result extends Pick<TrendPoint, 'status' | 'problem'> {
  readonly scores?: ReturnType<typeof scoresOf>
  readonly measured?: Measured
}

/** So many contents are remembered: enough for changes that are taken back, and little however long the history is. */
const remembered = 16

/** A content that returns soon is not assessed again, unless it takes its day from the commit. */
function assessOnce(pack: Pack): (version: Version) => Result {
  const known = new Map<string, { readonly date: string; readonly own: boolean; readonly result: Result }>()
  return ({ bytes, deleted, date, path }) => {
    if (bytes === undefined)
      return { status: 'invalid', problem: deleted ? 'the file was deleted' : 'it has more than 1 MiB' }
    const digest = sha256Hex(bytes)
    const old = known.get(digest)
    if (old && (old.own || old.date === date)) return old.result
    const { description, diagnostics } = describe(bytes, { file: path, pack, today: date })
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    const result = description ? resultOf(description, pack) : failure(errors)
    if (known.size === remembered) known.delete(known.keys().next().value!)
    known.set(digest, { date, own: description?.assessment.date !== null, result })
    return result
  }
}

function resultOf(description: Description, pack: Pack): Result {
  const { framework } = pack
  return {
    status: 'assessed',
    problem: null,
    scores: scoresOf(framework, description, weigh(framework, description)),
    measured: { pack, description, boundTo: () => description },
  }
}

function failure(errors: readonly { readonly code: string; readonly message: string }[]): Result {
  const other = errors.find(({ code }) => code === 'description/other-framework')
  const [first] = errors
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  return other
    ? { status: 'other-guidance', problem: other.message }
    : { status: 'invalid', problem: `${first?.message ?? 'it cannot be read'}${more}` }
}
