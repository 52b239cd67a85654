/** Which elements a sitting asks, and in which order: always the pack's. */
import type { Description, Standing } from '../types/description.ts'
import type { ElementId, Framework } from '../types/framework.ts'
import { before, type Duration } from '../util/calendar.ts'
import type { Depth } from './depth.ts'
import { findNamed, type UnknownName } from './find-named.ts'
import { isAnswered } from './is-answered.ts'
import { scanElements } from './scan-elements.ts'

export interface Wanted {
  readonly depth: Depth
  /** Ids of principles, clauses or elements; together they stand for all that any of them names. */
  readonly only?: readonly string[]
  /** The same: nothing that stands before the first it names is asked. */
  readonly from?: string
  /** These three say why to ask. Where several are given, one of them is enough. */
  readonly unanswered?: boolean
  readonly flagged?: boolean
  readonly stale?: Duration
}

export type Chosen =
  | { readonly elements: readonly ElementId[] }
  /** `of`: which of the two held the name. */
  | { readonly unknown: UnknownName & { readonly of: 'only' | 'from' } }

/** Without a reason given, answered elements are among them: one may go back to every answer. */
export function chooseElements(
  framework: Framework,
  description: Pick<Description, 'standings' | 'organization' | 'asOf'>,
  wanted: Wanted,
): Chosen {
  const { depth, only, from, unanswered, flagged, stale } = wanted
  const named = namedElements(framework, only ?? [], depth)
  if ('unknown' in named) return { unknown: { ...named.unknown, of: 'only' } }
  const start = from === undefined ? 0 : startOf(framework, from)
  if (typeof start !== 'number') return { unknown: { ...start, of: 'from' } }

  const { standings, organization, asOf } = description
  const anyReason = unanswered || flagged || stale
  const chosen = framework.elements.slice(start).filter((element) => {
    if (!named.elements.has(element.id)) return false
    const standing = standings.get(element.id)!
    return (
      !anyReason ||
      (unanswered && !isAnswered(element, standing, organization, depth)) ||
      (flagged && standing.flagged) ||
      (stale && isStale(standing, asOf, stale))
    )
  })
  return { elements: chosen.map(({ id }) => id) }
}

/** The first name in `wanted` that the framework does not have; known before there is a description. */
export function unknownIn(
  framework: Framework,
  { depth, only, from }: Pick<Wanted, 'depth' | 'only' | 'from'>,
): Extract<Chosen, { unknown: unknown }>['unknown'] | undefined {
  const named = namedElements(framework, only ?? [], depth)
  if ('unknown' in named) return { ...named.unknown, of: 'only' }
  const start = from === undefined ? 0 : startOf(framework, from)
  return typeof start === 'number' ? undefined : { ...start, of: 'from' }
}

/** A name that leaves none of a scan's elements stands for all it names: who names something wants to be asked about it. */
function namedElements(
  framework: Framework,
  names: readonly string[],
  depth: Depth,
): { readonly elements: ReadonlySet<ElementId> } | { readonly unknown: UnknownName } {
  const asked = new Set(depth === 'scan' ? scanElements(framework) : framework.elements.map(({ id }) => id))
  if (names.length === 0) return { elements: asked }
  const elements = new Set<ElementId>()
  for (const name of names) {
    const found = findNamed(name, framework)
    if ('unknown' in found) return found
    const scanned = found.elements.filter((id) => asked.has(id))
    for (const id of scanned.length > 0 ? scanned : found.elements) elements.add(id)
  }
  return { elements }
}

function startOf(framework: Framework, name: string): number | UnknownName {
  const found = findNamed(name, framework)
  if ('unknown' in found) return found.unknown
  const first = framework.elements.findIndex(({ id }) => found.elements.includes(id))
  return Math.max(0, first)
}

/**
 * An answer is as old as its review, else as its newest piece of evidence; one that bears no date is stale. Where an
 * element is not applicable, the day to look again decides, once there is one. What was never answered is not stale.
 */
function isStale(standing: Standing, asOf: string, age: Duration): boolean {
  const { state, criteria, notApplicable, reviewed, evidence } = standing
  if (state === 'not-assessed' && criteria.size === 0) return false
  if (notApplicable?.revisit) return notApplicable.revisit <= asOf
  const dates = evidence.flatMap(({ date }) => date ?? [])
  const newest = reviewed ?? dates.reduce((latest, date) => (date > latest ? date : latest), '')
  return newest < before(asOf, age)
}
