/** What to check before an interview ends: answered, open and flagged elements, contradictions and gaps. */
import type { Assessed } from '../assess.ts'
import { criteriaInterval } from '../description/criteria-interval.ts'
import type { Finding } from '../types/assessment.ts'
import type { Standing } from '../types/description.ts'
import type { ElementId, FrameworkElement } from '../types/framework.ts'
import type { Depth } from './depth.ts'
import { isAnswered } from './is-answered.ts'
import { saidOf } from './said-of.ts'

/** Two answers to check. Both may be true; the person who answered can tell. */
interface Disagreement {
  /**
   * `contradiction`: a level that the element's own criteria exclude, or a claim that a rule doubts; one answer is probably
   * wrong. `gap`: a finding about levels far apart, which is a normal result.
   */
  readonly kind: 'contradiction' | 'gap'
  readonly text: string
  /** Title of the finding; null for a level that contradicts its criteria. */
  readonly because: string | null
  /** The findings that hang on these answers. */
  readonly findings: readonly string[]
  /** Where to go to change an answer: the higher one first. */
  readonly elements: readonly ElementId[]
}

/** Levels closer than this are not worth checking. */
const farApart = 2

/**
 * First levels that contradict their criteria, then findings about claims, then gaps, each in the order of the elements or of
 * the findings. Findings about the same two answers are merged. Waived and planned findings are left out.
 */
function disagreementsIn(assessed: Assessed): readonly Disagreement[] {
  const { pack, assessment } = assessed
  const titles = new Map(pack.framework.elements.map(({ id, title }) => [id, title]))
  const said = ([id, level]: Said) => `${level} at ${id} (${titles.get(id)})`
  const pairs = new Map<string, Disagreement>()
  const lints = assessment.findings.filter(({ category }) => category === 'lint')
  for (const finding of new Set([...lints, ...assessment.findings])) {
    const pair = finding.waived || finding.planned ? undefined : furthestApart(finding)
    if (!pair) continue
    const [high, low] = pair
    const key = `${high[0]} ${low[0]}`
    const known = pairs.get(key)
    pairs.set(key, {
      kind: known?.kind ?? (finding.category === 'lint' ? 'contradiction' : 'gap'),
      text: `You answered ${said(high)} and ${said(low)}.`,
      because: known?.because ?? finding.title,
      findings: [...(known?.findings ?? []), finding.id],
      elements: [high[0], low[0]],
    })
  }
  return [...besideCriteria(assessed), ...pairs.values()]
}

type Said = readonly [ElementId, number]

/**
 * The highest and the lowest level that a finding read; of equals, the first. A finding that counts over all practices does
 * not compare two of them.
 */
function furthestApart({ reasons }: Finding): readonly [Said, Said] | undefined {
  if (reasons.some(({ path }) => path.length === 1)) return undefined
  const said = reasons.flatMap(({ path: [part, id], found }): Said[] =>
    part === 'practices' && typeof id === 'string' && typeof found === 'number' ? [[id, found]] : [],
  )
  if (said.length === 0) return undefined
  const high = said.reduce((best, other) => (other[1] > best[1] ? other : best))
  const low = said.reduce((best, other) => (other[1] < best[1] ? other : best))
  return high[0] !== low[0] && high[1] - low[1] >= farApart ? [high, low] : undefined
}

function besideCriteria({ pack, description }: Assessed): Disagreement[] {
  return pack.framework.elements.flatMap((element: FrameworkElement) => {
    const { criteria } = description.standings.get(element.id)!
    const { level } = criteria.size === 0 ? {} : saidOf(description.root, element.id)
    const interval =
      level === undefined ? undefined : criteriaInterval(element, criteria, description.organization)
    if (level === undefined || !interval || (level >= interval.lowest && level <= interval.highest)) return []
    const { lowest, highest } = interval
    const left = lowest === highest ? `only level ${lowest}` : `levels ${lowest} to ${highest}`
    return {
      kind: 'contradiction',
      text: `You answered ${level} at ${element.id} (${element.title}), but its criteria allow ${left}.`,
      because: null,
      findings: [],
      elements: [element.id],
    }
  })
}

/** Elements in pack order; one may be in several lists. */
export interface Review {
  /** Answered at this depth, without those that are not applicable. */
  readonly answered: readonly ElementId[]
  /** In scope, without an answer. */
  readonly notAssessed: readonly ElementId[]
  readonly notApplicable: readonly ElementId[]
  readonly declined: readonly ElementId[]
  readonly planned: readonly ElementId[]
  readonly flagged: readonly ElementId[]
  readonly disagreements: readonly Disagreement[]
}

export function reviewOf(assessed: Assessed, depth: Depth): Review {
  const { pack, description } = assessed
  const { standings, organization } = description
  const those = (wanted: (standing: Standing, element: FrameworkElement) => boolean) =>
    pack.framework.elements
      .filter((element) => wanted(standings.get(element.id)!, element))
      .map(({ id }) => id)
  return {
    answered: those(
      (standing, element) =>
        standing.notApplicable === null && isAnswered(element, standing, organization, depth),
    ),
    notAssessed: those(({ state }) => state === 'not-assessed'),
    notApplicable: those(({ state }) => state === 'not-applicable'),
    declined: those(({ declined }) => declined),
    planned: those(({ planned }) => planned !== null),
    flagged: those(({ flagged }) => flagged),
    disagreements: disagreementsIn(assessed),
  }
}
