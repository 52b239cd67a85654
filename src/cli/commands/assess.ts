/** `ims-gap assess`: the main job. Reads a description, assesses it and prints or writes the result. */
import type { Assessment } from '../../core/assessment.ts'
import { hasErrors } from '../../core/diagnostic.ts'
import type { Pack, Severity } from '../../core/framework.ts'
import { quote, showSafely } from '../../core/show.ts'
import { didYouMean } from '../../core/suggest.ts'
import type { Call, Command } from '../command.ts'
import { exitCode, Stop, usageStop } from '../exit-code.ts'
import { nextCommand } from '../next-command.ts'
import * as shared from '../options.ts'
import { findPack } from '../pack-folder.ts'
import { terminalOf } from '../terminal.ts'
import type { World } from '../world/world.ts'

const formats = ['terminal', 'json', 'markdown', 'csv'] as const
type Format = (typeof formats)[number]
const severities = ['high', 'medium', 'low'] as const

export const assessCommand: Command = {
  name: 'assess',
  summary: 'find the gaps of a practice description and what to improve first',
  description:
    'Assesses a practice description: levels and gaps per principle, findings, and a prioritized improvement list. Gaps are what an assessment is for: they never change the exit code unless --fail-on asks for it.',
  arguments: [{ name: '<file>', about: 'the practice description; - reads standard input' }],
  options: [
    {
      flags: '--format <name>',
      about: 'what to print: terminal, json, markdown or csv',
      parse: shared.oneOf('--format', formats),
    },
    {
      flags: '-o, --output <file>',
      about:
        'write to a file; its ending (.txt .json .md .csv) names the format; may be repeated; - is standard output',
      parse: (text) => text,
      repeatable: true,
    },
    { flags: '--all', about: 'show every improvement, finding and element' },
    {
      flags: '--top <count>',
      about: 'how many improvements to show (default 5, in Markdown 10)',
      parse: shared.wholeNumber('--top', 0, 999),
    },
    { flags: '--principle <id>', about: 'show only what concerns this principle', parse: (text) => text },
    shared.targetOption,
    shared.asOfOption,
    shared.evidenceOption,
    shared.packOption,
    {
      flags: '--fail-on <severity>',
      about:
        'exit with 1 when a finding is at least that severe (high, medium, low) and neither waived nor planned',
      parse: shared.oneOf('--fail-on', severities),
    },
    shared.stdinNameOption,
    shared.forceOption,
  ],
  examples: [
    { command: 'ims-gap assess examples/manufacturer.yaml', about: 'the result in the terminal' },
    {
      command: 'ims-gap assess examples/manufacturer.yaml --top 10 --principle culture',
      about: 'one principle, more of it',
    },
    {
      command: 'ims-gap assess examples/manufacturer.yaml -o report.md -o improvements.csv',
      about: 'files from one evaluation',
    },
  ],
  run,
}

interface Destination {
  readonly file: string | null
  readonly format: Format
}

async function run({ arguments: [path = '-'], options }: Call, world: World): Promise<number> {
  const destinations = findDestinations(options)
  await refuseTwins(destinations, world)
  const { pack, diagnostics: packProblems } = await findPack(options['pack'] as string[] | undefined, world)
  const { printDiagnostics } = await import('../print-diagnostics.ts')
  await printDiagnostics(packProblems, world, options)
  if (!pack) return exitCode.invalidInput
  checkPrinciple(options['principle'], pack)

  const { assess } = await import('../../assess.ts')
  const { withDescription } = await import('../description-input.ts')
  const { assessment, diagnostics } = await withDescription(path, pack, options, world, assess)
  await printDiagnostics(diagnostics, world, options)
  if (!assessment || hasErrors(diagnostics)) return exitCode.invalidInput

  await deliver(assessment, destinations, path, options, world)
  return gate(assessment, options['failOn'] as Severity | undefined, world)
}

/** Where the result goes: what `-o` names, else standard output in the format asked for. */
function findDestinations(options: Call['options']): Destination[] {
  const format = options['format'] as Format | undefined
  const files = (options['output'] as string[] | undefined) ?? []
  const destinations = files.map((file): Destination => {
    if (file === '-') return { file: null, format: format ?? 'terminal' }
    return { file, format: formatOf(file) }
  })
  if (files.length > 0 && (!format || files.includes('-'))) return destinations
  return [{ file: null, format: format ?? 'terminal' }, ...destinations]
}

/** Two outputs in one place would leave only the last of them. */
async function refuseTwins(destinations: readonly Destination[], world: World): Promise<void> {
  if (destinations.length < 2) return
  const { fileBehind } = await import('../world/write-file.ts')
  const taken = new Set<string>()
  for (const { file } of destinations) {
    const place = file === null ? '-' : fileBehind(file, world.folder)
    if (taken.has(place)) throw usageStop(`${quote(file ?? '-')} is written twice`, 'name every output once')
    taken.add(place)
  }
}

const endings: Readonly<Record<string, Format>> = {
  txt: 'terminal',
  json: 'json',
  md: 'markdown',
  markdown: 'markdown',
  csv: 'csv',
}

function formatOf(file: string): Format {
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  if (Object.hasOwn(endings, ending)) return endings[ending]!
  throw usageStop(
    `cannot tell the format of ${quote(file)} from its name`,
    'use a name that ends in .txt, .json, .md or .csv',
  )
}

function checkPrinciple(id: unknown, { framework }: Pack): void {
  if (typeof id !== 'string') return
  const known = framework.principles.map((principle) => principle.id)
  if (known.includes(id)) return
  throw usageStop(
    `--principle does not know ${quote(id)}`,
    didYouMean(id, known) ?? `principles: ${known.join(', ')}`,
  )
}

async function deliver(
  assessment: Assessment,
  destinations: readonly Destination[],
  path: string,
  options: Call['options'],
  world: World,
): Promise<void> {
  const { reporters } = await import('../../report/reporters.ts')
  const { layOut } = await import('../../report/terminal/lay-out.ts')
  for (const { file } of destinations) if (file !== null) await checkOutput(file, path, options, world)
  for (const { file, format } of destinations) {
    const terminal = terminalOf(world.stdout, world, options)
    const reportOptions = {
      ...(file === null
        ? terminal
        : { ...terminal, color: false, unicode: options['ascii'] !== true, width: 100 }),
      all: options['all'] === true,
      ...(typeof options['top'] === 'number' && { top: options['top'] }),
      ...(typeof options['principle'] === 'string' && { principle: options['principle'] }),
      next: options['quiet'] === true ? [] : nextCommands(assessment, path, options, world),
    }
    const text = await layOut(() => reporters[format].render(assessment, reportOptions), reportOptions)
    if (file === null) world.stdout.write(text)
    else {
      const { writeWhole } = await import('../world/write-file.ts')
      writeWhole(file, text, world.folder)
      if (options['quiet'] !== true) world.stderr.write(`wrote ${showSafely(file)}\n`)
    }
  }
}

/** Every output is looked at before the first is written. */
async function checkOutput(
  file: string,
  input: string,
  options: Call['options'],
  world: World,
): Promise<void> {
  const { mayReplace, isSameFile } = await import('../world/may-replace.ts')
  if (isSameFile(file, input, world.folder))
    throw new Stop(exitCode.cannotAccess, `${quote(file)} is the input itself`)
  if (options['force'] !== true && !mayReplace(file, world.folder)) {
    throw new Stop(
      exitCode.cannotAccess,
      `${quote(file)} exists and was not written by ims-gap`,
      'use --force to overwrite it',
    )
  }
}

/** At most two commands that lead on and work when pasted. */
function nextCommands(
  { improvements, scores }: Assessment,
  path: string,
  options: Call['options'],
  world: World,
): string[] {
  if (path === '-') return []
  const first = improvements[0]?.element ?? scores.elements.find(({ state }) => state === 'not-assessed')?.id
  const commands = [
    first === undefined ? undefined : nextCommand(['explain', first], path, options, world),
    options['all'] === true || improvements.length === 0
      ? undefined
      : nextCommand(['assess', '--all'], path, options, world),
  ]
  return commands.filter((command) => command !== undefined)
}

function gate({ findings }: Assessment, failOn: Severity | undefined, world: World): number {
  if (!failOn) return exitCode.ok
  const severe = severities.slice(0, severities.indexOf(failOn) + 1)
  const failing = findings.filter(
    ({ severity, waived, planned }) => severe.includes(severity) && !waived && !planned,
  )
  if (failing.length === 0) return exitCode.ok
  const count = `${failing.length} ${failing.length === 1 ? 'finding is' : 'findings are'}`
  world.stderr.write(
    `gate failed: ${count} ${severe.join(' or ')} and neither waived nor planned (--fail-on ${failOn})\n`,
  )
  return exitCode.gateFailed
}
