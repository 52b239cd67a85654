/** Which causes differ between two sides, and how, in words. What does not differ cannot have moved anything. */
import type { Cause, CauseDifference, ElementAnswer } from '../types/comparison.ts'
import type { Standing } from '../types/description.ts'
import type { ElementId, Framework } from '../types/framework.ts'
import { listWords } from '../util/show.ts'
import { hasElement, type Sides } from './hybrid.ts'

/** In the order of `causes`. */
export function differencesBetween(sides: Sides): CauseDifference[] {
  const pairs = sharedPairs(sides)
  const found: readonly (readonly [Cause, string])[] = [
    ['answers', answersText(pairs)],
    ['scope', scopeText(pairs)],
    ['targets', targetsText(pairs)],
    ['weights', weightsText(sides)],
    ['evidence', evidenceText(pairs)],
    ['date', dateText(sides)],
    ['pack', packText(sides)],
  ]
  return found.filter(([, text]) => text !== '').map(([cause, text]) => ({ cause, text }))
}

/** An element on both sides, laid over one guidance. */
export interface Pair {
  readonly id: ElementId
  readonly before: Standing
  readonly after: Standing
}

/** The elements that both sides' guidance has, once for each guidance; those of the later one first. */
function sharedPairs(sides: Sides): Pair[] {
  const [early, late] = [sides.before.pack.framework, sides.after.pack.framework]
  return [...new Set([late, early])].flatMap((framework) =>
    elementsInBoth(sides).map((id) => ({
      id,
      before: sides.before.boundTo(framework).standings.get(id)!,
      after: sides.after.boundTo(framework).standings.get(id)!,
    })),
  )
}

/** In the order of the later side's guidance. */
function elementsInBoth({ before, after }: Sides): ElementId[] {
  return after.pack.framework.elements
    .map(({ id }) => id)
    .filter((id) => hasElement(before.pack.framework, id))
}

const isOut = ({ state }: Standing) => state === 'not-applicable'

/** Once each, as the later guidance reads them where it sees a difference. */
export function differingAnswers(sides: Sides): Pair[] {
  return uniquely(sharedPairs(sides).filter(differsInAnswer))
}

function differsInAnswer({ before, after }: Pair): boolean {
  if (isOut(before) || isOut(after)) return false
  return before.lowest !== after.lowest || before.highest !== after.highest
}

function answersText(pairs: readonly Pair[]): string {
  const changed = uniquely(pairs.filter(differsInAnswer))
  const count = (is: (before: number | null, after: number | null) => boolean) =>
    changed.filter(({ before, after }) => is(before.level, after.level)).length
  const kinds: readonly (readonly [number, string, string])[] = [
    [count((before, after) => before !== null && after !== null && after > before), 'rose', 'rose'],
    [count((before, after) => before !== null && after !== null && after < before), 'fell', 'fell'],
    [
      count((before, after) => before === null && after !== null),
      'was given for the first time',
      'were given for the first time',
    ],
    [count((before, after) => before !== null && after === null), 'was withdrawn', 'were withdrawn'],
    [count((before, after) => before === null && after === null), 'became clearer', 'became clearer'],
  ]
  const parts = kinds
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`)
  if (parts.length === 0) return ''
  if (parts.length > 1) return `${changed.length} answers: ${listWords(parts)}`
  const [number, ...words] = parts[0]!.split(' ')
  return `${number} ${number === '1' ? 'answer' : 'answers'} ${words.join(' ')}`
}

function scopeText(pairs: readonly Pair[]): string {
  const ids = (wanted: (pair: Pair) => boolean) => uniquely(pairs.filter(wanted)).map(({ id }) => id)
  const left = ids(({ before, after }) => !isOut(before) && isOut(after))
  const came = ids(({ before, after }) => isOut(before) && !isOut(after))
  return [
    ...(left.length === 0 ? [] : [`${listWords(left)} left the scope`]),
    ...(came.length === 0 ? [] : [`${listWords(came)} came into scope`]),
  ].join('; ')
}

function targetsText(pairs: readonly Pair[]): string {
  const changed = uniquely(
    pairs.filter(({ before, after }) => before.target !== after.target && !(isOut(before) && isOut(after))),
  )
  const raised = changed.filter(({ before, after }) => after.target > before.target).length
  const lowered = changed.length - raised
  const parts = (
    [
      ['raised', raised],
      ['lowered', lowered],
    ] as const
  ).filter(([, count]) => count > 0)
  return parts
    .map(
      ([how, count], index) =>
        `${how} for ${count}${index > 0 ? '' : count === 1 ? ' element' : ' elements'}`,
    )
    .join(', ')
}

function weightsText(sides: Sides): string {
  const { framework } = sides.after.pack
  const [before, after] = [sides.before, sides.after].map((side) => side.boundTo(framework).principleWeights)
  const changed = framework.principles
    .filter(({ id }) => before!.get(id) !== after!.get(id))
    .map(({ id }) => `${id} ${before!.get(id)} to ${after!.get(id)}`)
  return listWords(changed)
}

/** What decides whether and how far the pieces of a side carry, on whatever day. */
function carried({ evidence }: Standing): string {
  return evidence
    .map(({ carries, day, state }) => `${carries} ${day} ${state === 'too-old' ? 'fine' : state}`)
    .sort()
    .join()
}

function evidenceText(pairs: readonly Pair[]): string {
  const changed = uniquely(
    pairs.filter(
      ({ before, after }) => !isOut(before) && !isOut(after) && carried(before) !== carried(after),
    ),
  )
  if (changed.length === 0) return ''
  return `other pieces for ${changed.length} ${changed.length === 1 ? 'element' : 'elements'}`
}

function dateText({ before, after }: Sides): string {
  const [early, late] = [before.description.asOf, after.description.asOf]
  return early === late ? '' : `${early} to ${late}`
}

function packText({ before, after }: Sides): string {
  const [early, late] = [before.pack.framework, after.pack.framework]
  if (early.sha256 === late.sha256) return ''
  const gained = lacking(early, late)
  const lost = lacking(late, early)
  return [
    early.version === late.version
      ? `version ${late.version} on both sides, with other content`
      : `version ${early.version} to ${late.version}`,
    ...(gained === 0 ? [] : [`${gained} more ${gained === 1 ? 'element' : 'elements'}`]),
    ...(lost === 0 ? [] : [`${lost} fewer`]),
  ].join(', ')
}

/** How many elements of the second the first has not. */
function lacking(first: Framework, second: Framework): number {
  return second.elements.filter(({ id }) => !hasElement(first, id)).length
}

/** Pairs of one element laid over two guidances are one element; the first stays. */
function uniquely(pairs: readonly Pair[]): Pair[] {
  const seen = new Set<ElementId>()
  return pairs.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** `2`, `declined`, `not assessed`, `1 to 3`. */
export function answerText({ level, lowest, highest, declined }: ElementAnswer): string {
  if (declined) return 'declined'
  if (level !== null) return String(level)
  return lowest === 0 && highest === 5 ? 'not assessed' : `${lowest} to ${highest}`
}

/** The same, and `not applicable` where it is out of scope. */
export function standingText(standing: Standing): string {
  return standing.state === 'not-applicable' ? 'not applicable' : answerText(standing)
}
