/** Puts an assessment together: concludes by the rules, scores, ranks, and says what it all was made with. */
import { compareDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CompiledRules } from '../rules/compile-rules.ts'
import { type Conclusion, concludeAll } from '../rules/conclude-all.ts'
import { missingOf } from '../rules/missing-of.ts'
import type { Assessment, Coverage, Finding, Improvement } from '../types/assessment.ts'
import type { Description, Standing } from '../types/description.ts'
import type { ElementId, Framework, Level, Outcome, Pack } from '../types/framework.ts'
import { add, divide, type Rational, zero } from '../util/rational.ts'
import { allWaitingFor, blockersOf, unlockedBy } from './blockers.ts'
import { type Consequences, consequencesIn, type Step } from './consequences.ts'
import { isKnown } from './exact-score.ts'
import { findingsOf } from './findings.ts'
import { gainsIn } from './gains.ts'
import { needsOf } from './needs.ts'
import { price, type Raise, type Setting, type Unranked } from './price.ts'
import { scoresOf } from './scores.ts'
import { unusedWaivers } from './unused-waivers.ts'
import { type Weights, weigh } from './weights.ts'

export interface AssessmentInput {
  readonly pack: Pack
  /** The pack's rules. */
  readonly rules: CompiledRules
  /** Bound to the pack's framework. */
  readonly description: Description
  /** Warnings about the file, carried into the result. */
  readonly diagnostics: readonly Diagnostic[]
  readonly toolVersion: string
  /** False: none are looked for. Default true. */
  readonly improvements?: boolean
}

export function composeAssessment(input: AssessmentInput): Assessment {
  const { pack, rules, description, diagnostics, toolVersion, improvements = true } = input
  const { framework } = pack
  const conclusions = concludeAll(rules, description)
  const weights = weigh(framework, description)
  const findings = findingsOf(pack, rules, description, conclusions)
  const consequencesOf = consequencesIn(framework, rules, description, conclusions)
  const circumstances = { pack, description, weights, findings, consequencesOf }
  return {
    schemaVersion: 1,
    tool: { name: 'ims-gap', version: toolVersion },
    framework: identityOf(framework),
    input: {
      file: description.file,
      get sha256() {
        return description.sha256()
      },
    },
    asOf: description.asOf,
    organization: organizationOf(description),
    targets: description.targets,
    evidence: description.evidence,
    coverage: coverageOf(description.standings.values()),
    scores: scoresOf(framework, description, weights),
    findings,
    improvements: improvements ? improvementsOf(circumstances) : [],
    outcomes: countOutcomes(conclusions),
    notEvaluated: notEvaluatedOf(rules, description, conclusions),
    diagnostics: [...diagnostics, ...unusedWaivers(description, rules, conclusions)].sort(compareDiagnostics),
  }
}

function identityOf({ id, edition, title, version, sha256 }: Framework): Assessment['framework'] {
  return { id, edition, title, packVersion: version, sha256 }
}

function organizationOf({ organization }: Description): Assessment['organization'] {
  const { name, kind, size, sector, country } = organization
  return { name, kind, size, ...(sector !== null && { sector }), ...(country !== null && { country }) }
}

/** Standings come in pack order, and so do the lists. `declined` elements are assessed; the neutral ones are not in scope. */
export function coverageOf(standings: Iterable<Standing>): Coverage {
  const all = [...standings]
  const ids = (wanted: (standing: Standing) => boolean) => all.filter(wanted).map(({ id }) => id)
  const notApplicable = ids(({ state }) => state === 'not-applicable')
  const evidenceTooOld = all
    .filter(({ state }) => state === 'assessed')
    .map(({ id, evidence }) => ({
      element: id,
      pieces: evidence.filter((piece) => piece.state === 'too-old').length,
    }))
    .filter(({ pieces }) => pieces > 0)
  return {
    elements: all.length,
    inScope: all.length - notApplicable.length,
    assessed: ids(({ state }) => state === 'assessed').length,
    notAssessed: ids(({ state }) => state === 'not-assessed'),
    notApplicable,
    declined: ids(({ declined }) => declined),
    planned: ids(({ planned }) => planned !== null),
    ...(evidenceTooOld.length > 0 && { evidenceTooOld }),
  }
}

/** What to raise and in which order: finds the improvements, what hangs on each, and places them. */
interface Circumstances {
  readonly pack: Pack
  readonly description: Description
  readonly weights: Weights
  /** All gaps. */
  readonly findings: readonly Finding[]
  /** What raising an element to a level closes and opens. */
  readonly consequencesOf: (step: Step, before: readonly Step[]) => Consequences
}

/** In order of rank. */
export function improvementsOf(circumstances: Circumstances): Improvement[] {
  const { pack, description, findings } = circumstances
  const { framework } = pack
  const raises = raisesIn(circumstances)
  if (raises.length === 0) return []
  const setting: Setting = {
    framework,
    texts: pack.texts(),
    description,
    findings: new Map(findings.map((finding) => [finding.id, finding])),
  }
  const candidates = raises.map((raise) => {
    const improvement = price(raise, setting)
    return {
      id: raise.element.id,
      priority: improvement.priority,
      gains: raise.gain.overall.numerator > 0n,
      stage: framework.stages.indexOf(raise.element.stage),
      blockedBy: raise.blockedBy,
      waiting: raise.waiting,
      improvement,
    }
  })
  return ranked(place(candidates).map(({ improvement }) => improvement))
}

/** Every element to raise with what hangs on it, in pack order. */
function raisesIn({ pack, description, weights, consequencesOf }: Circumstances): Raise[] {
  const { framework } = pack
  const { standings } = description
  const levels = levelsToReach(framework, standings)
  const blockers = blockersOf(framework, standings, levels)
  const unlocks = unlockedBy(blockers)
  const elements = framework.elements.filter(({ id }) => levels.has(id))
  const gainOf = gainsIn(standings, weights)
  const gains = new Map(elements.map((element) => [element.id, gainOf(element)] as const))
  const steps = new Map(
    elements.map((element): [string, Step] => [element.id, [element, levels.get(element.id)!]]),
  )
  const all = sum(Array.from(gains.values(), ({ overall }) => overall))

  return elements.map((element) => {
    const { id } = element
    const to = levels.get(id)!
    const waiting = allWaitingFor(id, unlocks)
    const waitingGain = sum(Array.from(waiting, (other) => gains.get(other)!.overall))
    return {
      element,
      to,
      gain: gains.get(id)!,
      waiting,
      waitingShare: all.numerator === 0n ? zero : divide(waitingGain, all),
      unlocks: unlocks.get(id)!,
      ...blockers.get(id)!,
      ...consequencesOf(
        [element, to],
        blockers.get(id)!.blockedBy.map((other) => steps.get(other)!),
      ),
    }
  })
}

function ranked(improvements: readonly Unranked[]): Improvement[] {
  return improvements.map((improvement, index) => ({
    rank: index + 1,
    tiedWith: improvements
      .filter((other) => other !== improvement && other.priority === improvement.priority)
      .map(({ element }) => element),
    ...improvement,
  }))
}

function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, zero)
}

/**
 * Only elements that are to rise, in pack order, from the highest level they can have. Unknown and declined elements are never raised, and ask nothing
 * of others. Levels only ever go up while this runs, so it ends even where prerequisites would form a circle.
 */
function levelsToReach(
  framework: Framework,
  standings: Description['standings'],
): ReadonlyMap<ElementId, Level> {
  const raisable = framework.elements.filter(({ id }) => {
    const standing = standings.get(id)!
    return isKnown(standing) && !standing.declined
  })
  const reach = new Map<ElementId, Level>(raisable.map(({ id }) => [id, standings.get(id)!.target]))
  const rises = (id: ElementId) => reach.get(id)! > standings.get(id)!.highest

  const waiting = raisable.filter(({ id }) => rises(id))
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    for (const [id, level] of needsOf(framework, element, reach.get(element.id)!)) {
      const known = reach.get(id)
      if (known === undefined || known >= level) continue
      reach.set(id, level)
      if (rises(id)) waiting.push(raisable.find((other) => other.id === id)!)
    }
  }
  return new Map([...reach].filter(([id]) => rises(id)))
}

/** How many conclusions ended which way, and what is missing where nothing could be concluded. */
function countOutcomes(conclusions: readonly Conclusion[]): Assessment['outcomes'] {
  const count = (wanted: Outcome) => conclusions.filter(({ outcome }) => outcome === wanted).length
  return {
    gap: count('gap'),
    clear: count('clear'),
    notEvaluated: count('not-evaluated'),
    notApplicable: count('not-applicable'),
  }
}

/** In the order of the conclusions. */
function notEvaluatedOf(
  rules: CompiledRules,
  description: Description,
  conclusions: readonly Conclusion[],
): Assessment['notEvaluated'] {
  return conclusions
    .filter(({ outcome }) => outcome === 'not-evaluated')
    .map((conclusion) => ({
      rule: conclusion.rule.id,
      element: conclusion.element,
      ...(conclusion.item && { item: conclusion.item.id }),
      missing: missingOf(rules, description, conclusion),
    }))
}

/** In which order improvements are placed: the most worthwhile first, nothing before what it waits for. */
interface Candidate {
  readonly id: ElementId
  /** As printed: equal ones are ties. */
  readonly priority: number
  /** False for an enabler, raised only because others need it: it is placed by what waits for it. */
  readonly gains: boolean
  /** Position of its stage; breaks ties. */
  readonly stage: number
  readonly blockedBy: readonly ElementId[]
  /** Everything that waits for it, directly or not. */
  readonly waiting: ReadonlySet<ElementId>
}

/** Candidates come in pack order, which breaks the last ties. */
function place<Placed extends Candidate>(candidates: readonly Placed[]): Placed[] {
  const priorities = new Map(candidates.map(({ id, priority }) => [id, priority]))
  // An enabler has a priority of 0 by the formula, and would hold up to the end what is worth doing first.
  const keys = new Map(
    candidates.map(({ id, priority, gains, waiting }) => [
      id,
      gains ? priority : Math.max(priority, ...Array.from(waiting, (other) => priorities.get(other)!)),
    ]),
  )
  const left = [...candidates].sort((a, b) => keys.get(b.id)! - keys.get(a.id)! || a.stage - b.stage)
  const open = new Set(left.map(({ id }) => id))
  const placed: Placed[] = []
  while (left.length > 0) {
    const free = left.findIndex(({ blockedBy }) => !blockedBy.some((id) => open.has(id)))
    // A checked pack has no circle of prerequisites; if there were one, the best of it goes first.
    const [next] = left.splice(Math.max(free, 0), 1)
    open.delete(next!.id)
    placed.push(next!)
  }
  return placed
}
