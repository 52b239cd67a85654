/** Puts an assessment together: concludes by the rules, scores, ranks, and says what it all was made with. */

import { compareDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CompiledRules } from '../rules/compile-rules.ts'
import { concludeAll } from '../rules/conclude-all.ts'
import type { Assessment } from '../types/assessment.ts'
import type { Description } from '../types/description.ts'
import type { Framework, Pack } from '../types/framework.ts'
import { consequencesIn } from './consequences.ts'
import { coverageOf } from './coverage.ts'
import { findingsOf } from './findings.ts'
import { improvementsOf } from './improvements.ts'
import { countOutcomes, notEvaluatedOf } from './outcomes.ts'
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
