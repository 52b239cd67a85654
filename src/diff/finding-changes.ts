/** Which findings are new, worse, better, fixed or only no longer told, and what made each of them so. */
import { type ComparedFindings, compareFindings, knownFindings } from '../scoring/compare-findings.ts'
import type { Finding } from '../types/assessment.ts'
import type { Comparison, FindingChange } from '../types/comparison.ts'
import { type Aspect, causesOf, isThere, levelOf } from './finding-causes.ts'
import { stateOf, statesIn } from './finding-states.ts'
import type { Sides } from './hybrid.ts'
import { differingParts, type Part } from './mixed-file.ts'
import { answerLost, namedCause } from './named-cause.ts'
import type { Side } from './side.ts'

type Gone = 'fixed' | 'not-evaluated' | 'out-of-scope'

export function findingChanges(sides: Sides<Side>): Comparison['findings'] {
  const before = sides.before.assessment
  const { findings, fixed } = compareFindings(knownFindings(before), sides.after.assessment)
  const byId = new Map(before.findings.map((finding) => [finding.id, finding]))
  const causesFor = causeFinder(sides)
  const changed = findings.flatMap((compared) => changeOf(compared, causesFor, sides))
  const gone = fixed.map(({ id, level }) => {
    const finding = byId.get(id)!
    const causes = causesFor(finding, isThere)
    const standing = standingOfGone(id, causes, sides)
    return { ...told(finding, causes, sides), standing, levelBefore: level, levelAfter: null }
  })
  return {
    changed,
    fixed: gone.filter(({ standing }) => standing === 'fixed'),
    gone: gone.filter(({ standing }) => standing !== 'fixed'),
    known: findings.length - changed.length,
  }
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

function changeOf(
  { finding, level, before, standing }: ComparedFindings['findings'][number],
  causesFor: CausesFor,
  sides: Sides<Side>,
): FindingChange[] {
  if (standing === 'known') return []
  const causes = causesFor(finding, standing === 'new' ? isThere : levelOf)
  // It rests on fewer answers, or on more; none of them moved.
  if (standing !== 'new' && causes.every((part) => answerLost(part, sides) !== null)) return []
  return [{ ...told(finding, causes, sides), standing, levelBefore: before, levelAfter: level }]
}

function told(finding: Finding, parts: readonly Part[], sides: Sides<Side>) {
  const { id, rule, element, title, message, severity, confidence, category, waived, planned } = finding
  const causes = parts.map((part) => namedCause(part, finding, sides))
  const because = causes.map(({ path }) => path)
  return {
    ...{ id, rule, element, title, message, severity, confidence, category, waived, planned },
    because,
    causes,
  }
}

/** Fixed is what the rule finds no more, where it did not take that an answer is lacking now. */
function standingOfGone(id: string, causes: readonly Part[], sides: Sides<Side>): Gone {
  const { outcome } = stateOf(id, sides.after)
  if (outcome === null || outcome === 'not-evaluated') return 'not-evaluated'
  if (outcome === 'not-applicable') return 'out-of-scope'
  const lost = causes.map((part) => answerLost(part, sides))
  if (lost.includes('withdrawn')) return 'not-evaluated'
  return lost.includes('out') ? 'out-of-scope' : 'fixed'
}
