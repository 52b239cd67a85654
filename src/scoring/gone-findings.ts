/** Why findings of a base are no longer found: mended, or merely no longer asked, out of scope or asked for less. */

import type { CompiledRules } from '../rules/compile-rules.ts'
import { type Conclusion, concludeAgain, concludeSubject } from '../rules/conclude-subject.ts'
import { contextOf } from '../rules/context-of.ts'
import { missingOf } from '../rules/missing-of.ts'
import { readingsOf } from '../rules/readings-of.ts'
import type { KnownFinding, LessSaid, UnmendedFinding, WhyGone } from '../types/check-report.ts'
import type { Description, Standing } from '../types/description.ts'
import type { ElementId } from '../types/framework.ts'
import { lowestLevel } from './compare-findings.ts'
import type { Said } from './less-said.ts'

export interface GoneFindings {
  readonly fixed: readonly KnownFinding[]
  readonly unmended: readonly UnmendedFinding[]
}

/**
 * `gone` are findings of a base that the description does not have. `before`: what was said there, and `less` what of it is
 * said no more; null where the base knows findings only. Only their rules are asked again.
 */
export function sortGone(
  gone: readonly KnownFinding[],
  rules: CompiledRules,
  description: Description,
  before: Said | null,
  less: readonly LessSaid[],
): GoneFindings {
  if (gone.length === 0) return { fixed: [], unmended: [] }
  const conclusions = concludeRules(new Set(gone.map(ruleOf)), rules, description)
  const wasFound = before && stillFound(rules, description, before, less)
  const fixed: KnownFinding[] = []
  const unmended: UnmendedFinding[] = []
  for (const finding of gone) {
    const subject = finding.id.split('#')[0]!
    const conclusion = conclusions.get(finding.id) ?? conclusions.get(subject)
    const why = conclusion
      ? whyGone(finding, conclusion, rules, description, wasFound)
      : whyUnasked(finding, rules, description)
    if (why === null) fixed.push(finding)
    else unmended.push({ ...finding, why, missing: missing(finding, why, conclusion, rules, description) })
  }
  return { fixed, unmended }
}

type StillFound = (conclusion: Conclusion) => WhyGone | null

/** Null: mended, as far as the base can tell. */
function whyGone(
  finding: KnownFinding,
  conclusion: Conclusion,
  rules: CompiledRules,
  description: Description,
  wasFound: StillFound | null,
): WhyGone | null {
  const { rule, outcome } = conclusion
  if (outcome === 'not-evaluated') return 'not-evaluated'
  // A register that is there and empty, and pieces of evidence that nobody looked at, are one conclusion about nothing.
  if (rule.each !== null && rule.each !== 'elements' && conclusion.item === null)
    return rule.each === 'evidence' ? 'not-evaluated' : 'entry-gone'
  if (outcome === 'not-applicable') return 'not-applicable'
  return wasFound
    ? wasFound(conclusion)
    : lowerByTarget(finding, conclusion, rules, description)
      ? 'target-lowered'
      : null
}

/** No conclusion has its id: the rule, the entry or the piece of evidence that it spoke about is not there. */
function whyUnasked(
  finding: KnownFinding,
  { byId }: CompiledRules,
  description: Description,
): WhyGone | null {
  const rule = byId.get(ruleOf(finding))?.rule
  if (!rule) return 'rule-gone'
  if (rule.each !== 'evidence') return 'entry-gone'
  const standing = finding.element === null ? undefined : description.standings.get(finding.element)
  if (description.evidence === 'declared' || standing?.state === 'not-assessed') return 'not-evaluated'
  // A piece that showed nothing and is no longer cited is mended.
  return standing?.state === 'not-applicable' ? 'not-applicable' : null
}

function missing(
  { element }: KnownFinding,
  why: WhyGone,
  conclusion: Conclusion | undefined,
  rules: CompiledRules,
  description: Description,
): string[] {
  if (why !== 'not-evaluated') return []
  if (conclusion) return missingOf(rules, description, conclusion)
  return element !== null && description.standings.get(element)?.state === 'not-assessed' ? [element] : []
}

/** Asks what would be found if the targets, and then the answers as well, were those of the base. */
function stillFound(
  rules: CompiledRules,
  description: Description,
  before: Said,
  less: readonly LessSaid[],
): StillFound {
  if (less.length === 0) return () => null
  const answers = new Set(less.filter(({ kind }) => kind !== 'target-lowered').map(({ element }) => element))
  const withTarget = (standing: Standing, { id, target }: Standing): Standing => {
    const old = before.standings.get(id)!.target
    return { ...standing, target: old > target ? old : target }
  }
  const byTargets = changed(description, (is) => withTarget(is, is))
  const byAnswers = changed(description, (is) =>
    withTarget(answers.has(is.id) ? before.standings.get(is.id)! : is, is),
  )
  const isGap = (conclusion: Conclusion, other: Description) =>
    concludeAgain(conclusion, rules, contextOf(rules.index, other)) === 'gap'
  return (conclusion) => {
    if (isGap(conclusion, byTargets)) return 'target-lowered'
    // To claim less than before mends a claim that was not shown.
    return conclusion.rule.category !== 'lint' && isGap(conclusion, byAnswers) ? 'less-claimed' : null
  }
}

/** A baseline knows no targets, but where nothing rose, only a lower one ends what is found below the highest. */
function lowerByTarget(
  { level }: KnownFinding,
  conclusion: Conclusion,
  rules: CompiledRules,
  description: Description,
): boolean {
  const { standings } = description
  const now = lowestLevel(
    conclusion.element,
    readingsOf(rules, description, conclusion),
    (id) => standings.get(id)?.level ?? null,
  )
  if (level === null || now === null || now > level) return false
  const asked = changed(description, (standing) => ({ ...standing, target: 5 }))
  return concludeAgain(conclusion, rules, contextOf(rules.index, asked)) === 'gap'
}

function changed(description: Description, change: (standing: Standing) => Standing): Description {
  const standings = Array.from(description.standings, ([id, standing]): [ElementId, Standing] => [
    id,
    change(standing),
  ])
  return { ...description, standings: new Map(standings) }
}

function concludeRules(
  wanted: ReadonlySet<string>,
  rules: CompiledRules,
  description: Description,
): ReadonlyMap<string, Conclusion> {
  const context = contextOf(rules.index, description)
  const conclusions: Conclusion[] = []
  for (const subject of rules.subjects)
    if (wanted.has(subject.compiled.rule.id)) concludeSubject(subject, context, conclusions)
  return new Map(conclusions.map((conclusion) => [conclusion.id, conclusion]))
}

function ruleOf({ id }: KnownFinding): string {
  return id.slice(0, id.indexOf('@'))
}
