/** Puts an assessment together: concludes by the rules, scores, ranks, and says what it all was made with. */
import { compareDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CompiledRules } from '../rules/compile-rules.ts'
import { type Conclusion, concludeAll } from '../rules/conclude-all.ts'
import { missingOf } from '../rules/missing-of.ts'
import type { Assessment, Coverage } from '../types/assessment.ts'
import type { Description, Standing } from '../types/description.ts'
import type { Framework, Outcome, Pack } from '../types/framework.ts'
import { effectsIn } from './effects.ts'
import { findingsOf } from './findings.ts'
import { improvementsOf } from './improvements.ts'
import type { Raise } from './raises.ts'
import { scoresOf } from './scores.ts'
import { unusedWaivers } from './unused-waivers.ts'
import { weigh } from './weights.ts'

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
  const scores = scoresOf(framework, description, weights)
  const effectsOf = (raises: readonly Raise[]) =>
    effectsIn(framework, rules, description, conclusions, raises)
  const { withheld } = scores.overall
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
    scores,
    findings,
    ...(improvements
      ? improvementsOf({ pack, description, weights, findings, withheld, effectsOf })
      : { improvements: [], first: [], foundations: [], quickWins: [], underWay: [] }),
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
