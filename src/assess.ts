/**
 * The way from a practice description to an assessment, as one function: read, check the shape, bind to the
 * framework, conclude, score and rank. Touches neither files nor the process nor the clock.
 */

import { builtinPack } from './builtin.ts'
import { bindDescription } from './description/bind-description.ts'
import { filesCited } from './description/files-cited.ts'
import { compareDiagnostics, type Diagnostic, hasErrors } from './diagnostics/diagnostic.ts'
import { type CompiledRules, compileRules } from './rules/compile-rules.ts'
import { tooMuchWork } from './rules/too-much-work.ts'
import { checkDescriptionShape } from './schema/check-description-shape.ts'
import type { EarlierFinding } from './scoring/compare-findings.ts'
import { composeAssessment } from './scoring/compose-assessment.ts'
import { knownGaps } from './scoring/known-gaps.ts'
import type { Assessment } from './types/assessment.ts'
import type { Description } from './types/description.ts'
import type { DescriptionData } from './types/description-data.ts'
import type { LookAtFiles } from './types/file-facts.ts'
import type { Framework, Level, Pack, Rule } from './types/framework.ts'
import { sha256Later } from './util/digest.ts'
import { toolVersion } from './version.ts'
import { readYaml } from './yaml/read-yaml.ts'

export interface AssessOptions {
  /** Name of the input in places and in the result. Default `-`. */
  readonly file?: string
  /** Default: the built-in pack for ISO 56002:2019. */
  readonly pack?: Pack
  /** `YYYY-MM-DD`, taken as today. Default: the description's assessment date, else `today`. */
  readonly asOf?: string
  /** `YYYY-MM-DD`, for a description without a date of its own. Without it, such a description is an error. */
  readonly today?: string
  /** Target level 0 to 5 for every element, over everything the description says. */
  readonly target?: Level
  /** Looks at the files cited as evidence, all of them in one call. Left out, evidence counts as declared. */
  readonly lookAtFiles?: LookAtFiles
  /** False leaves the list of improvements empty: finding them takes most of the time, and not everybody asks. */
  readonly improvements?: boolean
}

export interface AssessResult {
  /** Left out when the description has errors. */
  readonly assessment?: Assessment
  /** Everything found wrong with the file, in order of place. */
  readonly diagnostics: readonly Diagnostic[]
}

/** An assessment with what it was made from, for explaining it input by input. */
export interface Assessed {
  readonly pack: Pack
  readonly rules: CompiledRules
  /** The file's data, not yet laid over the framework. */
  readonly data: DescriptionData
  readonly description: Description
  readonly assessment: Assessment
}

/**
 * Assesses one practice description, given as YAML text or UTF-8 bytes. Never throws for anything the input holds:
 * a stage that finds errors stops the way after reporting all of them.
 */
export function assess(input: string | Uint8Array, options: AssessOptions = {}): AssessResult {
  const { assessed, diagnostics } = assessWithInputs(input, options)
  return { ...(assessed && { assessment: assessed.assessment }), diagnostics }
}

/** As `assess`, keeping the inputs. */
export function assessWithInputs(
  input: string | Uint8Array,
  options: AssessOptions = {},
): { assessed?: Assessed; diagnostics: readonly Diagnostic[] } {
  const { pack = builtinPack(), improvements = true, ...given } = options
  const { data, description, diagnostics } = describe(input, { ...given, pack })
  if (!data || !description) return { diagnostics }
  const tooMuch = endlessness(pack, description)
  if (tooMuch) return { diagnostics: [...diagnostics, tooMuch] }
  const rules = compileOnce(pack.rules, pack.framework)
  const assessment = composeAssessment({
    pack,
    rules,
    description,
    diagnostics,
    toolVersion,
    improvements,
  })
  return { assessed: { pack, rules, data, description, assessment }, diagnostics: assessment.diagnostics }
}

/** Only what a later version is compared with: what was said, and the findings there were. `undefined` where the file has errors. */
export function assessGaps(
  input: string | Uint8Array,
  { pack = builtinPack(), ...options }: AssessOptions = {},
): { readonly gaps: readonly EarlierFinding[]; readonly description: Description } | undefined {
  const { description } = describe(input, { ...options, pack })
  if (!description || endlessness(pack, description)) return undefined
  return { gaps: knownGaps(pack, compileOnce(pack.rules, pack.framework), description), description }
}

/** The first half of the way: everything that can be wrong with a file, and what it says when nothing is. */
export function describe(
  input: string | Uint8Array,
  { file = '-', pack = builtinPack(), lookAtFiles, ...options }: AssessOptions = {},
): { data?: DescriptionData; description?: Description; diagnostics: readonly Diagnostic[] } {
  const { root, diagnostics: unread } = readYaml(input, file)
  if (!root || !unread.every(leavesTheRest)) return { diagnostics: unread }

  const { data, diagnostics: misshapen } = checkDescriptionShape(root, pack.framework)
  if (!data) return { diagnostics: sorted(unread, apartFrom(unread, misshapen)) }

  const files = hasErrors([...unread, ...misshapen]) ? undefined : lookAtFiles?.(filesCited(data))
  const { description, diagnostics: unbound } = bindDescription(root, data, pack.framework, {
    ...options,
    file,
    sha256: sha256Later(input),
    files,
    ruleIds: pack.rules.map(({ id }) => id),
  })
  const diagnostics = sorted(unread, apartFrom(unread, [...misshapen, ...unbound]))
  return hasErrors(diagnostics) || !description ? { diagnostics } : { data, description, diagnostics }
}

/** Whether what else is wrong with the file can be told in the same run. */
function leavesTheRest({ severity, code }: Diagnostic): boolean {
  return (
    severity !== 'error' ||
    [
      'source/alias',
      'source/duplicate-key',
      'source/foreign-digits',
      'source/reserved-start',
      'source/smart-quotes',
    ].includes(code)
  )
}

/** What follows from a mistake is not told beside it. */
function apartFrom(mistakes: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const lines = new Set(mistakes.filter((one) => hasErrors([one])).map(({ location }) => location?.line))
  return lines.size === 0 ? others : others.filter(({ location }) => !lines.has(location?.line))
}

/** Why a pack's rules would not end soon; those of the built-in one always do. */
function endlessness(pack: Pack, description: Description): Diagnostic | undefined {
  return pack === builtinPack() ? undefined : tooMuchWork(pack.rules, pack.framework, description)
}

function sorted(...lists: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  return lists.flat().sort(compareDiagnostics)
}

const compiled = new WeakMap<readonly Rule[], CompiledRules>()

/** A pack's rules are compiled once, however many descriptions are assessed with it. */
function compileOnce(rules: readonly Rule[], framework: Framework): CompiledRules {
  const known = compiled.get(rules)
  if (known) return known
  const fresh = compileRules(rules, framework)
  compiled.set(rules, fresh)
  return fresh
}
