/** One call of `check`, from the flags to the exit code. */

import { resolve } from 'node:path'
import { isDormant } from '../../check/baseline.ts'
import { defaultGates, type Gates, isOpen, mergeGates } from '../../check/gates.ts'
import { unknownElement } from '../../description/unknown-element.ts'
import { didYouMean } from '../../diagnostics/suggest.ts'
import { deletedTexts, outcomeText } from '../../report/check/phrases.ts'
import { checkReporters } from '../../report/check/reporters.ts'
import { counted } from '../../report/phrases.ts'
import type { CheckReport, FileCheck } from '../../types/check-report.ts'
import type { Framework, Level } from '../../types/framework.ts'
import { listWords, quote, showSafely } from '../../util/show.ts'
import { toolVersion } from '../../version.ts'
import { type Destination, findDestinations, type OutputOptions, writeResults } from '../destinations.ts'
import { exitCode, usageStop } from '../exit-code.ts'
import { type Git, openGit, pathInRepository } from '../io/git.ts'
import type { World } from '../io/world.ts'
import { nextCommand } from '../next-command.ts'
import { baseGates } from './base-gates.ts'
import type { Base } from './check-files.ts'
import { checkFiles } from './check-files.ts'
import { type CheckFormat, checkEndings } from './check-formats.ts'
import { baselineBase, type FoundBaseline, findBaseline } from './find-baseline.ts'
import type { Pair } from './gate-options.ts'
import { type CheckingOptions, type CheckSetting, nothingNamed, prepareCheck } from './prepare-check.ts'
import { revisionBase } from './revision-base.ts'
import { ratchet } from './run-baseline.ts'

export interface CheckOptions extends CheckingOptions, OutputOptions<CheckFormat> {
  readonly base?: string | undefined
  readonly gatesFrom?: 'branch' | 'base' | undefined
  readonly failOn?: Gates['failOn'] | undefined
  readonly failOnNew?: Gates['failOnNew'] | undefined
  readonly require?: readonly Pair<Level>[] | undefined
  readonly min?: readonly Pair[] | undefined
  readonly minLowest?: readonly Pair[] | undefined
  readonly minEvidenced?: readonly Pair[] | undefined
  readonly minCoverage?: number | undefined
  readonly failOnStale?: true | undefined
  readonly failOnWithdrawn?: true | undefined
  readonly allowUncompared?: true | undefined
  readonly ratchet?: true | undefined
  readonly all?: true | undefined
}

/** Prints or writes what a check found, with commands that lead on. */
async function deliverCheck(
  report: CheckReport,
  destinations: readonly Destination<CheckFormat>[],
  setting: CheckSetting,
  given: CheckOptions,
  world: World,
): Promise<void> {
  const git = openGit(setting.configuration.searched[0]!, world.env)
  const further = {
    all: given.all === true,
    ...(git && { pathInRepository: placesIn(git, world) }),
    next: given.quiet ? [] : nextCommands(report, setting, given, world),
  }
  const isTold = destinations.some(({ file, format }) => file === null && format === 'terminal')
  if (!isTold && !given.quiet)
    for (const text of deletedTexts(report)) world.stderr.write(`note: ${showSafely(text)}\n`)
  // Where everything goes to files, whoever looks at the run still wants to know why it failed.
  if (!given.quiet && destinations.every(({ file }) => file !== null)) tellWhy(report, world)
  const inputs = setting.files.map(({ path }) => path)
  await writeResults(
    destinations,
    inputs,
    given,
    world,
    (format, terminal) => checkReporters[format].render(report, { ...terminal, ...further }),
    (format) => 'commands' in checkReporters[format],
  )
}

/** Reasons printed to standard error if all results go to files. */
const reasons = 5

function tellWhy({ files, base }: CheckReport, world: World): void {
  const why = files.flatMap((check) => {
    const { file, assessment, gates } = check
    if (!assessment) return [`${file}: ${outcomeText(check, base)}`]
    return gates.filter(({ passed }) => !passed).map(({ text }) => `${file}: ${text}`)
  })
  for (const text of why.slice(0, reasons)) world.stderr.write(`failed: ${showSafely(text)}\n`)
  if (why.length > reasons) world.stderr.write(`… and ${counted(why.length - reasons, 'more reason')}\n`)
}

/** Asked for every finding, so each file is looked up once. */
function placesIn(git: Git, world: World): (file: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (file) => {
    if (!known.has(file)) known.set(file, pathInRepository(git, resolve(world.folder, file)))
    return known.get(file)
  }
}

/** At most two commands that lead on and work when pasted. */
function nextCommands(
  { files, base, asOf, passed }: CheckReport,
  { paths, configuration }: CheckSetting,
  options: CheckOptions,
  world: World,
): string[] {
  const kept = [
    ...(typeof options.config === 'string' ? ['--config', options.config] : []),
    ...(options.baseline === undefined ? [] : ['--baseline', options.baseline]),
    ...(options.config === false ? ['--no-config'] : []),
  ]
  const failed = files.find(({ file, findings }) => file !== '-' && findings.some(({ fails }) => fails))
  const finding = failed?.findings.find(({ fails }) => fails)?.finding
  // A baseline is only written where all that it is about can be read.
  const whole = !paths.includes('-') && files.every(({ assessment }) => assessment)
  // A list of some of the files would make all that is found in the others new.
  const all = paths.length === 0 || configuration.files.length === 0
  const spent = files.some(({ resolved }) => !resolved.every(isDormant))
  const some = files.some(({ findings }) => findings.some((checked) => isOpen(checked.finding)))
  // What it explains has to be what was found: by default it takes the file's day and looks at nothing.
  const same = { ...options, asOf, evidence: options.evidence ?? ('checked' as const) }
  const commands = [
    failed && finding && nextCommand(['explain', finding.rule], failed.file, same, world),
    base.kind === 'baseline' && whole && spent && !options.ratchet
      ? nextCommand(['baseline', 'prune', ...kept], paths, options, world)
      : undefined,
    base.kind === 'none' && passed && some && whole && paths.length < 2 && files.length === 1
      ? nextCommand(['assess'], files[0]!.file, options, world)
      : undefined,
    base.kind === 'none' && passed && whole && all && some
      ? nextCommand(['baseline', 'write', ...kept], paths, options, world)
      : undefined,
  ]
  return commands.filter((command) => typeof command === 'string').slice(0, 2)
}

export async function runCheck(paths: readonly string[], given: CheckOptions, world: World): Promise<number> {
  const destinations = await findDestinations(given, 'terminal', checkEndings, world)
  if (given.base !== undefined && given.baseline !== undefined)
    throw usageStop('--base and --baseline name two things to compare with', 'name one of them')
  if (given.ratchet && given.base !== undefined)
    throw usageStop(
      '--ratchet tightens a baseline, and --base compares with a revision',
      'leave one of them out',
    )
  const setting = await prepareCheck(paths, given, world)
  if (setting.files.length === 0) throw nothingNamed()
  const { pack, configuration, options } = setting
  const asked = askedGates(options, pack.framework)
  const { base, baseline } = await openBase(setting, world)
  const isRevision = base.about.kind === 'revision'
  if (options.gatesFrom === 'base' && !isRevision)
    throw usageStop('--gates-from base needs a base', 'add --base')
  const compared = isRevision
    ? baseGates(base, configuration, baseline, pack, options.gatesFrom === 'base')
    : undefined
  const own = mergeGates(defaultGates, configuration.gates)
  const wanted = mergeGates(options.gatesFrom === 'base' && compared ? compared.gates : own, asked)
  if (base.about.kind === 'none' && (asked.failOnNew ?? 'none') !== 'none')
    throw usageStop('--fail-on-new has nothing to compare with', 'add --base or --baseline')
  if (asked.failOnWithdrawn && base.about.kind !== 'revision')
    throw usageStop(
      '--fail-on-withdrawn has nothing to compare with',
      'add --base: only a revision records answers',
    )
  if (options.ratchet && base.about.kind !== 'baseline')
    throw usageStop(
      '--ratchet tightens a baseline, and there is none',
      'create one with ims-gap baseline write',
    )

  const remembers = base.about.kind === 'revision'
  if (wanted.failOnWithdrawn && !remembers && !options.quiet)
    world.stderr.write(
      'note: failOnWithdrawn has nothing to compare with: only a revision (--base) records answers\n',
    )
  const gates = { ...wanted, failOnWithdrawn: wanted.failOnWithdrawn && remembers }

  const files: FileCheck[] = []
  const worst = await checkFiles(setting, gates, base, world, (file) => files.push(file))
  const deletedFails = gates.failOnWithdrawn && base.about.deleted !== undefined
  // Applying the base's gates means little to a file that the change leaves out.
  const droppedFails =
    options.gatesFrom === 'base' &&
    paths.length === 0 &&
    compared?.relaxed.some(({ kind }) => kind === 'file') === true
  const code = deletedFails || droppedFails ? Math.max(worst, exitCode.gateFailed) : worst
  const report: CheckReport = {
    schemaVersion: 1,
    tool: { name: 'ims-gap', version: toolVersion },
    asOf: setting.asOf,
    base: { ...base.about, ...(deletedFails && { deletedFails }) },
    relaxed: compared?.relaxed ?? [],
    files,
    passed: code === exitCode.ok,
  }
  await deliverCheck(report, destinations, setting, given, world)
  if (options.ratchet && baseline.baseline)
    ratchet(report, { ...baseline, baseline: baseline.baseline }, options, world)
  return code
}

/** Stops where they name an element or principle that the framework does not have. */
function askedGates(options: CheckOptions, framework: Framework): Partial<Gates> {
  const require = options.require && Object.fromEntries(options.require)
  for (const name of Object.keys(require ?? {})) {
    const unknown = unknownElement(name, framework)
    if (unknown) throw usageStop(`--require: ${unknown.message}`, unknown.hint())
  }
  const minimums = (['min', 'minLowest', 'minEvidenced'] as const).map((key) => {
    const asked = options[key] && Object.fromEntries(options[key])
    for (const name of Object.keys(asked ?? {})) checkPrinciple(name, framework)
    return asked && { [key]: asked }
  })
  return {
    ...(options.failOn !== undefined && { failOn: options.failOn }),
    ...(options.failOnNew !== undefined && { failOnNew: options.failOnNew }),
    ...(require && { require }),
    ...Object.assign({}, ...minimums),
    ...(options.minCoverage !== undefined && { minCoverage: options.minCoverage }),
    ...(options.failOnStale && { failOnStale: true }),
    ...(options.failOnWithdrawn && { failOnWithdrawn: true }),
    ...(options.allowUncompared && { allowUncompared: true }),
  }
}

function checkPrinciple(name: string, { principles }: Framework): void {
  const known = [...principles.map(({ id }) => id), 'overall']
  if (known.includes(name)) return
  throw usageStop(
    `there is no principle ${quote(name)}`,
    didYouMean(name, known) ?? `allowed names: ${listWords(known)}`,
  )
}

/** What findings are compared with: the revision of `--base`, else a baseline, else nothing. */
async function openBase(
  { pack, configuration, named, files, options, asOf }: CheckSetting<CheckOptions>,
  world: World,
): Promise<{ base: Base; baseline: FoundBaseline }> {
  const baseline = await findBaseline(configuration, pack, options, world)
  const revision = options.base
  if (revision !== undefined) {
    const paths = files.map(({ path }) => nameOf(path, options))
    const start = configuration.searched[0]!
    return { base: revisionBase(revision, start, { files: paths, named }, { pack, asOf }, world), baseline }
  }
  return { base: baselineBase(baseline), baseline }
}

/** Standard input stands for the file whose name it was given. */
function nameOf(path: string, options: CheckOptions): string {
  return path === '-' ? (options.stdinFilename ?? path) : path
}
