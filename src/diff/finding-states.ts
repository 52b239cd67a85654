/** What a rule says of one finding in files mixed of two sides; what was asked once is not worked out again. */

import { type CompiledRules, readBy, type Subject } from '../rules/compile-rules.ts'
import { type Conclusion, concludeSubject } from '../rules/conclude-subject.ts'
import { contextOf } from '../rules/context-of.ts'
import { readingsOf } from '../rules/readings-of.ts'
import { lowestLevel } from '../scoring/compare-findings.ts'
import type { ElementId, Level, Outcome } from '../types/framework.ts'
import type { Sides } from './hybrid.ts'
import { fileMixer, type MixedFile, type Part } from './mixed-file.ts'
import type { Side } from './side.ts'

export interface FindingState {
  /** Null where nothing is concluded under its id: the guidance lacks the rule or element, or the entry is not there. */
  readonly outcome: Outcome | null
  /** Of a gap: the lowest level among the elements it rests on; worked out when it is asked for. */
  readonly level: () => Level | null
}

/** The state of a finding where these parts are taken from the later side. */
export type StateWith = (finding: string, late: ReadonlySet<string>) => FindingState

/** Files in which a single part is the odd one out are asked about every finding, and kept; any other is made anew. */
export function statesIn(sides: Sides<Side>, parts: readonly Part[]): StateWith {
  const mix = fileMixer(sides, parts)
  const known = new Map<string, MixedFile>()
  return (finding, late) => {
    const key = oddOneOut(parts, late)
    const file = (key !== undefined && known.get(key)) || mix((path) => late.has(path))
    if (key !== undefined) known.set(key, file)
    return stateOf(finding, file)
  }
}

function oddOneOut(parts: readonly Part[], late: ReadonlySet<string>): string | undefined {
  if (late.size < 2) return `late ${[...late].join()}`
  if (late.size < parts.length - 1) return undefined
  return `early ${parts.find(({ path }) => !late.has(path))?.path ?? ''}`
}

export function stateOf(finding: string, { rules, description }: MixedFile): FindingState {
  const subject = subjectOf(finding, rules)
  const conclusions: Conclusion[] = []
  if (subject) concludeSubject(subject, contextOf(rules.index, description), conclusions)
  const conclusion = conclusions.find(({ id }) => id === finding)
  if (!conclusion) return { outcome: null, level: () => null }
  const { outcome, element } = conclusion
  return {
    outcome,
    level: () => {
      if (outcome !== 'gap') return null
      const levelAt = (id: ElementId) => description.standings.get(id)?.level ?? null
      return lowestLevel(element, readingsOf(rules, description, conclusion), levelAt)
    },
  }
}

/** Numbers of the elements whose standing the finding's rule reads, by either side's guidance. */
export function elementsRead(finding: string, { before, after }: Sides<Side>): Set<ElementId> {
  const read = [before.rules, after.rules].flatMap((rules) => {
    const subject = subjectOf(finding, rules)
    return subject ? Array.from(readBy(subject), (position) => rules.index.elements[position]!.id) : []
  })
  return new Set(read)
}

const known = new WeakMap<CompiledRules, ReadonlyMap<string, Subject>>()

/** An entry that a finding is about stands behind the id of its subject. */
function subjectOf(finding: string, rules: CompiledRules): Subject | undefined {
  const subjects = known.get(rules) ?? new Map(rules.subjects.map((subject) => [subject.id, subject]))
  known.set(rules, subjects)
  return subjects.get(finding.split('#', 1)[0]!)
}
