/** Which findings raising elements would close and open: the rules decide, on the description as it would then be. */
import { citationsIn } from '../description/bind-data.ts'
import type { CompiledRules } from '../rules/compile-rules.ts'
import type { Conclusion } from '../rules/conclude-all.ts'
import { concludeAgain, concludeSubject } from '../rules/conclude-subject.ts'
import { contextOf } from '../rules/context-of.ts'
import { lackingOf } from '../rules/lacking-of.ts'
import { readingsOf } from '../rules/readings-of.ts'
import type { Description, Evidence, Standing } from '../types/description.ts'
import type { ElementId, EvidenceKind, Framework, FrameworkElement, Level } from '../types/framework.ts'
import { before } from '../util/calendar.ts'
import type { Raise } from './raises.ts'

/** Finding ids in the order of the rules. */
export interface Effects {
  /** Gaps that are none any more once it and everything before it is done; what can then not be judged is not among them. */
  readonly closes: readonly string[]
  /** Gaps that exist only then. */
  readonly opens: readonly string[]
  /** Other improvements that, done as well, keep it from opening these; empty where none do. In pack order. */
  readonly preventedBy: readonly ElementId[]
}

/** A finding that no single improvement closes, and a smallest set of improvements that does; empty where none does. */
export interface ClosedTogether {
  readonly finding: string
  readonly elements: readonly ElementId[]
}

export interface EffectsIn {
  of(raise: Raise): Effects
  /** For every gap about the organization that is in `closes` of none. */
  together(closed: ReadonlySet<string>): readonly ClosedTogether[]
}

type Then = 'gap' | 'closed' | 'unknown'

/** `conclusions`: of the description as it is. */
export function effectsIn(
  framework: Framework,
  rules: CompiledRules,
  description: Description,
  conclusions: readonly Conclusion[],
  raises: readonly Raise[],
): EffectsIn {
  const gaps = new Set(conclusions.flatMap(({ id, outcome }) => (outcome === 'gap' ? [id] : [])))
  const byId = new Map(raises.map((raise) => [raise.element.id, raise]))
  const raised = new Map<ElementId, Standing>()
  const standingAfter = (id: ElementId): Standing => {
    const { element, to } = byId.get(id)!
    const known = raised.get(id) ?? raiseStanding(framework, description, element, to)
    raised.set(id, known)
    return known
  }
  const after = (ids: Iterable<ElementId>) =>
    withStandings(description, new Map(Array.from(ids, (id) => [id, standingAfter(id)])))

  return {
    of({ element: { id }, before: first }) {
      const places = rules.readers[rules.index.positions.get(id)!]!
      const alone = concludeAt(places, after([id]))
      const done = after([...first, id])
      const last = first.length === 0 ? alone : concludeAt(places, done)
      const prepared = first.length === 0 ? undefined : concludeAt(places, after(first))
      const isGapBefore = (finding: string) =>
        prepared ? stateIn(prepared, finding) === 'gap' : gaps.has(finding)
      const opened = last.filter(
        (then) => then.outcome === 'gap' && !gaps.has(then.id) && !isGapBefore(then.id),
      )
      return {
        closes: last
          .filter(({ id: finding, outcome }) => gaps.has(finding) && isClosed(outcome))
          .map(({ id: finding }) => finding)
          .filter((finding) => stateIn(alone, finding) === 'closed' || isGapBefore(finding)),
        opens: opened.map(({ id: finding }) => finding),
        preventedBy: raises
          .map(({ element }) => element.id)
          .filter((other) => opened.some((then) => closing(then, [...first, id], done).includes(other))),
      }
    },
    together: (closed) =>
      conclusions
        .filter(({ id, outcome, rule }) => outcome === 'gap' && rule.category === 'gap' && !closed.has(id))
        .map((conclusion) => ({ finding: conclusion.id, elements: closing(conclusion, [], description) })),
  }

  function concludeAt(places: readonly number[], changed: Description): Conclusion[] {
    const context = contextOf(rules.index, changed)
    const found: Conclusion[] = []
    for (const place of places) concludeSubject(rules.subjects[place]!, context, found)
    return found
  }

  /** A smallest set of further raises after which the conclusion is no gap: of what it lacks, else of all it reads. */
  function closing(
    conclusion: Conclusion,
    done: readonly ElementId[],
    now: Description,
  ): readonly ElementId[] {
    const isOpenWith = (ids: readonly ElementId[]) => {
      const outcome = concludeAgain(conclusion, rules, contextOf(rules.index, after([...done, ...ids])))
      return !isClosed(outcome)
    }
    const lacking = new Set(lackingOf(readingsOf(rules, now, conclusion)))
    const more = raises.map(({ element }) => element.id).filter((id) => !done.includes(id))
    for (const candidates of [
      more.filter((id) => lacking.has(id)),
      more.filter((id) => reads(conclusion, id)),
    ]) {
      if (candidates.length === 0 || isOpenWith(candidates)) continue
      let needed = candidates
      for (const id of candidates) {
        const without = needed.filter((other) => other !== id)
        if (!isOpenWith(without)) needed = without
      }
      return needed
    }
    return []
  }

  function reads({ id, item }: Conclusion, element: ElementId): boolean {
    const subject = item ? id.slice(0, id.lastIndexOf(`#${item.id}`)) : id
    return rules.readers[rules.index.positions.get(element)!]!.some(
      (place) => rules.subjects[place]!.id === subject,
    )
  }
}

function isClosed(outcome: Conclusion['outcome']): boolean {
  return outcome === 'clear' || outcome === 'not-applicable'
}

function stateIn(conclusions: readonly Conclusion[], finding: string): Then {
  const outcome = conclusions.find(({ id }) => id === finding)?.outcome
  if (outcome === undefined || outcome === 'not-evaluated') return 'unknown'
  return outcome === 'gap' ? 'gap' : 'closed'
}

function withStandings(description: Description, changed: ReadonlyMap<ElementId, Standing>): Description {
  const standings = new Map(description.standings)
  for (const [id, standing] of changed) standings.set(id, standing)
  const drops = [...changed].some(([id, { evidence }]) =>
    description.standings.get(id)!.evidence.some((piece) => !evidence.includes(piece)),
  )
  return {
    ...description,
    standings,
    ...(drops && { citations: citationsIn([...standings.values()]) }),
  }
}

/** The description with one element raised. */
export function raiseDescription(
  framework: Framework,
  description: Description,
  element: FrameworkElement,
  to: Level,
): Description {
  return withStandings(
    description,
    new Map([[element.id, raiseStanding(framework, description, element, to)]]),
  )
}

/**
 * The element at its new level. Taken as given: an owner, a review at `asOf`, criteria up to `to` met, and fresh evidence
 * that carries the level in the place of what no longer counts. Everything else stays.
 */
export function raiseStanding(
  framework: Framework,
  { standings, asOf }: Description,
  element: FrameworkElement,
  to: Level,
): Standing {
  const standing = standings.get(element.id)!
  const criteria = new Map(standing.criteria)
  for (const { id, level } of element.criteria)
    if (level <= to && criteria.get(id) !== 'not-applicable') criteria.set(id, 'yes')
  return {
    ...standing,
    state: 'assessed',
    level: to,
    lowest: to,
    highest: to,
    evidenced: to,
    carried: to,
    cited: to,
    planned: null,
    owner: standing.owner ?? `owner of ${element.id}`,
    reviewed: asOf,
    criteria,
    evidence: [
      ...standing.evidence.filter(({ counts }) => counts),
      ...neededKinds(framework, to).map((kind) =>
        freshEvidence(kind, framework.scoring.evidence[kind], standing, asOf),
      ),
    ],
  }
}

/** A record shows use; where a record does not carry the level, a result does. */
function neededKinds({ scoring }: Framework, to: Level): EvidenceKind[] {
  return scoring.evidence.record < to ? ['record', 'result'] : ['record']
}

/**
 * A piece like no other, so that it is never taken for one that several elements share. A week old: rules of a pack may
 * ask whether there is any dated piece by asking for one older than a day.
 */
function freshEvidence(kind: EvidenceKind, carries: Level, { id, path }: Standing, asOf: string): Evidence {
  const date = before(asOf, { count: 7, unit: 'days' })
  return {
    type: 'file',
    source: `fresh ${kind} of ${id}`,
    kind,
    date,
    sha256: null,
    day: date,
    state: 'fine',
    counts: true,
    carries,
    path,
  }
}
