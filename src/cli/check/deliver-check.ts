/** Prints or writes what a check found, with commands that lead on. */
import { resolve } from 'node:path'
import { isAsleep } from '../../check/baseline.ts'
import { isOpen } from '../../check/is-open.ts'
import { checkReporters } from '../../report/check/check-reporters.ts'
import { goneTexts } from '../../report/check/gone-text.ts'
import { outcomeText } from '../../report/check/outcome-text.ts'
import { counted } from '../../report/phrases.ts'
import type { CheckReport } from '../../types/check-report.ts'
import { showSafely } from '../../util/show.ts'
import { type Destination, writeResults } from '../destinations.ts'
import { type Git, openGit, pathInRepository } from '../io/git.ts'
import type { World } from '../io/world.ts'
import { nextCommand } from '../next-command.ts'
import type { CheckFormat } from './check-formats.ts'
import type { CheckSetting } from './prepare-check.ts'

export async function deliverCheck(
  report: CheckReport,
  destinations: readonly Destination<CheckFormat>[],
  setting: CheckSetting,
  given: Readonly<Record<string, unknown>>,
  world: World,
): Promise<void> {
  const git = openGit(setting.configuration.searched[0]!, world.env)
  const further = {
    all: given['all'] === true,
    ...(git && { pathInRepository: placesIn(git, world) }),
    next: given['quiet'] === true ? [] : nextCommands(report, setting, given, world),
  }
  const isTold = destinations.some(({ file, format }) => file === null && format === 'terminal')
  if (!isTold && given['quiet'] !== true)
    for (const text of goneTexts(report)) world.stderr.write(`note: ${showSafely(text)}\n`)
  // Where everything goes to files, whoever looks at the run still wants to know why it failed.
  if (given['quiet'] !== true && destinations.every(({ file }) => file !== null)) tellWhy(report, world)
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

/** So many reasons are told where the rest can be read in files. */
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
  options: Readonly<Record<string, unknown>>,
  world: World,
): string[] {
  const kept = [
    ...['config', 'baseline'].flatMap((name) =>
      typeof options[name] === 'string' ? [`--${name}`, String(options[name])] : [],
    ),
    ...(options['config'] === false ? ['--no-config'] : []),
  ]
  const failed = files.find(({ file, findings }) => file !== '-' && findings.some(({ fails }) => fails))
  const finding = failed?.findings.find(({ fails }) => fails)?.finding
  // A baseline is only written where all that it is about can be read.
  const whole = !paths.includes('-') && files.every(({ assessment }) => assessment)
  // A list of some of the files would make all that is found in the others new.
  const all = paths.length === 0 || configuration.files.length === 0
  const spent = files.some(({ fixed, unmended }) => fixed.length > 0 || !unmended.every(isAsleep))
  const some = files.some(({ findings }) => findings.some((checked) => isOpen(checked.finding)))
  // What it explains has to be what was found: by default it takes the file's day and looks at nothing.
  const same = { ...options, asOf, evidence: options['evidence'] ?? 'checked' }
  const commands = [
    failed && finding && nextCommand(['explain', finding.rule], failed.file, same, world),
    base.kind === 'baseline' && whole && spent && options['ratchet'] !== true
      ? nextCommand(['baseline', 'prune', ...kept], paths, options, world)
      : undefined,
    base.kind === 'none' && passed && whole && all && some
      ? nextCommand(['baseline', 'write', ...kept], paths, options, world)
      : undefined,
  ]
  return commands.filter((command) => typeof command === 'string').slice(0, 2)
}
