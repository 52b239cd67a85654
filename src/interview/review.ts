/** What there is to look at before an interview ends: what was answered how, what was left, and what does not fit together. */
import type { Assessed } from '../assess.ts'
import { criteriaInterval } from '../description/criteria-interval.ts'
import type { Finding } from '../types/assessment.ts'
import type { Standing } from '../types/description.ts'
import type { ElementId, FrameworkElement } from '../types/framework.ts'
import type { Depth } from './depth.ts'
import { isAnswered } from './is-answered.ts'
import { saidOf } from './said-of.ts'

/**
 * Answers that do not fit together: levels that a rule read beside each other and found far apart, and a level that
 * the criteria of its own element exclude. Both may be true; the person who answered can tell.
 */
interface Disagreement {
  /** A question for whoever answered. */
  readonly text: string
  /** What the rule says of it; null for a level beside criteria. */
  readonly because: string | null
  /** The findings that hang on these answers. */
  readonly findings: readonly string[]
  /** Where to go to change an answer: the higher one first. */
  readonly elements: readonly ElementId[]
}

/** Levels nearer to each other than this are an ordinary gap, not a doubtful answer. */
const farApart = 2

/**
 * First levels beside criteria, then what rules about the claims themselves found, then the others, each in the order
 * of the elements or of the findings. Findings about the same two answers are one. What was waived or is planned is known.
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
      text: `You said ${said(high)} and ${said(low)}: change one?`,
      because: known?.because ?? finding.title,
      findings: [...(known?.findings ?? []), finding.id],
      elements: [high[0], low[0]],
    })
  }
  return [...besideCriteria(assessed), ...pairs.values()]
}

type Said = readonly [ElementId, number]

/**
 * The highest and the lowest of the levels a finding rests on; of equals, the first that was read. What counts over all
 * practices sets none of them beside another.
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
    const left = lowest === highest ? `only ${lowest}` : `${lowest} to ${highest}`
    return {
      text: `You said ${level} at ${element.id} (${element.title}), and its criteria leave ${left}: change one?`,
      because: null,
      findings: [],
      elements: [element.id],
    }
  })
}

/** Elements in pack order; one may be in several lists. */
export interface Review {
  /** As far as the depth asks, those that are not applicable left out. */
  readonly answered: readonly ElementId[]
  /** In scope, and nothing says where they stand. */
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
