/** The description as it would read once an element was raised: what an improvement closes and opens is read off it. */

import type { Description, Evidence, Standing } from '../types/description.ts'
import type { EvidenceKind, Framework, FrameworkElement, Level } from '../types/framework.ts'
import { before } from '../util/calendar.ts'

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
