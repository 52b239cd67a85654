/** Compares two assessed descriptions: what moved, why, by which answers, and what became of the findings. */

import { type CompiledRules, readBy, type Subject } from '../rules/compile-rules.ts'
import { type Conclusion, concludeAgain, concludeSubject } from '../rules/conclude-subject.ts'
import { contextOf } from '../rules/context-of.ts'
import { compareFindings, levelOver, type PresentFinding } from '../scoring/compare-findings.ts'
import { knownGaps } from '../scoring/known-gaps.ts'
import type { Finding, PrincipleScore, Score } from '../types/assessment.ts'
import type { ComparedSide, Comparison, FindingChange } from '../types/comparison.ts'
import type { Description, RegisterItem } from '../types/description.ts'
import type { ElementId, Outcome } from '../types/framework.ts'
import { answerChanges } from './answer-changes.ts'
import { differencesBetween } from './causes.ts'
import type { Sides } from './hybrid.ts'
import { differingParts, fileMixer, type MixedFile, namedCause, type Part } from './mixed-file.ts'
import { hybridsOf, movementOf } from './movements.ts'
import type { Side } from './side.ts'

/** What a rule concludes about one finding in a mixed file. */
interface FindingState {
  /** Null where nothing is concluded under its id: the guidance lacks the rule or element, or the entry is not there. */
  readonly outcome: Outcome | null
  readonly standings: Description['standings']
}

/** The state of a finding where these parts are taken from the later side. */
type StateWith = (finding: string, late: ReadonlySet<string>) => FindingState

/** Mixed files in which one part differs from all others serve every finding and are kept; any other is built again. */
function statesIn(sides: Sides<Side>, parts: readonly Part[]): StateWith {
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

function stateOf(finding: string, { rules, description }: MixedFile): FindingState {
  return { outcome: outcomeOf(finding, rules, description), standings: description.standings }
}

/** Only the entry that the finding is about is evaluated, however many there are. */
function outcomeOf(finding: string, rules: CompiledRules, description: Description): Outcome | null {
  const subject = subjectOf(finding, rules)
  if (!subject) return null
  const context = contextOf(rules.index, description)
  const { rule } = subject.compiled
  if (rule.each === null || rule.each === 'elements' || rule.each === 'evidence') {
    const conclusions: Conclusion[] = []
    concludeSubject(subject, context, conclusions)
    return conclusions.find(({ id }) => id === finding)?.outcome ?? null
  }
  const items = description.registers.get(rule.each)
  const item = items && itemsById(items).get(finding.slice(subject.id.length + 1))
  if (!item) return null
  const conclusion = { rule, element: subject.element, item, outcome: 'clear', id: finding } as const
  return concludeAgain(conclusion, rules, context)
}

const indexes = new WeakMap<readonly RegisterItem[], ReadonlyMap<string, RegisterItem>>()

function itemsById(items: readonly RegisterItem[]): ReadonlyMap<string, RegisterItem> {
  const index = indexes.get(items) ?? new Map(items.map((item) => [item.id, item]))
  indexes.set(items, index)
  return index
}

/** Numbers of the elements whose standing the finding's rule reads, by either side's guidance. */
function elementsRead(finding: string, { before, after }: Sides<Side>): Set<ElementId> {
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

/** What two states of a finding have in common where it did not change between them. */
type Aspect = (state: FindingState) => unknown

const isThere: Aspect = ({ outcome }) => outcome === 'gap'
const levelOf =
  (elements: readonly ElementId[]): Aspect =>
  ({ outcome, standings }) =>
    outcome === 'gap' ? JSON.stringify(levelOver(elements, standings)) : outcome

/**
 * The causes are a set of parts that does both: taken from the later side, it makes the earlier file's finding what it is
 * now; taken from the earlier side, it makes the later file's what it was. A part that does so on its own comes first, in
 * order of `parts`; else what is not needed is left out, the last parts first. So a part that means nothing to the rule is
 * never named, and changes nothing about what is.
 */
function causesOf(
  finding: string,
  aspect: Aspect,
  parts: readonly Part[],
  { sides, stateWith }: { readonly sides: Sides<Side>; readonly stateWith: StateWith },
): Part[] {
  const aspectWith = (late: readonly Part[]) =>
    aspect(stateWith(finding, new Set(late.map(({ path }) => path))))
  const was = aspectWith([])
  const is = aspectWith(parts)
  const isCause = (some: readonly Part[]) => {
    if (aspectWith(some) !== is) return false
    const taken = new Set(some)
    return aspectWith(parts.filter((part) => !taken.has(part))) === was
  }
  // Nearly always, what a rule reads is enough; but that evidence is cited elsewhere as well, it reads off other elements.
  const read = elementsRead(finding, sides)
  const near = parts.filter(({ element }) => element === null || read.has(element))
  const enough = isCause(near) ? near : parts
  return enough.map((part) => [part]).find(isCause) ?? needed(enough, isCause)
}

function needed(parts: readonly Part[], isCause: (some: readonly Part[]) => boolean): Part[] {
  const kept = parts.toReversed().reduce<readonly Part[]>((some, part) => {
    const fewer = some.filter((each) => each !== part)
    return isCause(fewer) ? fewer : some
  }, parts)
  return kept.length < parts.length ? needed(kept, isCause) : [...kept]
}

function findingChanges(sides: Sides<Side>): Comparison['findings'] {
  const { before, after } = sides
  const { present, resolved } = compareFindings(
    {
      findings: knownGaps(before.pack, before.rules, before.description),
      answers: before.boundTo(after.pack.framework),
    },
    after,
  )
  const byId = new Map(before.assessment.findings.map((finding) => [finding.id, finding]))
  const causesFor = causeFinder(sides)
  const changed = present.flatMap((compared) => {
    const { status, level, before: levelBefore } = compared
    if (status === 'unchanged') return []
    const causes = causesOfPresent(compared, byId.get(compared.finding.id), causesFor, sides)
    return [{ ...shown(compared.finding), ...causes, status, levelBefore, levelAfter: level }]
  })
  return {
    changed,
    resolved: resolved.map(({ id, level, resolution }) => {
      const finding = byId.get(id)!
      const causes = named(finding, causesFor(finding, isThere), sides)
      return { ...shown(finding), ...causes, status: resolution, levelBefore: level, levelAfter: null }
    }),
    unchanged: present.length - changed.length,
  }
}

type Causes = Pick<FindingChange, 'because' | 'causes'>

function causesOfPresent(
  { finding, status, elements }: PresentFinding,
  old: Finding | undefined,
  causesFor: CausesFor,
  sides: Sides<Side>,
): Causes {
  if (status !== 'new') return named(finding, causesFor(finding, levelOf(elements)), sides)
  if (!old) return named(finding, causesFor(finding, isThere), sides)
  // It was there, waived or planned.
  const path = old.waived ? 'waivers' : 'planned'
  return { because: [path], causes: [{ path, element: null, before: null, after: null }] }
}

type CausesFor = (finding: Finding, aspect: Aspect) => Part[]

function causeFinder(sides: Sides<Side>): CausesFor {
  const parts = differingParts(sides)
  const stateWith = statesIn(sides, parts)
  return (finding, aspect) => causesOf(finding.id, aspect, nearestFirst(parts, finding), { sides, stateWith })
}

/** Its own element, what it was seen to read, and then everything else in order. */
function nearestFirst(parts: readonly Part[], { element, reasons }: Finding): Part[] {
  const read = new Set(
    reasons.map(({ path: [part, of] }) => (part === 'practices' ? String(of) : String(part))),
  )
  const distance = (part: Part) =>
    part.element !== null && part.element === element ? 0 : read.has(part.element ?? part.path) ? 1 : 2
  return parts.toSorted((a, b) => distance(a) - distance(b))
}

function shown(finding: Finding) {
  const { id, rule, element, title, message, severity, confidence, category, waived, planned } = finding
  return { id, rule, element, title, message, severity, confidence, category, waived, planned }
}

function named(finding: Finding, parts: readonly Part[], sides: Sides<Side>): Causes {
  const causes = parts.map((part) => namedCause(part, finding, sides))
  return { because: causes.map(({ path }) => path), causes }
}

/** `before` is the earlier side; nothing here minds if its day is the later one. */
export function compare(sides: Sides<Side>): Comparison {
  const { before, after } = sides
  const causes = differencesBetween(sides)
  const names = causes.map(({ cause }) => cause)
  const hybrids = hybridsOf(sides, names)
  const overall = movementOf(hybrids, names, {
    principle: null,
    before: before.assessment.scores.overall,
    after: after.assessment.scores.overall,
  })
  return {
    before: sideOf(before),
    after: sideOf(after),
    evidence: 'declared',
    method: names.includes('pack') ? 'changed' : 'same',
    overall,
    principles: principlePairs(sides).map(({ id, title, scores }) => ({
      id,
      title,
      movement: scores === null ? null : movementOf(hybrids, names, { principle: id, ...scores }),
    })),
    causes,
    answers: answerChanges(sides, hybrids, names, overall),
    findings: findingChanges(sides),
  }
}

function sideOf({ name, revision, commit, assessment }: Side): ComparedSide {
  const { organization, input, asOf, framework } = assessment
  return {
    name,
    revision,
    commit,
    organization: organization.name,
    sha256: input.sha256,
    asOf,
    framework,
  }
}

function principlePairs({ before, after }: Sides<Side>) {
  const early = byId(before.assessment.scores.principles)
  const late = byId(after.assessment.scores.principles)
  return [...late.values(), ...[...early.values()].filter(({ id }) => !late.has(id))].map(({ id, title }) => {
    const scores = pairOf(early.get(id)?.score, late.get(id)?.score)
    return { id, title, scores }
  })
}

function pairOf(before: Score | undefined, after: Score | undefined) {
  return before && after ? { before, after } : null
}

function byId(principles: readonly PrincipleScore[]): ReadonlyMap<string, PrincipleScore> {
  return new Map(principles.map((principle) => [principle.id, principle]))
}
