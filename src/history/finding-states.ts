/** What a rule says of one finding in files mixed of two sides; what was asked once is not worked out again. */
import { lowestLevel } from '../analysis/compare-findings.ts'
import type { ElementId, Level, Outcome } from '../core/framework.ts'
import type { CompiledRules, Subject } from '../rules/compile-rules.ts'
import { type Conclusion, concludeSubject } from '../rules/conclude-subject.ts'
import { contextOf } from '../rules/context-of.ts'
import { readingsOf } from '../rules/readings-of.ts'
import type { Sides } from './hybrid.ts'
import { type MixedFile, mixFiles } from './mixed-file.ts'
import type { Side } from './side.ts'

export interface FindingState {
  /** Null where nothing is concluded under its id: the guidance lacks the rule or element, or the entry is not there. */
  readonly outcome: Outcome | null
  /** Of a gap: the lowest level among the elements it rests on. */
  readonly level: Level | null
}

/** The state of a finding where the parts at these paths are taken from the later side. */
export type StateWith = (finding: string, late: ReadonlySet<string>) => FindingState

export function statesIn(sides: Sides<Side>): StateWith {
  const files = new Map<string, MixedFile>()
  return (finding, late) => {
    const key = [...late].sort().join(' ')
    const file = files.get(key) ?? mixFiles(sides, (path) => late.has(path))
    files.set(key, file)
    return stateOf(finding, file)
  }
}

export function stateOf(finding: string, { rules, description }: MixedFile): FindingState {
  const subject = subjectsOf(rules).get(finding.split('#', 1)[0]!)
  const conclusions: Conclusion[] = []
  if (subject) concludeSubject(subject, contextOf(rules.index, description), conclusions)
  const conclusion = conclusions.find(({ id }) => id === finding)
  if (!conclusion) return { outcome: null, level: null }
  const { outcome, element } = conclusion
  if (outcome !== 'gap') return { outcome, level: null }
  const readings = readingsOf(rules, description, conclusion)
  const levelAt = (id: ElementId) => description.standings.get(id)?.level ?? null
  return { outcome, level: lowestLevel(element, readings, levelAt) }
}

const known = new WeakMap<CompiledRules, ReadonlyMap<string, Subject>>()

function subjectsOf(rules: CompiledRules): ReadonlyMap<string, Subject> {
  const subjects = known.get(rules) ?? new Map(rules.subjects.map((subject) => [subject.id, subject]))
  known.set(rules, subjects)
  return subjects
}

/** Numbers of the elements whose standing the finding's rule reads, by either side's guidance. */
export function elementsRead(finding: string, { before, after }: Sides<Side>): Set<ElementId> {
  return new Set([before.rules, after.rules].flatMap((rules) => readBy(finding, rules)))
}

function readBy(finding: string, { index, readers, subjects }: CompiledRules): ElementId[] {
  const id = finding.split('#', 1)[0]!
  const place = subjects.findIndex((subject) => subject.id === id)
  return index.elements
    .filter((_, position) => readers[position]!.includes(place))
    .map((element) => element.id)
}
