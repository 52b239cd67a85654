/** Which findings an improvement would close, and which it would open: the rules decide, nobody writes it down. */
import type { CompiledRules } from '../rules/compile-rules.ts'
import type { Conclusion } from '../rules/conclude-all.ts'
import { concludeFor } from '../rules/conclude-for.ts'
import { concludeAgain } from '../rules/conclude-subject.ts'
import { contextOf } from '../rules/context-of.ts'
import type { Description, Evidence, Standing } from '../types/description.ts'
import type { EvidenceKind, Framework, FrameworkElement, Level } from '../types/framework.ts'
import { before } from '../util/calendar.ts'

/** Finding ids in the order of the rules. */
export interface Consequences {
  /** Gaps that are known to be none any more; those that could no longer be judged are not among them. */
  readonly closes: readonly string[]
  readonly opens: readonly string[]
}

/** An element and the level it is raised to. */
export type Step = readonly [FrameworkElement, Level]

/**
 * A function from a step and the improvements that must come before it: what it opens is what it opens once those are
 * done. `conclusions`: of the description as it is.
 */
export function consequencesIn(
  framework: Framework,
  rules: CompiledRules,
  description: Description,
  conclusions: readonly Conclusion[],
): (step: Step, before: readonly Step[]) => Consequences {
  const gaps = new Set(conclusions.filter(({ outcome }) => outcome === 'gap').map(({ id }) => id))
  const raise = (from: Description, [element, to]: Step) => raiseDescription(framework, from, element, to)
  return (step, before) => {
    const [element] = step
    const raised = raise(description, step)
    const then = concludeFor(rules, raised, [element.id])
    const opened = then.filter(({ id, outcome }) => !gaps.has(id) && outcome === 'gap')
    const opens =
      opened.length > 0 && before.length > 0 ? stillGaps(opened, before.reduce(raise, raised)) : opened
    return {
      closes: then
        .filter(({ id, outcome }) => gaps.has(id) && outcome !== 'gap' && outcome !== 'not-evaluated')
        .map(({ id }) => id),
      opens: opens.map(({ id }) => id),
    }
  }

  function stillGaps(opened: readonly Conclusion[], raised: Description): readonly Conclusion[] {
    const context = contextOf(rules.index, raised)
    return opened.filter((conclusion) => concludeAgain(conclusion, rules, context) === 'gap')
  }
}

/**
 * Taken as given: an owner, a review at `asOf`, criteria up to `to` met, and fresh evidence that carries the level in
 * the place of what no longer counts. Everything else stays, and so do all other elements.
 */
export function raiseDescription(
  framework: Framework,
  description: Description,
  element: FrameworkElement,
  to: Level,
): Description {
  const { asOf } = description
  const standing = description.standings.get(element.id)!
  const criteria = new Map(standing.criteria)
  for (const { id, level } of element.criteria)
    if (level <= to && criteria.get(id) !== 'not-applicable') criteria.set(id, 'yes')
  const raised: Standing = {
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
  return { ...description, standings: new Map(description.standings).set(element.id, raised) }
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
