/** Whether an open answer could change what to improve first: its levels are tried through the real engine. */

import type { Assessed } from '../assess.ts'
import { shownBy } from '../description/evidence-of.ts'
import { composeAssessment } from '../scoring/compose-assessment.ts'
import type { Standing } from '../types/description.ts'
import type { ElementId, Level } from '../types/framework.ts'

/** Elements whose place among the first improvements hangs on the answer. */
export interface Moves {
  /** Those that some level brings in. */
  readonly in: readonly ElementId[]
  /** Those that some level takes out. */
  readonly out: readonly ElementId[]
}

/** A low, a middle and a high level show whether it matters; between them little changes. */
const tried: readonly Level[] = [0, 2, 4]

/** `places`: how many improvements count as the first. */
export function movesOf(assessed: Assessed, element: ElementId, places: number): Moves {
  const standing = assessed.description.standings.get(element)!
  const { lowest, highest } = standing
  const possible = tried.filter((level) => level >= lowest && level <= highest)
  const now = firstOf(assessed.assessment.improvements, places)
  const then = (possible.length > 0 ? possible : [lowest, highest]).map((level) =>
    firstOf(assessAt(assessed, standing, level).improvements, places),
  )
  return {
    in: [...new Set(then.flat())].filter((id) => !now.includes(id)),
    out: now.filter((id) => then.some((first) => !first.includes(id))),
  }
}

function firstOf(improvements: readonly { readonly element: ElementId }[], places: number): ElementId[] {
  return improvements.slice(0, places).map(({ element }) => element)
}

function assessAt({ pack, rules, description, assessment }: Assessed, standing: Standing, level: Level) {
  const known: Standing = {
    ...standing,
    state: 'assessed',
    level,
    lowest: level,
    highest: level,
    ...shownBy(standing.evidence, level, description.evidence, pack.framework.scoring),
  }
  return composeAssessment({
    pack,
    rules,
    description: { ...description, standings: new Map(description.standings).set(standing.id, known) },
    diagnostics: [],
    toolVersion: assessment.tool.version,
  })
}
